import Facts

extension Analysis {
    /// What is known of a shop's customers by a model that was fitted earlier: no fit, no look back.
    ///
    /// Classes and RFM scores keep the model's borders: a new order changes nobody's but the customer's own.
    ///
    /// - Parameters:
    ///   - summaries: the shop's customers.
    ///   - model: the kept model; `nil`: nothing is predicted.
    ///   - minimumCustomers: see ``Eligibility``. A shop that is not eligible any more has no predictions either.
    ///   - orderSource: where the orders came from, in words.
    ///   - rfm: scores of these customers; by default by the standard settings, with the model's borders where there is one.
    public init(
        _ summaries: CustomerSummaries, model: ShopModel?, minimumCustomers: Int = Eligibility.standardMinimumCustomers,
        orderSource: String, rfm: RFMScores? = nil
    ) {
        let eligibility = Eligibility(summaries, minimumCustomers: minimumCustomers, orderSource: orderSource)
        let predictions = eligibility.isEligible ? model?.predictionsByMonth(summaries) : nil
        let scores = rfm ?? model.map { RFMScores(summaries, borders: $0.rfmBorders) }
        self.init(summaries, eligibility: eligibility, predictions: predictions, failure: nil, rfm: scores)
    }
}

extension ShopModel {
    /// Predictions with the totals that ``Analysis/months`` are made of.
    fileprivate func predictionsByMonth(_ summaries: CustomerSummaries) -> Predictions {
        predictions(summaries, courseInDays: MonthForecast.endsInDays(asOf: summaries.asOf, horizonInDays: horizonInDays))
    }
}
