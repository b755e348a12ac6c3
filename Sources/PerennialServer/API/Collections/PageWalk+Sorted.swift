extension PageWalk {
    /// The page of things that are few enough to be put in order for each request: lists, tags, metrics.
    ///
    /// - Parameters:
    ///   - all: everything that was asked for, in any order.
    ///   - key: what things are sorted by, the same kinds of parts for each, and no two alike.
    func page<Item>(of all: [Item], by key: (Item) -> [Cursor.Part]) -> Page<Item> {
        var keyed = all.map { (item: $0, key: SortKey(parts: key($0))) }
        if let start = cursor.map({ SortKey(parts: $0.parts) }) { keyed = keyed.filter { isBefore(start, $0.key) } }
        keyed.sort { isBefore($0.key, $1.key) }
        let found = page(Array(keyed.prefix(limit))) { Cursor($0.key.parts) }
        return Page(items: found.items.map(\.item), next: found.next, previous: found.previous)
    }
}

/// What something is sorted by.
private struct SortKey: Comparable {
    var parts: [Cursor.Part]

    static func < (a: SortKey, b: SortKey) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}

extension Cursor {
    /// A place by its parts.
    fileprivate init(_ parts: [Part]) {
        self.init()
        self.parts = parts
    }
}

extension Cursor.Part: Comparable {
    /// Numbers come before texts.
    static func < (a: Cursor.Part, b: Cursor.Part) -> Bool {
        switch (a, b) {
        case (.number(let a), .number(let b)): a < b
        case (.text(let a), .text(let b)): a < b
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}
