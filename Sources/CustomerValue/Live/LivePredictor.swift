/// Predicts one customer after another by a kept model; one for each thread.
///
/// Tables that depend on the model alone (distributions of spend by the number of purchases seen) are made when a customer first needs
/// them and kept: they cost far more than a customer.
public struct LivePredictor: Sendable {
    /// The model that predicts.
    public let model: ShopModel
    private var forecaster: GroupForecaster
    /// For classes, where another horizon than a year is predicted.
    private var forecasterOfYear: GroupForecaster?

    /// Makes ready what all customers share.
    public init(_ model: ShopModel) {
        self.model = model
        forecaster = GroupForecaster(model.model, horizon: Horizon(days: model.horizonInDays))
        forecasterOfYear = model.model.ofYear.first.map { GroupForecaster($0, horizon: Horizon(days: Horizon.yearInDays)) }
    }

    /// What is expected of customers from their summaries' as-of day on, as ``ShopModel/predictions(_:courseInDays:)`` says it.
    public mutating func predict(_ summaries: CustomerSummaries, courseInDays: [Int] = []) -> Predictions {
        let buyers = Buyers(summaries)
        forecaster.take(buyers.histories)
        var predictions = Predictions(
            summaries, buyers: buyers, model: model.model, horizonInDays: model.horizonInDays, courseInDays: courseInDays,
            settled: Settled(commonFactors: model.commonFactors, thresholds: model.thresholds), forecaster: &forecaster)
        guard let ofYear = model.model.ofYear.first, var yearly = forecasterOfYear else { return predictions }
        // Moved out and back, so that its tables are never copied.
        forecasterOfYear = nil
        yearly.take(buyers.histories)
        let year = Predictions(
            summaries, buyers: buyers, model: ofYear, horizonInDays: Horizon.yearInDays, courseInDays: [],
            settled: Settled(commonFactors: model.commonFactorsOfYear, thresholds: model.thresholds), forecaster: &yearly)
        forecasterOfYear = yearly
        predictions.commonFactorsOfYear = model.commonFactorsOfYear
        predictions.takeClasses(of: year)
        return predictions
    }
}
