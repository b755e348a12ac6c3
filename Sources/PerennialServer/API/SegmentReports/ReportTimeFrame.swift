import Facts

/// The time that a report is about.
struct ReportTimeFrame: Sendable, Equatable {
    /// A time with a name.
    enum Key: String, CaseIterable, Sendable {
        case last12Months = "last_12_months"
        case last30Days = "last_30_days"
        case last365Days = "last_365_days"
        case last3Months = "last_3_months"
        case last7Days = "last_7_days"
        case last90Days = "last_90_days"
        case lastMonth = "last_month"
        case lastWeek = "last_week"
        case lastYear = "last_year"
        case thisMonth = "this_month"
        case thisWeek = "this_week"
        case thisYear = "this_year"
        case today
        case yesterday

        /// Its days, as of today. The last so many days end with today; what is called week, month or year is one of the calendar, whole where
        /// it is the last and up to today where it is this one. Weeks begin on Monday.
        func days(_ today: ShopDay) -> Range<ShopDay> {
            let tomorrow = today.advanced(byDays: 1)
            let (year, month, day) = today.civil
            let firstOfMonth = today.advanced(byDays: 1 - day)
            let firstOfYear = ShopDay(daysSince1970: ShopDay.daysSince1970(year: year, month: 1, day: 1))
            // 1970-01-01 was a Thursday.
            let weekday = (Int(today.daysSince1970) + 3) % 7
            let monday = today.advanced(byDays: -(weekday < 0 ? weekday + 7 : weekday))
            func last(_ days: Int) -> Range<ShopDay> { tomorrow.advanced(byDays: -days)..<tomorrow }
            func lastMonths(_ months: Int) -> Range<ShopDay> {
                let place = year * 12 + month - 1 - months
                let (thatYear, thatMonth) = (place / 12, place % 12 + 1)
                let thatDay = min(day, ShopDay.length(ofMonth: thatMonth, year: thatYear))
                let same = ShopDay(daysSince1970: ShopDay.daysSince1970(year: thatYear, month: thatMonth, day: thatDay))
                return same.advanced(byDays: 1)..<tomorrow
            }
            switch self {
            case .today: return today..<tomorrow
            case .yesterday: return today.advanced(byDays: -1)..<today
            case .last7Days: return last(7)
            case .last30Days: return last(30)
            case .last90Days: return last(90)
            case .last365Days: return last(365)
            case .last3Months: return lastMonths(3)
            case .last12Months: return lastMonths(12)
            case .thisWeek: return monday..<tomorrow
            case .lastWeek: return monday.advanced(byDays: -7)..<monday
            case .thisMonth: return firstOfMonth..<tomorrow
            case .lastMonth:
                let last = firstOfMonth.advanced(byDays: -1)
                return last.advanced(byDays: 1 - last.civil.day)..<firstOfMonth
            case .thisYear: return firstOfYear..<tomorrow
            case .lastYear: return ShopDay(daysSince1970: ShopDay.daysSince1970(year: year - 1, month: 1, day: 1))..<firstOfYear
            }
        }
    }

    /// The first second of it.
    var from: Int64
    /// The first second after it.
    var until: Int64
    /// How long it is by the shop's clocks, where hours that they skip count too.
    var secondsOnClocks: Int64
    /// Whether it has a name, and so is as long as that says.
    var isNamed: Bool

    /// A time with a name.
    init(_ key: Key, today: ShopDay, in zone: ShopTimeZone) {
        let days = key.days(today)
        from = zone.start(of: days.lowerBound).secondsSince1970
        until = zone.start(of: days.upperBound).secondsSince1970
        secondsOnClocks = Int64(days.lowerBound.days(until: days.upperBound)) * 86_400
        isNamed = true
    }

    /// A time between two times on the shop's clocks.
    init(localFrom: Int64, localUntil: Int64, in zone: ShopTimeZone) {
        from = zone.instant(localSecondsSince1970: localFrom).secondsSince1970
        until = zone.instant(localSecondsSince1970: localUntil).secondsSince1970
        secondsOnClocks = localUntil - localFrom
        isNamed = false
    }
}
