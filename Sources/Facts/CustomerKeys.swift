/// The identifiers of customers, each kept once and numbered in order of first appearance.
///
/// An open-addressing table of 8-byte slots (index and the upper half of the hash) over one arena of bytes: about 30 bytes
/// and the identifier's own length per customer.
public struct CustomerKeys: Sendable {
    /// The bytes of all identifiers, one after another.
    @usableFromInline var arena: ContiguousArray<UInt8> = []
    /// Where each identifier begins in the arena; one more entry than identifiers.
    @usableFromInline var starts: ContiguousArray<UInt32> = [0]
    /// Index + 1 in the lower half, upper half of the hash in the upper; zero where free.
    @usableFromInline var slots: ContiguousArray<UInt64>
    @usableFromInline var mask: Int

    /// An empty table.
    public init() {
        slots = ContiguousArray(repeating: 0, count: 1 << 10)
        mask = (1 << 10) - 1
    }

    /// How many different identifiers there are.
    @inlinable public var count: Int { starts.count - 1 }

    /// The number of an identifier, new or seen before; `nil` when the arena of 4 GiB is full.
    @inlinable
    public mutating func index(of key: UnsafeRawBufferPointer) -> UInt32? {
        index(of: key, fingerprint: Fingerprint(key).value)
    }

    /// The number of an identifier whose ``Fingerprint`` is known already.
    @inlinable
    public mutating func index(of key: UnsafeRawBufferPointer, fingerprint: UInt64) -> UInt32? {
        let tag = fingerprint & 0xFFFF_FFFF_0000_0000
        var slot = Int(truncatingIfNeeded: fingerprint) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { break }
            if entry & 0xFFFF_FFFF_0000_0000 == tag {
                let index = UInt32(truncatingIfNeeded: entry) &- 1
                if isEqual(index, key) { return index }
            }
            slot = (slot &+ 1) & mask
        }
        return insert(key, fingerprint: fingerprint, slot: slot)
    }

    @usableFromInline
    func isEqual(_ index: UInt32, _ key: UnsafeRawBufferPointer) -> Bool {
        let start = Int(starts[Int(index)])
        guard Int(starts[Int(index) + 1]) - start == key.count else { return false }
        return arena.withUnsafeBytes { bytes in
            for offset in 0..<key.count where bytes[start + offset] != key[offset] { return false }
            return true
        }
    }

    @usableFromInline
    mutating func insert(_ key: UnsafeRawBufferPointer, fingerprint: UInt64, slot: Int) -> UInt32? {
        guard arena.count + key.count <= Int(UInt32.max), count < Int(UInt32.max) - 1 else { return nil }
        let index = UInt32(count)
        arena.append(contentsOf: key)
        starts.append(UInt32(arena.count))
        slots[slot] = fingerprint & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
        if count * 3 > slots.count * 2 { grow() }
        return index
    }

    private mutating func grow() {
        slots = ContiguousArray(repeating: 0, count: slots.count * 2)
        mask = slots.count - 1
        arena.withUnsafeBytes { bytes in
            for index in 0..<count {
                let key = UnsafeRawBufferPointer(rebasing: bytes[Int(starts[index])..<Int(starts[index + 1])])
                let fingerprint = Fingerprint(key).value
                var slot = Int(truncatingIfNeeded: fingerprint) & mask
                while slots[slot] != 0 { slot = (slot &+ 1) & mask }
                slots[slot] = fingerprint & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
            }
        }
    }

    /// The identifier of a number.
    public func text(of index: UInt32) -> String {
        withBytes(of: index) { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of the identifier of a number, for writers that copy them.
    @inlinable
    public func withBytes<Result>(of index: UInt32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        arena.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[Int(starts[Int(index)])..<Int(starts[Int(index) + 1])])) }
    }
}
