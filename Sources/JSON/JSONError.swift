/// Why a text is not taken as JSON, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of fault.
    public enum Code: Sendable {
        /// Nothing but white space.
        case empty
        /// The text breaks a rule of JSON, or ends too early.
        case syntax
        /// Something follows the value.
        case trailing
        /// A text is not Unicode: its bytes are not UTF-8, or an escape is half of a surrogate pair.
        case invalidUTF8
        /// A whole number beyond 64 bits, or a fraction that is too large for a double.
        case numberOutOfRange
        /// Deeper than ``JSONLimits/depth``.
        case tooDeep
        /// Longer than ``JSONLimits/size``.
        case tooLarge
        /// The machine has no memory left for it.
        case outOfMemory
    }

    /// What should stand where something else does.
    public enum Expected: Sendable, Equatable {
        case value
        /// A key, in quotes.
        case key
        /// The colon after a key.
        case colon
        /// A comma, or the end of the object or array.
        case commaOrEnd(isObject: Bool)
        case digit
        /// The end of a text.
        case quote
        /// The end of everything.
        case nothing
    }

    /// The kind.
    public var code: Code
    /// Where, in bytes from 0; `nil` for faults of the whole text.
    public var offset: Int?
    /// The line of ``offset``, from 1.
    public var line: Int?
    /// The column of ``offset`` in its line, in Unicode scalars from 1.
    public var column: Int?
    /// What was found and what was expected, in plain words. Shows nothing of the text but one printable ASCII character.
    public var message: String
    /// What should stand there; `nil` where that is not all there is to it.
    public var expected: Expected?

    /// `line 3, column 14: expected ':' after the key, found '}'`
    public var description: String {
        guard let line, let column else { return message }
        return "line \(line), column \(column): \(message)"
    }
}

extension JSONError {
    /// A fault of the whole text.
    init(_ code: Code, _ message: String) {
        self.init(code: code, offset: nil, line: nil, column: nil, message: message)
    }

    /// A fault at a place of a text.
    init(_ fault: JSONFault, in bytes: UnsafeRawBufferPointer) {
        let place = min(fault.offset, bytes.count)
        var line = 1
        var column = 1
        for byte in bytes[..<place] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.init(code: fault.code, offset: place, line: line, column: column, message: fault.message, expected: fault.expected)
    }
}
