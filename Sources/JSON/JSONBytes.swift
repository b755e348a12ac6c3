// How texts and whole numbers become bytes.

extension [UInt8] {
    /// Appends a text in quotes, escaped as RFC 8259, section 7, demands and no further.
    mutating func appendQuoted(_ text: UnsafeRawBufferPointer) {
        append(UInt8(ascii: "\""))
        var start = 0
        var place = 0
        while place < text.count {
            if place + 8 <= text.count, !text.loadUnaligned(fromByteOffset: place, as: UInt64.self).hasByteToEscape {
                place += 8
                continue
            }
            let byte = text[place]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<place]))
                appendEscape(byte)
                start = place + 1
            }
            place += 1
        }
        append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start...]))
        append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        case 0..<0x20:
            append(contentsOf: "u00".utf8)
            append(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 0xF
            append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        default: append(byte)
        }
    }

    /// Appends the digits of a whole number.
    mutating func appendDecimal(_ magnitude: UInt64, isNegative: Bool) {
        if isNegative { append(UInt8(ascii: "-")) }
        // 2⁶⁴ has twenty digits.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var place = 20
            var rest = magnitude
            repeat {
                place -= 1
                digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            append(contentsOf: digits[place...])
        }
    }
}

extension UInt64 {
    /// Whether one of the eight bytes is a quote, a backslash or a control character. May also say so of a byte behind such a one, never
    /// overlooks one: the borrow of a subtraction only runs upwards from a byte that is one.
    fileprivate var hasByteToEscape: Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quotes = self ^ ones &* 0x22
        let backslashes = self ^ ones &* 0x5C
        let controls: UInt64 = (self &- ones &* 0x20) & ~self
        let quoted: UInt64 = (quotes &- ones) & ~quotes
        let backslashed: UInt64 = (backslashes &- ones) & ~backslashes
        return (controls | quoted | backslashed) & highs != 0
    }
}
