/// A place in the bytes of an amount; knows the spaces, minus signs and apostrophes that people and programs write.
struct AmountCursor {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The byte so many places on; 0 past the end.
    func byte(_ ahead: Int = 0) -> UInt8 {
        position + ahead < bytes.count ? bytes[position + ahead] : 0
    }

    mutating func advance(by count: Int) {
        position = min(position + count, bytes.count)
    }

    /// Takes one byte if it is the next.
    mutating func take(_ expected: UInt8) -> Bool {
        guard byte() == expected, !isAtEnd else { return false }
        position += 1
        return true
    }

    /// Takes a sequence of bytes if it is the next.
    mutating func take(_ expected: StaticString) -> Bool {
        let count = expected.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for index in 0..<count where bytes[position + index] != expected.utf8Start[index] { return false }
        position += count
        return true
    }

    mutating func takeDigit() -> Int? {
        let digit = byte() &- 48
        guard digit < 10 else { return nil }
        position += 1
        return Int(digit)
    }

    /// Space, tab, and the no-break (U+00A0), figure (U+2007), thin (U+2009) and narrow no-break (U+202F) space.
    mutating func skipSpaces() {
        while let length = spaceLength { position += length }
    }

    private var spaceLength: Int? {
        switch byte() {
        case 0x20, 0x09: 1
        case 0xC2: byte(1) == 0xA0 ? 2 : nil
        case 0xE2:
            switch (byte(1), byte(2)) {
            case (0x80, 0x87), (0x80, 0x89), (0x80, 0xAF): 3
            default: nil
            }
        default: nil
        }
    }

    /// One space or apostrophe (ASCII or U+2019) with a digit after it.
    mutating func takeGroupSeparator() -> Bool {
        var length = spaceLength
        if byte() == 0x27 { length = 1 }
        if byte() == 0xE2, byte(1) == 0x80, byte(2) == 0x99 { length = 3 }
        guard let length, byte(length) &- 48 < 10 else { return false }
        position += length
        return true
    }

    /// Hyphen or U+2212.
    mutating func takeMinus() -> Bool {
        if take(0x2D) { return true }
        return take("\u{2212}")
    }

    /// `e` or `E`, an optional sign, a digit: not the beginning of `EUR`.
    var isExponentAhead: Bool {
        guard byte() | 0x20 == 0x65 else { return false }
        let next = byte(1)
        return (next == 0x2B || next == 0x2D ? byte(2) : next) &- 48 < 10
    }
}
