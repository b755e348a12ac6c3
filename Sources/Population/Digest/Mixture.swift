import Facts

/// Folds values, one after another, into 64 bits: equal sequences give equal bits, others practically never do. It resists no attacker.
struct Mixture {
    private(set) var bits: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func add(_ value: UInt64) {
        var state = (bits ^ value) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ state >> 29) &* 0x94D0_49BB_1331_11EB
        bits = state ^ state >> 32
    }

    mutating func add(_ value: UInt32) { add(UInt64(value)) }

    mutating func add(_ value: Int) { add(UInt64(truncatingIfNeeded: value)) }

    mutating func add(_ value: Bool) { add(value ? 1 : 2 as UInt64) }

    /// Bit by bit: a zero with a sign is another value than one without.
    mutating func add(_ value: Double) { add(value.bitPattern) }

    mutating func add(_ text: String) { add(Fingerprint(text).value) }

    mutating func add(_ profile: ProfileNumber) { add(UInt64(profile.row) + 1) }
}
