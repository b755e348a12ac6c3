import Facts

/// Sees, without remembering every id, that no order id comes twice: while ids only rise or only fall, none can.
///
/// Ids are compared by length first, then byte by byte: `o9` < `o10`. The first id that breaks the run ends it for good; from
/// then on ``SeenOrders`` is asked.
struct OrderIDRun {
    private enum Direction {
        case unknown, rising, falling
    }

    /// Whether the run has ended.
    private(set) var isBroken = false
    private var direction = Direction.unknown
    private var hasLast = false
    private var last = (length: 0, high: UInt64(0), low: UInt64(0))

    /// The longest id that fits the two words compared. Longer ones are random nearly always.
    private static let longest = 16

    /// Takes the next id; `false` when it may have been there before. Bytes past the id may be read.
    @inline(__always)
    mutating func takes(_ id: UnsafeRawBufferPointer) -> Bool {
        if isBroken { return false }
        guard id.count <= Self.longest, id.count > 0 else { return end() }
        let next = Self.words(id)
        defer { last = next }
        guard hasLast else {
            hasLast = true
            return true
        }
        switch direction {
        case .rising where Self.isBefore(last, next): return true
        case .falling where Self.isBefore(next, last): return true
        case .unknown where Self.isBefore(last, next):
            direction = .rising
            return true
        case .unknown where Self.isBefore(next, last):
            direction = .falling
            return true
        default: return end()
        }
    }

    /// Ends the run.
    mutating func end() -> Bool {
        isBroken = true
        return false
    }

    @inline(__always)
    private static func words(_ id: UnsafeRawBufferPointer) -> (length: Int, high: UInt64, low: UInt64) {
        let count = id.count
        let high = UInt64(bigEndian: id.loadPastEnd(0))
        guard count > 8 else { return (count, high & ~0 << UInt64(64 - 8 * count), 0) }
        return (count, high, UInt64(bigEndian: id.loadPastEnd(8)) & ~0 << UInt64(128 - 8 * count))
    }

    @inline(__always)
    private static func isBefore(_ a: (length: Int, high: UInt64, low: UInt64), _ b: (length: Int, high: UInt64, low: UInt64)) -> Bool {
        if a.length != b.length { return a.length < b.length }
        return a.high != b.high ? a.high < b.high : a.low < b.low
    }
}

/// Which row of the table an order id has: 8 bytes a slot, upper half of the fingerprint and row number.
///
/// The rest of the fingerprint is not kept twice: it stands in ``OrderTable/orderIDs``. The first slot comes from the
/// fingerprint's upper bits, so growing walks memory in order.
struct SeenOrders {
    private var slots: ContiguousArray<UInt64>
    private var shift: UInt64
    private var count = 0
    /// What ``prepare(_:)`` read ahead; kept only so that it is read.
    private var touched: UInt64 = 0

    private static let tagMask: UInt64 = 0xFFFF_FFFF_0000_0000

    /// Nothing seen.
    init() {
        slots = ContiguousArray(repeating: 0, count: 1 << 10)
        shift = 64 - 10
    }

    /// All orders of a table that have an id.
    init(_ table: OrderTable) {
        var bits: UInt64 = 10
        while (1 << bits) * 2 < table.count * 3 + 4_096 { bits += 1 }
        slots = ContiguousArray(repeating: 0, count: 1 << Int(bits))
        shift = 64 - bits
        var row = 0
        for block in table.orderIDs {
            for id in block {
                if id != 0 { insert(id, row: row) }
                row += 1
            }
        }
    }

    /// The row of an id; `nil` when it was not seen.
    @inline(__always)
    func row(of id: UInt64, in table: OrderTable) -> Int? {
        slots.withUnsafeBufferPointer { slots in
            let last = slots.count - 1
            var slot = Int(truncatingIfNeeded: id >> shift)
            // Ends at a free slot: at least a third of them are.
            while true {
                let entry = slots[slot]
                if entry == 0 { return nil }
                if entry & Self.tagMask == id & Self.tagMask {
                    let row = Int(entry & ~Self.tagMask) - 1
                    if table.orderIDs[row / OrderTable.blockLength][row % OrderTable.blockLength] == id { return row }
                }
                slot = slot == last ? 0 : slot + 1
            }
        }
    }

    /// Remembers the row of an id that was not seen.
    mutating func insert(_ id: UInt64, row: Int) {
        place(id & Self.tagMask | UInt64(row + 1))
        count += 1
        if count * 3 > slots.count * 2 { grow() }
    }

    /// Reads ahead what looking up these ids will need.
    mutating func prepare(_ ids: UnsafeBufferPointer<UInt64>) {
        var sum: UInt64 = 0
        slots.withUnsafeBufferPointer { slots in
            for id in ids { sum ^= slots[Int(truncatingIfNeeded: id >> shift)] }
        }
        touched = sum
    }

    private mutating func place(_ entry: UInt64) {
        let last = slots.count - 1
        var slot = Int(truncatingIfNeeded: entry >> shift)
        while slots[slot] != 0 { slot = slot == last ? 0 : slot + 1 }
        slots[slot] = entry
    }

    private mutating func grow() {
        let old = slots
        slots = ContiguousArray(repeating: 0, count: old.count * 2)
        shift -= 1
        for entry in old where entry != 0 { place(entry) }
    }
}
