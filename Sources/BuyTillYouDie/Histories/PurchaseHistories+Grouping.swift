extension PurchaseHistories {
    /// Days in a week: the models' unit of time is the week.
    public static let daysPerWeek = 7.0

    /// Groups the histories of customers, given in days, and says to which row each customer belongs.
    ///
    /// The three numbers are packed into one key of as few bits as the data needs and sorted by radix: linear in the customers.
    /// Columns of different lengths count up to the shortest; negative numbers make the result unusable for a fit
    /// (``isUsable``).
    public static func grouping(
        frequency: [Int32], recencyInDays: [Int32], ageInDays: [Int32]
    ) -> (histories: PurchaseHistories, groupOfRow: [UInt32]) {
        let count = min(frequency.count, recencyInDays.count, ageInDays.count)
        let packing = KeyPacking(frequency: frequency, recencyInDays: recencyInDays, ageInDays: ageInDays, count: count)
        let rowBits = Int.bitWidth - count.leadingZeroBitCount
        var collector = GroupCollector(packing: packing, count: count)
        if packing.bits + rowBits <= 64 {
            // Key and row in one word: half the memory to move in each pass.
            let entries = packing.keys(frequency, recencyInDays, ageInDays, count: count) { key, row in key << UInt64(rowBits) | UInt64(row)
            }
            let sorted = sortedByRadix(entries, from: rowBits, bits: packing.bits) { $0 }
            let rowMask = UInt64(1) << UInt64(rowBits) - 1
            for entry in sorted { collector.add(key: entry >> UInt64(rowBits), row: Int(entry & rowMask)) }
        } else {
            let entries = packing.keys(frequency, recencyInDays, ageInDays, count: count) { KeyAndRow(key: $0, row: $1) }
            let sorted = sortedByRadix(entries, from: 0, bits: packing.bits) { $0.key }
            for entry in sorted { collector.add(key: entry.key, row: entry.row) }
        }
        return (collector.histories(), collector.groupOfRow)
    }
}

private struct KeyAndRow {
    let key: UInt64
    let row: Int
}

/// Takes keys in order, and makes a row of each that differs from the one before.
private struct GroupCollector {
    let packing: KeyPacking
    private(set) var groupOfRow: [UInt32]
    private var frequency: [Double] = []
    private var recency: [Double] = []
    private var age: [Double] = []
    private var weight: [Double] = []
    private var isUsable: Bool
    private var previous: UInt64 = 0

    init(packing: KeyPacking, count: Int) {
        self.packing = packing
        groupOfRow = [UInt32](repeating: 0, count: count)
        isUsable = packing.isFaithful
    }

    @inline(__always)
    mutating func add(key: UInt64, row: Int) {
        if key != previous || weight.isEmpty { open(key) }
        weight[weight.count - 1] += 1
        groupOfRow[row] = UInt32(truncatingIfNeeded: weight.count - 1)
    }

    private mutating func open(_ key: UInt64) {
        let days = packing.unpacked(key)
        if days.recency > days.age || (days.frequency == 0 && days.recency != 0) { isUsable = false }
        frequency.append(Double(days.frequency))
        recency.append(Double(days.recency) / PurchaseHistories.daysPerWeek)
        age.append(Double(days.age) / PurchaseHistories.daysPerWeek)
        weight.append(0)
        previous = key
    }

    func histories() -> PurchaseHistories {
        PurchaseHistories(sortedFrequency: frequency, recencyInWeeks: recency, ageInWeeks: age, weight: weight, isUsable: isUsable)
    }
}

/// How frequency, age and recency share one key: highest first, each as wide as its largest value.
private struct KeyPacking {
    private var ageBits = 0
    private var recencyBits = 0
    private(set) var bits = 0
    /// Whether every number fits: none is negative, and the three widths sum to at most 64 bits.
    private(set) var isFaithful = true

    init(frequency: [Int32], recencyInDays: [Int32], ageInDays: [Int32], count: Int) {
        ageBits = width(of: ageInDays, count: count)
        recencyBits = width(of: recencyInDays, count: count)
        bits = width(of: frequency, count: count) + ageBits + recencyBits
        // Beyond 64 bits ages are above 80,000 years: unusable.
        if bits > 64 { isFaithful = false }
        bits = min(bits, 64)
    }

    private mutating func width(of column: [Int32], count: Int) -> Int {
        var union: Int32 = 0
        var anySign: Int32 = 0
        for value in column[..<count] {
            union |= max(value, 0)
            anySign |= value
        }
        if anySign < 0 { isFaithful = false }
        return 32 - union.leadingZeroBitCount
    }

    func keys<Entry>(
        _ frequency: [Int32], _ recency: [Int32], _ age: [Int32], count: Int, _ entry: (UInt64, Int) -> Entry
    ) -> [Entry] {
        let frequencyShift = UInt64(ageBits + recencyBits)
        let ageShift = UInt64(recencyBits)
        return [Entry](unsafeUninitializedCapacity: count) { entries, filled in
            for row in 0..<count {
                let x = UInt64(max(frequency[row], 0)) << frequencyShift
                let days = UInt64(max(age[row], 0)) << ageShift | UInt64(max(recency[row], 0))
                entries.initializeElement(at: row, to: entry(x | days, row))
            }
            filled = count
        }
    }

    func unpacked(_ key: UInt64) -> (frequency: UInt64, age: UInt64, recency: UInt64) {
        let age = key >> UInt64(recencyBits) & (1 << UInt64(ageBits) - 1)
        return (key >> UInt64(ageBits + recencyBits), age, key & (1 << UInt64(recencyBits) - 1))
    }
}

/// Least significant digit first, eleven bits a pass: the counts of one pass stay in the first-level cache.
private func sortedByRadix<Entry>(_ entries: [Entry], from lowestBit: Int, bits: Int, key: (Entry) -> UInt64) -> [Entry] {
    let digitBits = 11
    let mask = UInt64(1 << digitBits - 1)
    var source = entries
    var target = entries
    for digit in stride(from: 0, to: bits, by: digitBits) {
        let shift = UInt64(lowestBit + digit)
        var starts = [Int](repeating: 0, count: 1 << digitBits)
        for entry in source { starts[Int(key(entry) >> shift & mask)] += 1 }
        // A digit that all keys share leaves the order as it is.
        if starts.contains(source.count) { continue }
        var running = 0
        for value in starts.indices {
            let here = starts[value]
            starts[value] = running
            running += here
        }
        source.withUnsafeBufferPointer { from in
            target.withUnsafeMutableBufferPointer { to in
                starts.withUnsafeMutableBufferPointer { starts in
                    for entry in from {
                        let value = Int(key(entry) >> shift & mask)
                        to[starts[value]] = entry
                        starts[value] += 1
                    }
                }
            }
        }
        swap(&source, &target)
    }
    return source
}
