import Foundation

/// The time zone in which a shop's days begin and end.
///
/// Foundation answers offsets one at a time and slowly, so the changes of the zone between 1970 and 2106 are read once
/// and kept as a sorted table.
public struct ShopTimeZone: Sendable, Equatable {
    /// The IANA name, such as `Europe/Warsaw`, or `UTC`.
    public let identifier: String
    /// The moments (seconds since 1970) at which an offset begins; the first is the distant past.
    private let starts: [Int64]
    /// Seconds east of UTC from the moment of the same index.
    private let offsets: [Int64]

    /// UTC, where days are 86,400 seconds and offsets zero.
    public static let utc = ShopTimeZone(identifier: "UTC", starts: [.min], offsets: [0])

    private init(identifier: String, starts: [Int64], offsets: [Int64]) {
        self.identifier = identifier
        self.starts = starts
        self.offsets = offsets
    }

    /// The zone of an IANA name; `nil` when the system knows no such zone.
    public init?(identifier: String) {
        if ["utc", "gmt", "z", "etc/utc"].contains(identifier.lowercased()) {
            self = .utc
            return
        }
        guard identifier.contains("/") || TimeZone.knownTimeZoneIdentifiers.contains(identifier),
            let zone = TimeZone(identifier: identifier)
        else { return nil }
        var moment = Date(timeIntervalSince1970: 0)
        let end = Date(timeIntervalSince1970: Double(UInt32.max))
        var starts: [Int64] = [.min]
        var offsets = [Int64(zone.secondsFromGMT(for: moment))]
        // Two changes a year for 136 years; the bound only guards against a zone that never moves on.
        while starts.count < 1_000, let next = zone.nextDaylightSavingTimeTransition(after: moment), next > moment, next < end {
            starts.append(Int64(next.timeIntervalSince1970.rounded()))
            offsets.append(Int64(zone.secondsFromGMT(for: next.addingTimeInterval(1))))
            moment = next
        }
        self.init(identifier: identifier, starts: starts, offsets: offsets)
    }

    /// Seconds east of UTC at a moment.
    public func offsetInSeconds(at instant: Instant) -> Int64 {
        guard starts.count > 1 else { return offsets[0] }
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= instant.secondsSince1970 { low = middle } else { high = middle }
        }
        return offsets[low]
    }

    /// The shop day in which a moment lies.
    public func day(of instant: Instant) -> ShopDay {
        let local = instant.secondsSince1970 + offsetInSeconds(at: instant)
        return ShopDay(daysSince1970: Int32(clamping: floorDivide(local, 86_400)))
    }

    /// The moment that a clock on the shop's wall shows, given as if it were UTC.
    ///
    /// A time skipped in spring is read with the offset before the change; of a time shown twice in autumn the first is taken.
    public func instant(localSecondsSince1970 local: Int64) -> Instant {
        guard starts.count > 1 else { return Instant(secondsSince1970: local - offsets[0]) }
        let earlier = offsetInSeconds(at: Instant(secondsSince1970: local - 86_400))
        let candidate = Instant(secondsSince1970: local - earlier)
        if offsetInSeconds(at: candidate) == earlier { return candidate }
        let later = offsetInSeconds(at: Instant(secondsSince1970: local + 86_400))
        let other = Instant(secondsSince1970: local - later)
        return offsetInSeconds(at: other) == later ? other : candidate
    }

    /// The first moment of a shop day.
    public func start(of day: ShopDay) -> Instant {
        instant(localSecondsSince1970: Int64(day.daysSince1970) * 86_400)
    }

    /// The last second of a shop day, in UTC since 1970.
    public func lastSecond(of day: ShopDay) -> Int64 { start(of: day.advanced(byDays: 1)).secondsSince1970 - 1 }
}
