import Facts
import Foundation

/// Moments as fields of dates hold them: a day of the shop, or one with hours and minutes.
enum DraftMoment {
    /// Reads "2026-03-01" or "2026-03-01T14:30" on the shop's clock.
    static func instant(_ text: String, _ zone: ShopTimeZone) -> Instant? {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard let day = parts.first.flatMap({ ShopDay($0) }) else { return nil }
        guard parts.count > 1 else { return zone.start(of: day) }
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        guard clock.count >= 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]) else { return nil }
        let local = Int64(day.daysSince1970) * 86_400 + Int64(clock[0] * 3_600 + clock[1] * 60)
        // The offset is that of the moment itself, which depends on the offset: twice is enough.
        let first = local - zone.offsetInSeconds(at: Instant(secondsSince1970: local))
        return Instant(secondsSince1970: local - zone.offsetInSeconds(at: Instant(secondsSince1970: first)))
    }

    /// As a field holds it: the day alone where it is its first moment.
    static func text(_ instant: Instant, _ zone: ShopTimeZone) -> String {
        let day = zone.day(of: instant)
        if zone.start(of: day) == instant { return day.description }
        let local = instant.secondsSince1970 + zone.offsetInSeconds(at: instant) - Int64(day.daysSince1970) * 86_400
        let (hours, minutes) = (local / 3_600, local / 60 % 60)
        return "\(day.description)T\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
