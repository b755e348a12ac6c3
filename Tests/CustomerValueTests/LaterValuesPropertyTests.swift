import Facts
import Testing

@testable import CustomerValue

@Suite("Later value by what customers began with, against a plain recount")
struct LaterValuesPropertyTests {
    private struct Row {
        var customer: String
        var seconds: UInt32
        var cents: Int64
        var product: String
        var code: String
        var source: OrderSource
    }

    /// Two years of orders, each at a second of its own, some free.
    private func rows(seed: UInt64) -> [Row] {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let start = UInt32(ShopDay(year: 2022, month: 1, day: 1)?.daysSince1970 ?? 0) * 86_400
        return (0..<2_000).map { number in
            Row(
                customer: "c\(next(500))", seconds: start + UInt32(next(700 * 24)) * 3_600 + UInt32(number),
                cents: next(25) == 0 ? 0 : Int64(next(9_000)), product: ["", "tea", "mug", "kettle", "pot", "cup"][next(6)],
                code: ["", "", "WELCOME", "SUMMER"][next(4)], source: OrderSource.allCases[next(OrderSource.allCases.count)])
        }
    }

    private func table(_ rows: [Row]) -> OrderTable {
        var book = OrderBook()
        for row in rows {
            let record = OrderRecord(
                customer: book.customer(row.customer), secondsSince1970: row.seconds, minorUnits: row.cents,
                currency: book.table.number(of: Currency(code: "EUR") ?? .none) ?? 0, isDateOnly: false, source: row.source)
            book.table.append(record, orderID: 0)
            book.label(book.table.count - 1, product: row.product, discount: row.code)
        }
        return book.table
    }

    private struct Sums: Equatable {
        var customers = 0
        var cents: Int64 = 0
        var squares: Int128 = 0
        var returned = 0
    }

    private func sums(_ group: LaterValue.Group) -> Sums {
        Sums(
            customers: group.customers, cents: group.laterMinorUnits, squares: group.laterSquares, returned: group.returnedCustomers)
    }

    @Test("Every group by every dimension, and who came back within which days", arguments: [1, 2, 3] as [UInt64])
    func recount(seed: UInt64) throws {
        let rows = rows(seed: seed)
        let options = SummaryOptions(today: ShopDay(year: 2026, month: 1, day: 1) ?? ShopDay(daysSince1970: 0))
        let values = try LaterValues(orders: table(rows), refunds: [], options: options)
        let asOf = try #require(rows.map { $0.seconds / 86_400 }.max())
        #expect(values.asOf.daysSince1970 == Int32(asOf))
        var groups: [LaterValues.Dimension: [String: Sums]] = [:]
        var all = Sums()
        var within = [30, 90, 180, 365].map { (days: $0, customers: 0, returned: 0) }
        for orders in Dictionary(grouping: rows.filter { $0.cents > 0 }, by: \.customer).values {
            let sorted = orders.sorted { $0.seconds < $1.seconds }
            let first = sorted[0]
            let days = sorted.map { Int($0.seconds / 86_400) - Int(first.seconds / 86_400) }
            let age = Int(asOf) - Int(first.seconds / 86_400)
            let second = days.first { $0 > 0 }
            for place in within.indices where age >= within[place].days {
                within[place].customers += 1
                if let second, second <= within[place].days { within[place].returned += 1 }
            }
            guard age >= 90 else { continue }
            let later = zip(sorted, days).reduce(Int64(0)) { $0 + (1...90 ~= $1.1 ? $1.0.cents : 0) }
            let month = ShopMonth(ShopDay(daysSince1970: Int32(first.seconds / 86_400))).description
            let names: [LaterValues.Dimension: String] = [
                .product: first.product, .discountCode: first.code, .month: month, .channel: first.source.name,
            ]
            func add(to sums: inout Sums) {
                sums.customers += 1
                sums.cents += later
                sums.squares += Int128(later) * Int128(later)
                if let second, second <= 90 { sums.returned += 1 }
            }
            add(to: &all)
            for (dimension, name) in names { add(to: &groups[dimension, default: [:]][name, default: Sums()]) }
        }
        for dimension in LaterValues.Dimension.allCases {
            let later = try #require(values[dimension])
            #expect(sums(later.all) == all)
            var expected = groups[dimension] ?? [:]
            #expect(sums(later.without) == expected.removeValue(forKey: "") ?? Sums())
            for named in later.groups {
                #expect(sums(named.group) == expected.removeValue(forKey: named.name), "\(dimension) \(named.name)")
            }
            // Months are told whatever their size; of all else what is left is what is too small to be named.
            #expect(dimension != .month || expected.isEmpty)
            #expect(expected.values.allSatisfy { $0.customers < LaterValue.fewestCustomers })
            #expect(later.other.customers == expected.values.reduce(0) { $0 + $1.customers })
        }
        #expect(values[.month]?.groups.map(\.name) == values[.month]?.groups.map(\.name).sorted())
        #expect(values.secondPurchase.returnedWithin.map(\.customers) == within.map(\.customers))
        #expect(values.secondPurchase.returnedWithin.map(\.returnedCustomers) == within.map(\.returned))
        #expect(within.allSatisfy { $0.returned > 0 })
        // The same from any order of rows, and what the report of files says of products and codes.
        #expect(try LaterValues(orders: table(rows.reversed()), refunds: [], options: options) == values)
        let history = try CustomerSummaries(orders: table(rows), refunds: [], options: options).history
        #expect(history.byFirstProduct == values[.product] && history.byFirstDiscount == values[.discountCode])
        #expect(history.secondPurchase == values.secondPurchase)
    }

    @Test("What files do not say is not known; nobody old enough is nobody")
    func unknown() throws {
        var book = OrderBook()
        book.order("ada", "2024-01-01", 10)
        let options = SummaryOptions(today: ShopDay(year: 2026, month: 1, day: 1) ?? ShopDay(daysSince1970: 0))
        let values = try LaterValues(orders: book.table, refunds: [], options: options)
        #expect(values[.product] == nil && values[.discountCode] == nil && values[.channel] == nil)
        #expect(values[.month]?.all.customers == 0 && values[.month]?.groups.isEmpty == true && values.customers == 1)
    }
}
