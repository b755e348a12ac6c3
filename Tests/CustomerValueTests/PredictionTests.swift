import BuyTillYouDie
import Facts
import Testing

@testable import CustomerValue

@Suite("Predictions")
struct PredictionTests {
    private func options(_ model: ModelChoice, horizonInDays: Int = 365) -> PredictionOptions {
        var options = PredictionOptions()
        options.model = model
        options.horizonInDays = horizonInDays
        return options
    }

    @Test(
        "What every row promises, for each model and several horizons",
        arguments: [(ModelChoice.auto, 30), (.auto, 365), (.bgNBD, 365), (.mbgNBD, 730), (.paretoNBD, 365)])
    func invariants(model: ModelChoice, horizon: Int) throws {
        let shop = try SimulatedShop(customers: 120, seed: 5)
        let predictions = try Predictions(shop.summaries, options: options(model, horizonInDays: horizon))
        for customer in 0..<shop.summaries.count {
            let row = try #require(predictions[customer])
            #expect((0...1).contains(row.churnProbability) && (0...1).contains(row.probabilityOfOrder))
            #expect(row.probabilityOfOrder <= 1 - row.churnProbability + 1e-12)
            #expect(row.numberOfOrders >= row.probabilityOfOrder - 1e-9)
            #expect(row.clvLowMinorUnits >= 0 && row.clvLowMinorUnits <= row.clvHighMinorUnits && row.clvMinorUnits >= 0)
            #expect(row.expectedDateOfNextOrder > SimulatedShop.asOf)
            #expect(row.expectedDateOfNextOrder <= SimulatedShop.asOf.advanced(byDays: horizon))
            #expect(row.numberOfOrders.isFinite)
        }
    }

    @Test("Churn rises strictly with silence, except under BG/NBD for one-time buyers", arguments: ModelChoice.allCases)
    func silence(model: ModelChoice) throws {
        let shop = try SimulatedShop(customers: 500, seed: 8)
        let fitted = try Predictions(shop.summaries, options: options(model)).model
        for frequency in [0, 1, 4, 20] {
            for recency in frequency == 0 ? [0.0] : [10.0, 40.0] {
                var before = -1.0
                for silence in stride(from: 0.0, through: 60, by: 1) {
                    let history = PurchaseHistory(frequency: frequency, recencyInWeeks: recency, ageInWeeks: recency + silence)
                    let alive = fitted.components.reduce(0) { $0 + $1.weight * $1.fit.model.probabilityAlive(history) }
                    if model == .bgNBD, frequency == 0 {
                        #expect(alive == 1)
                    } else {
                        #expect(1 - alive > before, "\(frequency) purchases, silent for \(silence) weeks")
                    }
                    before = 1 - alive
                }
            }
        }
    }

    @Test("The model of the simulation predicts totals and ranges that come true")
    func comesTrue() throws {
        let shop = try SimulatedShop(customers: 2_000, seed: 21)
        let predictions = try Predictions(shop.summaries, options: options(.paretoNBD))
        #expect(predictions.model.includesParameterError)
        var expected: (orders: Double, spend: Double, any: Double) = (0, 0, 0)
        var seen: (orders: Int, spend: Int64, any: Int) = (0, 0, 0)
        var above = 0
        var expectedAbove = 0.0
        var below = 0
        for customer in 0..<shop.summaries.count {
            let row = try #require(predictions[customer])
            expected.orders += row.numberOfOrders
            expected.spend += Double(row.clvMinorUnits)
            expected.any += row.probabilityOfOrder
            seen.orders += shop.futureOrders[customer]
            seen.spend += shop.futureMinorUnits[customer]
            seen.any += shop.futureOrders[customer] > 0 ? 1 : 0
            expectedAbove += min(0.1, row.probabilityOfOrder)
            if shop.futureMinorUnits[customer] > row.clvHighMinorUnits { above += 1 }
            if shop.futureMinorUnits[customer] < row.clvLowMinorUnits { below += 1 }
        }
        #expect(abs(expected.orders / Double(seen.orders) - 1) < 0.1, "\(expected) \(seen)")
        #expect(abs(expected.spend / Double(seen.spend) - 1) < 0.12, "\(expected) \(seen)")
        #expect(abs(expected.any / Double(seen.any) - 1) < 0.08, "\(expected) \(seen)")
        // 10 % lie above the high point where it is not zero, and P(any order) where it is; below the low point, zero for most, fewer.
        let share = Double(above) / Double(shop.summaries.count)
        #expect(abs(share - expectedAbove / Double(shop.summaries.count)) < 0.02, "\(share)")
        #expect(Double(below) / Double(shop.summaries.count) < 0.1)
    }

