import BuyTillYouDie
import Facts
import Foundation
import Testing

@testable import CustomerValue

@Suite("What earlier days teach")
struct FoldLessonsTests {
    /// Forecasts on three earlier days of a simulated log.
    private static func folds(_ book: OrderBook, horizonInDays: Int = 120, back: [Int] = [360, 240, 120]) throws -> [FoldForecast] {
        var recipe = AutoRecipe()
        recipe.computesHessian = false
        let sample = book.sample()
        return try back.map {
            try #require(
                FoldForecast(
                    sample, cutoff: SimulatedLog.asOf.advanced(byDays: -$0), horizonInDays: horizonInDays, recipe: recipe,
                ))
        }
    }

    private static func book(seed: UInt64, customers: Int = 250, _ change: (inout SimulatedLog.Plan) -> Void = { _ in }) throws -> OrderBook
    {
        var plan = SimulatedLog.Plan()
        plan.customers = customers
        plan.seed = seed
        plan.begins = { _, generator in 380 + Int(generator.next() % 600) }
        change(&plan)
        return try SimulatedLog(plan).book
    }

    @Test("Weights add up to 1, stay within half of equal parts, and predict no worse than those", arguments: [1, 2, 3] as [UInt64])
    func weights(seed: UInt64) throws {
        let folds = try Self.folds(try Self.book(seed: seed))
        let weights = ModelWeights.stacked(folds, coversHorizon: true)
        #expect(weights.count == 2 && abs(weights[0] + weights[1] - 1) < 1e-12)
        #expect(weights.allSatisfy { (0.25...0.75).contains($0) })
        #expect(ModelWeights.logScore(folds, weights: weights) >= ModelWeights.logScore(folds, weights: [0.5, 0.5]))
    }

    @Test("The best share of two models is found: of a known mixture, of equal models, of one that is right throughout")
    func bestShare() {
        var generator = SeededGenerator(seed: 4)
        var rows = (first: [Double](), second: [Double]())
        // What happened comes from the first model in three cases of ten: it gives 0.8 to "yes", the second 0.2.
        for _ in 0..<20_000 {
            let probability = Double.random(in: 0..<1, using: &generator) < 0.3 ? 0.8 : 0.2
            let happened = Double.random(in: 0..<1, using: &generator) < probability
            rows.first.append(log(happened ? 0.8 : 0.2))
            rows.second.append(log(happened ? 0.2 : 0.8))
        }
        #expect(abs(ModelWeights.bestShare([rows]) - 0.3) < 0.02)
        #expect(ModelWeights.bestShare([(rows.first, rows.first)]) == 0.5)
        #expect(ModelWeights.bestShare([([0, 0], [-1, -900])]) == 1)
    }

    @Test("Without a fold there is nothing to weigh")
    func noFold() {
        #expect(ModelWeights.stacked([], coversHorizon: true) == [0.5, 0.5])
        #expect(ModelWeights.logScore([], weights: [0.5, 0.5]) == 0)
    }

    @Test("A fold holds each model's probabilities and what came, by the row of the buyer")
    func fold() throws {
        let book = try Self.book(seed: 4, customers: 60)
        let fold = try #require(try Self.folds(book, back: [120]).first)
        let outcomes = book.sample().outcomes(after: fold.cutoff, days: 120)
        #expect(fold.count == fold.buyers.customers.count && fold.count == 60)
        for row in stride(from: 0, to: fold.count, by: 7) {
            let customer = Int(fold.buyers.customers[row])
            let history = PurchaseHistory(
                frequency: Int(fold.summaries.frequency[customer]), recencyInWeeks: Double(fold.summaries.recencyInDays[customer]) / 7,
                ageInWeeks: Double(fold.summaries.ageInDays[customer]) / 7)
            let came = Int(outcomes.purchaseDays[customer])
            #expect(Int(fold.purchaseDays[row]) == came)
            for (index, fit) in fold.fits.enumerated() {
                let model = fit.model
                let weeks = 120.0 / 7
                #expect(abs(fold.alive[index][row] - model.probabilityAlive(history)) < 1e-12)
                #expect(abs(fold.expected[index][row] - model.expectedPurchases(history, withinWeeks: weeks)) < 1e-9)
                let counts = model.purchaseCountDistribution(history, withinWeeks: weeks)
                #expect(abs(exp(fold.logOutcome[index][row]) - counts[came]) < 1e-9)
            }
        }
        // At factor one and power one the probability of an order is the average's own.
        let zero = [Double](repeating: 0, count: fold.count)
        let mixed = fold.probabilityOfOrder(weights: [0.3, 0.7], activityPower: 1, logIntensity: zero)
        let raised = fold.probabilityOfOrder(weights: [0.3, 0.7], activityPower: 0.5, logIntensity: zero)
        for row in 0..<fold.count {
            let alive = 0.3 * fold.alive[0][row] + 0.7 * fold.alive[1][row]
            #expect(mixed[row] <= alive && raised[row] <= alive.squareRoot() + 1e-12)
            #expect(abs(raised[row] * alive.squareRoot() - mixed[row]) < 1e-12)
        }
    }

    @Test("Customers who pause for months and come back: models are too pessimistic, the power is under 1")
    func tooPessimistic() throws {
        var generator = SeededGenerator(seed: 15)
        var book = OrderBook()
        for number in 0..<250 {
            // Weeks of buying, then half a year or so of nothing, over and over.
            var before = 500 + Int(generator.next() % 500)
            while before >= 0 {
                for _ in 0..<(3 + generator.next() % 3) where before >= 0 {
                    book.order("c\(number)", SimulatedLog.asOf.advanced(byDays: -before).description, 20)
                    before -= 3 + Int(generator.next() % 6)
                }
                before -= 120 + Int(generator.next() % 160)
            }
        }
        let folds = try Self.folds(book)
        let best = ActivityPower.best(FoldLessons(folds, weights: [0.5, 0.5]))
        #expect(best.power < 1 && best.with < best.without, "\(best)")
    }

    @Test("Customers as the models describe them: the power stays near 1 and cannot make the loss worse", arguments: [21, 22] as [UInt64])
    func asDescribed(seed: UInt64) throws {
        let folds = try Self.folds(try Self.book(seed: seed, customers: 400))
        let best = ActivityPower.best(FoldLessons(folds, weights: [0.5, 0.5]))
        #expect((0.6...1.3).contains(best.power) && best.with <= best.without, "\(best)")
        #expect(best.without - best.with < 0.01)
    }

    @Test("Each fold's expectations are brought to the total that came")
    func levels() throws {
        let folds = try Self.folds(try Self.book(seed: 5, customers: 120))
        let lessons = FoldLessons(folds, weights: [0.4, 0.6])
        for (number, fold) in folds.enumerated() {
            for power in [1.0, 0.45] {
                let factors = lessons.logIntensities(ofFold: number, activityPower: power)
                var total = 0.0
                for row in 0..<fold.count {
                    total += lessons.expected[number][row] * pow(lessons.alive[number][row], power - 1) * exp(factors[row])
                }
                #expect(abs(total - fold.purchaseDays.reduce(0, +)) < 1e-6)
            }
            #expect(lessons.features[number].count == fold.count)
            let expected = lessons.expected[number].reduce(0, +)
            #expect(abs(lessons.logRatios[number] - log((fold.purchaseDays.reduce(0, +) + 5) / (expected + 5))) < 1e-9)
        }
    }
}

