import BuyTillYouDie
import Facts
import Foundation
import Testing

@testable import CustomerValue

@Suite("Faults that a review found")
struct ReviewedFaultTests {
    private static func log(customers: Int = 90, seed: UInt64 = 5) throws -> OrderBook {
        var plan = SimulatedLog.Plan()
        plan.customers = customers
        plan.seed = seed
        plan.begins = { _, generator in 40 + 60 * Int(generator.next() % 14) }
        return try SimulatedLog(plan).book
    }

    @Test("Amounts of a thousand times: values of a thousand times, nothing else")
    func unitOfMoney() throws {
        var small = try Self.log(customers: 40)
        var large = small
        for block in large.table.blocks.indices {
            for row in large.table.blocks[block].indices { large.table.blocks[block][row].minorUnits *= 1_000 }
        }
        small.refunds = []
        let one = try small.auto(asOf: SimulatedLog.asOf, horizonInDays: 365).predictions
        let thousand = try large.auto(asOf: SimulatedLog.asOf, horizonInDays: 365).predictions
        let number = try #require((0..<one.hasPrediction.count).first { one.hasPrediction[$0] && one.clvMinorUnits[$0] > 10_000 })
        let ratio = Double(thousand.clvMinorUnits[number]) / Double(one.clvMinorUnits[number])
        #expect(abs(ratio / 1_000 - 1) < 1e-3, "\(ratio)")
        #expect(abs(thousand.numberOfOrders[number] - one.numberOfOrders[number]) < 1e-6)
    }

