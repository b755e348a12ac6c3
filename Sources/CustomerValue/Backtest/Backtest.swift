public import Facts

/// Forecasts made on earlier days of the same log, compared with what came.
///
/// Each fold stands at an earlier day, knows nothing that came later (orders, refunds), fits every model afresh and predicts the days
/// after it.
public struct Backtest: Sendable {
    /// One forecast among those compared: a model, an average of models, or a naive baseline.
    public struct Candidate: Sendable {
        /// `bg-nbd`, `mbg-nbd`, `pareto-nbd`, `auto`, `naive-rate`, `naive-last-period`, ...
        public var name: String
        /// How it did.
        public var scores: ForecastScores
    }

    /// The forecasts made on one day.
    public struct Fold: Sendable {
        /// The last day that the forecasts knew.
        public var cutoff: ShopDay
        /// How many days after it were predicted.
        public var horizonInDays: Int
        /// Customers who were predicted: those with a purchase by the cutoff (of the sample where there are many).
        public var customers: Int
        /// All forecasts, in a fixed order.
        public var candidates: [Candidate]
        /// Tenths of probability of an order (bins of equal width): mean forecast, share that ordered, customers. Of `auto`.
        public var calibration: [CalibrationBin]
    }

    /// Customers with similar probabilities of an order.
    public struct CalibrationBin: Sendable, Equatable {
        /// How many.
        public var customers: Int
        /// Their mean probability of an order.
        public var predicted: Double
        /// The share that ordered.
        public var ordered: Double
    }

    /// The name of the forecast that predictions are made by, where no model is named.
    public static let predicting = "auto"

    /// Earliest first; empty where the log is too short.
    public var folds: [Fold]
    /// How many customers were sampled; `nil` where all took part.
    public var sampledCustomers: Int?
    /// The days of orders that one fold would need, where there is none.
    public var daysNeeded: Int?
}