    @Test("Ranges by tables agree with the exact distribution of spend")
    func exactRanges() throws {
        let shop = try SimulatedShop(customers: 300, seed: 33)
        let model = try Predictions(shop.summaries, options: options(.paretoNBD)).model
        // Without the error of parameters the range is a quantile of one exact distribution.
        let plain = model.withoutParameterError
        let cases = [(0, 0.0, 20.0, 0.0), (1, 8.0, 30.0, 40.0), (6, 50.0, 52.0, 25.0), (15, 60.0, 61.0, 90.0)]
        for (frequency, recency, age, mean) in cases {
            let history = PurchaseHistory(frequency: frequency, recencyInWeeks: recency, ageInWeeks: age)
            var forecaster = GroupForecaster(plain, histories: PurchaseHistories([history]), horizon: Horizon(days: 365))
            forecaster.prepare(group: 0)
            let range = forecaster.spendRange((count: frequency, mean: mean), logIntensity: 0)
            let fit = plain.components[0].fit.model
            let counts = fit.outlook(frequency: frequency, ageInWeeks: age).purchaseCountDistribution(withinWeeks: 365.0 / 7)
            let exact = SpendDistribution(
                spend: plain.spend.gammaGamma, observedCount: frequency, observedMean: mean, countsGivenAlive: counts,
                probabilityAlive: fit.probabilityAlive(history))
            #expect(abs(range.low - exact.quantile(0.1)) <= 1e-3 * exact.quantile(0.1) + 1e-9)
            #expect(abs(range.high - exact.quantile(0.9)) <= 1e-3 * exact.quantile(0.9) + 1e-9)
        }
    }

    @Test("The next order under an average of models is the median of the mixture")
    func nextOrderOfMixture() throws {
        let models: [any PurchaseModel] = [
            try #require(MBGNBD(parameters: [0.62, 8.7, 0.55, 1.02])), try #require(ParetoNBD(parameters: [0.57, 12.6, 0.41, 10.6])),
        ]
        for days in [90, 365, 730] {
            for (frequency, age) in [(0, 2.0), (0, 39.0), (1, 30.0), (12, 60.0)] {
                let outlooks = models.map { $0.outlook(frequency: frequency, ageInWeeks: age) }
                let shares = [0.31, 0.22]
                let horizon = Horizon(days: days)
                func mixed(_ weeks: Double) -> Double {
                    zip(shares, outlooks).reduce(0) { $0 + $1.0 * $1.1.probabilityOfPurchase(withinWeeks: weeks) }
                }
                for q in [0.5, 0.8] {
                    let weeks = NextOrder(outlooks, horizon: horizon).quantileInWeeks(q, shares: shares)
                    var low = 0.0
                    var high = horizon.weeks
                    for _ in 0..<60 {
                        let middle = (low + high) / 2
                        if mixed(middle) < q * mixed(horizon.weeks) { low = middle } else { high = middle }
                    }
                    #expect(abs(weeks - high) * 7 < 0.02, "\(days) \(frequency) \(age) \(q): \(weeks * 7) \(high * 7)")
                }
            }
        }
    }

