public import Facts

/// A fitted model with all that predictions need of the shop it was fitted on: kept, it predicts one customer or a million later, without
/// a fit and without the other customers.
///
/// A customer's prediction follows from the customer's own orders and from what was settled over all customers at the fit: parameters,
/// weights, what was learnt from earlier days, the factors that all share, the borders of classes. So whoever is asked for together, the
/// numbers are the same.
public struct ShopModel: Sendable {
    /// The fitted models and what was learnt beyond them.
    public let model: PredictionModel
    /// How many days ahead it predicts.
    public let horizonInDays: Int
    /// The last day of the orders that it was fitted on.
    public let fittedAsOf: ShopDay
    /// Customers that it was fitted on.
    public let customers: Int
    /// The currency of the amounts that it was fitted on: summaries that are to be predicted count in the same.
    public let currency: Currency
    /// The name of the time zone in which the shop's days began and ended.
    public let timeZoneIdentifier: String
    /// The borders of the classes.
    public let thresholds: ClassThresholds
    /// The borders of recency, frequency and monetary scores: see ``RFMBorders``.
    public let rfmBorders: RFMScores.Thresholds
    /// What the shop had when the model was fitted, condition by condition.
    public let eligibility: Eligibility
    /// The factors that everybody's predictions hold.
    let commonFactors: CustomerFactors
    /// The same of the model of a year, where another horizon is predicted.
    let commonFactorsOfYear: CustomerFactors

    /// The model behind an analysis; `nil` where it has no predictions.
    public init?(_ analysis: Analysis) {
        guard let predictions = analysis.predictions else { return nil }
        self.init(
            model: predictions.model, horizonInDays: predictions.horizonInDays, fittedAsOf: predictions.asOf,
            customers: analysis.totals.predicted, currency: analysis.summaries.currency,
            timeZoneIdentifier: analysis.summaries.timeZone.identifier, thresholds: predictions.thresholds,
            rfmBorders: analysis.rfm.thresholds, eligibility: analysis.eligibility, commonFactors: predictions.commonFactors,
            commonFactorsOfYear: predictions.commonFactorsOfYear ?? CustomerFactors())
    }

    init(
        model: PredictionModel, horizonInDays: Int, fittedAsOf: ShopDay, customers: Int, currency: Currency, timeZoneIdentifier: String,
        thresholds: ClassThresholds, rfmBorders: RFMScores.Thresholds, eligibility: Eligibility, commonFactors: CustomerFactors,
        commonFactorsOfYear: CustomerFactors
    ) {
        self.model = model
        self.horizonInDays = horizonInDays
        self.fittedAsOf = fittedAsOf
        self.customers = customers
        self.currency = currency
        self.timeZoneIdentifier = timeZoneIdentifier
        self.thresholds = thresholds
        self.rfmBorders = rfmBorders
        self.eligibility = eligibility
        self.commonFactors = commonFactors
        self.commonFactorsOfYear = commonFactorsOfYear
    }

    /// What is expected of customers from their summaries' as-of day on.
    ///
    /// For one customer after another ``LivePredictor`` is many times faster.
    /// - Parameters:
    ///   - summaries: a shop's customers, or any of them, in ``currency``.
    ///   - courseInDays: days ahead, within the horizon, for which their totals are wanted: see ``Predictions/course``.
    public func predictions(_ summaries: CustomerSummaries, courseInDays: [Int] = []) -> Predictions {
        var predictor = LivePredictor(self)
        return predictor.predict(summaries, courseInDays: courseInDays)
    }
}
