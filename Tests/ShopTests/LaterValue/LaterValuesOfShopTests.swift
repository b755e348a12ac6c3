import BuyTillYouDie
import CustomerValue
import Facts
import JSON
import Journal
import Population
import Testing

@testable import Shop

@Suite("Later value of a shop", .serialized)
struct LaterValuesOfShopTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private struct Sold {
        var event: EventIntake
        var product: String
        var code: String
        var channel: String
    }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, keepsModels: false, clock: { clock.now })
    }

    private func write(_ sold: [Sold], _ shop: Shop) async throws {
        try await shop.write { (intake) throws(IntakeError) in for one in sold { _ = try intake.event(one.event) } }
    }

    private func sold(
        _ id: String, _ email: String, _ seconds: Int64, _ value: Double, product: String, code: String, channel: String
    ) -> Sold {
        var event = order(id, of: email, at: seconds, value: value)
        var json = JSONWriter()
        json.object { json in
            json.member("OrderId", id)
            if !product.isEmpty { json.array("ItemNames") { $0.string(product) } }
            if !code.isEmpty { json.array("DiscountCodes") { $0.string(code) } }
            if !channel.isEmpty { json.member("source_name", channel) }
        }
        event.properties = json.bytes
        return Sold(event: event, product: product, code: code, channel: channel)
    }

    private func random(customers: Int, seed: UInt64) -> [Sold] {
        var random = SeededGenerator(seed: seed)
        return randomOrders(customers: customers, seed: seed, until: clock.now.secondsSince1970 - 86_400).map { made in
            sold(
                made.id, made.email, made.seconds, made.value, product: ["", "tea", "mug", "pot"][Int(random.next() % 4)],
                code: ["", "HI", "SUMMER"][Int(random.next() % 3)], channel: ["", "web", "pos"][Int(random.next() % 3)])
        }
    }

    /// What the same orders say as a file, counted as a file is.
    private func counted(_ all: [Sold], _ shop: Shop) throws -> LaterValues {
        var table = OrderTable()
        var channels = OrderLabels()
        let eur = try #require(Currency(code: "EUR"))
        for one in all {
            let (event, at) = (one.event, try #require(one.event.time))
            let money = Money(minorUnits: Int64(((event.value ?? 0) * 100).rounded()), currency: eur)
            table.append(
                customer: event.identities[.email] ?? "", at: at, value: money, orderID: event.orderID ?? "", product: one.product,
                discountCode: one.code)
            channels[table.count - 1] = channels.number(of: one.channel)
        }
        let (products, codes, sources) = (table.firstProducts, table.discounts, channels)
        let first = try FirstOrders(orders: table, refunds: [], options: shop.summaryOptions)
        return LaterValues(
            first,
            [
                .product: LaterValues.Labels(texts: products) { products[Int($0)] },
                .discountCode: LaterValues.Labels(texts: codes) { codes[Int($0)] },
                .channel: LaterValues.Labels(texts: sources) { sources[Int($0)] },
            ])
    }

    @Test(
        "It is that of the same orders as a file: few, read one by one; many, by reading the journal; more later; after a start",
        arguments: [300, 5_000])
    func sameAsFile(customers: Int) async throws {
        var shop = try open()
        let all = random(customers: customers, seed: UInt64(customers))
        let half = all.count / 2
        try await write(Array(all[..<half]), shop)
        let early = try counted(Array(all[..<half]), shop)
        #expect(try await shop.laterValues().values == early)
        #expect(early[.product]?.groups.count == 3 && early[.channel]?.groups.count == 2 && early[.discountCode]?.groups.count == 2)
        try await write(Array(all[half...]), shop)
        let now = try await shop.laterValues()
        let expected = try counted(all, shop)
        #expect(now.values == expected && expected != early)
        // Kept while nothing changes, and counted anew on another day.
        clock.advance(seconds: 60)
        #expect(try await shop.laterValues().computedAt == now.computedAt)
        clock.advance(seconds: 40 * 86_400)
        let later = try await shop.laterValues()
        #expect(later.values == (try counted(all, shop)) && later.computedAt > now.computedAt && later.values != now.values)
        shop.close()
        shop = try open()
        #expect(try await shop.laterValues().values == later.values)
        shop.close()
    }

    @Test("Refunds take the first order away, an erased customer counts no more, and an empty shop says nothing")
    func changes() async throws {
        let shop = try open()
        let empty = try await shop.laterValues().values
        #expect(empty.customers == 0 && empty[.product] == nil && empty[.month]?.all.customers == 0)
        let start = clock.now.secondsSince1970 - 200 * 86_400
        var all: [Sold] = []
        for number in 0..<12 {
            all.append(sold("a\(number)", "c\(number)@x.org", start, 10, product: "tea", code: "", channel: ""))
            all.append(sold("b\(number)", "c\(number)@x.org", start + 5 * 86_400, 20, product: "mug", code: "", channel: ""))
        }
        try await write(all, shop)
        var values = try await shop.laterValues().values
        #expect(values[.product]?.groups.map(\.name) == ["tea"] && values[.product]?.all.laterMinorUnits == 12 * 2_000)
        #expect(values[.channel] == nil && values[.discountCode] == nil)
        let refund = order("a0", of: "c0@x.org", at: start + 86_400, value: 10, metric: "Refunded Order")
        try await shop.write { (intake) throws(IntakeError) in _ = try intake.event(refund) }
        values = try await shop.laterValues().values
        #expect(values[.product]?.groups.first?.group.customers == 11 && values[.product]?.other.customers == 1)
        let profile = try #require(shop.findPerson("c1@x.org"))
        try shop.jobs.start(shop)
        let job = try await shop.erase(profile, by: "test")
        #expect(try await shop.jobs.end(of: job.number, shop).status == .complete)
        values = try await shop.laterValues().values
        #expect(values.customers == 11 && values[.product]?.groups.first?.group.customers == 10)
        shop.close()
    }

    @Test("JSON: amounts in whole units, shares with ranges, and which groups are small")
    func json() async throws {
        let shop = try open()
        try await write(random(customers: 300, seed: 9), shop)
        let values = try await shop.laterValues().values
        var json = JSONWriter()
        values.write(.laterValues, of: [.product], to: &json)
        let root = try JSONDocument(json.bytes).root
        let dimensions = Array(root.elements)
        let product = try #require(dimensions.first)
        #expect(dimensions.count == 1 && product["by"]?.string == "product" && product["is_known"]?.bool == true)
        let group = try #require(product["groups"].map { Array($0.elements) }?.first)
        let named = try #require(values[.product]?.groups.first)
        #expect(group["name"]?.string == named.name && group["is_small"]?.bool == named.group.isSmall)
        let mean = try #require(named.group.laterMinorUnitsPerCustomer)
        #expect(group["later_value_per_customer"]?.double == mean / 100)
        #expect(group["later_value_per_customer_low"]?.double == named.group.laterMinorUnitsRange.map { $0.lowerBound / 100 })
        #expect(group["returned_share_high"]?.double == named.group.returnedShareRange?.upperBound)
        shop.close()
    }
}
