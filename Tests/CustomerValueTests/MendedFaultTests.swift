import BuyTillYouDie
import Facts
import Foundation
import Testing

@testable import CustomerValue

@Suite("Faults that were mended")
struct MendedFaultTests {
    @Test("All values equal: a Gini is not defined, whatever the forecast")
    func equalGini() {
        var wrong: [Int] = []
        for count in 2...80 {
            let forecast = (0..<count).map { Double($0 * 7 % count) }
            for value in [0.1, 3, 19.99] where normalizedGini(forecast, [Double](repeating: value, count: count)) != nil {
                wrong.append(count)
            }
        }
        #expect(wrong.isEmpty, "\(wrong)")
    }

    @Test("A history said to be enough for a season is enough")
    func daysNeeded() {
        let first = ShopDay(daysSince1970: 18_000)
        var wrong: [String] = []
        for history in 100...1_200 {
            for horizon in [28, 90, 200, 299, 365] where history >= ShopLevel.daysNeeded(horizon) {
                let days = FoldDays(first: first, asOf: first.advanced(byDays: history), horizonInDays: horizon)
                if !days.coversHorizon || days.sameSeason == nil { wrong.append("\(horizon): \(history)") }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.first ?? "") ... \(wrong.count)")
    }

    @Test("A log of fewer days than are asked for has no forecast: the days needed are not overstated")
    func foldDaysNeeded() {
        let first = ShopDay(daysSince1970: 18_000)
        var wrong: [String] = []
        for history in 0...400 {
            for horizon in [7, 28, 30, 45, 90] {
                let days = FoldDays(first: first, asOf: first.advanced(byDays: history), horizonInDays: horizon)
                let needed = FoldDays.daysNeeded(horizonInDays: horizon)
                if (history < needed) != days.cutoffs.isEmpty { wrong.append("\(horizon): \(history), \(needed)") }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3)) \(wrong.count)")
    }

    @Test("One order long before the shop opened does not move the season to another year's day")
    func loneEarlyOrder() throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 300
        plan.seed = 3
        plan.begins = { _, generator in 60 + 30 * Int(generator.next() % 22) }
        plan.factor = { (1...90).contains(($0 + 3_640) % 364) ? 2 : 1 }
        plan.most = 2
        let shop = try SimulatedLog(plan)
        let only = Set(ModelStep.Kind.allCases).subtracting([.season])
        let usual = try shop.book.auto(asOf: SimulatedLog.asOf, horizonInDays: 90, without: only).predictions.model
        var book = shop.book
        book.order("test", SimulatedLog.asOf.advanced(byDays: -1_000).description, 1)
        let early = try book.auto(asOf: SimulatedLog.asOf, horizonInDays: 90, without: only).predictions.model
        let one = usual.steps.first { $0.kind == .season }
        let other = early.steps.first { $0.kind == .season }
        #expect(one?.isUsed == true && other?.isUsed == true && one?.reason == other?.reason)
        #expect(abs((one?.amount ?? 1) - (other?.amount ?? 2)) < 0.02, "\(String(describing: one)) \(String(describing: other))")
    }

