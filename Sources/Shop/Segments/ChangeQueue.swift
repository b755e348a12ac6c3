import Facts

/// The moments at which time alone may change whether somebody is in a segment, the earliest first. A binary heap, of each question the
/// earliest moment alone: what comes after it is found when it is answered.
struct ChangeQueue {
    struct Change {
        /// As an `end`: the first second at which the answer may be another.
        var end: Int64
        var question: SegmentKeeper.Question
    }

    private var heap: [Change] = []
    /// The moment that counts for a question; others of it in the heap do not.
    private var counting: [SegmentKeeper.Question: Int64] = [:]

    /// How many questions wait.
    var count: Int { counting.count }

    /// The earliest moment.
    var earliest: Int64? { heap.first?.end }

    mutating func removeAll() {
        heap.removeAll(keepingCapacity: true)
        counting.removeAll(keepingCapacity: true)
    }

    /// Forgets what comes after a moment.
    mutating func removeAll(after end: Int64) {
        let kept = heap.filter { $0.end <= end && counting[$0.question] == $0.end }
        heap = []
        counting = [:]
        for change in kept { add(change) }
    }

    mutating func add(_ change: Change) {
        if let known = counting[change.question], known <= change.end { return }
        counting[change.question] = change.end
        heap.append(change)
        var place = heap.count - 1
        while place > 0, heap[place].end < heap[(place - 1) / 2].end {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Takes the earliest out where it is due.
    mutating func popDue(_ end: Int64) -> Change? {
        while let first = heap.first, first.end <= end {
            removeFirst()
            guard counting[first.question] == first.end else { continue }
            counting[first.question] = nil
            return first
        }
        return nil
    }

    private mutating func removeFirst() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[child].end < heap[least].end { least = child }
            guard least != place else { return }
            heap.swapAt(place, least)
            place = least
        }
    }
}
