internal import CSimdJSON

/// A JSON text, parsed by simdjson. Values are views into it: nothing is copied until it is asked for.
///
/// RFC 8259 with nothing added: no comments, no trailing commas, no `NaN`. A byte order mark before the value is passed over, as the RFC
/// allows. A text that is not Unicode is refused, and so is a number that neither 64 bits nor a finite double can hold.
public final class JSONDocument: @unchecked Sendable {
    // Sendable unchecked: simdjson writes the memory behind these before `init` returns, nobody writes to it afterwards, and only `deinit`,
    // which runs once and last, gives it back.
    @usableFromInline let tape: UnsafePointer<UInt64>
    @usableFromInline let strings: UnsafePointer<UInt8>
    private let owner: UnsafeMutableRawPointer

    /// Parses bytes.
    public convenience init(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits = .standard) throws(JSONError) {
        self.init(try Parsed(bytes, limits))
    }

    /// Parses bytes.
    public convenience init(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) {
        self.init(try bytes.withUnsafeBytes { Parsed.result($0, limits) }.get())
    }

    /// Parses bytes.
    public convenience init(_ bytes: ArraySlice<UInt8>, limits: JSONLimits = .standard) throws(JSONError) {
        self.init(try bytes.withUnsafeBytes { Parsed.result($0, limits) }.get())
    }

    /// Parses a text.
    public convenience init(_ text: String, limits: JSONLimits = .standard) throws(JSONError) {
        var text = text
        self.init(try text.withUTF8 { Parsed.result(UnsafeRawBufferPointer($0), limits) }.get())
    }

    private init(_ parsed: Parsed) {
        owner = parsed.owner
        tape = parsed.tape
        strings = parsed.strings
    }

    deinit { simdjson_release(owner) }

    /// The value that the text is.
    public var root: JSONValue { JSONValue(document: self, index: 1) }
}

extension JSONDocument {
    /// A word of the tape.
    @inlinable
    func word(_ index: Int) -> UInt64 {
        // The document must outlive the read, and a pointer alone does not keep it.
        withExtendedLifetime(self) { tape[index] }
    }

    /// Where the value after that at `index` stands.
    @inlinable
    func index(after index: Int) -> Int {
        let word = word(index)
        switch UInt8(truncatingIfNeeded: word >> 56) {
        case Tape.object, Tape.array: return Int(UInt32(truncatingIfNeeded: word))
        case Tape.int64, Tape.uint64, Tape.double: return index + 2
        default: return index + 1
        }
    }

    /// The UTF-8 of the text at `index`, good only as long as the document is held.
    @inlinable
    func text(_ index: Int) -> UnsafeRawBufferPointer {
        let start = UnsafeRawPointer(strings) + Int(word(index) & Tape.payload)
        return UnsafeRawBufferPointer(start: start + 4, count: Int(start.loadUnaligned(as: UInt32.self)))
    }
}

/// What the words of simdjson's tape say: the first byte is the kind, the rest its payload.
@usableFromInline enum Tape {
    @inlinable static var object: UInt8 { UInt8(ascii: "{") }
    @inlinable static var array: UInt8 { UInt8(ascii: "[") }
    @inlinable static var string: UInt8 { UInt8(ascii: "\"") }
    @inlinable static var int64: UInt8 { UInt8(ascii: "l") }
    @inlinable static var uint64: UInt8 { UInt8(ascii: "u") }
    @inlinable static var double: UInt8 { UInt8(ascii: "d") }
    @inlinable static var yes: UInt8 { UInt8(ascii: "t") }
    @inlinable static var no: UInt8 { UInt8(ascii: "f") }
    @inlinable static var payload: UInt64 { 0x00FF_FFFF_FFFF_FFFF }
    /// Counts of 24 bits stay at their greatest.
    @inlinable static var greatestCount: Int { 0xFF_FFFF }
}

/// What simdjson made of a text.
private struct Parsed {
    let owner: UnsafeMutableRawPointer
    let tape: UnsafePointer<UInt64>
    let strings: UnsafePointer<UInt8>

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    static func result(_ bytes: UnsafeRawBufferPointer, _ limits: JSONLimits) -> Result<Parsed, JSONError> {
        do throws(JSONError) { return .success(try Parsed(bytes, limits)) } catch { return .failure(error) }
    }

    init(_ bytes: UnsafeRawBufferPointer, _ limits: JSONLimits) throws(JSONError) {
        guard bytes.count <= limits.size else {
            throw JSONError(.tooLarge, "the text has \(bytes.count) bytes, more than the \(limits.size) that are taken")
        }
        let start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        let text = UnsafeRawBufferPointer(rebasing: bytes[start...])
        guard let first = text.baseAddress, !text.isEmpty else { throw JSONError(.empty, "there is no value: the text is empty") }
        let parsed = simdjson_parse(first.assumingMemoryBound(to: UInt8.self), text.count, limits.depth)
        if let owner = parsed.document, let tape = parsed.tape, let strings = parsed.strings {
            self.owner = owner
            self.tape = tape
            self.strings = strings
            return
        }
        switch parsed.outcome {
        case simdjson_no_memory: throw JSONError(.outOfMemory, "there is not enough memory to read \(bytes.count) bytes of JSON")
        case simdjson_too_large: throw JSONError(.tooLarge, "the text has \(bytes.count) bytes, more than can be read at once")
        default: break
        }
        if let fault = JSONFaultFinder.fault(in: bytes, from: start, depth: limits.depth) { throw JSONError(fault, in: bytes) }
        throw JSONError(.syntax, "the text is not JSON")
    }
}
