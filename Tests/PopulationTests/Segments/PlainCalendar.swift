import Foundation

/// Days of a time zone, counted in loops.
final class PlainCalendar {
    private let zone: TimeZone
    private var offsets: [Int: Int] = [:]
    private var dates: [Int: (month: Int, day: Int)] = [:]
    private var starts: [Int: Int] = [:]

    init(_ identifier: String) throws {
        guard let zone = TimeZone(identifier: identifier) else { throw CocoaError(.formatting) }
        self.zone = zone
    }

    /// The number of the day since 1970 that a clock on the wall shows.
    func day(_ moment: Int) -> Int {
        let quarter = Int((Double(moment) / 900).rounded(.down))
        let offset = offsets[quarter] ?? zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(quarter) * 900))
        offsets[quarter] = offset
        return Int((Double(moment + offset) / 86_400).rounded(.down))
    }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && year % 100 != 0 || year % 400 == 0 }

    private static func lengths(_ year: Int) -> [Int] { [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] }

    /// Month and day of a day's number from 1900 on.
    func date(_ number: Int) -> (month: Int, day: Int) {
        if let date = dates[number] { return date }
        var rest = number + 25_567
        var year = 1900
        while rest >= (Self.isLeap(year) ? 366 : 365) {
            rest -= Self.isLeap(year) ? 366 : 365
            year += 1
        }
        var month = 0
        while rest >= Self.lengths(year)[month] {
            rest -= Self.lengths(year)[month]
            month += 1
        }
        // In a year without it the 28th of February stands for the 29th as well: told by a day of its own.
        let date = (month + 1, month == 1 && rest == 27 && !Self.isLeap(year) ? 2_829 : rest + 1)
        dates[number] = date
        return date
    }

    /// Whether a day is the day and month of another, which may have been the 29th of February.
    func isAnniversary(_ number: Int, of other: Int) -> Bool {
        let (a, b) = (date(number), date(other))
        guard a.month == b.month else { return false }
        return a.day == b.day || a.day == 2_829 && (b.day == 28 || b.day == 29) || b.day == 2_829 && a.day == 28
    }

    /// The number of a day that is written `2026-03-01`.
    func number(_ text: Substring) -> Int? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), parts[2] >= 1, parts[2] <= Self.lengths(parts[0])[parts[1] - 1] else {
            return nil
        }
        var days = -25_567
        for year in 1900..<parts[0] { days += Self.isLeap(year) ? 366 : 365 }
        for month in 0..<parts[1] - 1 { days += Self.lengths(parts[0])[month] }
        return days + parts[2] - 1
    }

    /// The first moment of a day.
    func start(_ number: Int) -> Int {
        if let start = starts[number] { return start }
        var moment = number * 86_400 - 50_400
        while day(moment) < number { moment += 900 }
        starts[number] = moment
        return moment
    }

    /// The moment of `2026-03-01` or `2026-03-01T10:20:30Z`.
    func moment(_ text: String) -> Int? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard let day = number(parts[0]) else { return nil }
        if parts.count == 1 { return start(day) }
        let clock = parts[1].dropLast().split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, parts[1].last == "Z" else { return nil }
        return day * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    }
}