    @Test("The variance of spend is that of the exact distribution")
    func spendVariance() throws {
        let shop = try SimulatedShop(customers: 200, seed: 33)
        let model = try Predictions(shop.summaries, options: options(.paretoNBD)).model.withoutParameterError
        let history = PurchaseHistory(frequency: 6, recencyInWeeks: 50, ageInWeeks: 52)
        var forecaster = GroupForecaster(model, histories: PurchaseHistories([history]), horizon: Horizon(days: 365))
        forecaster.prepare(group: 0)
        let found = forecaster.spendVariance((count: 6, mean: 25), logIntensity: 0)
        let variance = try #require(found)
        let fit = model.components[0].fit.model
        let exact = SpendDistribution(
            spend: model.spend.gammaGamma, observedCount: 6, observedMean: 25,
            countsGivenAlive: fit.outlook(frequency: 6, ageInWeeks: 52).purchaseCountDistribution(withinWeeks: 365.0 / 7),
            probabilityAlive: fit.probabilityAlive(history))
        // E[S^2] = 2 times the integral of s P(S > s).
        var second = 0.0
        let step = exact.quantile(0.9) / 200
        for index in 0..<40_000 {
            let s = (Double(index) + 0.5) * step
            let survival = exact.survival(s)
            if survival < 1e-9 { break }
            second += 2 * s * survival * step
        }
        #expect(abs(variance / (second - exact.mean * exact.mean) - 1) < 0.01)
    }

    @Test("Few customers: the error of parameters widens ranges")
    func parameterErrorWidens() throws {
        let shop = try SimulatedShop(customers: 60, seed: 3)
        let model = try Predictions(shop.summaries, options: options(.mbgNBD)).model
        guard model.includesParameterError else { return }
        let histories = PurchaseHistories([PurchaseHistory(frequency: 6, recencyInWeeks: 50, ageInWeeks: 52)])
        var with = GroupForecaster(model, histories: histories, horizon: Horizon(days: 365))
        var without = GroupForecaster(model.withoutParameterError, histories: histories, horizon: Horizon(days: 365))
        with.prepare(group: 0)
        without.prepare(group: 0)
        let wide = with.spendRange((count: 6, mean: 30), logIntensity: 0)
        let narrow = without.spendRange((count: 6, mean: 30), logIntensity: 0)
        #expect(wide.high - wide.low > narrow.high - narrow.low)
    }

    @Test("A weekly buyer silent for eight weeks is overdue, a yearly buyer silent longer is not")
    func overdue() throws {
        var book = OrderBook()
        let asOf = try #require(ShopDay("2024-12-31"))
        for week in 8..<60 { book.order("weekly", asOf.advanced(byDays: -7 * week).description, 20) }
        for year in 0..<4 { book.order("yearly", asOf.advanced(byDays: -150 - 365 * year).description, 20) }
        var generator = SeededGenerator(seed: 1)
        for number in 0..<300 {
            var day = -Int(generator.next() % 1_200)
            for _ in 0..<(1 + generator.next() % 8) where day <= 0 {
                book.order("c\(number)", asOf.advanced(byDays: day).description, 10 + Double(generator.next() % 50))
                day += 1 + Int(generator.next() % 200)
            }
        }
        let summaries = try book.summaries { $0.asOf = asOf }
        let predictions = try Predictions(summaries, options: options(.auto))
        let weekly = try #require(summaries.number("weekly").flatMap { predictions[$0] })
        let yearly = try #require(summaries.number("yearly").flatMap { predictions[$0] })
        #expect(weekly.isOverdue && !yearly.isOverdue)
        #expect(weekly.churnProbability > yearly.churnProbability)
    }

    @Test("Shops where others break: an answer or a reason, never a crash or NaN")
    func edges() throws {
        let asOf = try #require(ShopDay("2024-12-31"))
        func expectAnswer(_ fill: (inout OrderBook) -> Void) throws {
            var book = OrderBook()
            fill(&book)
            let summaries = try book.summaries { $0.asOf = asOf }
            for model in ModelChoice.allCases {
                guard let predictions = try? Predictions(summaries, options: options(model)) else { continue }
                for customer in 0..<summaries.count {
                    guard let row = predictions[customer] else { continue }
                    #expect(row.numberOfOrders.isFinite && row.numberOfOrders >= 0)
                    #expect((0...1).contains(row.churnProbability) && (0...1).contains(row.probabilityOfOrder))
                    #expect(row.clvLowMinorUnits <= row.clvHighMinorUnits && row.clvMinorUnits >= 0)
                    #expect(row.expectedDateOfNextOrder > asOf)
                }
            }
        }
        try expectAnswer { $0.order("only", "2024-05-01", 10) }
        try expectAnswer { book in for number in 0..<200 { book.order("c\(number)", "2024-12-31", 10) } }
        try expectAnswer { book in for number in 0..<200 { book.order("c\(number)", "2024-0\(1 + number % 9)-01", 10) } }
        try expectAnswer { book in
            for number in 0..<200 {
                for month in 1...(1 + number % 9) { book.order("c\(number)", "2024-0\(month)-01", 10) }
            }
        }
        try expectAnswer { book in
            for day in 0..<3_000 { book.order("giant", ShopDay(daysSince1970: 17_000 + Int32(day)).description, 1e9) }
            for number in 0..<50 { book.order("c\(number)", "2024-03-01", 0.01) }
        }
    }

