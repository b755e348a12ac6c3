import Connectors
import Facts
import Foundation
import Journal
import Population
import Testing

@testable import Shop

@Suite("Importing orders and refunds", .serialized)
struct OrderImportTests {
    private static let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples/online-retail").path

    /// How many orders and refunds count, and what they come to for each customer, in cents: what is left of each order.
    private func standing(_ shop: Shop) -> (orders: Int, refunds: Int, events: Int) {
        shop.read { population in
            var read = OrdersOfShop()
            population.addOrders(of: 0..<population.profileCount, to: &read, objectors: false)
            return (read.orders.count, read.refunds.count, population.eventCount)
        }
    }

    @Test("Orders and refunds of a real shop end in the numbers of an analysis of the same files, however often they are imported")
    func sameAsAnalysis() async throws {
        let (orders, refunds) = (Self.example + "/orders.csv.gz", Self.example + "/refunds.csv.gz")
        let shop = try ImportedShop(today: "2011-12-10")
        let read = try ImportedShop.read(orders: [orders], refunds: [refunds])
        let taken = try shop.importOrders(orders)
        #expect(taken.orders.taken == read.orders.count && taken.orders.known == 0)
        let refunded = try shop.importRefunds(refunds)
        #expect(refunded.refunds.taken >= read.refunds.count && refunded.refunds.known == 0)
        let before = try shop.withShop { standing($0) }
        let again = try shop.importOrders(orders)
        #expect(again.orders.taken == 0 && again.orders.known == read.orders.count && again.ordersToldOtherwise == 0)
        let refundedAgain = try shop.importRefunds(refunds)
        #expect(refundedAgain.refunds.taken == 0 && refundedAgain.profilesMade == 0)
        #expect(try shop.withShop { standing($0) } == before)

        let expected = try shop.analysis(read)
        let found = try await shop.scoresAfterFit()
        #expect(expected.count > 2_900)
        for (customer, score) in expected { #expect(found[customer] == score, "\(customer)") }
    }

    @Test("An order counts once, whether a file or the API tells it first")
    func fileAndAPI() async throws {
        let shop = try ImportedShop(today: "2025-06-30")
        let path = try shop.file(
            "orders.csv",
            "email,order_id,ordered_at,value,currency\na@example.com,1001,2025-01-02T10:00:00Z,20.00,EUR\nb@example.com,1002,2025-01-03T10:00:00Z,30.00,EUR\n"
        )
        try await {
            let open = try shop.open()
            var event = order("1001", of: "a@example.com", at: 1_735_812_000, value: 20)
            event.uniqueID = "something else"
            let told = event
            _ = try await open.write { (intake) throws(IntakeError) in try intake.event(told) }
            open.close()
        }()
        let counts = try shop.importOrders(path)
        #expect(counts.orders.taken == 1 && counts.orders.known == 1 && counts.ordersToldOtherwise == 0 && counts.profilesMade == 1)
        let open = try shop.open()
        let late = order("1002", of: "b@example.com", at: 1_735_898_400, value: 30)
        _ = try await open.write { (intake) throws(IntakeError) in try intake.event(late) }
        #expect(standing(open).orders == 2)
        open.close()
    }

    @Test("A known order that a file tells with another amount or of somebody else is said, and stays")
    func toldOtherwise() throws {
        let shop = try ImportedShop(today: "2025-06-30")
        let header = "customer_id,order_id,ordered_at,value,currency\n"
        _ = try shop.importOrders(try shop.file("a.csv", header + "c1,1,2025-01-02,20.00,EUR\nc2,2,2025-01-02,5.00,EUR\n"))
        let counts = try shop.importOrders(try shop.file("b.csv", header + "c1,1,2025-01-02,25.00,EUR\nc3,2,2025-01-02,5.00,EUR\n"))
        #expect(counts.orders.taken == 0 && counts.orders.known == 2 && counts.ordersToldOtherwise == 2)
    }

    @Test("Ids of orders are kept as they were written, row by row, and only where that is asked for")
    func ids() throws {
        let shop = try ImportedShop(today: "2025-06-30")
        let rows = """
            customer_id,order_id,ordered_at,value,currency
            c1,"#7, b",2025-01-02,1,EUR
            c1,,2025-01-03,2,EUR
            c2,#8,2025-01-04,3,EUR
            c2,#8,2025-01-04,3,EUR
            c2,Ł9,2025-01-05,4,EUR

            """
        let path = try shop.file("a.csv", rows)
        let read = try ImportedShop.read(orders: [path])
        #expect((0..<read.orders.count).map { read.orders.texts[$0] } == ["#7, b", nil, "#8", "Ł9"])
        var plain = OrderReader(options: ReadingOptions(), rejects: nil)
        try plain.readOrders(path: path)
        #expect(try plain.finish().orders.texts[0] == nil)
    }

    @Test("An order dated more than a year ahead is refused and said; one within the year is kept")
    func farAhead() throws {
        let shop = try ImportedShop(today: "2025-06-30")
        let rows = "c1,1,2025-01-02,20.00,EUR\nc1,2,2026-06-01,5.00,EUR\nc1,3,2099-01-02,5.00,EUR\n"
        let counts = try shop.importOrders(try shop.file("a.csv", "customer_id,order_id,ordered_at,value,currency\n" + rows))
        #expect(counts.orders.taken == 2 && counts.tooFarAhead == 1)
        try shop.withShop { open in
            let refused = try open.journal.refusalCounts()
            #expect(refused.map(\.code) == ["too_far_ahead"] && refused.map(\.rowCount) == [1] && refused.map(\.door) == ["import"])
        }
    }

    @Test("Orders without ids: equal ones of one file both count, and again none does")
    func withoutIDs() throws {
        let shop = try ImportedShop(today: "2025-06-30")
        let rows = "customer_id,ordered_at,value,currency\nc1,2025-01-02,20.00,EUR\nc1,2025-01-02,20.00,EUR\nc1,2025-01-02,21.00,EUR\n"
        let path = try shop.file("orders.csv", rows)
        #expect(try shop.importOrders(path).orders.taken == 3)
        #expect(try shop.importOrders(path).orders.known == 3)
        let longer = try shop.file("longer.csv", rows + "c1,2025-01-02,20.00,EUR\n")
        let counts = try shop.importOrders(longer)
        #expect(counts.orders.taken == 1 && counts.orders.known == 3)
    }

    @Test("What a file of orders says was given back is a total: what is new of it is taken off")
    func refundsToldWithOrders() throws {
        let shop = try ImportedShop(today: "2025-06-30")
        func orders(_ refunded: String) throws -> String {
            try shop.file(
                "orders-\(refunded).csv",
                "customer_id,order_id,ordered_at,value,currency,refunded_amount\nc1,1,2025-01-02T10:00:00Z,50.00,EUR,\(refunded)\n")
        }
        #expect(try shop.importOrders(try orders("10.00")).refunds.taken == 1)
        #expect(try shop.importOrders(try orders("10.00")).refunds.known == 1)
        #expect(try shop.importOrders(try orders("15.00")).refunds.taken == 1)
        #expect(try refunded(shop) == 15)
        // The refunds one by one: the first two are in that total, the third goes beyond.
        let header = "customer_id,refund_id,refunded_at,value,currency,order_id\n"
        let one = try shop.file(
            "refunds.csv", header + "c1,r1,2025-01-05,10.00,EUR,1\nc1,r2,2025-01-06,5.00,EUR,1\nc1,r3,2025-01-07,4.00,EUR,1\n")
        let counts = try shop.importRefunds(one)
        #expect(counts.refunds.taken == 1 && counts.refunds.known == 2)
        #expect(try shop.importRefunds(one).refunds.taken == 0)
        #expect(try refunded(shop) == 19)
    }

    private func refunded(_ shop: ImportedShop) throws -> Double {
        try shop.withShop { open in
            open.read { population in population.refunds(ofOrder: Fingerprint("1").value).reduce(0) { $0 + ($1.value ?? 0) } }
        }
    }

    @Test("Refunds may come before their orders, and name the order alone where the shop knows it")
    func refundsFirst() throws {
        let shop = try ImportedShop(today: "2025-06-30")
        let header = "customer_id,refund_id,refunded_at,value,currency,order_id\n"
        _ = try shop.importRefunds(try shop.file("first.csv", header + "c1,r1,2025-01-05,10.00,EUR,1\n"))
        _ = try shop.importOrders(
            try shop.file("orders.csv", "customer_id,order_id,ordered_at,value,currency\nc1,1,2025-01-02,50.00,EUR\n"))
        let counts = try shop.importRefunds(
            try shop.file("later.csv", "refund_id,refunded_at,value,order_id\nr2,2025-01-06,5.00,1\nr3,2025-01-06,5.00,2\n"))
        #expect(counts.refunds.taken == 1 && counts.profilesMade == 0)
        #expect(try refunded(shop) == 15)
    }

    @Test("Products, discount codes and sources are properties of the order's event; the file's currency becomes a new shop's")
    func properties() throws {
        let shop = try ImportedShop(today: "2025-06-30")
        let path = try shop.file(
            "orders.csv",
            "customer_id,order_id,ordered_at,value,currency,source,product_name,discount_code\nc1,1,2025-01-02,50.00,PLN,pos,Lamp,NEW10\n")
        _ = try shop.importOrders(path)
        try shop.withShop { open in
            #expect(open.settings.currency == Currency(code: "PLN"))
            let event = try #require(open.read { $0.events(Population.EventQuery()).first })
            let block = try #require(try open.journal.block(containing: event.sequence))
            var reader = FactReader(block.bytes)
            var texts: [String] = []
            while let fact = try reader.next() {
                if case .event(let fact) = fact {
                    texts.append(String(decoding: fact.properties, as: UTF8.self))
                    #expect(fact.isBackfill && fact.source == .importFile && fact.currency == Currency(code: "PLN"))
                }
            }
            #expect(texts == [#"{"OrderId":"1","source_name":"pos","ItemNames":["Lamp"],"DiscountCodes":["NEW10"]}"#])
        }
    }
}
