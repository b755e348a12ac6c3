import Facts
import Testing

@testable import CustomerValue

@Suite("Looking back")
struct LookBackTests {
    private static let asOf = SimulatedLog.asOf
    private static let first = asOf.advanced(byDays: -570)

    private static func sample() throws -> OrderSample {
        var plan = SimulatedLog.Plan()
        plan.customers = 60
        plan.begins = { _, generator in
            let next: UInt64 = generator.next()
            return 240 + 30 * Int(next % 12)
        }
        return try SimulatedLog(plan).book.sample()
    }

    private static let options: PredictionOptions = {
        var options = PredictionOptions()
        options.horizonInDays = 60
        options.withoutSteps = [.ranker]
        return options
    }()

    private static func found() throws -> LookBack {
        var run = LookBackRun(try sample(), first: first, asOf: asOf, options: options)
        var steps = 0
        while !run.isDone {
            run.step()
            steps += 1
        }
        #expect(steps == run.steps && run.done == steps)
        run.step()
        #expect(run.done == steps)
        return run.found
    }

    private static func expectSame(_ a: LookBack, _ b: LookBack) {
        #expect(a.backtest.sampledCustomers == b.backtest.sampledCustomers && a.backtest.daysNeeded == b.backtest.daysNeeded)
        #expect(a.backtest.folds.count == b.backtest.folds.count)
        for (a, b) in zip(a.backtest.folds, b.backtest.folds) {
            #expect((a.cutoff, a.horizonInDays, a.customers) == (b.cutoff, b.horizonInDays, b.customers))
            #expect(a.calibration == b.calibration && a.candidates.map(\.name) == b.candidates.map(\.name))
            for (a, b) in zip(a.candidates, b.candidates) {
                // Biases go through per cent; tenths are kept of what predicts.
                for (a, b) in zip(a.scores.values, b.scores.values) {
                    #expect((a == nil) == (b == nil) && abs((a ?? 0) - (b ?? 0)) <= 1e-12 * abs(a ?? 0))
                }
                if a.name == Backtest.predicting { #expect(a.scores.deciles == b.scores.deciles && !a.scores.deciles.isEmpty) }
            }
        }
        #expect((a.lastQuarter == nil) == (b.lastQuarter == nil))
        if let a = a.lastQuarter, let b = b.lastQuarter {
            #expect((a.cutoff, a.horizonInDays, a.customers, a.actualOrders) == (b.cutoff, b.horizonInDays, b.customers, b.actualOrders))
            #expect(a.expectedOrders == b.expectedOrders && a.expectedMinorUnits == b.expectedMinorUnits)
            #expect(a.rangeMinorUnits == b.rangeMinorUnits && a.actualMinorUnits == b.actualMinorUnits)
            #expect(a.weeks.map(\.firstDay) == b.weeks.map(\.firstDay))
            #expect(a.weeks.map(\.expectedMinorUnits) == b.weeks.map(\.expectedMinorUnits))
            #expect(a.weeks.map(\.actualMinorUnits) == b.weeks.map(\.actualMinorUnits))
        }
    }

    @Test("A day at a time finds what a back-test finds at once, and is kept to the last bit")
    func steps() throws {
        let found = try Self.found()
        let sample = try Self.sample()
        let atOnce = Backtest(sample, first: Self.first, asOf: Self.asOf, cutoff: nil, options: Self.options)
        #expect(found.backtest.folds.count >= 2)
        Self.expectSame(
            found,
            LookBack(
                backtest: atOnce,
                lastQuarter: ForecastCheck(lastQuarterOf: sample, first: Self.first, asOf: Self.asOf, options: Self.options)))
        let kept = found.encoded
        let read = try #require(LookBack(decoding: kept))
        Self.expectSame(read, found)
        #expect(found.lastQuarter != nil && found.encoded == kept)
        let short = Backtest(sample, first: Self.asOf.advanced(byDays: -50), asOf: Self.asOf, cutoff: nil, options: Self.options)
        let tooShort = try #require(LookBack(decoding: LookBack(backtest: short, lastQuarter: nil).encoded))
        #expect(tooShort.backtest.folds.isEmpty && tooShort.backtest.daysNeeded == short.daysNeeded)
    }

    @Test("What is no look back, or holds what none can, is not read")
    func damaged() throws {
        let kept = try Self.found().encoded
        for text in ["", "{}", "[]", "{\"format\":\"perennial shop model\",\"version\":1}"] { #expect(LookBack(decoding: text) == nil) }
        for (from, to) in [
            ("\"version\":1", "\"version\":2"), ("\"horizonInDays\":60", "\"horizonInDays\":0"), ("\"predicted\":0.", "\"predicted\":7."),
            ("\"scores\":[", "\"scores\":[1,"), ("\"number\":1}", "\"number\":11}"), ("\"low\":", "\"low\":9223372036854775807,\"was\":"),
            ("\"means\":[", "\"means\":[1,"),
        ] {
            let other = kept.replacing(from, with: to)
            #expect(other != kept && LookBack(decoding: other) == nil, "\(from)")
        }
    }

    @Test("Tenths of all days together: means by customers")
    func tenths() {
        func fold(_ customers: Int, _ value: Double) -> Backtest.Fold {
            var scores = ForecastScores()
            scores.deciles = [.init(number: 1, customers: customers, predictedValue: value, actualValue: 2 * value)]
            return Backtest.Fold(
                cutoff: Self.asOf, horizonInDays: 60, customers: customers, candidates: [.init(name: "auto", scores: scores)],
                calibration: [])
        }
        let tenths = Backtest(folds: [fold(10, 100), fold(30, 20)]).tenths
        #expect(tenths == [.init(number: 1, customers: 40, predictedValue: 40, actualValue: 80)])
        #expect(Backtest(folds: []).tenths.isEmpty)
    }
}
