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

    var digest: UInt64 {
        var mixture = Mixture()
        mixture.add(entries.digest)
        mixture.add(exits.digest)
        return mixture.bits
    }
}
