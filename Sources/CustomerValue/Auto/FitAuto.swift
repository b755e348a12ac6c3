import BuyTillYouDie
import Facts
import Foundation

extension PredictionModel {
    /// The average of models, and what earlier days of the log teach beyond it.
    static func auto(
        _ summaries: CustomerSummaries, buyers: Buyers, options: PredictionOptions, sample: OrderSample?, stage: (String) -> Void
    ) throws(PredictionFailure) -> PredictionModel {
        // Whether somebody is still a customer is no matter of a horizon: weights and the power of P(active) are learnt on a year's.
        var year: PredictionModel?
        if options.horizonInDays != Horizon.yearInDays {
            var ofYear = options
            ofYear.horizonInDays = Horizon.yearInDays
            year = try auto(summaries, buyers: buyers, options: ofYear, sample: sample, stage: stage)
        }
        var course = AutoCourse(summaries, buyers: buyers, options: options, year: year)
        var model = try course.averageOfModels()
        model.ofYear = year.map { [$0] } ?? []
        if let sample {
            stage("Comparing with earlier days")
            course.learn(from: sample, into: &model)
        } else {
            course.learnNothing(&model)
        }
        model.steps = course.inOrder
        return model
    }
}

/// The steps of `auto`, one after another, each with whether it was taken, why, and what it changed.
private struct AutoCourse {
    let summaries: CustomerSummaries
    let buyers: Buyers
    let options: PredictionOptions
    let historyInDays: Int
    let days: FoldDays
    /// The model of a year, where the horizon is another.
    let year: PredictionModel?
    private var recipe = AutoRecipe()
    private var steps: [ModelStep.Kind: ModelStep] = [:]

    init(_ summaries: CustomerSummaries, buyers: Buyers, options: PredictionOptions, year: PredictionModel?) {
        self.year = year
        self.summaries = summaries
        self.buyers = buyers
        self.options = options
        let first = summaries.historyBegins
        historyInDays = first.days(until: summaries.asOf)
        days = FoldDays(first: first, asOf: summaries.asOf, horizonInDays: options.horizonInDays)
        recipe.usesPrior = !options.withoutSteps.contains(.prior)
        note(.prior, recipe.usesPrior, recipe.usesPrior ? .always : .switchedOff)
    }

    var inOrder: [ModelStep] { ModelStep.Kind.allCases.compactMap { steps[$0] } }

    private mutating func note(
        _ kind: ModelStep.Kind, _ isUsed: Bool, _ reason: ModelStep.Reason, _ measure: ModelStep.Comparison? = nil, amount: Double? = nil
    ) {
        steps[kind] = ModelStep(kind: kind, isUsed: isUsed, reason: reason, measure: measure, amount: amount)
    }

    /// Whether a step may be taken; where it is switched off that is noted.
    private mutating func may(_ kind: ModelStep.Kind) -> Bool {
        guard options.withoutSteps.contains(kind) else { return true }
        note(kind, false, .switchedOff)
        return false
    }

    /// The models in equal parts, or with the year's weights.
    mutating func averageOfModels() throws(PredictionFailure) -> PredictionModel {
        if var model = year {
            model.adjustment = nil
            recipe.starts = model.starts
            return model
        }
        let fits = try recipe.fitModels(buyers)
        let components = fits.map { PredictionModel.Component(fit: $0, weight: 1 / Double(fits.count)) }
        let model = PredictionModel(
            choice: .auto, components: components, spend: try recipe.fitSpend(summaries, limit: nil),
            ordersPerPurchaseDay: OrdersPerPurchaseDay(summaries), includesParameterError: false)
        recipe.starts = model.starts
        return model
    }

    /// Takes over what a year's model learnt of customers, whatever the horizon: its weights, its spend (both stand in the model already) and
    /// the power of P(active).
    private mutating func takeOver(from year: PredictionModel, into adjustment: inout AutoAdjustment) {
        for kind in [ModelStep.Kind.weights, .winsorize, .calibration] { steps[kind] = year.steps.first { $0.kind == kind } }
        adjustment.activityPower = year.adjustment?.activityPower ?? 1
    }

    /// Notes of every step that needs earlier days that there are too few.
    mutating func skipAll(found: Int) {
        for kind in ModelStep.Kind.allCases where steps[kind] == nil {
            guard may(kind) else { continue }
            note(kind, false, .tooFewFolds(found: found, needed: FoldDays.needed))
        }
    }