@Suite("Forecasts beside what came")
struct BacktestFoldTests {
    @Test("The probability given to what came is that of the model's own distribution of purchase days")
    func logScore() throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 50
        plan.begins = { _, generator in 190 + Int(generator.next() % 400) }
        let sample = try SimulatedLog(plan).book.sample()
        let cutoff = SimulatedLog.asOf.advanced(byDays: -90)
        let summaries = try sample.summaries(asOf: cutoff)
        let outcomes = sample.outcomes(after: cutoff, days: 90)
        let buyers = Buyers(summaries)
        var options = PredictionOptions()
        options.model = .paretoNBD
        options.horizonInDays = 90
        let predictions = try Predictions(summaries, options: options)
        let found = predictions.logProbabilities(of: outcomes, buyers: buyers)
        let model = predictions.model.components[0].fit.model
        for (row, number) in buyers.customers.enumerated() {
            let customer = Int(number)
            let history = PurchaseHistory(
                frequency: Int(summaries.frequency[customer]), recencyInWeeks: Double(summaries.recencyInDays[customer]) / 7,
                ageInWeeks: Double(summaries.ageInDays[customer]) / 7)
            let counts = model.purchaseCountDistribution(history, withinWeeks: 90.0 / 7)
            #expect(abs(exp(found[row]) - counts[Int(outcomes.purchaseDays[customer])]) < 1e-9)
        }
    }

    @Test("Rules of thumb: nothing, the rate of the past, the same as lately")
    func naive() throws {
        var book = OrderBook()
        for day in ["2024-01-01", "2024-03-01", "2024-03-30"] { book.order("ann", day, 50) }
        let asOf = try #require(ShopDay("2024-04-09"))
        let sample = book.sample()
        let summaries = try sample.summaries(asOf: asOf)
        let recent = sample.outcomes(after: asOf.advanced(byDays: -30), days: 30)
        func said(_ rule: NaiveForecast) -> [Double] {
            let forecast = rule.predict(summaries, 0, recent: recent, horizonInDays: 30)
            return [forecast.orders, forecast.value, forecast.probability]
        }
        #expect(said(.zero) == [0, 0, 0])
        #expect(said(.lastPeriod) == [1, 50, 1])
        // Three orders in a hundred days, the first and the last among them.
        let rate = said(.rate)
        #expect(abs(rate[0] - 0.9) < 1e-12 && abs(rate[1] - 45) < 1e-12 && abs(rate[2] - (1 - exp(-0.9))) < 1e-12)
    }

    @Test("Every model on every day, means over days, and no model beats one that knows the future")
    func candidates() throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 60
        plan.begins = { _, generator in 240 + 30 * Int(generator.next() % 12) }
        let book = try SimulatedLog(plan).book
        let asOf = SimulatedLog.asOf
        var options = PredictionOptions()
        options.horizonInDays = 60
        options.withoutSteps = [.ranker]
        let first = asOf.advanced(byDays: -570)
        let one = Backtest(book.sample(), first: first, asOf: asOf, cutoff: asOf.advanced(byDays: -60), options: options)
        #expect(one.folds.count == 1 && one.daysNeeded == nil && one.sampledCustomers == nil)
        let fold = try #require(one.folds.first)
        #expect(fold.candidates.map(\.name).prefix(2) == ["auto", "average"] && fold.candidates.count == 8)
        let ordered = fold.candidates.map(\.scores.orderedShare)
        #expect(fold.customers == 60 && Set(ordered).count == 1)
        #expect(one.means.map(\.scores.brier) == fold.candidates.map(\.scores.brier))
        #expect(fold.calibration.reduce(0) { $0 + $1.customers } == 60)
        #expect(fold.candidates.allSatisfy { $0.scores.logScore.map { $0 < 0 } ?? $0.name.hasPrefix("naive") })
        let none = Backtest(book.sample(), first: asOf.advanced(byDays: -50), asOf: asOf, cutoff: nil, options: options)
        #expect(none.folds.isEmpty && none.daysNeeded != nil && none.means.isEmpty)
    }
}
