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

    /// Earliest first; empty where the log is too short.
    public var folds: [Fold]
    /// How many customers were sampled; `nil` where all took part.
    public var sampledCustomers: Int?
    /// The days of orders that one fold would need, where there is none.
    public var daysNeeded: Int?
}

/// A forecast of all customers together, made on an earlier day, and what came: by weeks.
public struct ForecastCheck: Sendable {
    /// Seven days (the last may be shorter) of the forecast.
    public struct Week: Sendable {
        /// Its first day.
        public var firstDay: ShopDay
        /// Minor units.
        public var expectedMinorUnits: Double
        /// Minor units.
        public var actualMinorUnits: Int64
    }
    /// The last day that the forecast knew.
    public var cutoff: ShopDay
    /// How many days it covered.
    public var horizonInDays: Int
    /// Customers it was made for.
    public var customers: Int
    /// Orders that were expected of them.
    public var expectedOrders: Double
    /// Orders that came from them.
    public var actualOrders: Int
    /// Spend that was expected of them, in minor units.
    public var expectedMinorUnits: Double
    /// The range of the total, 80 %.
    public var rangeMinorUnits: ClosedRange<Int64>
    /// What they spent, in minor units.
    public var actualMinorUnits: Int64
    /// The same by weeks, in order.
    public var weeks: [Week]
}

/// What today's customers are expected to spend in a calendar month within the horizon.
public struct MonthForecast: Sendable {
    /// Its first day that is covered (the day after the as-of day in the first month).
    public var firstDay: ShopDay
    /// Its last day that is covered.
    public var lastDay: ShopDay
    /// Orders of the month.
    public var expectedOrders: Double
    /// Spend of the month, in minor units.
    public var expectedMinorUnits: Double
    /// The range of the month's total, 80 %.
    public var rangeMinorUnits: ClosedRange<Int64>
}