    /// Without earlier days only what a single day shows.
    mutating func learnNothing(_ model: inout PredictionModel) {
        var adjustment = AutoAdjustment()
        if let year { takeOver(from: year, into: &adjustment) }
        findTruncation(model, &adjustment)
        skipAll(found: 0)
        model.adjustment = adjustment
    }

    mutating func learn(from sample: OrderSample, into model: inout PredictionModel) {
        var adjustment = AutoAdjustment()
        if let year { takeOver(from: year, into: &adjustment) }
        var forFolds = recipe
        forFolds.computesHessian = false
        var folds = days.cutoffs.compactMap {
            FoldForecast(sample, cutoff: $0, horizonInDays: days.horizonInDays, recipe: forFolds)
        }
        model.triedOn = folds.map(\.cutoff)
        model.triedHorizonInDays = days.horizonInDays
        if folds.count >= FoldDays.needed {
            if year == nil {
                limitSpend(&folds, forFolds, &model)
                weigh(folds, &model)
            } else if model.spend.limit != nil {
                limitSpend(of: &folds, forFolds)
            }
            let weights = model.components.map(\.weight)
            var lessons = FoldLessons(folds, weights: weights)
            rank(&lessons, &adjustment)
            if year == nil { calibrate(lessons, &adjustment) }
            level(lessons, &adjustment)
            findTruncation(model, &adjustment)
            // Where a season is corrected, how surely it is said no fold can tell: the high point stays at a tenth.
            let isLevelOfYear = steps[.season]?.isUsed == true && options.horizonInDays >= ShopLevel.longHorizonInDays
            if days.coversHorizon, adjustment.logLevel == 0 || isLevelOfYear, !options.withoutSteps.contains(.calibration),
                let level = RangeLevel.find(lessons, adjustment: adjustment)
            {
                adjustment.survivalAtHigh = level
            }
        } else {
            findTruncation(model, &adjustment)
        }
        skipAll(found: folds.count)
        model.adjustment = adjustment
    }

    /// Extraordinary spend counts as the limit where that predicts what customers of earlier days spent better.
    ///
    /// - Parameter recipe: how folds are fitted; the model itself is fitted with its errors, for ranges.
    private mutating func limitSpend(_ folds: inout [FoldForecast], _ recipe: AutoRecipe, _ model: inout PredictionModel) {
        guard may(.winsorize) else { return }
        guard let limit = SpendLimit.find(summaries, buyers: buyers), let limited = try? self.recipe.fitSpend(summaries, limit: limit)
        else {
            return note(.winsorize, false, .nothingToDo)
        }
        var others: [SpendModel] = []
        var loss = (without: 0.0, with: 0.0)
        for fold in folds {
            let limit = SpendLimit.find(fold.summaries, buyers: fold.buyers)
            guard let other = try? recipe.fitSpend(fold.summaries, limit: limit) else { return note(.winsorize, false, .nothingToDo) }
            others.append(other)
            loss.without += fold.spendLoss() / Double(folds.count)
            loss.with += fold.spendLoss(other) / Double(folds.count)
        }
        let isBetter = loss.with < loss.without
        note(
            .winsorize, isBetter, isBetter ? .improvedBacktest : .didNotImproveBacktest,
            .init(name: "spend_loss", without: loss.without, with: loss.with), amount: limit)
        guard isBetter else { return }
        model.spend = limited
        for index in folds.indices { folds[index].take(others[index]) }
    }

    /// The same on the folds of another horizon, where a year's folds have decided it.
    private func limitSpend(of folds: inout [FoldForecast], _ recipe: AutoRecipe) {
        for index in folds.indices {
            let limit = SpendLimit.find(folds[index].summaries, buyers: folds[index].buyers)
            if let limited = try? recipe.fitSpend(folds[index].summaries, limit: limit) { folds[index].take(limited) }
        }
    }

    private mutating func weigh(_ folds: [FoldForecast], _ model: inout PredictionModel) {
        guard may(.weights) else { return }
        let equal = model.components.map(\.weight)
        for index in model.components.indices { model.components[index].logScore = ModelWeights.logScore(folds, ofModel: index) }
        let weights = ModelWeights.stacked(folds, coversHorizon: days.coversHorizon)
        let before = -ModelWeights.logScore(folds, weights: equal)
        let after = -ModelWeights.logScore(folds, weights: weights)
        let isBetter = after < before
        note(
            .weights, isBetter, isBetter ? .improvedBacktest : .didNotImproveBacktest,
            .init(name: "count_log_loss", without: before, with: after),
            amount: weights.first)
        guard isBetter else { return }
        for index in weights.indices { model.components[index].weight = weights[index] }
    }

