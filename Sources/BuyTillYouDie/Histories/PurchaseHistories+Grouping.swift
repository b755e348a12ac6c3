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
        var packing = KeyPacking(frequency: frequency, recencyInDays: recencyInDays, ageInDays: ageInDays, count: count)
        let sorted = sortedByRadix(packing.keys(frequency, recencyInDays, ageInDays, count: count), bits: packing.bits)

        var groupOfRow = [UInt32](repeating: 0, count: count)
        var x: [Double] = []
        var recency: [Double] = []
        var age: [Double] = []
        var weight: [Double] = []
        var isUsable = packing.isFaithful
        var previous: UInt64?
        for entry in sorted {
            if entry.key != previous {
                let days = packing.unpacked(entry.key)
                if days.recency > days.age || (days.frequency == 0 && days.recency != 0) { isUsable = false }
                x.append(Double(days.frequency))
                recency.append(Double(days.recency) / daysPerWeek)
                age.append(Double(days.age) / daysPerWeek)
                weight.append(0)
                previous = entry.key
            }
            weight[weight.count - 1] += 1
            groupOfRow[Int(entry.row)] = UInt32(weight.count - 1)
        }
        let histories = PurchaseHistories(
            sortedFrequency: x, recencyInWeeks: recency, ageInWeeks: age, weight: weight, isUsable: isUsable)
        return (histories, groupOfRow)
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

    mutating func keys(_ frequency: [Int32], _ recency: [Int32], _ age: [Int32], count: Int) -> [RadixEntry] {
        let frequencyShift = UInt64(ageBits + recencyBits)
        let ageShift = UInt64(recencyBits)
        return [RadixEntry](unsafeUninitializedCapacity: count) { entries, filled in
            for row in 0..<count {
                let x = UInt64(max(frequency[row], 0)) << frequencyShift
                let days = UInt64(max(age[row], 0)) << ageShift | UInt64(max(recency[row], 0))
                entries.initializeElement(at: row, to: RadixEntry(key: x | days, row: UInt32(truncatingIfNeeded: row)))
            }
            filled = count
        }
    }

    func unpacked(_ key: UInt64) -> (frequency: UInt64, age: UInt64, recency: UInt64) {
        let age = key >> UInt64(recencyBits) & (1 << UInt64(ageBits) - 1)
        return (key >> UInt64(ageBits + recencyBits), age, key & (1 << UInt64(recencyBits) - 1))
    }
}

private struct RadixEntry {
    let key: UInt64
    let row: UInt32
}

/// Least significant digit first, eleven bits a pass: the counts of one pass stay in the first-level cache.
private func sortedByRadix(_ entries: [RadixEntry], bits: Int) -> [RadixEntry] {
    let digitBits = 11
    var source = entries
    var target = entries
    for shift in stride(from: 0, to: bits, by: digitBits) {
        var starts = [Int](repeating: 0, count: 1 << digitBits)
        let mask = UInt64(1 << digitBits - 1)
        for entry in source { starts[Int(entry.key >> UInt64(shift) & mask)] += 1 }
        // A digit that all keys share leaves the order as it is.
        if starts.contains(source.count) { continue }
        var running = 0
        for digit in starts.indices {
            let here = starts[digit]
            starts[digit] = running
            running += here
        }
        source.withUnsafeBufferPointer { from in
            target.withUnsafeMutableBufferPointer { to in
                for entry in from {
                    let digit = Int(entry.key >> UInt64(shift) & mask)
                    to[starts[digit]] = entry
                    starts[digit] += 1
                }
            }
        }
        swap(&source, &target)
    }
    return source
}
