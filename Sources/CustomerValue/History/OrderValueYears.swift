/// The average order value of the last twelve complete months, and of the twelve before.
public struct OrderValueYears: Sendable {
    /// Complete months, earliest first.
    public let complete: [MonthFigures]

    /// Of a shop's history.
    public init(_ history: ShopHistory) { self.init(history.months) }

    /// Of months, earliest first.
    public init(_ months: [MonthFigures]) { complete = months.filter(\.isComplete) }

    /// Of the last twelve complete months, in minor units; `nil` with fewer.
    public var lastYear: Double? { Self.average(complete.suffix(12)) }

    /// Of the twelve before them; `nil` with fewer.
    public var yearBefore: Double? { complete.count >= 24 ? Self.average(complete.dropLast(12).suffix(12)) : nil }

    private static func average(_ months: ArraySlice<MonthFigures>) -> Double? {
        guard months.count == 12 else { return nil }
        let orders = months.reduce(0) { $0 + $1.orders }
        let revenue = months.reduce(0.0) { $0 + Double($1.revenueMinorUnits) }
        return orders > 0 ? revenue / Double(orders) : nil
    }
}
