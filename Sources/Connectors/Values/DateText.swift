/// A date's text, folded to lower-case ASCII in a small buffer, and a cursor that reads dates and times of day from it.
///
/// Folding turns `31 Déc. 2024` into `31 dec. 2024`, so that one table of month names serves three languages.
struct DateText {
    /// What the date part says; parts are as written, not yet checked against the calendar.
    enum Day: Equatable {
        case known(year: Int, month: Int, day: Int)
        case undecided(year: Int, first: Int, second: Int)
        case unix(seconds: Int64)
    }

    /// The clock part.
    struct TimeOfDay: Equatable {
        /// `nil` where only the day is written.
        var secondOfDay: Int?
        /// East of UTC; `nil` where the text does not say.
        var offsetInSeconds: Int32?
    }

    /// What comes after the date.
    enum TimeReading: Equatable {
        case time(TimeOfDay)
        /// Well-formed and impossible: 25:00.
        case impossible
        case none
    }

    /// The longest text that can be a date: a long French weekday, date and time take 45.
    static let capacity = 72
    /// Offsets reach from -12:00 to +14:00.
    static let largestOffsetInHours = 14

    let buffer: UnsafeMutableRawBufferPointer
    private(set) var end = 0
    var position = 0

    init(_ buffer: UnsafeMutableRawBufferPointer) {
        self.buffer = buffer
    }

    // MARK: - Loading

    /// Folds the bytes into the buffer; false where they are too long or hold characters that no date has.
    mutating func load(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < bytes.count {
            guard end < buffer.count else { return false }
            let byte = bytes[index]
            if byte < 0x80 {
                guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else { return false }
                let isUpper = byte >= 0x41 && byte <= 0x5A
                put(isUpper ? byte | 0x20 : byte == 0x09 ? 0x20 : byte)
                index += 1
                continue
            }
            let length = byte >= 0xE0 ? 3 : 2
            guard index + length <= bytes.count, byte < 0xF0 else { return false }
            var scalar = UInt32(byte & (length == 3 ? 0x0F : 0x1F))
            for next in bytes[(index + 1)..<(index + length)] {
                guard next & 0xC0 == 0x80 else { return false }
                scalar = scalar << 6 | UInt32(next & 0x3F)
            }
            guard let folded = DateText.fold(scalar) else { return false }
            put(folded)
            index += length
        }
        while end > 0, buffer[end - 1] == 0x20 { end -= 1 }
        return true
    }

    private mutating func put(_ byte: UInt8) {
        buffer[end] = byte
        end += 1
    }

    /// The letters of French and Polish month names, the spaces and dashes that word processors put in.
    private static func fold(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xA0, 0x2007, 0x2009, 0x202F, 0xFEFF: 0x20
        case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212: 0x2D
        case 0x2019: 0x27
        case 0xC0, 0xC2, 0xE0, 0xE2, 0x104, 0x105: 0x61
        case 0xC7, 0xE7, 0x106, 0x107: 0x63
        case 0xC8...0xCB, 0xE8...0xEB, 0x118, 0x119: 0x65
        case 0xD4, 0xF4, 0xD3, 0xF3: 0x6F
        case 0xD9, 0xDB, 0xDC, 0xF9, 0xFB, 0xFC: 0x75
        case 0x141, 0x142: 0x6C
        case 0x143, 0x144: 0x6E
        case 0x15A, 0x15B: 0x73
        case 0x179...0x17C: 0x7A
        default: nil
        }
    }

    // MARK: - The cursor

    var isAtEnd: Bool { position >= end }

    var byte: UInt8 { position < end ? buffer[position] : 0 }
    var isDigit: Bool { byte >= 0x30 && byte <= 0x39 }
    var isLetter: Bool { byte >= 0x61 && byte <= 0x7A }

    mutating func skipSpaces() { skip { $0 == 0x20 } }

    mutating func skip(_ isSkipped: (UInt8) -> Bool) {
        while position < end, isSkipped(buffer[position]) { position += 1 }
    }

    /// Takes one byte if it is the next.
    mutating func take(_ expected: UInt8) -> Bool {
        guard byte == expected, !isAtEnd else { return false }
        position += 1
        return true
    }

    /// A run of digits; `nil` where there is none or one longer than any date has.
    mutating func readNumber() -> (value: Int, digits: Int)? {
        var value = 0
        let start = position
        while isDigit {
            guard position - start < 15 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            position += 1
        }
        return position > start ? (value, position - start) : nil
    }

    /// A run of letters, the first eight of them packed: no two words of ``DateWords`` that differ share those.
    mutating func readWord() -> UInt64 {
        var packed: UInt64 = 0
        let start = position
        while isLetter {
            if position - start < 8 { packed = packed << 8 | UInt64(byte) }
            position += 1
        }
        return packed
    }
}
