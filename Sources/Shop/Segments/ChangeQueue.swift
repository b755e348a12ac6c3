import Facts

/// The moments at which time alone may change whether somebody is in a segment, the earliest first.
///
/// Most are found by looking ahead, all at once, and stand in order; few come one by one since, and stand in a heap, of each question the
/// earliest alone. A moment may be there twice or be over: who asks at it finds nothing changed.
struct ChangeQueue {
    struct Change {
        /// As an `end`: the first second at which the answer may be another.
        var end: Int64
        var question: SegmentKeeper.Question
    }

    /// What was found by looking ahead, in order.
    private var found: ArraySlice<Change> = []
    private var heap: [Change] = []
    /// The moment that counts for a question in the heap; others of it there do not.
    private var counting: [SegmentKeeper.Question: Int64] = [:]

    /// How many moments wait.
    var count: Int { found.count + counting.count }

    /// The earliest moment.
    var earliest: Int64? {
        guard let first = found.first?.end, let other = heap.first?.end else { return found.first?.end ?? heap.first?.end }
        return min(first, other)
    }

    mutating func removeAll() {
        found = []
        heap = []
        counting = [:]
    }

    /// Forgets what comes after a moment.
    mutating func removeAll(after end: Int64) {
        found = found.prefix { $0.end <= end }
        let kept = heap.filter { $0.end <= end && counting[$0.question] == $0.end }
        heap = []
        counting = [:]
        for change in kept { add(change) }
    }

    /// Takes up what was found by looking ahead.
    mutating func add(contentsOf changes: [Change]) {
        var all = Array(found)
        all += changes
        all.sort { $0.end < $1.end }
        found = all[...]
    }

    /// Takes up what was found out about one question.
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

    /// Takes out what is due.
    mutating func popDue(_ end: Int64) -> [Change] {
        let due = found.prefix { $0.end <= end }
        // So that what was asked is let go in the end, not only passed by.
        found = due.count == found.count ? [] : found.dropFirst(due.count)
        var all = Array(due)
        while let first = heap.first, first.end <= end {
            removeFirst()
            guard counting[first.question] == first.end else { continue }
            counting[first.question] = nil
            all.append(first)
        }
        return all
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
