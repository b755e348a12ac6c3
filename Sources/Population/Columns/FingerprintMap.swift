/// Values by 64-bit fingerprints that are there for ever: nothing is taken out.
///
/// Open addressing in 256 parts by the upper byte, as in ``FingerprintSet``.
struct FingerprintMap<Value: Sendable>: Sendable {
    private struct Part: Sendable {
        var keys = ContiguousArray<UInt64>(repeating: 0, count: 16)
        var values: ContiguousArray<Value> = []
        var count = 0

        /// Where a key stands, or the free slot for it. Ends at a free slot: at least a quarter of them are.
        func slot(_ key: UInt64) -> Int {
            keys.withUnsafeBufferPointer { keys in
                let mask = keys.count - 1
                var slot = Int(truncatingIfNeeded: key) & mask
                while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
                return slot
            }
        }

        mutating func set(_ value: Value, for key: UInt64) -> Bool {
            if values.isEmpty { values = ContiguousArray(repeating: value, count: keys.count) }
            let slot = slot(key)
            values[slot] = value
            guard keys[slot] == 0 else { return false }
            keys[slot] = key
            count += 1
            if count * 4 > keys.count * 3 { grow() }
            return true
        }

        private mutating func grow() {
            var grown = Part()
            grown.keys = ContiguousArray(repeating: 0, count: keys.count * 2)
            grown.values = ContiguousArray(repeating: values[0], count: keys.count * 2)
            grown.count = count
            for (slot, key) in keys.enumerated() where key != 0 {
                let place = grown.slot(key)
                grown.keys[place] = key
                grown.values[place] = values[slot]
            }
            self = grown
        }
    }

    private var parts = ContiguousArray(repeating: Part(), count: 256)

    /// How many there are.
    private(set) var count = 0

    /// The value of a fingerprint. Zero, which means "none", has none.
    subscript(key: UInt64) -> Value? {
        guard key != 0 else { return nil }
        // Where it stands: taking the part out would ask for it and let it go again.
        let part = Int(key >> 56)
        let slot = parts[part].slot(key)
        return parts[part].keys[slot] == 0 ? nil : parts[part].values[slot]
    }

    /// Gives a fingerprint a value in place of the one it may have.
    mutating func set(_ value: Value, for key: UInt64) {
        guard key != 0, parts[Int(key >> 56)].set(value, for: key) else { return }
        count += 1
    }

    /// Calls a function with each of them, in no order.
    func forEach(_ body: (UInt64, Value) -> Void) {
        for part in parts {
            for (slot, key) in part.keys.enumerated() where key != 0 { body(key, part.values[slot]) }
        }
    }

    /// Lets the place of a fingerprint be brought near.
    @inline(__always)
    func prefetch(_ key: UInt64) {
        let part = Int(key >> 56)
        let slot = Int(truncatingIfNeeded: key) & (parts[part].keys.count - 1)
        parts[part].keys.prefetch(slot)
        parts[part].values.prefetch(slot)
    }
}
