/// Walks through a collection in the order of a key to the page that a request asks for: the first so many items beyond a key, or before one.
///
/// A page begins after a key, not after a count, so that nothing is shown twice or passed over when something is added in between.
struct PageWalk: Sendable {
    /// Items on a page.
    let size: Int
    /// Where the page begins; `nil` for the first.
    let cursor: Cursor?
    /// Whether keys are walked from large to small: as the order says, and the other way round where the page before a key is asked for.
    let isDescending: Bool

    /// - Parameter size: where the endpoint has a size of its own.
    init(_ query: Query, size: Int? = nil, isDescending: Bool? = nil) {
        self.size = size ?? query.pageSize
        cursor = query.cursor
        let isReversed = cursor?.isBackward ?? false
        self.isDescending = (isDescending ?? query.sort?.isDescending ?? false) != isReversed
    }

    /// How many items are to be found: one more than are shown, to know whether there are more.
    var limit: Int { size + 1 }

    /// Whether an item comes before another on the walk.
    func isBefore<Key: Comparable>(_ a: Key, _ b: Key) -> Bool { isDescending ? b < a : a < b }

    /// The page of what was found beyond the cursor, in the order of the walk.
    func page<Item>(_ found: [Item], cursor key: (Item) -> Cursor) -> Page<Item> {
        let hasMore = found.count > size
        var items = Array(found.prefix(size))
        let isReversed = cursor?.isBackward ?? false
        if isReversed { items.reverse() }
        var page = Page(items: items)
        if let last = items.last, hasMore || isReversed { page.next = key(last) }
        if let first = items.first, isReversed ? hasMore : cursor != nil {
            var before = key(first)
            before.isBackward = true
            page.previous = before
        }
        return page
    }
}

/// A page of a collection.
struct Page<Item> {
    var items: [Item]
    var next: Cursor?
    var previous: Cursor?
}

extension Page: Sendable where Item: Sendable {}

/// The first few keys of many, in the order of a walk.
struct FirstKeys<Key: Comparable> {
    private let walk: PageWalk
    private let start: Key?
    private var few: FirstFew<Key>

    init(_ walk: PageWalk, beyond start: Key?) {
        self.walk = walk
        self.start = start
        few = FirstFew(walk.limit, isBefore: walk.isBefore)
    }

    /// The keys that were found, in order.
    var keys: [Key] { few.sorted }

    /// Whether as many were found as were asked for.
    var isFull: Bool { few.isFull }

    mutating func consider(_ key: Key) {
        guard mayTake({ walk.isBefore($0, key) }, { walk.isBefore(key, $0) }) else { return }
        few.consider(key)
    }

    /// Whether a key would be taken, told without making it: by whether another comes before it, and it before another.
    func mayTake(_ isAfter: (Key) -> Bool, _ isBefore: (Key) -> Bool) -> Bool {
        if let start, !isAfter(start) { return false }
        if let last = few.last { return isBefore(last) }
        return true
    }
}
