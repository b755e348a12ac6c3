import Facts
import Foundation

/// Moments as fields of dates hold them: a day of the shop, or one with hours and minutes, and seconds where there are any.
enum DraftMoment {
    /// Reads "2026-03-01", "2026-03-01T14:30" or "2026-03-01T14:30:07" on the shop's clock.
    static func instant(_ text: String, _ zone: ShopTimeZone) -> Instant? {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard let day = parts.first.flatMap({ ShopDay($0) }) else { return nil }
        guard parts.count > 1 else { return zone.start(of: day) }
        // Browsers may add a fraction of none.
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
            .map { Int($0.hasSuffix(".000") ? $0.dropLast(4) : $0) }
        guard (2...3).contains(clock.count), let hours = clock[0], let minutes = clock[1], let seconds = clock.count > 2 ? clock[2] : 0,
            (0..<24).contains(hours), (0..<60).contains(minutes), (0..<60).contains(seconds)
        else { return nil }
        let local = Int64(day.daysSince1970) * 86_400 + Int64(hours * 3_600 + minutes * 60 + seconds)
        // The offset is that of the moment itself, which depends on the offset: twice is enough.
        let first = local - zone.offsetInSeconds(at: Instant(secondsSince1970: local))
        return Instant(secondsSince1970: local - zone.offsetInSeconds(at: Instant(secondsSince1970: first)))
    }

    /// As a field holds it: the day alone where it is its first moment.
    static func text(_ instant: Instant, _ zone: ShopTimeZone) -> String {
        let day = zone.day(of: instant)
        if zone.start(of: day) == instant { return day.description }
        let local = instant.secondsSince1970 + zone.offsetInSeconds(at: instant) - Int64(day.daysSince1970) * 86_400
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + "\(number)" }
        let seconds = local % 60 == 0 ? "" : ":" + two(local % 60)
        return "\(day.description)T\(two(local / 3_600)):\(two(local / 60 % 60))\(seconds)"
    }
}
