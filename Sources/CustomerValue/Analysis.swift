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

    /// Counts, scores and predicts.
    ///
    /// - Parameter stage: told in a word what is being done, for progress.
    public init(
        orders: consuming OrderTable, refunds: [RefundRecord], summary: SummaryOptions, prediction: PredictionOptions,
        minimumCustomers: Int,
        orderSource: String, stage: (String) -> Void = { _ in }
    ) throws(SummaryError) {
        let summaries = try CustomerSummaries(orders: orders, refunds: refunds, options: summary)
        self.summaries = summaries
        rfm = RFMScores(summaries)
        eligibility = Eligibility(summaries, minimumCustomers: minimumCustomers, orderSource: orderSource)
        guard eligibility.isEligible else {
            predictions = nil
            failure = nil
            return
        }
        stage("Fitting and predicting")
        do {
            predictions = try Predictions(summaries, options: prediction)
            failure = nil
        } catch {
            predictions = nil
            failure = error
        }
    }

    /// The figures of all customers together.
    public var totals: GroupFigures { GroupFigures(0..<summaries.count, summaries: summaries, predictions: predictions) }

    /// The figures of each RFM group, in the groups' order.
    public var figuresByGroup: [(group: RFMGroup, figures: GroupFigures)] {
        RFMGroup.allCases.map { group in
            (
                group,
                GroupFigures((0..<summaries.count).lazy.filter { rfm.group($0) == group }, summaries: summaries, predictions: predictions)
            )
        }
    }
}