    @Test("What came in a quarter is less what was given back within it")
    func quarterRefunds() throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 60
        plan.begins = { _, generator in 101 + 30 * Int(generator.next() % 24) }
        var book = try SimulatedLog(plan).book
        let cutoff = SimulatedLog.asOf.advanced(byDays: -91)
        book.order("c1", cutoff.advanced(byDays: 10).description, 1_000, id: "big")
        book.refund("c1", cutoff.advanced(byDays: 30).description, 1_000, of: "big")
        let sample = book.sample()
        let check = try #require(
            ForecastCheck(
                lastQuarterOf: sample, first: SimulatedLog.asOf.advanced(byDays: -800), asOf: SimulatedLog.asOf,
                options: PredictionOptions()))
        let came = sample.outcomes(after: cutoff, days: 91)
        #expect(check.actualMinorUnits == came.minorUnits.reduce(0, +) && check.actualOrders == came.orders.reduce(0) { $0 + Int($1) })
    }

    @Test("A feature that is no number says the same in training and in prediction")
    func notANumber() {
        var table = FeatureTable(width: 1)
        for number in 0..<400 { table.append([number % 2 == 0 ? Float.nan : Float(number)]) }
        let trees = BoostedTrees.train(
            table, target: (0..<400).map { $0 % 2 == 0 ? 3 : 0 }, mean: [Double](repeating: 1, count: 400), loss: .counts(dispersion: 0.5))
        let raw: [Float] = [.nan]
        #expect(raw.withUnsafeBufferPointer { trees.logFactor($0) } == trees.logFactor(table, row: 0))
    }

    @Test("With every step off ranges too are those of the plain average")
    func ranges() throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 205
        plan.seed = 9
        plan.begins = { _, generator in 40 + 60 * Int(generator.next() % 15) }
        let all = Set(ModelStep.Kind.allCases)
        let (summaries, predictions) = try SimulatedLog(plan).book.auto(asOf: SimulatedLog.asOf, horizonInDays: 90, without: all)
        var options = PredictionOptions()
        options.horizonInDays = 90
        options.withoutSteps = all
        var model = try PredictionModel(summaries, buyers: Buyers(summaries), options: options, sample: nil, stage: { _ in })
        model.includesParameterError = false
        let plain = Predictions(summaries, buyers: Buyers(summaries), model: model, horizonInDays: 90)
        #expect(
            predictions.clvHighMinorUnits == plain.clvHighMinorUnits, "\(String(describing: predictions.model.adjustment?.survivalAtHigh))")
    }

    @Test("Weights before shrinking are those of the best log score", arguments: [1, 2] as [UInt64])
    func weightsReachTheBest(seed: UInt64) throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 250
        plan.seed = seed
        plan.begins = { _, generator in 380 + Int(generator.next() % 600) }
        let sample = try SimulatedLog(plan).book.sample()
        var recipe = AutoRecipe()
        recipe.computesHessian = false
        let folds = [360, 240, 120].compactMap {
            FoldForecast(
                sample, cutoff: SimulatedLog.asOf.advanced(byDays: -$0), horizonInDays: 120, recipe: recipe)
        }
        var best = (weight: 0.0, score: -Double.infinity)
        for step in 0...500 {
            let weight = Double(step) / 500
            let score = ModelWeights.logScore(folds, weights: [weight, 1 - weight])
            if score > best.score { best = (weight, score) }
        }
        let found = 2 * ModelWeights.stacked(folds, coversHorizon: true)[0] - 0.5
        #expect(abs(found - best.weight) < 0.02, "\(found), best \(best)")
    }

    @Test("Between nodes probabilities are within a thousandth of the exact value")
    func interpolation() throws {
        let model = try PredictionModel.averaged(try SimulatedShop(customers: 150, seed: 33).summaries)
        let history = PurchaseHistory(frequency: 1, recencyInWeeks: 8, ageInWeeks: 30)
        var forecaster = GroupForecaster(model, histories: PurchaseHistories([history]), horizon: Horizon(days: 30))
        forecaster.prepare(group: 0)
        for logIntensity in [-1.63, -0.87, -0.12, 0.38, 1.13] {
            let exact = model.components.reduce(0) { sum, component in
                let outlook = component.fit.model.outlook(of: history).scaled(intensity: exp(logIntensity))
                return sum + component.weight * component.fit.model.probabilityAlive(history)
                    * outlook.probabilityOfPurchase(withinWeeks: 30.0 / 7)
            }
            let found = forecaster.forecast(logIntensity: logIntensity).probabilityOfOrder
            #expect(abs(found / exact - 1) < 1e-3, "\(logIntensity): \(found / exact - 1)")
        }
    }

    @Test("Small shops without a season: its correction does not make totals worse")
    func seasonNoise() throws {
        var squares = (with: 0.0, without: 0.0)
        for seed in 1...24 as ClosedRange<UInt64> {
            var plan = SimulatedLog.Plan()
            plan.customers = 80
            plan.seed = seed
            plan.begins = { _, generator in 10 + Int(generator.next() % 630) }
            let shop = try SimulatedLog(plan)
            let all = Set(ModelStep.Kind.allCases)
            func error(_ without: Set<ModelStep.Kind>) throws -> Double {
                let expected = try shop.book.auto(asOf: SimulatedLog.asOf, horizonInDays: 91, without: without).predictions.totalOrders
                return pow(log((Double(shop.futureOrders) + 1) / (expected + 1)), 2)
            }
            squares.with += try error(all.subtracting([.season]))
            squares.without += try error(all)
        }
        #expect(squares.with < squares.without * 1.1, "\((squares.with / 24).squareRoot()) \((squares.without / 24).squareRoot())")
    }
}
