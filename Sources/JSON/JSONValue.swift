/// A value of a document: a view that keeps the document alive and copies nothing.
public struct JSONValue: Sendable {
    /// What a value is.
    public enum Kind: Sendable {
        case object, array, string, number, bool, null
    }

    @usableFromInline let document: JSONDocument
    @usableFromInline let index: Int

    @inlinable
    init(document: JSONDocument, index: Int) {
        self.document = document
        self.index = index
    }

    @inlinable var type: UInt8 { UInt8(truncatingIfNeeded: document.word(index) >> 56) }

    /// What it is.
    @inlinable public var kind: Kind {
        switch type {
        case Tape.object: .object
        case Tape.array: .array
        case Tape.string: .string
        case Tape.int64, Tape.uint64, Tape.double: .number
        case Tape.yes, Tape.no: .bool
        default: .null
        }
    }
}

// MARK: Plain values

extension JSONValue {
    /// Whether it is `null`.
    @inlinable public var isNull: Bool { kind == .null }

    /// Its truth; `nil` where it is no truth.
    @inlinable public var bool: Bool? {
        switch type {
        case Tape.yes: true
        case Tape.no: false
        default: nil
        }
    }

    /// Its number as a double, rounded to the nearest where a whole number is beyond 2⁵³; `nil` where it is no number.
    @inlinable public var double: Double? {
        switch type {
        case Tape.double: Double(bitPattern: document.word(index + 1))
        case Tape.int64: Double(Int64(bitPattern: document.word(index + 1)))
        case Tape.uint64: Double(document.word(index + 1))
        default: nil
        }
    }

    /// Its whole number, exact: one written without fraction and exponent that 64 bits hold, or one written with them (`5.0`, `1e3`) that is
    /// whole and within ±2⁵³, where doubles are exact. `nil` for all else.
    @inlinable public var int: Int64? {
        switch type {
        case Tape.int64: Int64(bitPattern: document.word(index + 1))
        case Tape.double: Int64(exactDouble: Double(bitPattern: document.word(index + 1)))
        default: nil
        }
    }

    /// Like ``int``, for numbers from 0 to 2⁶⁴−1.
    @inlinable public var uint64: UInt64? {
        if type == Tape.uint64 { return document.word(index + 1) }
        return int.flatMap { UInt64(exactly: $0) }
    }
}

extension Int64 {
    /// The whole number that a double is, within the ±2⁵³ where doubles have them all.
    @usableFromInline
    init?(exactDouble value: Double) {
        guard value.magnitude <= 0x1p53, value.rounded(.towardZero) == value else { return nil }
        self.init(value)
    }
}

// MARK: Texts

extension JSONValue {
    /// Its text; `nil` where it is no text.
    public var string: String? { withStringBytes { String(decoding: $0, as: UTF8.self) } }

    /// Lends the UTF-8 of its text, unescaped, without a copy; `nil` where it is no text. The bytes are good only during the call.
    @inlinable
    public func withStringBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R? {
        guard type == Tape.string else { return nil }
        defer { withExtendedLifetime(document) {} }
        return try body(document.text(index))
    }

    /// Whether it is a text of the same bytes. Compares without making a `String`, and knows no canonical equivalence.
    public func isString(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { wanted in withStringBytes { $0.hasBytes(of: UnsafeRawBufferPointer(wanted)) } ?? false }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether both hold the same bytes.
    func hasBytes(of other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        var place = 0
        while place + 8 <= count {
            guard loadUnaligned(fromByteOffset: place, as: UInt64.self) == other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            else { return false }
            place += 8
        }
        while place < count {
            guard self[place] == other[place] else { return false }
            place += 1
        }
        return true
    }
}
