public import Facts

/// A profile's numbers as they stood at the end of a day.
///
/// Probabilities and counts are kept to six decimals and money in whole minor units, as they are printed.
public struct PredictionRecord: Sendable, Equatable {
    /// What a model says of somebody.
    public struct Forecast: Sendable, Equatable {
        /// The expected number of orders within the horizon.
        public var numberOfOrders: Double
        /// The expected value of those orders, in minor units of the shop's currency.
        public var clv: Int64
        /// The lower end of the value's range, in minor units.
        public var clvLow: Int64
        /// The upper end of the value's range, in minor units.
        public var clvHigh: Int64
        /// P(inactive now).
        public var churnProbability: Double
        /// The probability of at least one order within the horizon.
        public var probabilityOfOrder: Double

        /// A forecast.
        public init(
            numberOfOrders: Double, clv: Int64, clvLow: Int64, clvHigh: Int64, churnProbability: Double, probabilityOfOrder: Double
        ) {
            self.numberOfOrders = numberOfOrders
            self.clv = clv
            self.clvLow = clvLow
            self.clvHigh = clvHigh
            self.churnProbability = churnProbability
            self.probabilityOfOrder = probabilityOfOrder
        }
    }

    /// Whose.
    public var profile: ProfileNumber
    /// The number of the model; 0 where there was none.
    public var model: UInt64
    /// The number of orders so far.
    public var historicNumberOfOrders: Int
    /// What the profile has paid so far, in minor units of the shop's currency.
    public var historicCLV: Int64
    /// What the model says; `nil` where it says nothing.
    public var forecast: Forecast?
    /// The scores for recency, frequency and monetary value, 1 to 5; 0 where there are none.
    public var rfm: (recency: UInt8, frequency: UInt8, monetary: UInt8)
    /// The caller's codes of the classes of value and of likelihood, 0 to 15.
    public var classes: (clv: UInt8, likelihood: UInt8)

    /// A record.
    public init(
        profile: ProfileNumber, model: UInt64, historicNumberOfOrders: Int, historicCLV: Int64, forecast: Forecast?,
        rfm: (recency: UInt8, frequency: UInt8, monetary: UInt8), classes: (clv: UInt8, likelihood: UInt8)
    ) {
        self.profile = profile
        self.model = model
        self.historicNumberOfOrders = historicNumberOfOrders
        self.historicCLV = historicCLV
        self.forecast = forecast
        self.rfm = rfm
        self.classes = classes
    }

    /// Whether two records say the same.
    public static func == (a: PredictionRecord, b: PredictionRecord) -> Bool {
        a.profile == b.profile && a.model == b.model && a.historicNumberOfOrders == b.historicNumberOfOrders
            && a.historicCLV == b.historicCLV && a.forecast == b.forecast && a.rfm == b.rfm && a.classes == b.classes
    }
}
