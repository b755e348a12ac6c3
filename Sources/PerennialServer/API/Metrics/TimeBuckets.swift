import Facts

/// A span of time cut into hours, days, weeks or months of a time zone.
struct TimeBuckets: Sendable {
    /// How long a part is.
    enum Interval: String, CaseIterable, Sendable {
        case hour, day, week, month
    }

    /// Where each part begins, in seconds since 1970; the first may begin before the span.
    let starts: [Int64]
    private let timeZone: ShopTimeZone

    /// The parts of a span.
    ///
    /// - Parameters:
    ///   - from: the first moment.
    ///   - until: the first moment after the span; the span is no longer than the caller allows.
    init(from: Instant, until: Instant, by interval: Interval, in timeZone: ShopTimeZone) {
        self.timeZone = timeZone
        var starts: [Int64] = []
        var start = Self.start(of: interval, holding: from, timeZone)
        while start < until {
            starts.append(start.secondsSince1970)
            start = Self.next(after: start, interval, timeZone)
        }
        self.starts = starts
    }

    /// The part that holds a moment; the caller asks for none before the first.
    func index(of seconds: Int64) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= seconds { low = middle } else { high = middle }
        }
        return low
    }

    /// Where each part begins, as a clock of the zone shows it: `2024-05-01T00:00:00+02:00`.
    var dates: [String] {
        starts.map { start in
            let offset = timeZone.offsetInSeconds(at: Instant(secondsSince1970: start))
            let local = Instant(secondsSince1970: start + offset).description.dropLast()
            let minutes = offset.magnitude / 60
            let (hour, minute) = (minutes / 60, minutes % 60)
            return "\(local)\(offset < 0 ? "-" : "+")\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        }
    }

    private static func start(of interval: Interval, holding moment: Instant, _ timeZone: ShopTimeZone) -> Instant {
        let day = timeZone.day(of: moment)
        switch interval {
        case .hour:
            // Hours are counted from the offset: where clocks change by half an hour the day has a shorter or longer one.
            let local = moment.secondsSince1970 + timeZone.offsetInSeconds(at: moment)
            return Instant(secondsSince1970: moment.secondsSince1970 - (local - floorDivide(local, 3_600) * 3_600))
        case .day: return timeZone.start(of: day)
        // 1970-01-01 was a Thursday; weeks begin on Monday.
        case .week:
            return timeZone.start(
                of: day.advanced(byDays: -Int((Int64(day.daysSince1970) + 3) - floorDivide(Int64(day.daysSince1970) + 3, 7) * 7)))
        case .month: return timeZone.start(of: day.advanced(byDays: 1 - day.civil.day))
        }
    }

    private static func next(after start: Instant, _ interval: Interval, _ timeZone: ShopTimeZone) -> Instant {
        let day = timeZone.day(of: start)
        switch interval {
        case .hour: return Instant(secondsSince1970: start.secondsSince1970 + 3_600)
        case .day: return timeZone.start(of: day.advanced(byDays: 1))
        case .week: return timeZone.start(of: day.advanced(byDays: 7))
        case .month:
            let (year, month, _) = day.civil
            return timeZone.start(of: day.advanced(byDays: ShopDay.length(ofMonth: month, year: year)))
        }
    }
}
