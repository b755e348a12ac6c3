public import Facts

/// Everything that is known of a shop's customers as of a day: what `perennial analyze` prints.
public struct Analysis: Sendable {
    /// What was bought, a row per customer.
    public let summaries: CustomerSummaries
    /// Recency, frequency and monetary scores.
    public let rfm: RFMScores
    /// Whether there is enough for predictions, condition by condition.
    public let eligibility: Eligibility
    /// What is expected; `nil` where the shop is not eligible or no model could be fitted.
    public let predictions: Predictions?
    /// Why an eligible shop has no predictions.
    public let failure: PredictionFailure?

    /// How forecasts made on earlier days of the log turned out; `nil` without predictions, and where nobody looked back.
    public private(set) var lookBack: LookBack?
    /// What today's customers will probably spend, month by month; empty without predictions.
    public private(set) var months: [MonthForecast] = []
    /// What `auto` did beyond averaging models, and why; empty for a named model.
    public var steps: [ModelStep] { predictions?.model.steps ?? [] }

    /// The shop by month, by cohort, and by what customers began with.
    public var history: ShopHistory { summaries.history }
    /// The figures of all customers together.
    public let totals: GroupFigures
    /// The figures of each RFM group, in the groups' order.
    public let figuresByGroup: [(group: RFMGroup, figures: GroupFigures)]

    /// Counts, scores and predicts.
    ///
    /// - Parameters:
    ///   - orders: the orders, given up so that their memory can be given back on the way.
    ///   - refunds: money given back.
    ///   - summary: how orders are counted.
    ///   - prediction: what is predicted.
    ///   - minimumCustomers: see ``Eligibility``.
    ///   - orderSource: where the orders came from, in words.
    ///   - looksBack: whether forecasts of earlier days are tried and compared with what came (``lookBack``) and the
    ///     months ahead are told apart; takes several times as long.
    ///   - stage: told in a word what is being done, for progress.
    public init(
        orders: consuming OrderTable, refunds: [RefundRecord], summary: SummaryOptions, prediction: PredictionOptions,
        minimumCustomers: Int, orderSource: String, looksBack: Bool = false, stage: (String) -> Void = { _ in }
    ) throws(SummaryError) {
        // Fewer than are asked for are not predicted, whatever else holds.
        let needsSample = (prediction.model == .auto || looksBack) && orders.customers.count >= minimumCustomers
        let sample = needsSample ? OrderSample(orders, refunds: refunds, options: summary, limit: prediction.mostCustomersTried) : nil
        let summaries = try CustomerSummaries(orders: orders, refunds: refunds, options: summary)
        let eligibility = Eligibility(summaries, minimumCustomers: minimumCustomers, orderSource: orderSource)
        var predictions: Predictions?
        var failure: PredictionFailure?
        if eligibility.isEligible {
            do {
                var options = prediction
                options.courseInDays = MonthForecast.endsInDays(asOf: summaries.asOf, horizonInDays: options.horizonInDays)
                predictions = try Predictions(summaries, options: options, sample: sample, stage: stage)
            } catch {
                failure = error
            }
        }
        self.init(summaries, eligibility: eligibility, predictions: predictions, failure: failure)
        if looksBack, let sample, predictions != nil { lookBack(at: sample, options: prediction, stage: stage) }
    }

    /// Everything that follows from predictions; without scores, their borders are settled over these customers.
    init(
        _ summaries: CustomerSummaries, eligibility: Eligibility, predictions: Predictions?, failure: PredictionFailure?,
        rfm given: RFMScores? = nil
    ) {
        self.summaries = summaries
        self.eligibility = eligibility
        self.predictions = predictions
        self.failure = failure
        rfm = given ?? RFMScores(summaries)
        totals = GroupFigures(0..<summaries.count, summaries: summaries, predictions: predictions)
        let scores = rfm
        figuresByGroup = Self.figures(summaries, predictions) { scores.group($0) }
        if let predictions {
            months = MonthForecast.months(of: predictions, totals: totals, season: SeasonOfMonths(summaries.history.months))
        }
    }

    private static func figures(
        _ summaries: CustomerSummaries, _ predictions: Predictions?, by groupOf: (Int) -> RFMGroup?
    ) -> [(group: RFMGroup, figures: GroupFigures)] {
        var members = RFMGroup.allCases.map { _ in [Int]() }
        for customer in 0..<summaries.count { if let group = groupOf(customer) { members[group.place].append(customer) } }
        return RFMGroup.allCases.map { ($0, GroupFigures(members[$0.place], summaries: summaries, predictions: predictions)) }
    }

    private mutating func lookBack(at sample: OrderSample, options: PredictionOptions, stage: (String) -> Void) {
        var run = LookBackRun(sample, first: summaries.historyBegins, asOf: summaries.asOf, options: options)
        while !run.isDone {
            stage(run.done == 0 ? "Comparing last quarter" : "Trying models on day \(run.done) of \(run.steps - 1)")
            run.step()
        }
        lookBack = run.found
    }
}
