import Facts

/// The moments at which time alone may change whether somebody is in a segment, the earliest first. A binary heap.
struct ChangeQueue {
    struct Change {
        /// As an `end`: the first second at which the answer may be another.
        var end: Int64
        var question: SegmentKeeper.Question
    }

    private var heap: [Change] = []

    var count: Int { heap.count }

    /// The earliest moment.
    var earliest: Int64? { heap.first?.end }

    mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

    mutating func add(_ change: Change) {
        heap.append(change)
        var place = heap.count - 1
        while place > 0, heap[place].end < heap[(place - 1) / 2].end {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Takes the earliest out where it is due.
    mutating func popDue(_ end: Int64) -> Change? {
        guard let first = heap.first, first.end <= end else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[child].end < heap[least].end { least = child }
            guard least != place else { return first }
            heap.swapAt(place, least)
            place = least
        }
    }
}
