import BuyTillYouDie
import Facts
import Foundation
import Testing

@testable import CustomerValue

@Suite("Months ahead and the last quarter")
struct CourseTests {
    private func day(_ text: String) throws -> ShopDay { try #require(ShopDay(text)) }

    @Test("Months end where the calendar says, across leap days and the turn of the year")
    func ends() throws {
        #expect(MonthForecast.endsInDays(asOf: try day("2023-12-31"), horizonInDays: 91) == [31, 60, 91])
        #expect(MonthForecast.endsInDays(asOf: try day("2023-01-31"), horizonInDays: 40) == [28, 40])
        #expect(MonthForecast.endsInDays(asOf: try day("2024-01-31"), horizonInDays: 40) == [29, 40])
        #expect(MonthForecast.endsInDays(asOf: try day("2024-02-28"), horizonInDays: 3) == [1, 3])
        #expect(MonthForecast.endsInDays(asOf: try day("2024-12-30"), horizonInDays: 32) == [1, 32])
        #expect(MonthForecast.endsInDays(asOf: try day("2024-12-31"), horizonInDays: 1) == [1])
        #expect(MonthForecast.endsInDays(asOf: try day("2024-12-10"), horizonInDays: 21) == [21])
        #expect(MonthForecast.endsInDays(asOf: try day("2024-12-10"), horizonInDays: 22) == [21, 22])
    }

    @Test("Any day and horizon: ends ascend to the horizon, and each but the last is the last day of its month")
    func anyDay() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<2_000 {
            let asOf = ShopDay(daysSince1970: Int32.random(in: 0...40_000, using: &generator))
            let horizon = Int.random(in: 1...1_200, using: &generator)
            let ends = MonthForecast.endsInDays(asOf: asOf, horizonInDays: horizon)
            #expect(ends.last == horizon && zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 })
            var month = asOf.advanced(byDays: 1).civil.month
            for (place, end) in ends.enumerated() {
                let last = asOf.advanced(byDays: end)
                #expect(last.civil.month == month && end > 0)
                if place < ends.count - 1 { #expect(last.advanced(byDays: 1).civil.day == 1) }
                month = month % 12 + 1
            }
        }
    }

    @Test("Months follow each other without a gap and add up to the horizon's totals", arguments: [20, 91, 365, 800])
    func months(horizon: Int) throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 60
        plan.seed = 31
        plan.begins = { _, generator in 45 + 60 * Int(generator.next() % 12) }
        let asOf = SimulatedLog.asOf
        let (summaries, predictions) = try SimulatedLog(plan).book.auto(
            asOf: asOf, horizonInDays: horizon, course: MonthForecast.endsInDays(asOf: asOf, horizonInDays: horizon))
        let figures = GroupFigures(0..<summaries.count, summaries: summaries, predictions: predictions)
        let months = MonthForecast.months(of: predictions, totals: figures, season: SeasonOfMonths([]))
        #expect(months.first?.firstDay == asOf.advanced(byDays: 1) && months.last?.lastDay == asOf.advanced(byDays: horizon))
        #expect(zip(months, months.dropFirst()).allSatisfy { $0.lastDay.advanced(byDays: 1) == $1.firstDay })
        let value = months.reduce(0) { $0 + $1.expectedMinorUnits }
        let orders = months.reduce(0) { $0 + $1.expectedOrders }
        #expect(abs(value - Double(figures.predictedMinorUnits)) < 1e-6 * max(1, value))
        #expect(abs(orders - figures.predictedOrders) < 1e-9 * max(1, orders))
        for month in months {
            #expect(month.expectedOrders >= 0 && month.expectedMinorUnits >= 0 && month.rangeMinorUnits.lowerBound >= 0)
            #expect(Double(month.rangeMinorUnits.lowerBound) <= month.expectedMinorUnits + 0.5)
            #expect(Double(month.rangeMinorUnits.upperBound) >= month.expectedMinorUnits - 0.5)
        }
        // Customers leave and none is new: a day of the last full month brings less than one of the first.
        let full = months.filter { $0.firstDay.civil.day == 1 && $0.lastDay.advanced(byDays: 1).civil.day == 1 }
        func perDay(_ month: MonthForecast) -> Double { month.expectedOrders / Double(month.firstDay.days(until: month.lastDay) + 1) }
        if let first = full.first, let last = full.last, full.count > 1 { #expect(perDay(last) < perDay(first)) }
    }

    @Test("Without a course up to the horizon there are no months")
    func noCourse() throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 30
        plan.begins = { _, generator in 45 + 60 * Int(generator.next() % 12) }
        let (summaries, predictions) = try SimulatedLog(plan).book.auto(asOf: SimulatedLog.asOf, horizonInDays: 90, course: [30, 60])
        let figures = GroupFigures(0..<summaries.count, summaries: summaries, predictions: predictions)
        #expect(predictions.course.isEmpty && MonthForecast.months(of: predictions, totals: figures, season: SeasonOfMonths([])).isEmpty)
    }

