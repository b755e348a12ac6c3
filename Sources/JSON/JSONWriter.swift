/// Appends compact JSON to bytes: no white space, commas where they belong.
///
/// What is begun must be ended, which ``object(_:)`` and ``array(_:)`` do by themselves:
///
///     var writer = JSONWriter()
///     writer.object { writer in
///         writer.member("name", "Ada")
///         writer.array("tags") { $0.string("vip") }
///     }                                                   // {"name":"Ada","tags":["vip"]}
public struct JSONWriter: Sendable {
    /// What is written so far. May be taken away while writing goes on, to send a long answer in parts.
    public var bytes: [UInt8]
    /// Whether a value stands before the next in the same object or array.
    private var needsComma = false

    /// Nothing yet, with room for some bytes.
    public init(capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// What is written so far, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Ends a line after a whole value: the next begins afresh, as in JSON lines.
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func startValue() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}

// MARK: Objects and arrays

extension JSONWriter {
    /// `{`
    public mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// `}`
    public mutating func endObject() { end(UInt8(ascii: "}")) }

    /// `[`
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }

    /// `]`
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    private mutating func begin(_ bracket: UInt8) {
        startValue()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    /// An object whose members `body` writes.
    public mutating func object<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        beginObject()
        try body(&self)
        endObject()
    }

    /// An array whose elements `body` writes.
    public mutating func array<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        beginArray()
        try body(&self)
        endArray()
    }

    /// A member that is an object.
    public mutating func object<E: Error>(_ key: String, _ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        self.key(key)
        try object(body)
    }

    /// A member that is an array.
    public mutating func array<E: Error>(_ key: String, _ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        self.key(key)
        try array(body)
    }
}

// MARK: Values

extension JSONWriter {
    /// The key of the next value.
    public mutating func key(_ key: String) {
        var key = key
        key.withUTF8 { self.key(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// The key of the next value, given by bytes that are UTF-8.
    public mutating func key(utf8 key: UnsafeRawBufferPointer) {
        string(utf8: key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A text. Quotes, backslashes and control characters are escaped; all else stays as it is.
    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// A text given by bytes that are UTF-8.
    public mutating func string(utf8 text: UnsafeRawBufferPointer) {
        startValue()
        bytes.appendQuoted(text)
    }

    /// A whole number.
    @inlinable
    public mutating func int<I: BinaryInteger>(_ value: I) {
        if let small = Int64(exactly: value) { whole(small.magnitude, isNegative: small < 0) } else { large(value) }
    }

    @inlinable
    mutating func large<I: BinaryInteger>(_ value: I) {
        if let unsigned = UInt64(exactly: value) { whole(unsigned, isNegative: false) } else { double(Double(value)) }
    }

    @usableFromInline
    mutating func whole(_ magnitude: UInt64, isNegative: Bool) {
        startValue()
        bytes.appendDecimal(magnitude, isNegative: isNegative)
    }

    /// A number: the shortest digits that read back as the same double. A whole one within ±2⁵³ has no fraction: `5`, not `5.0`. `null`
    /// where it is not finite, for which JSON has no number.
    public mutating func double(_ value: Double) {
        if let whole = Int64(exactDouble: value), whole != 0 || value.sign == .plus { return int(whole) }
        guard value.isFinite else { return null() }
        startValue()
        bytes.append(contentsOf: value.description.utf8)
    }

    /// `true` or `false`.
    public mutating func bool(_ value: Bool) {
        startValue()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// `null`
    public mutating func null() {
        startValue()
        bytes.append(contentsOf: "null".utf8)
    }

    /// A value of a document, with its members in their order.
    public mutating func value(_ value: JSONValue) {
        withExtendedLifetime(value.document) { _ = write(value.document, value.index) }
    }

    /// Writes the value at a place of the tape, and says where the next stands. Goes as deep as the document, and ``JSONLimits`` says how
    /// deep that is.
    private mutating func write(_ document: JSONDocument, _ index: Int) -> Int {
        let word = document.word(index)
        switch UInt8(truncatingIfNeeded: word >> 56) {
        case Tape.object:
            beginObject()
            let end = document.index(after: index) - 1
            var place = index + 1
            while place < end {
                key(utf8: document.text(place))
                place = write(document, place + 1)
            }
            endObject()
        case Tape.array:
            beginArray()
            let end = document.index(after: index) - 1
            var place = index + 1
            while place < end { place = write(document, place) }
            endArray()
        case Tape.string: string(utf8: document.text(index))
        case Tape.int64: int(Int64(bitPattern: document.word(index + 1)))
        case Tape.uint64: int(document.word(index + 1))
        case Tape.double: double(Double(bitPattern: document.word(index + 1)))
        case Tape.yes: bool(true)
        case Tape.no: bool(false)
        default: null()
        }
        return document.index(after: index)
    }

    /// A whole value that is JSON already.
    public mutating func raw<Bytes: Sequence<UInt8>>(_ json: Bytes) {
        startValue()
        bytes.append(contentsOf: json)
    }
}
