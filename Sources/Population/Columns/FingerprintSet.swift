/// A set of 64-bit fingerprints: what was taken in already.
///
/// Open addressing in 256 parts by the upper byte, each growing by itself: a part of a set of fifty million is doubled in under a
/// millisecond, so that no single fact waits for all of them.
struct FingerprintSet: Sendable {
    private struct Part: Sendable {
        var slots = ContiguousArray<UInt64>(repeating: 0, count: 16)
        var count = 0

        func contains(_ value: UInt64) -> Bool {
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: value) & mask
            // Ends at a free slot: at least a quarter of them are.
            while slots[slot] != 0 {
                if slots[slot] == value { return true }
                slot = (slot + 1) & mask
            }
            return false
        }

        mutating func insert(_ value: UInt64) -> Bool {
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: value) & mask
            while slots[slot] != 0 {
                if slots[slot] == value { return false }
                slot = (slot + 1) & mask
            }
            slots[slot] = value
            count += 1
            if count * 4 > slots.count * 3 { grow() }
            return true
        }

        private mutating func grow() {
            var grown = ContiguousArray<UInt64>(repeating: 0, count: slots.count * 2)
            let mask = grown.count - 1
            for value in slots where value != 0 {
                var slot = Int(truncatingIfNeeded: value) & mask
                while grown[slot] != 0 { slot = (slot + 1) & mask }
                grown[slot] = value
            }
            slots = grown
        }
    }

    private var parts = ContiguousArray(repeating: Part(), count: 256)

    /// How many there are.
    private(set) var count = 0

    /// Whether a fingerprint is in. Zero, which means "none", never is.
    func contains(_ value: UInt64) -> Bool {
        value != 0 && parts[Int(value >> 56)].contains(value)
    }

    /// Lets the place of a fingerprint be brought near.
    @inline(__always)
    func prefetch(_ value: UInt64) {
        let part = Int(value >> 56)
        parts[part].slots.prefetch(Int(truncatingIfNeeded: value) & (parts[part].slots.count - 1))
    }

    /// A sum over all of them: the same for the same set.
    var digest: UInt64 {
        var sum: UInt64 = 0
        for part in parts {
            for value in part.slots { sum &+= value &* (value >> 32 | 1) }
        }
        return sum
    }

    /// Adds a fingerprint; `false` where it was in.
    @discardableResult
    mutating func insert(_ value: UInt64) -> Bool {
        guard value != 0, parts[Int(value >> 56)].insert(value) else { return false }
        count += 1
        return true
    }
}
