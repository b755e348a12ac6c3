import CustomerValue
import Facts
import Testing

/// The example of the library's first page, with nothing but its public interface.
@Suite("The library as its first page shows it")
struct LibraryExampleTests {
    private struct Order {
        var email: String
        var placedAt: Instant
        var paid: Money
        var number: String
    }

    @Test("Orders one by one to an analysis")
    func example() throws {
        let euro = try #require(Currency(code: "EUR"))
        let today = try #require(ShopDay("2024-06-30"))
        let orders = (0..<40).map { number in
            let day = today.advanced(byDays: -7 * number)
            return Order(
                email: "c\(number % 8)@example.com", placedAt: ShopTimeZone.utc.start(of: day),
                paid: Money(minorUnits: Int64(1000 + number), currency: euro), number: "\(number)")
        }
        var table = OrderTable()
        for order in orders {
            table.append(customer: order.email, at: order.placedAt, value: order.paid, orderID: order.number)
        }
        let analysis = try Analysis(
            orders: table, refunds: [], summary: SummaryOptions(today: today), prediction: PredictionOptions(),
            minimumCustomers: Eligibility.standardMinimumCustomers, orderSource: "my shop")
        #expect(analysis.predictions == nil)
        #expect(analysis.eligibility.unmet.first?.missing == 492)
        #expect(analysis.totals.orders == 40)
    }

    @Test("What a table cannot hold is refused, not cut off")
    func limits() throws {
        let euro = try #require(Currency(code: "EUR"))
        var table = OrderTable()
        let one = Money(minorUnits: 1, currency: euro)
        let huge = Money(minorUnits: OrderRecord.largestMinorUnits + 1, currency: euro)
        let refused = [
            table.append(customer: "a", at: Instant(secondsSince1970: -1), value: one),
            table.append(customer: "a", at: Instant(secondsSince1970: 1 << 33), value: one),
            table.append(customer: "a", at: Instant(secondsSince1970: 1), value: huge),
        ]
        #expect(refused == [false, false, false] && table.count == 0)
    }
}
