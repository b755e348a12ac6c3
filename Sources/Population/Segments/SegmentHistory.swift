/// When somebody entered and left a segment, since it was made: moments alone, not who.
///
/// It holds what happened to the number of members, so that entries less exits is how many are in: two members who become one person are one
/// exit, and so is a member who is erased.
struct SegmentHistory: Sendable {
    /// Entries.
    private(set) var entries = Moments()
    /// Exits.
    private(set) var exits = Moments()

    mutating func enter(_ second: UInt32) { entries.add(second) }
    mutating func leave(_ second: UInt32) { exits.add(second) }

    /// Entries and exits from a second on and before another.
    func changes(from start: Int64, before end: Int64) -> SegmentChanges {
        guard start < end else { return .nobody }
        return SegmentChanges(
            added: entries.count(before: end) - entries.count(before: start), removed: exits.count(before: end) - exits.count(before: start)
        )
    }

    /// How many were in just before a second.
    func memberCount(before end: Int64) -> Int {
        // A clock that was set back notes an exit before its entry.
        max(0, entries.count(before: end) - exits.count(before: end))
    }

    var digest: UInt64 {
        var mixture = Mixture()
        mixture.add(entries.digest)
        mixture.add(exits.digest)
        return mixture.bits
    }
}
