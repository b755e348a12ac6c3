import Facts

extension SQLWriter {
    /// Whether a moment meets a filter; the same as ``DateFilter/holds(_:before:in:)``.
    func date(_ moment: SQLText, _ filter: DateFilter) -> SQLText {
        func from(_ start: Int64, to end: Int64) -> SQLText {
            "(\(moment) >= \(Instant(secondsSince1970: start)) AND \(moment) < \(Instant(secondsSince1970: end)))"
        }
        switch filter {
        case .allTime, .isKnown: return "\(moment) IS NOT NULL"
        case .before(let instant): return "\(moment) < \(instant)"
        case .after(let instant): return "\(moment) >= \(instant)"
        case .betweenInstants(let start, let stop): return from(start.secondsSince1970, to: stop.secondsSince1970)
        case .inTheLast(let span): return from(end - span.seconds, to: end)
        case .inTheNext(let span): return from(end, to: end + span.seconds)
        case .atLeastAgo(let span): return "\(moment) < \(Instant(secondsSince1970: end - span.seconds))"
        case .betweenAgo(let near, let far, let unit):
            return from(end - Int64(far) * unit.seconds, to: end - Int64(near) * unit.seconds)
        case .anniversaryInTheLast(let span): return anniversary(of: moment, from: end - span.seconds, to: end)
        case .anniversaryInTheNext(let span): return anniversary(of: moment, from: end - 1, to: end - 1 + max(1, span.seconds))
        case .anniversaryToday: return anniversary(of: moment, from: end - 1, to: end)
        case .anniversaryThisMonth: return month(moment, is: zone.day(of: Instant(secondsSince1970: end - 1)).civil.month)
        case .calendarMonth(let month): return self.month(moment, is: month)
        }
    }

    /// Which events count by when they happened; the same as ``DateFilter/eventRange(before:)`` and what is not a range.
    func eventDate(_ moment: SQLText, _ filter: DateFilter) -> SQLText {
        guard let range = filter.eventRange(before: end) else { return "\(moment) < \(endInstant) AND \(date(moment, filter))" }
        let until = Instant(secondsSince1970: range.upperBound)
        if range.lowerBound == 0 { return "\(moment) < \(until)" }
        return "\(moment) >= \(Instant(secondsSince1970: range.lowerBound)) AND \(moment) < \(until)"
    }

    /// A moment as a clock in the shop shows it.
    private func local(_ moment: SQLText) -> SQLText {
        guard zone != .utc else { return moment }
        return switch dialect {
        case .duckdb: "timezone(\(text: zone.identifier), \(moment) AT TIME ZONE 'UTC')"
        case .spark: "from_utc_timestamp(\(moment), \(text: zone.identifier))"
        }
    }

    /// The first moment of a day of the shop.
    func start(ofDay day: SQLText) -> SQLText {
        guard zone != .utc else { return "CAST(\(day) AS TIMESTAMP)" }
        return switch dialect {
        case .duckdb: "timezone('UTC', timezone(\(text: zone.identifier), CAST(\(day) AS TIMESTAMP)))"
        case .spark: "to_utc_timestamp(CAST(\(day) AS TIMESTAMP), \(text: zone.identifier))"
        }
    }

    private func month(_ moment: SQLText, is month: Int) -> SQLText { "EXTRACT(MONTH FROM \(local(moment))) = \(whole: month)" }

    /// Whether the day and month of a moment come round within a range of time, the 29th of February on the 28th where there is none.
    private func anniversary(of moment: SQLText, from start: Int64, to stop: Int64) -> SQLText {
        guard stop > start else { return "FALSE" }
        let first = zone.day(of: Instant(secondsSince1970: start)).civil
        let last = zone.day(of: Instant(secondsSince1970: stop - 1)).civil
        guard last.year - first.year < 2 else { return "\(moment) IS NOT NULL" }
        let local = local(moment)
        let day: SQLText = "EXTRACT(MONTH FROM \(local)) * 100 + EXTRACT(DAY FROM \(local))"
        let years = (first.year...last.year).map { year -> SQLText in
            let low = year == first.year ? first.month * 100 + first.day : 101
            let high = year == last.year ? last.month * 100 + last.day : 1_231
            let isLeap = ShopDay.length(ofMonth: 2, year: year) == 29
            let date: SQLText = isLeap ? day : "(CASE WHEN \(day) = 229 THEN 228 ELSE \(day) END)"
            return "(\(date) BETWEEN \(whole: low) AND \(whole: high))"
        }
        return "(\(SQLText.joined(years, by: " OR ")))"
    }
}

extension SQLWriter {
    /// Whether a text is a date, or a date and time, that meets a filter; a day is one of the shop, from its first moment.
    mutating func writtenDate(_ text: SQLText, _ filter: DateFilter) -> SQLText {
        with(text) { writer, text in
            let day: SQLText = "CASE WHEN \(writer.isWhole(text, Self.day)) THEN \(writer.start(ofDay: "TRY_CAST(\(text) AS DATE)"))"
            let moment: SQLText = "WHEN \(writer.isWhole(text, Self.dayAndTime)) AND length(\(text)) <= 40 THEN \(writer.written(text)) END"
            return writer.with("\(day) \(moment)") { $0.known($0.date($1, filter)) }
        }
    }

    private static let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    /// As ``Timestamp/parse(_:)-(StringProtocol)`` takes it: 1 to 3 are hours, minutes and seconds; 4 to 6 the sign, hours and minutes of the offset.
    private static let dayAndTime =
        day + "[Tt ]([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]|60)(?:[.,][0-9]+)?)?"
        + "(?:[Zz]|([-+ ])(0[0-9]|1[0-8]):?([0-5][0-9])?)?"

    /// The moment of a text that is a day and a time.
    private func written(_ text: SQLText) -> SQLText {
        func part(_ group: Int) -> SQLText { "regexp_extract(\(text), \(text: Self.dayAndTime), \(whole: group))" }
        func number(_ group: Int) -> SQLText { "COALESCE(TRY_CAST(\(part(group)) AS INT), 0)" }
        let time: SQLText = "\(number(1)) * 3600 + \(number(2)) * 60 + LEAST(\(number(3)), 59)"
        let offset: SQLText = "(CASE WHEN \(part(4)) = '-' THEN -1 ELSE 1 END) * (\(number(5)) * 3600 + \(number(6)) * 60)"
        let seconds: SQLText = "\(time) - \(offset)"
        let midnight: SQLText = "CAST(TRY_CAST(substr(\(text), 1, 10) AS DATE) AS TIMESTAMP)"
        return switch dialect {
        case .duckdb: "\(midnight) + to_seconds(\(seconds))"
        case .spark: "\(midnight) + make_dt_interval(0, 0, 0, \(seconds))"
        }
    }
}
