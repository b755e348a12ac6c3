// MARK: Objects and arrays

extension JSONValue {
    /// How many members or elements it has, those with a key that came before counted too; 0 for a plain value.
    public var count: Int {
        guard kind == .object || kind == .array else { return 0 }
        let counted = Int(truncatingIfNeeded: document.word(index) >> 32) & Tape.greatestCount
        guard counted == Tape.greatestCount else { return counted }
        let end = document.index(after: index) - 1
        var place = index + 1
        var values = 0
        while place < end {
            values += 1
            place = document.index(after: place)
        }
        return kind == .object ? values / 2 : values
    }

    /// The value of a key; the first, where the key is there more than once. `nil` without it, and for a value that is no object.
    ///
    /// Walks past the members before it: to read many keys of a large object, walk ``pairs`` once.
    public subscript(_ key: String) -> JSONValue? {
        guard type == Tape.object else { return nil }
        var key = key
        return key.withUTF8 { wanted in
            let wanted = UnsafeRawBufferPointer(wanted)
            return withExtendedLifetime(document) { () -> JSONValue? in
                let end = document.index(after: index) - 1
                var place = index + 1
                while place < end {
                    if document.text(place).hasBytes(of: wanted) { return JSONValue(document: document, index: place + 1) }
                    place = document.index(after: place + 1)
                }
                return nil
            }
        }
    }

    /// An element by its place from 0; `nil` outside, and for a value that is no array. Walks past the elements before it.
    public subscript(_ position: Int) -> JSONValue? {
        guard type == Tape.array, position >= 0 else { return nil }
        let end = document.index(after: index) - 1
        var place = index + 1
        var left = position
        while place < end {
            if left == 0 { return JSONValue(document: document, index: place) }
            left -= 1
            place = document.index(after: place)
        }
        return nil
    }

    /// The members of an object in their order, each key as a `String`; none for another value. A key may come twice.
    public var members: JSONMembers { JSONMembers(pairs: pairs) }

    /// Like ``members``, with the keys as texts of the document: ``isString(_:)`` and ``withStringBytes(_:)`` read them without a copy.
    public var pairs: JSONPairs { JSONPairs(self) }

    /// The elements of an array in their order; none for another value.
    public var elements: JSONElements { JSONElements(self) }
}

/// The elements of an array.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let document: JSONDocument
    @usableFromInline var place: Int
    @usableFromInline let end: Int

    @usableFromInline
    init(_ value: JSONValue) {
        document = value.document
        place = value.index + 1
        end = value.type == Tape.array ? document.index(after: value.index) - 1 : place
    }

    /// The next element.
    @inlinable
    public mutating func next() -> JSONValue? {
        guard place < end else { return nil }
        defer { place = document.index(after: place) }
        return JSONValue(document: document, index: place)
    }
}

/// The members of an object, with keys as values of the document.
public struct JSONPairs: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let document: JSONDocument
    @usableFromInline var place: Int
    @usableFromInline let end: Int

    @usableFromInline
    init(_ value: JSONValue) {
        document = value.document
        place = value.index + 1
        end = value.type == Tape.object ? document.index(after: value.index) - 1 : place
    }

    /// The next member.
    @inlinable
    public mutating func next() -> (key: JSONValue, value: JSONValue)? {
        guard place < end else { return nil }
        let key = JSONValue(document: document, index: place)
        let value = JSONValue(document: document, index: place + 1)
        place = document.index(after: place + 1)
        return (key, value)
    }
}

/// The members of an object.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    @usableFromInline var pairs: JSONPairs

    @usableFromInline
    init(pairs: JSONPairs) { self.pairs = pairs }

    /// The next member.
    @inlinable
    public mutating func next() -> (key: String, value: JSONValue)? {
        pairs.next().map { ($0.key.string ?? "", $0.value) }
    }
}
