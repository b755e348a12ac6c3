/// The first few of many in an order, in a heap whose root is the last of them: each that comes costs the logarithm of how few they are,
/// and most cost one comparison.
struct FirstFew<Element> {
    private let limit: Int
    private let isBefore: (Element, Element) -> Bool
    private var heap: [Element] = []

    /// - Parameters:
    ///   - limit: how many.
    ///   - isBefore: whether the first comes before the second.
    init(_ limit: Int, isBefore: @escaping (Element, Element) -> Bool) {
        self.limit = limit
        self.isBefore = isBefore
    }

    /// Whether there are as many as were asked for.
    var isFull: Bool { heap.count >= limit }

    /// The one that goes when another comes before it; `nil` while there is room.
    var last: Element? { isFull ? heap.first : nil }

    /// Those that were kept, in their order.
    var sorted: [Element] { heap.sorted(by: isBefore) }

    /// Keeps an element where it is among the first few.
    mutating func consider(_ element: Element) {
        if heap.count < limit {
            heap.append(element)
            var child = heap.count - 1
            while child > 0, isBefore(heap[(child - 1) / 2], heap[child]) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if let root = heap.first, isBefore(element, root) {
            heap[0] = element
            var parent = 0
            while true {
                var last = parent
                for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBefore(heap[last], heap[child]) { last = child }
                guard last != parent else { return }
                heap.swapAt(parent, last)
                parent = last
            }
        }
    }
}
