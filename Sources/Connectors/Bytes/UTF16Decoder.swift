/// Turns UTF-16 into UTF-8 as the bytes come; a surrogate without its partner becomes U+FFFD.
struct UTF16Decoder: Sendable {
    /// Which byte of a unit comes first.
    let isLittleEndian: Bool
    private var oddByte: UInt8?
    private var highSurrogate: UInt32?

    /// A decoder at the beginning of a text.
    init(isLittleEndian: Bool) {
        self.isLittleEndian = isLittleEndian
    }

    /// Whether the text so far ends in the middle of a character.
    var isInsideCharacter: Bool { oddByte != nil || highSurrogate != nil }

    /// Bytes of UTF-8 that come of so many bytes of UTF-16, and of what was kept back, at most.
    static func capacity(for count: Int) -> Int { count / 2 * 3 + 9 }

    /// Decodes; `output` has room for ``capacity(for:)`` bytes. Returns the length.
    mutating func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutablePointer<UInt8>) -> Int {
        var length = 0
        for byte in input {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            let unit = isLittleEndian ? UInt32(byte) << 8 | UInt32(first) : UInt32(first) << 8 | UInt32(byte)
            if let high = highSurrogate {
                highSurrogate = nil
                if unit & 0xFC00 == 0xDC00 {
                    length += UTF16Decoder.encode(0x10000 + (high & 0x3FF) << 10 + unit & 0x3FF, to: output + length)
                    continue
                }
                length += UTF16Decoder.encode(0xFFFD, to: output + length)
            }
            if unit & 0xFC00 == 0xD800 {
                highSurrogate = unit
            } else {
                length += UTF16Decoder.encode(unit & 0xFC00 == 0xDC00 ? 0xFFFD : unit, to: output + length)
            }
        }
        return length
    }

    private static func encode(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift & 0x3F | 0x80) }
        if scalar < 0x80 {
            output[0] = UInt8(truncatingIfNeeded: scalar)
            return 1
        }
        if scalar < 0x800 {
            output[0] = UInt8(truncatingIfNeeded: scalar >> 6 | 0xC0)
            output[1] = tail(0)
            return 2
        }
        if scalar < 0x10000 {
            output[0] = UInt8(truncatingIfNeeded: scalar >> 12 | 0xE0)
            output[1] = tail(6)
            output[2] = tail(0)
            return 3
        }
        output[0] = UInt8(truncatingIfNeeded: scalar >> 18 | 0xF0)
        output[1] = tail(12)
        output[2] = tail(6)
        output[3] = tail(0)
        return 4
    }
}
