import Facts

extension Analysis {
    /// What is known of a shop's customers by a model that was fitted earlier: no fit, no look back.
    ///
    /// Scores are settled anew over these customers, classes keep the model's borders.
    ///
    /// - Parameters:
    ///   - summaries: the shop's customers.
    ///   - model: the kept model; `nil`: nothing is predicted.
    ///   - minimumCustomers: see ``Eligibility``. A shop that is not eligible any more has no predictions either.
    ///   - orderSource: where the orders came from, in words.
    public init(
        _ summaries: CustomerSummaries, model: ShopModel?, minimumCustomers: Int = Eligibility.standardMinimumCustomers,
        orderSource: String
    ) {
        let eligibility = Eligibility(summaries, minimumCustomers: minimumCustomers, orderSource: orderSource)
        let predictions = eligibility.isEligible ? model?.predictionsByMonth(summaries) : nil
        self.init(summaries, eligibility: eligibility, predictions: predictions, failure: nil)
    }
}

extension ShopModel {
    /// Predictions with the totals that ``Analysis/months`` are made of.
    fileprivate func predictionsByMonth(_ summaries: CustomerSummaries) -> Predictions {
        predictions(summaries, courseInDays: MonthForecast.endsInDays(asOf: summaries.asOf, horizonInDays: horizonInDays))
    }
}
