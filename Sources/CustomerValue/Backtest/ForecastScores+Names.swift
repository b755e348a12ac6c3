extension ForecastScores {
    /// The names of ``values`` in JSON and CSV. Names, units and definitions are those of public yardsticks; biases are in per cent.
    public static let names = [
        "customers", "orders_mae", "orders_rmse", "orders_spearman", "orders_gini", "orders_bias_pct", "value_mae", "value_rmse",
        "value_spearman", "value_gini", "top10_capture", "top10_capture_of_ideal", "value_bias_pct", "auc", "brier", "ece", "logloss",
        "any_rate", "p_any_mean", "log_score", "share_above_high", "share_below_low",
    ]

    /// The scores in the order of ``names``, tenths left out; `nil` where one is not defined.
    public var values: [Double?] {
        func percent(_ value: Double?) -> Double? { value.map { $0 * 100 } }
        return [
            Double(customers), ordersMAE, ordersRMSE, ordersRankCorrelation, ordersGini, percent(ordersBias), valueMAE, valueRMSE,
            valueRankCorrelation, valueGini, top10Capture, top10CaptureOfIdeal, percent(valueBias), auc, brier, ece, logLoss,
            orderedShare, meanProbability, logScore, shareAboveHigh, shareBelowLow,
        ]
    }

    /// Scores from ``values``; `nil` where one that is always there is missing, or a number is none.
    init?(values: [Double?], deciles: [Decile]) {
        guard values.count == Self.names.count, values.allSatisfy({ $0?.isFinite ?? true }), let count = values[0],
            (0...1e12).contains(count), let ordersMAE = values[1], let ordersRMSE = values[2], let brier = values[14],
            let ece = values[15], let logLoss = values[16], let orderedShare = values[17], let meanProbability = values[18]
        else { return nil }
        self.init()
        customers = Int(count)
        self.ordersMAE = ordersMAE
        self.ordersRMSE = ordersRMSE
        ordersRankCorrelation = values[3]
        ordersGini = values[4]
        ordersBias = values[5].map { $0 / 100 }
        valueMAE = values[6]
        valueRMSE = values[7]
        valueRankCorrelation = values[8]
        valueGini = values[9]
        top10Capture = values[10]
        top10CaptureOfIdeal = values[11]
        valueBias = values[12].map { $0 / 100 }
        auc = values[13]
        self.brier = brier
        self.ece = ece
        self.logLoss = logLoss
        self.orderedShare = orderedShare
        self.meanProbability = meanProbability
        logScore = values[19]
        shareAboveHigh = values[20]
        shareBelowLow = values[21]
        self.deciles = deciles
    }
}
