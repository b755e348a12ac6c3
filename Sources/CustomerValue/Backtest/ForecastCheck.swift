public import Facts

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
