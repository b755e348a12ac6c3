/// The identifiers of customers, each kept once and numbered in order of first appearance.
///
/// An open-addressing table of 8-byte slots over one arena of bytes: about 32 bytes and the identifier's own length per customer.
///
/// Where a customer's slot lies is decided by the upper bits of the ``Fingerprint``, which the slot keeps: growing walks the
/// slots in order and hashes nothing again. Number and length stand in the arena before the identifier itself, so that a
/// look-up touches two cache lines, both of which ``indices(of:into:)`` has under way for a whole batch at a time.
public struct CustomerKeys: Sendable {
    /// An identifier to look up.
    public struct Key {
        /// Its bytes, which need to live only during the look-up.
        public var bytes: UnsafeRawBufferPointer
        /// Their ``Fingerprint``.
        public var fingerprint: UInt64

        /// An identifier with its fingerprint.
        @inlinable
        public init(bytes: UnsafeRawBufferPointer, fingerprint: UInt64) {
            self.bytes = bytes
            self.fingerprint = fingerprint
        }
    }

    /// For each identifier its number and its length, four bytes each, then its bytes; eight unused bytes come first.
    @usableFromInline var arena: ContiguousArray<UInt8>
    /// Where each identifier's entry begins in the arena.
    @usableFromInline var entries: ContiguousArray<UInt32> = []
    /// Upper half of the fingerprint in the upper half, place of the entry in the arena in the lower; zero where free.
    @usableFromInline var slots: ContiguousArray<UInt64>
    /// How far a fingerprint is shifted to give its first slot.
    @usableFromInline var shift: UInt64

    /// What ``prepare(_:)`` read ahead; kept only so that it is read.
    private var touched: UInt8 = 0

    @usableFromInline static let headerLength = 8
    @usableFromInline static let tagMask: UInt64 = 0xFFFF_FFFF_0000_0000

    /// An empty table.
    public init() {
        arena = ContiguousArray(repeating: 0, count: Self.headerLength)
        slots = ContiguousArray(repeating: 0, count: 1 << 10)
        shift = 64 - 10
    }

    /// How many different identifiers there are.
    @inlinable public var count: Int { entries.count }

    /// How many bytes the identifiers take, of at most 4 GiB.
    public var byteCount: Int { arena.count }

    /// The number of an identifier, new or seen before; `nil` when the arena of 4 GiB is full.
    @inlinable
    public mutating func index(of key: UnsafeRawBufferPointer) -> UInt32? {
        index(of: key, fingerprint: Fingerprint(key).value)
    }

    /// The number of an identifier whose ``Fingerprint`` is known already.
    @inlinable
    public mutating func index(of key: UnsafeRawBufferPointer, fingerprint: UInt64) -> UInt32? {
        switch find(key, fingerprint: fingerprint) {
        case .known(let index): return index
        case .free(let slot): return insert(key, fingerprint: fingerprint, slot: slot)
        }
    }

    /// The number of an identifier seen before; `nil` for one that was not.
    public func existingIndex(of key: UnsafeRawBufferPointer) -> UInt32? {
        if case .known(let index) = find(key, fingerprint: Fingerprint(key).value) { return index }
        return nil
    }

    /// The numbers of many identifiers; `false` when the arena of 4 GiB is full.
    ///
    /// The same as asking for one after another. The first two loops only read, each step independent of the one before, so that
    /// the processor waits for many cache lines at once instead of one at a time.
    public mutating func indices(of keys: UnsafeBufferPointer<Key>, into indices: UnsafeMutablePointer<UInt32>) -> Bool {
        prepare(keys)
        for (place, key) in keys.enumerated() {
            guard let index = index(of: key.bytes, fingerprint: key.fingerprint) else { return false }
            indices[place] = index
        }
        return true
    }

    /// Reads ahead what looking up these identifiers will need, all at once.
    public mutating func prepare(_ keys: UnsafeBufferPointer<Key>) {
        touched = touch(keys)
    }

