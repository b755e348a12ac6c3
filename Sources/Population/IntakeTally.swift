public import Facts

/// How much came in, by which door and when.
public struct IntakeTally: Sendable {
    /// What came by one door.
    public struct Door: Sendable {
        /// Events.
        public var events = 0
        /// When the last of them was taken in.
        public var last: Instant?
    }

    /// By ``FactSource``.
    public private(set) var doors: [FactSource: Door] = [:]
    /// When the last fact was taken in.
    public private(set) var last: Instant?
    /// Facts of the last hours, by hours since 1970.
    private var hours: [Int64: Int] = [:]

    private static let hoursKept: Int64 = 48

    mutating func count(_ fact: Fact, recordedAt: Instant) {
        if let last, last > recordedAt {} else { last = recordedAt }
        let hour = recordedAt.secondsSince1970 / 3_600
        hours[hour, default: 0] += 1
        if hours.count > Int(2 * Self.hoursKept), let latest = hours.keys.max() {
            hours = hours.filter { $0.key > latest - Self.hoursKept }
        }
        guard case .event(let event) = fact else { return }
        doors[event.source, default: Door()].events += 1
        doors[event.source]?.last = recordedAt
    }

    /// Facts that were taken in within the day before a moment, to the hour.
    public func lastDay(before now: Instant) -> Int {
        let hour = now.secondsSince1970 / 3_600
        return hours.reduce(0) { $0 + ($1.key > hour - 24 ? $1.value : 0) }
    }
}
