/// What is wrong with a text, and where.
struct JSONFault: Error {
    var code: JSONError.Code
    /// In bytes from 0.
    var offset: Int
    var message: String
    var expected: JSONError.Expected?
}

/// Finds the first fault of a text. simdjson only says that there is one, so this reads a refused text once more, byte by byte.
///
/// It follows RFC 8259, with the reading of simdjson where the RFC leaves a choice: no half surrogate pairs, whole numbers within
/// 64 bits, fractions within a double.
struct JSONFaultFinder {
    private enum Expected {
        case value, valueOrEnd, key, keyOrEnd, commaOrEnd, nothing
    }

    private let bytes: UnsafeRawBufferPointer
    private let depth: Int
    private var place: Int
    /// For each open object or array, whether it is an object.
    private var isObject: [Bool] = []
    private var expected = Expected.value

    private init(_ bytes: UnsafeRawBufferPointer, from start: Int, depth: Int) {
        self.bytes = bytes
        self.depth = depth
        place = start
    }

    /// The first fault at or after `start`; `nil` where there is none.
    static func fault(in bytes: UnsafeRawBufferPointer, from start: Int, depth: Int) -> JSONFault? {
        var finder = JSONFaultFinder(bytes, from: start, depth: depth)
        do {
            try finder.read()
            return nil
        } catch {
            return error
        }
    }

    private mutating func read() throws(JSONFault) {
        skipSpace()
        if place == bytes.count { throw fault(.empty, "there is no value: the text is empty") }
        while true {
            skipSpace()
            switch expected {
            case .nothing:
                if place < bytes.count { throw fault(.trailing, "expected nothing after the value, found \(found)", expected: .nothing) }
                return
            case .value: try readValue()
            case .valueOrEnd: if peek == UInt8(ascii: "]") { close() } else { try readValue() }
            case .key: try readKey()
            case .keyOrEnd: if peek == UInt8(ascii: "}") { close() } else { try readKey() }
            case .commaOrEnd: try readCommaOrEnd()
            }
        }
    }

    private mutating func readValue() throws(JSONFault) {
        switch peek {
        case UInt8(ascii: "{"): try open(object: true)
        case UInt8(ascii: "["): try open(object: false)
        case UInt8(ascii: "\""):
            try admit()
            try readString()
            finishValue()
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            try admit()
            try readNumber()
            finishValue()
        case UInt8(ascii: "t"): try readWord("true")
        case UInt8(ascii: "f"): try readWord("false")
        case UInt8(ascii: "n"): try readWord("null")
        default: throw fault(.syntax, "expected a value, found \(found)", expected: .value)
        }
    }

    private mutating func readKey() throws(JSONFault) {
        guard peek == UInt8(ascii: "\"") else { throw fault(.syntax, "expected a key in quotes, found \(found)", expected: .key) }
        try admit()
        try readString()
        skipSpace()
        guard peek == UInt8(ascii: ":") else { throw fault(.syntax, "expected ':' after the key, found \(found)", expected: .colon) }
        place += 1
        expected = .value
    }

    private mutating func readCommaOrEnd() throws(JSONFault) {
        let inObject = isObject.last ?? false
        let end = inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        switch peek {
        case end: close()
        case UInt8(ascii: ","):
            place += 1
            expected = inObject ? .key : .value
        default:
            throw fault(
                .syntax, "expected ',' or '\(inObject ? "}" : "]")', found \(found)", expected: .commaOrEnd(isObject: inObject))
        }
    }

    /// What opens counts for what stands in it: an empty object or array is a plain value, as simdjson has it.
    private mutating func open(object: Bool) throws(JSONFault) {
        try admit()
        place += 1
        isObject.append(object)
        expected = object ? .keyOrEnd : .valueOrEnd
    }

    private mutating func close() {
        place += 1
        isObject.removeLast()
        finishValue()
    }

    private mutating func finishValue() { expected = isObject.isEmpty ? .nothing : .commaOrEnd }

    private func admit() throws(JSONFault) {
        if isObject.count > depth { throw fault(.tooDeep, "objects and arrays stand more than \(depth) deep in each other") }
    }

    private mutating func readWord(_ word: StaticString) throws(JSONFault) {
        try admit()
        for offset in 0..<word.utf8CodeUnitCount {
            guard peek == word.utf8Start[offset] else { throw fault(.syntax, "expected \(word), found \(found)", expected: .value) }
            place += 1
        }
        finishValue()
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private func fault(
        _ code: JSONError.Code, at offset: Int? = nil, _ message: String, expected: JSONError.Expected? = nil
    ) -> JSONFault {
        JSONFault(code: code, offset: offset ?? place, message: message, expected: expected)
    }

    /// The byte at hand, fit for any terminal or page.
    private var found: String {
        guard let byte = peek else { return "the end of the text" }
        guard byte > 0x20, byte < 0x7F else { return "the byte 0x" + String(byte, radix: 16, uppercase: true) }
        return "'\(Character(Unicode.Scalar(byte)))'"
    }
}