    /// Reads what the look-ups will need; the sum of what was read keeps the reads from being optimised away.
    private func touch(_ keys: UnsafeBufferPointer<Key>) -> UInt8 {
        let shift = shift
        return slots.withUnsafeBufferPointer { slots in
            arena.withUnsafeBufferPointer { arena in
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: keys.count) { met in
                    for place in keys.indices { met[place] = slots[Int(truncatingIfNeeded: keys[place].fingerprint >> shift)] }
                    var sum: UInt8 = 0
                    for place in keys.indices { sum ^= arena[Int(met[place] & ~Self.tagMask)] }
                    return sum
                }
            }
        }
    }

    @usableFromInline
    enum Finding {
        case known(UInt32)
        case free(slot: Int)
    }

    @inlinable
    func find(_ key: UnsafeRawBufferPointer, fingerprint: UInt64) -> Finding {
        slots.withUnsafeBufferPointer { slots in
            arena.withUnsafeBytes { arena in
                let tag = fingerprint & Self.tagMask
                let last = slots.count - 1
                var slot = Int(truncatingIfNeeded: fingerprint >> shift)
                // Ends at a free slot: at least a third of them are.
                while true {
                    let entry = slots[slot]
                    if entry == 0 { return .free(slot: slot) }
                    if entry & Self.tagMask == tag {
                        let place = Int(entry & ~Self.tagMask)
                        let length = Int(arena.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self))
                        if length == key.count, Self.areEqual(arena, at: place + Self.headerLength, key) {
                            return .known(arena.loadUnaligned(fromByteOffset: place, as: UInt32.self))
                        }
                    }
                    slot = slot == last ? 0 : slot + 1
                }
            }
        }
    }

    /// Eight bytes at a time; the last eight overlap what was compared.
    @inlinable
    static func areEqual(_ arena: UnsafeRawBufferPointer, at place: Int, _ key: UnsafeRawBufferPointer) -> Bool {
        let count = key.count
        guard count >= 8 else {
            for offset in 0..<count where arena[place + offset] != key[offset] { return false }
            return true
        }
        var offset = 0
        while offset < count - 8 {
            let a = arena.loadUnaligned(fromByteOffset: place + offset, as: UInt64.self)
            if a != key.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
            offset += 8
        }
        let a = arena.loadUnaligned(fromByteOffset: place + count - 8, as: UInt64.self)
        return a == key.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }

    @usableFromInline
    mutating func insert(_ key: UnsafeRawBufferPointer, fingerprint: UInt64, slot: Int) -> UInt32? {
        let place = arena.count
        guard place + Self.headerLength + key.count <= Int(UInt32.max) else { return nil }
        let index = UInt32(truncatingIfNeeded: entries.count)
        withUnsafeBytes(of: index) { arena.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: key.count)) { arena.append(contentsOf: $0) }
        arena.append(contentsOf: key)
        entries.append(UInt32(truncatingIfNeeded: place))
        slots[slot] = fingerprint & Self.tagMask | UInt64(truncatingIfNeeded: place)
        if count * 3 > slots.count * 2 { grow() }
        return index
    }

    /// Twice the slots. The entries come in the order of their fingerprints and go in the same order, so memory is walked, not jumped.
    private mutating func grow() {
        var grown = ContiguousArray<UInt64>(repeating: 0, count: slots.count * 2)
        let last = grown.count - 1
        shift -= 1
        for entry in slots where entry != 0 {
            var slot = Int(truncatingIfNeeded: entry >> shift)
            while grown[slot] != 0 { slot = slot == last ? 0 : slot + 1 }
            grown[slot] = entry
        }
        slots = grown
    }

    /// The identifier of a number.
    public func text(of index: UInt32) -> String {
        withBytes(of: index) { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of the identifier of a number, for writers that copy them.
    @inlinable
    public func withBytes<Result>(of index: UInt32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        arena.withUnsafeBytes { arena in
            let place = Int(entries[Int(index)])
            let length = Int(arena.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self))
            let start = place + Self.headerLength
            return body(UnsafeRawBufferPointer(rebasing: arena[start..<start + length]))
        }
    }

    /// Overwrites the bytes of an identifier, whose number then belongs to nothing that can be looked up.
    public mutating func blank(_ index: UInt32) {
        let place = Int(entries[Int(index)])
        let length = arena.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)) }
        for offset in 0..<length { arena[place + Self.headerLength + offset] = 0 }
    }
}
