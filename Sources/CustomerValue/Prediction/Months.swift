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
    /// The season of months moves money and orders between them; the total of the horizon stays. A month's band holds chance (its share of the
    /// variance of the whole), the error that all customers share, and the month's own: a fifth where a year told its season, else a third.
    static func months(of predictions: Predictions, totals: GroupFigures, season: SeasonOfMonths) -> [MonthForecast] {
        guard let last = predictions.course.last, last.minorUnits > 0 else { return [] }
        var parts: [(days: Range<Int>, orders: Double, minorUnits: Double, isKnown: Bool)] = []
        var before = CourseTotals(days: 0, orders: 0, minorUnits: 0)
        for point in predictions.course {
            let month = predictions.asOf.advanced(byDays: point.days).civil.month
            let factor = season.factor(month)
            parts.append(
                (
                    before.days..<point.days, max(0, point.orders - before.orders) * (factor ?? 1),
                    max(0, point.minorUnits - before.minorUnits) * (factor ?? 1), factor != nil
                ))
            before = point
        }
        let orders = parts.reduce(0) { $0 + $1.orders }
        let minorUnits = parts.reduce(0) { $0 + $1.minorUnits }
        return parts.map { part in
            let expected = minorUnits > 0 ? part.minorUnits * last.minorUnits / minorUnits : 0
            let chance = totals.chanceInMinorUnits * (expected / last.minorUnits).squareRoot()
            let own = part.isKnown ? errorWithSeason : errorWithoutSeason
            let shared = expected * (totals.sharedError * totals.sharedError + own * own).squareRoot()
            let half = (chance * chance + shared * shared).squareRoot()
            return MonthForecast(
                firstDay: predictions.asOf.advanced(byDays: part.days.lowerBound + 1),
                lastDay: predictions.asOf.advanced(byDays: part.days.upperBound),
                expectedOrders: orders > 0 ? part.orders * last.orders / orders : 0, expectedMinorUnits: expected,
                rangeMinorUnits: Int64(min(9e18, max(0, expected - half)).rounded())...Int64(min(9e18, expected + half).rounded()))
        }
    }

    /// The half width of a month's band from what is the month's own, as a part of it.
    private static let errorWithSeason = 0.2
    private static let errorWithoutSeason = 1.0 / 3
}
