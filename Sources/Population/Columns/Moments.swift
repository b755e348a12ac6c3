/// Moments in order of time, four bytes each, of which nearly all come after the last.
struct Moments: Sendable {
    private var inOrder: ContiguousArray<UInt32> = []
    /// Those that came after a later one, in order too: few, where clocks do not go backwards.
    private var late: ContiguousArray<UInt32> = []

    /// How many there are.
    var count: Int { inOrder.count + late.count }

    /// Adds a moment, in seconds since 1970.
    mutating func add(_ second: UInt32) {
        guard let last = inOrder.last, second < last else { return inOrder.append(second) }
        var place = late.count
        late.append(second)
        while place > 0, late[place - 1] > second {
            late[place] = late[place - 1]
            place -= 1
        }
        late[place] = second
    }

    /// How many lie before a second.
    func count(before end: Int64) -> Int { Self.count(inOrder, before: end) + Self.count(late, before: end) }

    /// A fingerprint that does not depend on the order in which they came.
    var digest: UInt64 {
        var sum: UInt64 = 0
        for second in inOrder + late {
            var mixture = Mixture()
            mixture.add(second)
            sum &+= mixture.bits
        }
        return sum
    }

    private static func count(_ seconds: ContiguousArray<UInt32>, before end: Int64) -> Int {
        var low = 0
        var high = seconds.count
        while low < high {
            let middle = (low + high) / 2
            if Int64(seconds[middle]) < end { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
