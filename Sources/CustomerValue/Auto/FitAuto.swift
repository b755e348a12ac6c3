import BuyTillYouDie
import Facts
import Foundation

extension PredictionModel {
    /// The average of models with what earlier days of the log taught.
    static func auto(
        _ summaries: CustomerSummaries, buyers: Buyers, horizonInDays: Int, sample: OrderSample?, stage: (String) -> Void
    ) throws(PredictionFailure) -> PredictionModel {
        let recipe = AutoRecipe()
        let fits: [AnyPurchaseFit]
        do {
            fits = try recipe.fitModels(buyers, starts: [:], computesHessian: true)
        } catch {
            throw .noFit("\(error)")
        }
        let spend = try recipe.fitSpend(summaries, computesHessian: true)
        let equal = fits.map { Component(fit: $0, weight: 1 / Double(fits.count)) }
        var model = PredictionModel(
            choice: .auto, components: equal, spend: spend, ordersPerPurchaseDay: OrdersPerPurchaseDay(summaries),
            includesParameterError: false)
        guard let sample, let first = summaries.report.firstOrder else { return model }
        stage("Comparing with earlier days")
        let days = FoldDays(first: summaries.timeZone.day(of: first), asOf: summaries.asOf, horizonInDays: horizonInDays)
        let starts = Dictionary(fits.map { ($0.name, $0.parameters.map(\.value)) }, uniquingKeysWith: { first, _ in first })
        let folds = days.cutoffs.compactMap {
            FoldForecast(sample, cutoff: $0, horizonInDays: days.horizonInDays, recipe: recipe, starts: starts)
        }
        let weights =
            folds.count >= FoldDays.needed ? ModelWeights.stacked(folds) : [Double](repeating: 1 / Double(fits.count), count: fits.count)
        model.components = zip(fits, weights).map { Component(fit: $0, weight: $1) }
        var adjustment = AutoAdjustment()
        if !folds.isEmpty { adjustment.learn(folds, weights: weights, days: days) }
        let history = summaries.timeZone.day(of: first).days(until: summaries.asOf)
        if let season = ShopLevel.season(
            logRatios: adjustment.logRatios, days: days, historyInDays: history, horizonInDays: horizonInDays)
        {
            adjustment.logLevel = season
        } else {
            adjustment.truncation = LeftTruncation(summaries, buyers: buyers, historyInDays: history)
        }
        adjustment.spendLogLevel = ShopLevel.spend(logRatios: adjustment.spendLogRatios)
        model.adjustment = adjustment
        return model
    }
}

