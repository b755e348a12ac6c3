import CustomerValue

/// Scores under their names in JSON and CSV. Names, units and definitions are those of public yardsticks; biases are in per cent.
struct ScoresDocument: Encodable {
    struct Decile: Encodable {
        var decile: Int
        var customers: Int
        var predictedOrders: Double
        var actualOrders: Double
        var predictedValue: Double
        var actualValue: Double
        var probability: Double
        var orderedShare: Double
    }

    /// The names of ``values``.
    static let names = [
        "customers", "orders_mae", "orders_rmse", "orders_spearman", "orders_gini", "orders_bias_pct", "value_mae", "value_rmse",
        "value_spearman", "value_gini", "top10_capture", "top10_capture_of_ideal", "value_bias_pct", "auc", "brier", "ece", "logloss",
        "any_rate", "p_any_mean", "log_score", "share_above_high", "share_below_low",
    ]
    /// The scores in the order of ``names``; `nil` where one is not defined.
    let values: [Double?]
    private let deciles: [Decile]

    init(_ scores: ForecastScores) {
        func percent(_ value: Double?) -> Double? { value.map { $0 * 100 } }
        values = [
            Double(scores.customers), scores.ordersMAE, scores.ordersRMSE, scores.ordersRankCorrelation, scores.ordersGini,
            percent(scores.ordersBias), scores.valueMAE, scores.valueRMSE, scores.valueRankCorrelation, scores.valueGini,
            scores.top10Capture, scores.top10CaptureOfIdeal, percent(scores.valueBias), scores.auc, scores.brier, scores.ece,
            scores.logLoss, scores.orderedShare, scores.meanProbability, scores.logScore, scores.shareAboveHigh, scores.shareBelowLow,
        ]
        deciles = scores.deciles.map { decile in
            Decile(
                decile: decile.number, customers: decile.customers, predictedOrders: decile.predictedOrders,
                actualOrders: decile.actualOrders, predictedValue: decile.predictedValue, actualValue: decile.actualValue,
                probability: decile.probability, orderedShare: decile.orderedShare)
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (name, value) in zip(Self.names, values) {
            if let value, value.isFinite {
                try container.encode(value, forKey: Key(stringValue: name))
            } else {
                try container.encodeNil(forKey: Key(stringValue: name))
            }
        }
        if !deciles.isEmpty { try container.encode(deciles, forKey: Key(stringValue: "deciles")) }
    }
}
