import Facts
import Testing

@testable import CustomerValue

@Suite("RFM")
struct RFMTests {
    @Test("The standard map names each of the 27 scores once")
    func completeMap() {
        var sizes: [RFMGroup: Int] = [:]
        for r in 1...3 as ClosedRange<UInt8> {
            for f in 1...3 as ClosedRange<UInt8> {
                for m in 1...3 as ClosedRange<UInt8> {
                    sizes[RFMGroupMap.standard.group(recency: r, frequency: f, monetary: m), default: 0] += 1
                }
            }
        }
        #expect(sizes == [.champions: 3, .loyal: 5, .recent: 5, .needsAttention: 5, .atRisk: 5, .inactive: 4])
        #expect(RFMGroupMap.standard.group(recency: 2, frequency: 2, monetary: 1) == .needsAttention)
        #expect(RFMGroupMap.standard.group(recency: 2, frequency: 3, monetary: 1) == .atRisk)
    }

    @Test("Terciles are the values at ranks ceil(n/3) and ceil(2n/3)")
    func tercileRanks() throws {
        for count in 1...40 {
            var values = Array(1...count)
            var state: UInt64 = UInt64(count)
            for index in values.indices {
                state = state &* 6_364_136_223_846_793_005 &+ 1
                values.swapAt(index, Int(state >> 33) % count)
            }
            let found = try #require(terciles(values))
            #expect(found.0 == (count + 2) / 3)
            #expect(found.1 == (2 * count + 2) / 3)
        }
        #expect(terciles([Int]()) == nil)
        #expect(try #require(terciles([Int](repeating: 4, count: 1_000))) == (4, 4))
    }

    @Test("Recency borders are inclusive; equal values score alike")
    func borders() throws {
        var book = OrderBook()
        let asOf = try #require(ShopDay("2024-12-31"))
        for (name, days) in [("a", 0), ("b", 180), ("c", 181), ("d", 365), ("e", 366)] {
            book.order(name, asOf.advanced(byDays: -days).description, 10)
        }
        let scores = RFMScores(try book.summaries { $0.asOf = asOf })
        #expect(Array(scores.recency) == [3, 3, 2, 2, 1])
        #expect(Array(scores.frequency) == [1, 1, 1, 1, 1] && Array(scores.monetary) == [1, 1, 1, 1, 1])
        #expect(scores.group(0) == .recent && scores.group(4) == .inactive)
    }

    @Test("Customers without a purchase have no score")
    func withoutPurchase() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 0)
        book.order("bob", "2024-01-01", 5)
        let scores = RFMScores(try book.summaries())
        #expect(scores.group(0) == nil && scores.recency[0] == 0 && scores.group(1) != nil)
    }
}

@Suite("Eligibility")
struct EligibilityTests {
    private func shop(customers: Int, historyDays: Int, regulars: Int) throws -> CustomerSummaries {
        var book = OrderBook()
        let asOf = try #require(ShopDay("2024-12-31"))
        for number in 0..<customers {
            let day = number == 0 ? asOf.advanced(byDays: -historyDays) : asOf
            let orders = number < regulars ? 3 : 1
            for _ in 0..<orders { book.order("c\(number)", day.description, 10) }
        }
        return try book.summaries { $0.asOf = asOf }
    }

    @Test("All conditions hold")
    func eligible() throws {
        let found = Eligibility(try shop(customers: 500, historyDays: 180, regulars: 1), orderSource: "orders.csv")
        #expect(found.isEligible && found.unmet.isEmpty)
    }

    @Test("Each condition alone stops, with its figure and what is missing")
    func each() throws {
        let few = Eligibility(try shop(customers: 499, historyDays: 180, regulars: 1), orderSource: "orders.csv")
        #expect(!few.isEligible && few.unmet.map(\.condition) == [.customers] && few.unmet.first?.missing == 1)
        let short = Eligibility(try shop(customers: 500, historyDays: 179, regulars: 1), orderSource: "orders.csv")
        #expect(!short.isEligible && short.unmet.map(\.condition) == [.historyDays] && short.unmet.first?.found == 179)
        let once = Eligibility(try shop(customers: 500, historyDays: 180, regulars: 0), orderSource: "orders.csv")
        #expect(!once.isEligible && once.unmet.map(\.condition) == [.customersWithThreeOrders])
        let nowhere = Eligibility(try shop(customers: 500, historyDays: 180, regulars: 1), orderSource: "")
        #expect(!nowhere.isEligible && nowhere.unmet.map(\.condition) == [.orderSource])
    }

    @Test("The last order may lie 30 days back, not 31", arguments: [(30, true), (31, false)])
    func silence(days: Int, isEligible: Bool) throws {
        var book = OrderBook()
        for number in 0..<500 {
            book.order("c\(number)", "2024-01-01", 10)
            book.order("c\(number)", "2024-08-01", 10)
            book.order("c\(number)", "2024-08-01", 10)
        }
        let summaries = try book.summaries { $0.asOf = ShopDay("2024-08-01")?.advanced(byDays: days) }
        #expect(Eligibility(summaries, orderSource: "x").isEligible == isEligible)
    }

    @Test("A minimum under 500 turns the other conditions into warnings")
    func lenient() throws {
        let small = Eligibility(try shop(customers: 20, historyDays: 10, regulars: 0), minimumCustomers: 10, orderSource: "orders.csv")
        #expect(small.isEligible && small.unmet.map(\.condition) == [.historyDays, .customersWithThreeOrders])
    }
}