extension AutoAdjustment {
    mutating func learn(_ folds: [FoldForecast], weights: [Double], days: FoldDays) {
        var training = RankerTraining(loss: .counts(dispersion: E("DISP") ?? 0.5))
        var spendTraining = RankerTraining(loss: .amounts)
        var ratios: [Double] = []
        var spendRatios: [Double] = []
        let trace = ProcessInfo.processInfo.environment["PERENNIAL_TRACE"] != nil
        for (number, fold) in folds.enumerated() {
            let alive = fold.mixed(fold.alive, weights)
            let expected = fold.mixed(fold.expected, weights)
            let scale = Double(fold.summaries.currency.minorUnitsPerMajor)
            var features = FeatureTable(width: CustomerFeatures.count)
            for row in 0..<fold.count {
                features.append(
                    CustomerFeatures.row(
                        fold.summaries, Int(fold.buyers.customers[row]),
                        base: CustomerFeatures.Base(
                            expectedPurchases: expected[row], probabilityAlive: alive[row],
                            relativeSpend: fold.spendPerDay[row] / fold.spend.meanSpend),
                        meanMinorUnits: fold.spend.meanSpend * scale))
            }
            training.add(
                features, rows: Array(0..<fold.count), customers: fold.buyers.customers, mean: expected, target: fold.purchaseDays,
                fold: number)
            let buying = (0..<fold.count).filter { fold.purchaseDays[$0] > 0 }
            let unit = fold.spend.meanSpend
            spendTraining.add(
                features, rows: buying, customers: fold.buyers.customers,
                mean: (0..<fold.count).map { fold.purchaseDays[$0] * fold.spendPerDay[$0] / unit }, target: fold.value.map { $0 / unit },
                fold: number)
            let came = fold.purchaseDays.reduce(0, +)
            ratios.append(log((came + 5) / (expected.reduce(0, +) + 5)))
            var predictedSpend = 0.0
            var actualSpend = 0.0
            for row in buying {
                predictedSpend += fold.purchaseDays[row] * fold.spendPerDay[row]
                actualSpend += fold.value[row]
            }
            spendRatios.append(log(max(actualSpend, 1e-9) / max(predictedSpend, 1e-9)))
        }
        let factors = training.outOfSample()
        let best = training.bestShare(factors)
        ranker = training.train()
        rankerShare = best.share
        // Place of each fold's first row among the rows of training.
        var starts: [Int?] = []
        for number in folds.indices { starts.append(training.fold.firstIndex(of: number)) }
        func logIntensity(_ number: Int, power: Double) -> (Int) -> Double {
            guard let start = starts[number] else { return { _ in 0 } }
            let fold = folds[number]
            let alive = fold.mixed(fold.alive, weights)
            let expected = fold.mixed(fold.expected, weights)
            var after = 0.0
            for row in 0..<fold.count where alive[row] > 0 {
                after += expected[row] * pow(alive[row], power - 1) * exp(best.share * factors[start + row])
            }
            let norm = log(max(fold.purchaseDays.reduce(0, +), 1) / max(after, 1e-9))
            return { norm + best.share * factors[start + $0] }
        }
        var powers: [(power: Double, loss: Double)] = []
        for power in stride(from: 0.3, through: 1.2, by: 0.15) {
            var loss = 0.0
            for (number, fold) in folds.enumerated() {
                let p = fold.probabilityOfOrder(weights: weights, activityPower: power, logIntensity: logIntensity(number, power: power))
                var sum = 0.0
                for row in 0..<fold.count { sum += BoostedTrees.Loss.event.value(target: fold.purchaseDays[row] > 0 ? 1 : 0, mean: p[row]) }
                loss += sum / Double(fold.count)
            }
            powers.append((power, loss / Double(folds.count)))
        }
        let bestPower = powers.min { $0.loss < $1.loss }?.power ?? 1
        activityPower = Double(ProcessInfo.processInfo.environment["POWER"] ?? "") ?? bestPower
        var orderTraining = RankerTraining(loss: .event)
        for (number, fold) in folds.enumerated() {
            let p = fold.probabilityOfOrder(
                weights: weights, activityPower: activityPower, logIntensity: logIntensity(number, power: activityPower))
            guard let start = starts[number] else { continue }
            var features = FeatureTable(width: CustomerFeatures.count)
            let width = features.width
            for row in 0..<fold.count { features.append(training.table.values[(start + row) * width..<(start + row + 1) * width]) }
            orderTraining.add(
                features, rows: Array(0..<fold.count), customers: fold.buyers.customers, mean: p,
                target: fold.purchaseDays.map { $0 > 0 ? 1 : 0 }, fold: number)
        }
        let orderFactors = orderTraining.outOfSample()
        let bestOrder = orderTraining.bestShare(orderFactors)
        orderRanker = orderTraining.train()
        orderShare = bestOrder.share
        let spendFactors = spendTraining.outOfSample()
        let bestSpend = spendTraining.bestShare(spendFactors)
        spendRanker = spendTraining.train()
        spendShare = bestSpend.share
        if let share = Double(ProcessInfo.processInfo.environment["SPENDSHARE"] ?? "") { spendShare = share }
        if let share = Double(ProcessInfo.processInfo.environment["RANKSHARE"] ?? "") { rankerShare = share }
        if let share = Double(ProcessInfo.processInfo.environment["ORDERSHARE"] ?? "") { orderShare = share }
        logRatios = ratios
        spendLogRatios = spendRatios
        if trace {
            FileHandle.standardError.write(
                Data(
                    "days \(days.horizonInDays) covers \(days.coversHorizon) cutoffs \(folds.map { $0.cutoff.description }) season \(days.sameSeason ?? -1)\nweights \(weights) ratios \(ratios) spend \(spendRatios)\nranker \(best) spend \(bestSpend) order \(bestOrder)\npowers \(powers)\n"
                        .utf8))
        }
    }
}