    @Test("A refund without an order's id is taken off once, wherever windows are cut")
    func refundsInWindows() throws {
        var book = OrderBook()
        for week in 0..<10 { book.order("a", "2024-01-0\(week % 7 + 1)", 0) }
        book.order("a", "2024-03-01", 100)
        book.order("a", "2024-03-10", 60)
        book.order("a", "2024-03-20", 50)
        book.refund("a", "2024-03-25", 70)
        let sample = book.sample()
        let end = try #require(ShopDay("2024-03-31"))
        let whole = sample.outcomes(after: try #require(ShopDay("2024-02-29")), days: 31)
        #expect(whole.minorUnits[0] == 14_000 && whole.orders[0] == 2)
        var parts: Int64 = 0
        for first in ["2024-02-29", "2024-03-07", "2024-03-14", "2024-03-21", "2024-03-28"] {
            parts += sample.outcomes(after: try #require(ShopDay(first)), days: 7, refundsUntil: end).minorUnits[0]
        }
        #expect(parts == 14_000)
    }

    @Test("Whether somebody is a customer, and of which class, is no matter of the horizon")
    func horizons() throws {
        let book = try Self.log(customers: 110)
        let summaries = try book.summaries { $0.asOf = SimulatedLog.asOf }
        func predict(_ horizon: Int) throws -> Predictions {
            var options = PredictionOptions()
            options.horizonInDays = horizon
            return try Predictions(summaries, options: options, sample: book.sample())
        }
        let year = try predict(365)
        for horizon in [30, 100] {
            let other = try predict(horizon)
            for customer in 0..<summaries.count {
                #expect(other[customer]?.churnProbability == year[customer]?.churnProbability)
                #expect(other[customer]?.isOverdue == year[customer]?.isOverdue)
                #expect(other[customer]?.clvClass == year[customer]?.clvClass)
                #expect(other[customer]?.likelihoodClass == year[customer]?.likelihoodClass)
            }
        }
    }

    @Test("A longer log has no fewer days to learn from")
    func longerLogs() {
        let first = ShopDay(daysSince1970: 18_000)
        for horizon in [7, 30, 90, 365, 730] {
            var most = 0
            for history in 60..<1_800 {
                let days = FoldDays(first: first, asOf: first.advanced(byDays: history), horizonInDays: horizon)
                #expect(days.cutoffs.count >= min(most, FoldDays.needed), "\(history) days, horizon \(horizon)")
                #expect(days.horizonInDays <= horizon)
                most = max(most, days.cutoffs.count)
            }
        }
    }

    @Test("Of two currencies with equally many orders the first in the alphabet is the shop's, whichever came first")
    func currencyTie() throws {
        var one = OrderBook()
        one.order("a", "2024-01-01", 5, "USD")
        one.order("b", "2024-01-02", 5, "EUR")
        var other = OrderBook()
        other.order("b", "2024-01-02", 5, "EUR")
        other.order("a", "2024-01-01", 5, "USD")
        #expect(try one.summaries().currency.code == "EUR" && other.summaries().currency.code == "EUR")
    }

    @Test("Without the prior auto knows no more of a day than a model alone")
    func withoutPrior() throws {
        var book = OrderBook()
        for number in 0..<40 { book.order("c\(number)", "2024-01-01", 10) }
        var options = PredictionOptions()
        options.withoutSteps = [.prior]
        let summaries = try book.summaries()
        #expect(throws: PredictionFailure.self) { try Predictions(summaries, options: options) }
    }

    @Test("Sums at the end of 64 bits end there: totals, months and bands")
    func hugeSums() throws {
        var book = OrderBook()
        for customer in 0..<60 {
            for day in [0, 40, 90, 150] {
                for _ in 0..<40 {
                    book.order("c\(customer)", ShopDay(daysSince1970: 19_400 + Int32(day + customer)).description, 99_999_999_999)
                }
            }
        }
        let asOf = ShopDay(daysSince1970: 19_800)
        let analysis = try Analysis(
            orders: book.table, refunds: [],
            summary: {
                var options = SummaryOptions(today: asOf); options.asOf = asOf; return options
            }(),
            prediction: PredictionOptions(), minimumCustomers: 1, orderSource: "test")
        #expect(analysis.months.count > 11)
        #expect(analysis.months.allSatisfy { $0.expectedMinorUnits.isFinite && $0.rangeMinorUnits.lowerBound >= 0 })
        #expect(analysis.totals.predictedRangeMinorUnits != nil)
    }

    @Test("The season of months: found where a year tells it, none in a steady shop, unknown before thirteen months")
    func monthSeason() throws {
        func months(_ count: Int, _ customers: (Int) -> Int) -> [MonthFigures] {
            (0..<count).map { place in
                let month = ShopMonth(ShopDay(daysSince1970: 18_262)).advanced(byMonths: place)
                var figures = MonthFigures(month: month)
                figures.customers = customers(place)
                return figures
            }
        }
        // January 2020 comes first; December brings twice as many.
        let busy = SeasonOfMonths(months(36) { $0 % 12 == 11 ? 2_000 : 1_000 })
        let december = try #require(busy.factor(12))
        #expect((1.6...1.9).contains(december) && (0.85...1).contains(busy.factor(6) ?? 0))
        let steady = SeasonOfMonths(months(36) { 1_000 + $0 * 20 })
        #expect((1...12).allSatisfy { abs((steady.factor($0) ?? 0) - 1) < 0.01 })
        #expect((1...12).allSatisfy { SeasonOfMonths(months(12) { _ in 500 }).factor($0) == nil })
        // A handful of customers is chance.
        #expect(abs((SeasonOfMonths(months(36) { $0 % 12 == 11 ? 4 : 2 }).factor(12) ?? 0) - 1) < 0.2)
    }

    @Test("Spend that is held at a limit keeps the error of its parameters, and another horizon takes the year's decision")
    func limitedSpend() throws {
        var book = try Self.log(customers: 380, seed: 2)
        // One wedding, two years ago: where it is held, spend of later days is predicted better.
        book.order("wedding", SimulatedLog.asOf.advanced(byDays: -760).description, 25_000)
        for back in [500, 300, 100] {
            book.order("wedding", SimulatedLog.asOf.advanced(byDays: -back).description, 30)
        }
        let summaries = try book.summaries { $0.asOf = SimulatedLog.asOf }
        let year = try book.autoModel(summaries, horizonInDays: 365)
        let quarter = try book.autoModel(summaries, horizonInDays: 91)
        let held = try #require(year.steps.first { $0.kind == .winsorize })
        #expect(held.isUsed && year.spend.limit == held.amount, "\(held)")
        #expect(year.spend.logCovariance != nil && year.spend.standardErrors != nil)
        for kind in [ModelStep.Kind.weights, .winsorize, .calibration] {
            #expect(quarter.steps.first { $0.kind == kind } == year.steps.first { $0.kind == kind })
        }
        #expect(quarter.spend.limit == year.spend.limit && quarter.components.map(\.weight) == year.components.map(\.weight))
        #expect(quarter.learnt?.activityPower == year.learnt?.activityPower)
    }
}
