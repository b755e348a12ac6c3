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
        let years = OrderValueYears(analysis.history)
        months = Array(years.complete.suffix(Self.mostMonths))
        lastYear = years.lastYear
        yearBefore = years.yearBefore
    }
}
