import CustomerValue
import Facts

/// The average order value by month, and of the last year compared with the one before.
struct OrderValueModel {
    /// Complete months, earliest first, at most the last ``mostMonths``.
    let months: [MonthFigures]
    /// The average order value of the last twelve complete months, in minor units; `nil` with fewer.
    let lastYear: Double?
    /// Of the twelve before them.
    let yearBefore: Double?

    /// Five years.
    static let mostMonths = 60

    init(_ analysis: Analysis) {
        let complete = analysis.history.months.filter(\.isComplete)
        months = Array(complete.suffix(Self.mostMonths))
        lastYear = Self.average(complete.suffix(12))
        yearBefore = complete.count >= 24 ? Self.average(complete.dropLast(12).suffix(12)) : nil
    }

    private static func average(_ months: ArraySlice<MonthFigures>) -> Double? {
        guard months.count == 12 else { return nil }
        let orders = months.reduce(0) { $0 + $1.orders }
        let revenue = months.reduce(0.0) { $0 + Double($1.revenueMinorUnits) }
        return orders > 0 ? revenue / Double(orders) : nil
    }
}
