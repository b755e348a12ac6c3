import Facts
import Testing

@testable import CustomerValue

@Suite("Classes")
struct ClassTests {
    @Test("New ends at the 75th percentile of days to the second purchase, within 30 to 180 days")
    func newUnder() {
        #expect(ClassThresholds.newUnderDays(daysToSecondPurchase: []) == 180)
        var counts = [Int](repeating: 0, count: 401)
        counts[10] = 3
        counts[90] = 1
        #expect(ClassThresholds.newUnderDays(daysToSecondPurchase: counts) == 30)
        counts[90] = 4
        #expect(ClassThresholds.newUnderDays(daysToSecondPurchase: counts) == 90)
        counts[400] = 100
        #expect(ClassThresholds.newUnderDays(daysToSecondPurchase: counts) == 180)
    }

    private func thresholds(_ values: [(clv: Double, probability: Double)]) throws -> ClassThresholds {
        var book = OrderBook()
        for number in values.indices {
            book.order("c\(number)", "2023-01-01", 10)
            book.order("c\(number)", "2023-02-01", 10)
        }
        book.order("newcomer", "2023-12-30", 10)
        let summaries = try book.summaries { $0.asOf = ShopDay("2023-12-31") }
        return ClassThresholds(
            summaries: summaries, clvMinorUnits: { $0 < values.count ? values[$0].clv : 1e9 },
            probabilityOfOrder: { $0 < values.count ? values[$0].probability : 1 })
    }

    @Test("CLV: low under half the mean of customers who are not new, high from one and a half times")
    func clv() throws {
        let found = try thresholds([(50, 0.2), (150, 0.4)])
        #expect(found.clvLowUnder == 50 && found.clvHighFrom == 150)
        #expect(found.clvClass(49.9) == .low && found.clvClass(50) == .moderate && found.clvClass(150) == .high)
    }

    @Test(
        "Likelihood: high is at least even odds, and can be reached",
        arguments: [(0.1, 0.05, 0.5), (0.4, 0.2, 0.6), (0.6, 0.3, 0.8), (0.9, 0.45, 0.95), (1.0, 0.5, 1.0)])
    func likelihood(mean: Double, low: Double, high: Double) throws {
        let found = try thresholds([(1, mean), (1, mean)])
        #expect(abs((found.likelihoodLowUnder ?? -1) - low) < 1e-12 && abs((found.likelihoodHighFrom ?? -1) - high) < 1e-12)
        #expect(found.likelihoodClass(high + 1e-9) == .high && found.likelihoodClass(low - 1e-9) == .low)
    }

    @Test("Where nothing is expected of anybody, nobody is high")
    func nothing() throws {
        let found = try thresholds([(0, 0), (0, 0)])
        #expect(found.clvClass(0) == .low && found.likelihoodClass(0) == .low)
    }
}

@Suite("Orders per purchase day")
struct OrdersPerPurchaseDayTests {
    @Test("One order a day stays one")
    func single() throws {
        var book = OrderBook()
        for number in 0..<50 { book.order("c\(number)", "2024-01-0\(1 + number % 9)", 10) }
        #expect(OrdersPerPurchaseDay(try book.summaries())(orders: 1, purchaseDays: 1) == 1)
    }

    @Test("Customers who differ keep part of their own rate, the more the longer they are known")
    func shrinks() throws {
        var book = OrderBook()
        for number in 0..<60 {
            for day in 1...9 {
                let orders = number < 10 ? 4 : 1
                for _ in 0..<orders { book.order("c\(number)", "2024-01-0\(day)", 10) }
            }
        }
        let rate = OrdersPerPurchaseDay(try book.summaries())
        #expect(abs(rate.meanExtra - 0.5) < 1e-12)
        let few = rate(orders: 4, purchaseDays: 1)
        let many = rate(orders: 40, purchaseDays: 10)
        #expect(few > 1.5 && many > few && many < 4)
        #expect(rate(orders: 10, purchaseDays: 10) < 1.5 && rate(orders: 10, purchaseDays: 10) > 1)
    }
}