    /// How much the trees are listened to at most: a handful of earlier days speaks for the next one only so far.
    private static let mostOfOrders = 0.75
    private static let mostOfSpend = 0.5
    private static let dispersionOfCounts = 0.5

    private mutating func rank(_ lessons: inout FoldLessons, _ adjustment: inout AutoAdjustment) {
        guard may(.ranker) else { return }
        var orders = RankerTraining(loss: .counts(dispersion: Self.dispersionOfCounts))
        var spend = RankerTraining(loss: .amounts)
        for (number, fold) in lessons.folds.enumerated() {
            let features = lessons.features[number]
            let unit = max(fold.spend.meanSpend, .leastNormalMagnitude)
            orders.add(
                features, rows: Array(0..<fold.count), halves: fold.halves, mean: lessons.expected[number],
                target: fold.purchaseDays, fold: number)
            spend.add(
                features, rows: (0..<fold.count).filter { fold.purchaseDays[$0] > 0 }, halves: fold.halves,
                mean: (0..<fold.count).map { fold.purchaseDays[$0] * fold.spendPerDay[$0] / unit },
                target: fold.value.map { $0 / unit }, fold: number)
        }
        let unseen = orders.outOfSample()
        let best = orders.bestShare(unseen, most: Self.mostOfOrders)
        if best.share > 0 {
            adjustment.orderRanker = AutoAdjustment.Ranker(trees: orders.train(), share: best.share)
            var byFold = lessons.folds.map { [Double](repeating: 0, count: $0.count) }
            var next = [Int](repeating: 0, count: byFold.count)
            for (row, fold) in orders.fold.enumerated() {
                byFold[fold][next[fold]] = best.share * unseen[row]
                next[fold] += 1
            }
            lessons.take(orderFactors: byFold)
        }
        let bestSpend = spend.bestShare(spend.outOfSample(), most: Self.mostOfSpend)
        if bestSpend.share > 0 { adjustment.spendRanker = AutoAdjustment.Ranker(trees: spend.train(), share: bestSpend.share) }
        let isUsed = best.share > 0 || bestSpend.share > 0
        note(
            .ranker, isUsed, isUsed ? .improvedBacktest : .didNotImproveBacktest,
            .init(name: "order_count_loss", without: best.without, with: best.with), amount: best.share)
    }

    private mutating func calibrate(_ lessons: FoldLessons, _ adjustment: inout AutoAdjustment) {
        guard may(.calibration) else { return }
        let best = ActivityPower.best(lessons)
        adjustment.activityPower = best.power
        let isUsed = best.power != 1
        note(
            .calibration, isUsed, isUsed ? .improvedBacktest : .didNotImproveBacktest,
            .init(name: "log_loss", without: best.without, with: best.with), amount: best.power)
    }

    private mutating func level(_ lessons: FoldLessons, _ adjustment: inout AutoAdjustment) {
        let season = ShopLevel.season(
            lessons.totals, days: days, historyInDays: historyInDays, horizonInDays: options.horizonInDays)
        var explained = 0.0
        if may(.season) {
            if let season {
                explained = season.strength
                adjustment.logLevel = season.logFactor
                adjustment.spendLogLevel = ShopLevel.spend(logRatios: lessons.spendLogRatios)
                note(.season, true, .found, amount: exp(season.logFactor))
            } else {
                note(.season, false, .historyTooShort(days: historyInDays, neededDays: ShopLevel.daysNeeded(options.horizonInDays)))
            }
        }
        adjustment.sharedError = ShopLevel.sharedError(
            logRatios: lessons.valueLogRatios, coversHorizon: days.coversHorizon, explained: explained)
    }

    /// Where the log begins in the middle of a shop's life, and no earlier day measured how far that misleads, totals are held.
    private mutating func findTruncation(_ model: PredictionModel, _ adjustment: inout AutoAdjustment) {
        guard may(.truncation) else { return }
        let truncation = LeftTruncation(summaries, buyers: buyers, historyInDays: historyInDays)
        guard truncation.isFound else { return note(.truncation, false, .nothingToDo) }
        guard steps[.season]?.isUsed != true else { return note(.truncation, false, .measuredBySeason) }
        let expected = model.expectedPurchases(buyers, horizon: Horizon(days: options.horizonInDays))
        guard let logFactor = truncation.logFactor(expectedPurchases: expected, horizonInDays: options.horizonInDays) else {
            return note(.truncation, false, .nothingToDo)
        }
        adjustment.logLevel = logFactor
        note(.truncation, true, .found, amount: exp(logFactor))
    }
}