    private func lastQuarter(_ book: OrderBook, customers limit: Int = .max) throws -> ForecastCheck? {
        let summaries = try book.summaries { $0.asOf = SimulatedLog.asOf }
        let first = try #require(summaries.report.firstOrder.map { summaries.timeZone.day(of: $0) })
        return ForecastCheck(
            lastQuarterOf: book.sample(limit: limit), first: first, asOf: SimulatedLog.asOf, options: PredictionOptions())
    }

    private func plan(seed: UInt64) -> SimulatedLog.Plan {
        var plan = SimulatedLog.Plan()
        plan.customers = 80
        plan.seed = seed
        plan.begins = { _, generator in 101 + 90 * Int(generator.next() % 8) }
        return plan
    }

    @Test("A quarter ago the forecast knew the range in which the quarter came, for most of ten shops")
    func lastQuarterComesTrue() throws {
        var within = 0
        for seed in 1...10 as ClosedRange<UInt64> {
            let check = try #require(try lastQuarter(try SimulatedLog(plan(seed: seed)).book))
            if check.rangeMinorUnits.contains(check.actualMinorUnits) { within += 1 }
            #expect(check.weeks.count == 13 && check.customers == 80)
            let expected = check.weeks.reduce(0) { $0 + $1.expectedMinorUnits }
            #expect(abs(expected - check.expectedMinorUnits) < 1e-6 * expected)
            #expect(check.weeks.reduce(0) { $0 + $1.actualMinorUnits } == check.actualMinorUnits)
            #expect(zip(check.weeks, check.weeks.dropFirst()).allSatisfy { $0.firstDay.advanced(byDays: 7) == $1.firstDay })
            #expect(check.weeks.first?.firstDay == check.cutoff.advanced(byDays: 1))
            #expect(check.weeks.last?.firstDay.advanced(byDays: 6) == SimulatedLog.asOf)
        }
        #expect(within >= 6, "\(within) of 10")
    }

    @Test("What came in the quarter is what the orders say")
    func actual() throws {
        let book = try SimulatedLog(plan(seed: 3)).book
        let check = try #require(try lastQuarter(book))
        let cutoff = SimulatedLog.asOf.advanced(byDays: -91)
        var orders = 0
        var minorUnits: Int64 = 0
        for row in 0..<book.table.count where ShopDay(daysSince1970: Int32(book.table[row].secondsSince1970 / 86_400)) > cutoff {
            orders += 1
            minorUnits += book.table[row].minorUnits
        }
        #expect(orders > 10 && check.actualOrders == orders && check.actualMinorUnits == minorUnits && check.cutoff == cutoff)
    }

    @Test("Half of the customers stand for all: totals are of the whole shop's size")
    func sampled() throws {
        let book = try SimulatedLog(plan(seed: 6)).book
        let whole = try #require(try lastQuarter(book))
        let half = try #require(try lastQuarter(book, customers: 40))
        #expect(half.customers == 80 && abs(half.expectedOrders / whole.expectedOrders - 1) < 0.5)
        #expect(half.actualOrders.isMultiple(of: 2))
    }

    @Test("Too short a log has no last quarter to look back on")
    func tooShort() throws {
        var plan = plan(seed: 1)
        plan.customers = 40
        plan.begins = { _, generator in 60 + Int(generator.next() % 120) }
        #expect(try lastQuarter(try SimulatedLog(plan).book) == nil)
    }
}