    @Test(
        "Everybody came on the as-of day: a model alone knows nothing and says so; auto leans on published shops, and shows how little that is"
    )
    func noExposure() throws {
        var book = OrderBook()
        for number in 0..<50 { book.order("c\(number)", "2024-01-01", 10) }
        let summaries = try book.summaries()
        for model in ModelChoice.allCases where model != .auto {
            #expect(throws: PredictionFailure.self) { try Predictions(summaries, options: options(model)) }
        }
        let predictions = try Predictions(summaries, options: options(.auto))
        let row = try #require(predictions[0])
        #expect((0.5...5).contains(row.numberOfOrders) && (0.2...0.9).contains(row.probabilityOfOrder))
        let totals = GroupFigures(0..<summaries.count, summaries: summaries, predictions: predictions)
        let band = try #require(totals.predictedRangeMinorUnits)
        #expect(band.lowerBound == 0 && band.upperBound > 2 * totals.predictedMinorUnits)
    }

    @Test("Nobody bought, or everything was free: a reason")
    func reasons() throws {
        var free = OrderBook()
        for number in 0..<30 {
            free.order("c\(number)", "2024-01-01", 0)
            free.order("c\(number)", "2024-02-01", 0)
        }
        let none = try free.summaries()
        #expect(throws: PredictionFailure.noPurchases) { try Predictions(none, options: options(.auto)) }
        let counted = try free.summaries { $0.countsZeroValueOrders = true }
        #expect(throws: PredictionFailure.noSpend) { try Predictions(counted, options: options(.auto)) }
    }
}

@Suite("Group figures")
struct GroupTests {
    @Test("Sums and means of a group, as its customers' rows say")
    func figures() throws {
        let shop = try SimulatedShop(customers: 150, seed: 13)
        let predictions = try Predictions(shop.summaries, options: PredictionOptions())
        let members = stride(from: 0, to: 150, by: 3)
        let figures = GroupFigures(members, summaries: shop.summaries, predictions: predictions)
        var predicted: Int64 = 0
        var historic: Int64 = 0
        var orders = 0
        var churn = 0.0
        for member in members {
            let row = try #require(predictions[member])
            predicted += row.clvMinorUnits
            historic += shop.summaries.historicMinorUnits[member]
            orders += Int(shop.summaries.numberOfOrders[member])
            churn += row.churnProbability
        }
        let count = Double(figures.customers)
        #expect(figures.customers == 50)
        #expect(figures.predictedMinorUnits == predicted && figures.historicMinorUnits == historic && figures.orders == orders)
        #expect(figures.averageHistoricMinorUnits == Double(historic) / count)
        #expect(figures.averageTotalMinorUnits == Double(historic + predicted) / count)
        #expect(figures.averageOrderMinorUnits == Double(historic) / Double(orders))
        #expect(abs((figures.expectedReturningCustomers ?? 0) - (1 - churn / count) * count) < 1e-9)
        let range = try #require(figures.predictedRangeMinorUnits)
        #expect(Double(range.lowerBound) <= 0.8 * Double(predicted) && Double(range.upperBound) >= 1.2 * Double(predicted))
    }

    @Test("A group of nobody has no averages")
    func nobody() throws {
        let shop = try SimulatedShop(customers: 5, seed: 1)
        let figures = GroupFigures([], summaries: shop.summaries, predictions: nil)
        #expect(figures.customers == 0 && figures.averageOrderMinorUnits == nil && figures.predictedRangeMinorUnits == nil)
    }
}