// MARK: Numbers

extension JSONFaultFinder {
    private mutating func readNumber() throws(JSONFault) {
        let start = place
        let isNegative = peek == UInt8(ascii: "-")
        if isNegative { place += 1 }
        let whole = try readDigits()
        if whole.count > 1, bytes[whole.lowerBound] == UInt8(ascii: "0") {
            throw fault(.syntax, at: start, "a number may not begin with a superfluous zero")
        }
        var isWhole = true
        if peek == UInt8(ascii: ".") {
            place += 1
            isWhole = false
            _ = try readDigits()
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            place += 1
            isWhole = false
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { place += 1 }
            _ = try readDigits()
        }
        if isWhole {
            guard fits(whole, isNegative) else { throw fault(.numberOutOfRange, at: start, "the whole number is beyond 64 bits") }
        } else {
            let value = Double(String(decoding: bytes[start..<place], as: UTF8.self)) ?? .infinity
            guard value.isFinite else { throw fault(.numberOutOfRange, at: start, "the number is too large for a double") }
        }
    }

    private mutating func readDigits() throws(JSONFault) -> Range<Int> {
        let start = place
        while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { place += 1 }
        guard place > start else { throw fault(.syntax, "expected a digit, found \(found)", expected: .digit) }
        return start..<place
    }

    private func fits(_ digits: Range<Int>, _ isNegative: Bool) -> Bool {
        guard let magnitude = UInt64(String(decoding: bytes[digits], as: UTF8.self)) else { return false }
        return !isNegative || magnitude <= Int64.min.magnitude
    }
}

// MARK: Texts

extension JSONFaultFinder {
    private mutating func readString() throws(JSONFault) {
        let start = place
        place += 1
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                return
            case UInt8(ascii: "\\"): try readEscape()
            case 0..<0x20: throw fault(.syntax, "\(found) must be escaped in a text")
            case 0x20..<0x80: place += 1
            default: try readScalar(byte)
            }
        }
        throw fault(.syntax, "the text ends within quotes that open at byte \(start)", expected: .quote)
    }

    private mutating func readEscape() throws(JSONFault) {
        let start = place
        place += 1
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            place += 1
        case UInt8(ascii: "u"):
            place += 1
            let unit = try readHex()
            if unit & 0xF800 == 0xD800 { try readSecondHalf(of: unit, start) }
        default: throw fault(.syntax, "expected an escape after '\\', found \(found)")
        }
    }

    private mutating func readSecondHalf(of unit: UInt16, _ start: Int) throws(JSONFault) {
        let message = "an escape is half of a surrogate pair"
        guard unit < 0xDC00, peek == UInt8(ascii: "\\") else { throw fault(.invalidUTF8, at: start, message) }
        place += 1
        guard peek == UInt8(ascii: "u") else { throw fault(.invalidUTF8, at: start, message) }
        place += 1
        guard try readHex() & 0xFC00 == 0xDC00 else { throw fault(.invalidUTF8, at: start, message) }
    }

    private mutating func readHex() throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault(.syntax, "expected four hexadecimal digits after '\\u', found \(found)")
            }
            unit = unit << 4 | UInt16(digit)
            place += 1
        }
        return unit
    }

    /// A scalar of two to four bytes: Unicode 16, table 3-7.
    private mutating func readScalar(_ first: UInt8) throws(JSONFault) {
        let second: ClosedRange<UInt8>
        let length: Int
        switch first {
        case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
        case 0xE0: (second, length) = (0xA0...0xBF, 3)
        case 0xED: (second, length) = (0x80...0x9F, 3)
        case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
        case 0xF0: (second, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
        case 0xF4: (second, length) = (0x80...0x8F, 4)
        default: throw fault(.invalidUTF8, "\(found) is not UTF-8")
        }
        guard place + length <= bytes.count, second.contains(bytes[place + 1]),
            bytes[(place + 2)..<(place + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { throw fault(.invalidUTF8, "the bytes from \(found) on are not UTF-8") }
        place += length
    }
}
