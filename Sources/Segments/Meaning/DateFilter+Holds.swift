public import Facts

extension DateFilter {
    /// Whether a moment meets it.
    ///
    /// - Parameters:
    ///   - moment: seconds of UTC since 1970.
    ///   - end: the first second that is not known yet; see ``DateFilter``.
    public func holds(_ moment: Int64, before end: Int64, in zone: ShopTimeZone) -> Bool {
        switch self {
        case .allTime, .isKnown: true
        case .before(let instant): moment < instant.secondsSince1970
        case .after(let instant): moment >= instant.secondsSince1970
        case .betweenInstants(let start, let stop): moment >= start.secondsSince1970 && moment < stop.secondsSince1970
        case .inTheLast(let span): moment >= end - span.seconds && moment < end
        case .inTheNext(let span): moment >= end && moment < end + span.seconds
        case .atLeastAgo(let span): moment < end - span.seconds
        case .betweenAgo(let from, let to, let unit):
            moment >= end - Int64(to) * unit.seconds && moment < end - Int64(from) * unit.seconds
        case .anniversaryInTheLast(let span):
            Anniversary(moment, zone).comesRound(from: end - span.seconds, to: end)
        case .anniversaryInTheNext(let span):
            Anniversary(moment, zone).comesRound(from: end - 1, to: end - 1 + max(1, span.seconds))
        case .anniversaryToday: Anniversary(moment, zone).isOn(zone.day(of: Instant(secondsSince1970: end - 1)))
        case .anniversaryThisMonth:
            Self.month(moment, zone) == Self.month(end - 1, zone)
        case .calendarMonth(let month): Self.month(moment, zone) == month
        }
    }

    private static func month(_ seconds: Int64, _ zone: ShopTimeZone) -> Int {
        zone.day(of: Instant(secondsSince1970: seconds)).civil.month
    }

    /// The least `end` after the given one at which the answer for a moment may be another; `nil` where it never will be. It may come too early,
    /// never too late.
    public func nextChange(_ moment: Int64, after end: Int64, in zone: ShopTimeZone) -> Int64? {
        func next(_ first: Int64, _ second: Int64 = .min) -> Int64? {
            let (first, second) = (first > end ? first : .max, second > end ? second : .max)
            return first == .max && second == .max ? nil : min(first, second)
        }
        switch self {
        case .allTime, .isKnown, .before, .after, .betweenInstants, .calendarMonth: return nil
        case .inTheLast(let span): return next(moment + 1, moment + span.seconds + 1)
        case .inTheNext(let span): return next(moment - span.seconds + 1, moment + 1)
        case .atLeastAgo(let span): return next(moment + span.seconds + 1)
        case .betweenAgo(let from, let to, let unit):
            return next(moment + Int64(from) * unit.seconds + 1, moment + Int64(to) * unit.seconds + 1)
        case .anniversaryToday, .anniversaryThisMonth: return Self.midnight(after: end - 1, zone) + 1
        // Each end of the range comes to another day at its own moment: days on which clocks change are shorter or longer than others.
        case .anniversaryInTheLast(let span):
            return min(Self.midnight(after: end - 1, zone) + 1, Self.midnight(after: end - span.seconds, zone) + span.seconds)
        case .anniversaryInTheNext(let span):
            let ahead = max(1, span.seconds) - 2
            return min(Self.midnight(after: end - 1, zone) + 1, Self.midnight(after: end + ahead, zone) - ahead)
        }
    }

    /// When the day after that of a moment begins.
    private static func midnight(after seconds: Int64, _ zone: ShopTimeZone) -> Int64 {
        zone.start(of: zone.day(of: Instant(secondsSince1970: seconds)).advanced(byDays: 1)).secondsSince1970
    }
}

/// The day and month of a moment, which come round every year; the 29th of February on the 28th where there is none.
private struct Anniversary {
    private let month: Int
    private let day: Int
    private let zone: ShopTimeZone

    init(_ moment: Int64, _ zone: ShopTimeZone) {
        (_, month, day) = zone.day(of: Instant(secondsSince1970: moment)).civil
        self.zone = zone
    }

    func isOn(_ date: ShopDay) -> Bool { self.date(in: date.civil.year) == date }

    /// Whether its day has a moment in common with a range of time.
    func comesRound(from start: Int64, to end: Int64) -> Bool {
        guard end > start else { return false }
        let first = zone.day(of: Instant(secondsSince1970: start))
        let last = zone.day(of: Instant(secondsSince1970: end - 1))
        // Years are few: spans are limited to a hundred of them, and one year holds every day.
        guard last.civil.year - first.civil.year < 2 else { return true }
        return (first.civil.year...last.civil.year).contains { year in
            guard let date = date(in: year) else { return false }
            return first <= date && date <= last
        }
    }

    private func date(in year: Int) -> ShopDay? { ShopDay(year: year, month: month, day: day) ?? ShopDay(year: year, month: 2, day: 28) }
}

extension DateFilter {
    /// The seconds, from the first up to but without the second, in which an event must have happened; events of the future are in none but
    /// "in the next". `nil` where it takes more than a range to say.
    public func eventRange(before end: Int64) -> Range<Int64>? {
        let range: (Int64, Int64)
        switch self {
        case .allTime, .isKnown: range = (0, end)
        case .before(let instant): range = (0, min(end, instant.secondsSince1970))
        case .after(let instant): range = (instant.secondsSince1970, end)
        // Of events both ends are included.
        case .betweenInstants(let start, let stop): range = (start.secondsSince1970, min(end, stop.secondsSince1970 + 1))
        case .inTheLast(let span): range = (end - span.seconds, end)
        case .inTheNext(let span): range = (end, end + span.seconds)
        case .atLeastAgo(let span): range = (0, end - span.seconds)
        case .betweenAgo(let from, let to, let unit): range = (end - Int64(to) * unit.seconds, end - Int64(from) * unit.seconds)
        case .anniversaryInTheLast, .anniversaryInTheNext, .anniversaryToday, .anniversaryThisMonth, .calendarMonth: return nil
        }
        let start = max(0, range.0)
        return start..<max(start, range.1)
    }
}
