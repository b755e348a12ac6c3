import Facts

/// Who is in a list, and since when.
struct ListMembership: Sendable {
    private let joined = SparseColumn<UInt32>(empty: 0)

    /// How many members there are.
    private(set) var count = 0

    /// When a profile joined, seconds since 1970; `nil` for one that is not in.
    func joinedSeconds(_ profile: ProfileNumber) -> UInt32? {
        let seconds = joined[profile.index]
        return seconds == 0 ? nil : seconds
    }

    /// Adds a profile; one that is in stays in since when it was.
    ///
    /// - Returns: whether it was not in.
    @discardableResult mutating func join(_ profile: ProfileNumber, seconds: UInt32) -> Bool {
        guard joined[profile.index] == 0 else { return false }
        joined[profile.index] = max(1, seconds)
        count += 1
        return true
    }

    /// Takes a profile out.
    ///
    /// - Returns: whether it was in.
    @discardableResult mutating func leave(_ profile: ProfileNumber) -> Bool {
        guard joined[profile.index] != 0 else { return false }
        joined[profile.index] = 0
        count -= 1
        return true
    }

    /// Whoever of two was in is in as the second, since the earlier of both moments.
    mutating func merge(_ from: ProfileNumber, into: ProfileNumber) {
        guard let seconds = joinedSeconds(from) else { return }
        leave(from)
        if let other = joinedSeconds(into) { joined[into.index] = min(seconds, other) } else { join(into, seconds: seconds) }
    }

    /// The members in order of their numbers, with when they joined.
    func forEach(_ body: (ProfileNumber, UInt32) throws -> Void) rethrows {
        try joined.forEach { row, seconds in try body(ProfileNumber(UInt32(row)), seconds) }
    }
}
