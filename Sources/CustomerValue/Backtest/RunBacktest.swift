import BuyTillYouDie
public import Facts
import Foundation

extension Backtest {
    /// A back-test of which no day was tried yet.
    init(_ sample: OrderSample, days: FoldDays, options: PredictionOptions) {
        sampledCustomers = sample.isWhole ? nil : sample.customers
        folds = []
        daysNeeded = days.cutoffs.isEmpty ? FoldDays.daysNeeded(horizonInDays: options.horizonInDays) : nil
    }

    /// Tries every model on earlier days of a log.
    ///
    /// At each cutoff the whole of `auto` is fitted afresh, earlier days of its own included: what it would have said on that day.
    ///
    /// - Parameters:
    ///   - sample: the orders.
    ///   - first: the first day that counts: ``CustomerSummaries/historyBegins``.
    ///   - asOf: the last day that is known.
    ///   - cutoff: the one day to predict from; `nil`: several, evenly over the log.
    ///   - options: how far ahead, and how `auto` predicts; its model is not used.
    ///   - progress: told the number of the fold and of all, before each.
    public init(
        _ sample: OrderSample, first: ShopDay, asOf: ShopDay, cutoff: ShopDay?, options: PredictionOptions,
        progress: (Int, Int) -> Void = { _, _ in }
    ) {
        var days = FoldDays(first: first, asOf: asOf, horizonInDays: options.horizonInDays)
        if let cutoff {
            days.cutoffs = [cutoff]
            days.horizonInDays = min(options.horizonInDays, cutoff.days(until: asOf))
        }
        self.init(sample, days: days, options: options)
        for (number, cutoff) in days.cutoffs.enumerated() {
            progress(number + 1, days.cutoffs.count)
            if let fold = Fold(sample, cutoff: cutoff, horizonInDays: days.horizonInDays, options: options) { folds.append(fold) }
        }
    }

    /// The mean of each candidate's scores over the folds on which all could be tried.
    public var means: [Candidate] {
        var names: [String] = []
        for fold in folds {
            for candidate in fold.candidates where !names.contains(candidate.name) { names.append(candidate.name) }
        }
        // Compared is what every candidate was tried on.
        let shared = folds.filter { fold in names.allSatisfy { name in fold.candidates.contains { $0.name == name } } }
        return names.map { name in
            let all = (shared.isEmpty ? folds : shared).compactMap { fold in fold.candidates.first { $0.name == name }?.scores }
            return Candidate(name: name, scores: ForecastScores(meanOf: all))
        }
    }
}

extension Backtest.Fold {
    /// One day's forecasts; `nil` where nobody had bought by then or nothing could be fitted.
    init?(_ sample: OrderSample, cutoff: ShopDay, horizonInDays: Int, options: PredictionOptions) {
        guard horizonInDays > 0, let summaries = try? sample.summaries(asOf: cutoff) else { return nil }
        let buyers = Buyers(summaries)
        guard !buyers.customers.isEmpty else { return nil }
        let outcomes = sample.outcomes(after: cutoff, days: horizonInDays)
        let recent = sample.outcomes(after: cutoff.advanced(byDays: -horizonInDays), days: horizonInDays)
        self.cutoff = cutoff
        self.horizonInDays = horizonInDays
        customers = buyers.customers.count
        candidates = []
        calibration = []
        let truth = FoldTruth(buyers, outcomes: outcomes, summaries: summaries)
        func add(_ name: String, _ choice: ModelChoice, without: Set<ModelStep.Kind>) {
            var options = options
            options.model = choice
            options.horizonInDays = horizonInDays
            options.withoutSteps.formUnion(without)
            options.courseInDays = []
            guard let predictions = try? Predictions(summaries, options: options, sample: sample) else { return }
            let forecast = truth.scored(predictions)
            candidates.append(.init(name: name, scores: ForecastScores(forecast)))
            if choice == .auto, without.isEmpty {
                calibration = CustomerValue.calibration(forecast.probability, forecast.actualOrders.map { $0 > 0 ? 1 : 0 })
            }
        }
        add(Backtest.predicting, .auto, without: [])
        add("average", .auto, without: Set(ModelStep.Kind.allCases).subtracting([.prior, .weights]))
        for choice in ModelChoice.allCases where choice != .auto { add(choice.rawValue, choice, without: []) }
        guard !candidates.isEmpty else { return nil }
        for naive in NaiveForecast.allCases {
            let forecast = truth.scored { naive.predict(summaries, $0, recent: recent, horizonInDays: horizonInDays) }
            candidates.append(.init(name: naive.rawValue, scores: ForecastScores(forecast)))
        }
    }
}

/// What the customers of a fold did, to lay forecasts beside.
private struct FoldTruth {
    let buyers: Buyers
    let outcomes: Outcomes
    let summaries: CustomerSummaries
    private let scale: Double
    private let hasAmounts: Bool

    init(_ buyers: Buyers, outcomes: Outcomes, summaries: CustomerSummaries) {
        self.buyers = buyers
        self.outcomes = outcomes
        self.summaries = summaries
        scale = Double(summaries.currency.minorUnitsPerMajor)
        // A log of orders of one value all tells nothing of money.
        let perOrder = Set(
            buyers.customers.prefix(10_000).map { Int64((summaries.averageOrderMinorUnits(Int($0)) ?? 0).rounded()) })
        hasAmounts = perOrder.count > 1
    }

    private func empty() -> ScoredForecast {
        var forecast = ScoredForecast()
        forecast.hasAmounts = hasAmounts
        for customer in buyers.customers.map({ Int($0) }) {
            forecast.actualOrders.append(Double(outcomes.orders[customer]))
            forecast.actualValue.append(Double(outcomes.minorUnits[customer]) / scale)
        }
        return forecast
    }

    func scored(_ predict: (Int) -> (orders: Double, value: Double, probability: Double)) -> ScoredForecast {
        var forecast = empty()
        for customer in buyers.customers {
            let said = predict(Int(customer))
            forecast.orders.append(said.orders)
            forecast.value.append(said.value)
            forecast.probability.append(said.probability)
        }
        return forecast
    }

    func scored(_ predictions: Predictions) -> ScoredForecast {
        var forecast = empty()
        for customer in buyers.customers.map({ Int($0) }) {
            forecast.orders.append(predictions.numberOfOrders[customer])
            forecast.value.append(Double(predictions.clvMinorUnits[customer]) / scale)
            forecast.probability.append(predictions.probabilityOfOrder[customer])
            forecast.low.append(Double(predictions.clvLowMinorUnits[customer]) / scale)
            forecast.high.append(Double(predictions.clvHighMinorUnits[customer]) / scale)
        }
        forecast.logProbabilityOfOutcome = predictions.logProbabilities(of: outcomes, buyers: buyers)
        return forecast
    }
}
