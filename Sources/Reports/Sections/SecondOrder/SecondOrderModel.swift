package import CustomerValue

/// Customers by the week in which they came back after their first purchase day.
struct SecondOrderModel {
    /// Index 0: within 7 days, ...
    private(set) var customersByWeek = [Int](repeating: 0, count: SecondOrderModel.weeks)
    /// After the last of these weeks.
    private(set) var later = 0

    /// Half a year: where a mailing may still help.
    static let weeks = 26

    init(_ analysis: Analysis) {
        for (days, count) in analysis.summaries.daysToSecondPurchase.enumerated() where count > 0 {
            let week = max(0, days - 1) / 7
            if week < Self.weeks { customersByWeek[week] += count } else { later += count }
        }
    }
}

extension SecondPurchase {
    /// Whether enough customers have had a year to come back. Otherwise late returns are missing and the days to a return too short.
    package var isOfFullYear: Bool {
        guard let returned, let year = Self.agesInDays.first else { return false }
        return returned.minimumAgeInDays >= year
    }
}
