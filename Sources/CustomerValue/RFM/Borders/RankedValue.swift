/// The values at ranks ceil(n / 3) and ceil(2 n / 3), ranks from 1; `nil` for no values.
func terciles<Value: Comparable>(_ values: [Value]) -> (Value, Value)? {
    let borders = ranked(values, ranks: RFMScale.equalParts.ranks(of: values.count, levels: .three))
    return borders.count == 2 ? (borders[1], borders[0]) : nil
}

/// The values at some ranks, counted from 1; none for no values.
func ranked<Value: Comparable>(_ values: [Value], ranks: [Int]) -> [Value] {
    guard !values.isEmpty else { return [] }
    var values = values
    return ranks.map { rank in
        let place = min(max(rank, 1), values.count) - 1
        select(&values, rank: place)
        return values[place]
    }
}

/// Quickselect: afterwards the value of a rank stands at its place, smaller or equal ones before it.
///
/// The middle of three guards against sorted input, three-way partition against many equal values, and sorting the rest after 64
/// rounds against input made to be slow.
func select<Value: Comparable>(_ values: inout [Value], rank: Int) {
    values.withUnsafeMutableBufferPointer { buffer in
        var low = 0
        var high = buffer.count - 1
        var rounds = 0
        while low < high {
            rounds += 1
            if rounds > 64 {
                var rest = UnsafeMutableBufferPointer(rebasing: buffer[low...high])
                rest.sort()
                return
            }
            let middle = low + (high - low) / 2
            let a = buffer[low]
            let b = buffer[middle]
            let c = buffer[high]
            let pivot = max(min(a, b), min(max(a, b), c))
            var less = low
            var index = low
            var greater = high
            while index <= greater {
                if buffer[index] < pivot {
                    buffer.swapAt(less, index)
                    less += 1
                    index += 1
                } else if buffer[index] > pivot {
                    buffer.swapAt(index, greater)
                    greater -= 1
                } else {
                    index += 1
                }
            }
            if rank < less { high = less - 1 } else if rank > greater { low = greater + 1 } else { return }
        }
    }
}
