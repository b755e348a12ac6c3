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

    /// When the last fact was taken in.
    public private(set) var last: Instant?
    /// By the number of a ``FactSource``.
    private var bySource: ContiguousArray<Door> = []
    /// Facts of the last hours, by hours since 1970, but for the latest.
    private var hours: [Int64: Int] = [:]
    /// The hour of the latest facts, and how many came in it: most facts come in the hour of the one before.
    private var latest: (hour: Int64, count: Int) = (0, 0)

    private static let hoursKept: Int64 = 48

    /// By ``FactSource``, where anything came.
    public var doors: [FactSource: Door] {
        var result: [FactSource: Door] = [:]
        for (number, door) in bySource.enumerated() where door.events > 0 {
            if let source = FactSource(rawValue: UInt8(truncatingIfNeeded: number)) { result[source] = door }
        }
        return result
    }

    mutating func count(_ fact: Fact, recordedAt: Instant) {
        if let last, last > recordedAt {} else { last = recordedAt }
        let hour = recordedAt.secondsSince1970 / 3_600
        if hour != latest.hour { turn(to: hour) }
        latest.count += 1
        guard case .event(let event) = fact else { return }
        let source = Int(event.source.rawValue)
        while bySource.count <= source { bySource.append(Door()) }
        bySource[source].events += 1
        bySource[source].last = recordedAt
    }

    private mutating func turn(to hour: Int64) {
        if latest.count > 0 { hours[latest.hour, default: 0] += latest.count }
        latest = (hour, 0)
        if hours.count > Int(2 * Self.hoursKept), let newest = hours.keys.max() {
            hours = hours.filter { $0.key > newest - Self.hoursKept }
        }
    }

    /// Facts that were taken in within the day before a moment, to the hour.
    public func lastDay(before now: Instant) -> Int {
        let first = now.secondsSince1970 / 3_600 - 24
        return hours.reduce(latest.hour > first ? latest.count : 0) { $0 + ($1.key > first ? $1.value : 0) }
    }
}
