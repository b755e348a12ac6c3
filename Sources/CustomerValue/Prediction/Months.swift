import Facts

extension MonthForecast {
    /// The days ahead at which the calendar months of a horizon end; the horizon itself comes last.
    static func endsInDays(asOf: ShopDay, horizonInDays: Int) -> [Int] {
        var ends: [Int] = []
        var (year, month, _) = asOf.advanced(byDays: 1).civil
        while ends.last.map({ $0 < horizonInDays }) ?? true {
            let next = month == 12 ? (year + 1, 1) : (year, month + 1)
            let firstOfNext = ShopDay(daysSince1970: ShopDay.daysSince1970(year: next.0, month: next.1, day: 1))
            ends.append(min(horizonInDays, asOf.days(until: firstOfNext) - 1))
            (year, month) = next
        }
        return ends
    }

    /// The months of a course of totals whose days are those of ``endsInDays(asOf:horizonInDays:)``.
    ///
    /// A month's band holds chance (its share of the variance of the whole), the error that all customers share, and a fifth for the season
    /// that a single month has.
    static func months(of predictions: Predictions, totals: GroupFigures) -> [MonthForecast] {
        guard let last = predictions.course.last, last.minorUnits > 0 else { return [] }
        var months: [MonthForecast] = []
        var before = CourseTotals(days: 0, orders: 0, minorUnits: 0)
        for point in predictions.course {
            let expected = max(0, point.minorUnits - before.minorUnits)
            let share = expected / last.minorUnits
            let chance = totals.chanceInMinorUnits * share.squareRoot()
            let shared = expected * (totals.sharedError * totals.sharedError + seasonOfMonth * seasonOfMonth).squareRoot()
            let half = (chance * chance + shared * shared).squareRoot()
            months.append(
                MonthForecast(
                    firstDay: predictions.asOf.advanced(byDays: before.days + 1), lastDay: predictions.asOf.advanced(byDays: point.days),
                    expectedOrders: point.orders - before.orders, expectedMinorUnits: expected,
                    rangeMinorUnits: Int64(min(9e18, max(0, expected - half)).rounded())...Int64(min(9e18, expected + half).rounded())))
            before = point
        }
        return months
    }

    private static let seasonOfMonth = 0.2
}
