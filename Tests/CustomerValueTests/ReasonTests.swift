import Facts
import Testing

@testable import CustomerValue

@Suite("Reasons of customers")
struct ReasonTests {
    /// A crowd to fit models on, and some customers whose story is known; as of 2024-12-31.
    static func shop() throws -> Analysis {
        var book = OrderBook()
        let start = ShopDay(year: 2023, month: 1, day: 1) ?? ShopDay(daysSince1970: 0)
        for customer in 0..<300 {
            for visit in 0..<(1 + customer % 5) {
                let day = start.advanced(byDays: (customer * 7) % 500 + visit * (15 + customer % 40))
                book.order("c\(customer)", day.description, Double(20 + customer % 30))
            }
        }
        func orders(_ name: String, last: Int, every: Int, count: Int, value: Double = 30) {
            for visit in 0..<count {
                book.order(name, start.advanced(byDays: 730 - last - every * visit).description, value)
            }
        }
        orders("weekly, silent", last: 70, every: 7, count: 20)
        orders("weekly, there", last: 3, every: 7, count: 20)
        orders("rich and silent", last: 90, every: 20, count: 8, value: 500)
        orders("once", last: 300, every: 1, count: 1)
        orders("new", last: 2, every: 1, count: 1)
        orders("gone", last: 500, every: 20, count: 5)
        orders("today", last: 0, every: 30, count: 3)
        var options = SummaryOptions(today: ShopDay(year: 2026, month: 1, day: 1) ?? start)
        options.asOf = start.advanced(byDays: 730)
        return try Analysis(
            orders: book.table, refunds: [], summary: options, prediction: PredictionOptions(), minimumCustomers: 10, orderSource: "test")
    }

    @Test("Each story is told in its own figures")
    func stories() throws {
        let analysis = try Self.shop()
        let reasons = Reasons(analysis)
        func reason(_ name: String) throws -> Reason {
            let customer = try #require(analysis.summaries.number(name))
            return try #require(reasons[customer])
        }
        #expect(try reason("weekly, silent").rhythm == .overdue(everyDays: 7, silentDays: 70))
        #expect(try reason("weekly, there").rhythm == .frequentAndRecent(orders: 20, silentDays: 3))
        #expect(try reason("rich and silent").rhythm == .overdue(everyDays: 20, silentDays: 90))
        let times = try reason("rich and silent").orderValueTimesMean ?? 0
        #expect(times > 5)
        #expect(try reason("weekly, there").orderValueTimesMean == nil)
        #expect(try reason("gone").rhythm == .lapsed(orders: 5, silentDays: 500))
        #expect(try reason("new").rhythm == .new(daysSinceFirstOrder: 2))
        guard case .boughtOnce(daysAgo: 300, othersReturnedWithinDays: let others?) = try reason("once").rhythm else {
            Issue.record("\(try reason("once"))")
            return
        }
        #expect((15...55).contains(others))
    }

    @Test("Everyone with a prediction has a reason, and nobody else")
    func everyone() throws {
        let analysis = try Self.shop()
        let reasons = Reasons(analysis)
        for customer in 0..<analysis.summaries.count { #expect((reasons[customer] != nil) == (analysis.predictions?[customer] != nil)) }
    }
}
