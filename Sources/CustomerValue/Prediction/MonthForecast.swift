public import Facts

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
