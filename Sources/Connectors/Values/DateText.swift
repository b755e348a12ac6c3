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

    private let buffer: UnsafeMutableRawBufferPointer
    private var end = 0
    private(set) var position = 0

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

    private var byte: UInt8 { position < end ? buffer[position] : 0 }
    private var isDigit: Bool { byte >= 0x30 && byte <= 0x39 }
    private var isLetter: Bool { byte >= 0x61 && byte <= 0x7A }

    mutating func skipSpaces() { skip { $0 == 0x20 } }

    private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
        while position < end, isSkipped(buffer[position]) { position += 1 }
    }

    /// Takes one byte if it is the next.
    private mutating func take(_ expected: UInt8) -> Bool {
        guard byte == expected, !isAtEnd else { return false }
        position += 1
        return true
    }

    /// A run of digits; `nil` where there is none or one longer than any date has.
    private mutating func readNumber() -> (value: Int, digits: Int)? {
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
    private mutating func readWord() -> UInt64 {
        var packed: UInt64 = 0
        let start = position
        while isLetter {
            if position - start < 8 { packed = packed << 8 | UInt64(byte) }
            position += 1
        }
        return packed
    }

    // MARK: - The date

    /// The date part; `nil` where the text begins with no known form.
    mutating func readDate() -> Day? {
        if isLetter { return readWordFirst() }
        guard let first = readNumber() else { return nil }
        switch first.digits {
        case 10:
            // Ten digits are 2001 to 2286; a leading zero is no clock's output.
            return first.value >= 1_000_000_000 ? .unix(seconds: Int64(first.value)) : nil
        case 8:
            return .known(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
        case 4:
            let separator = byte
            guard separator == 0x2D || separator == 0x2F || separator == 0x2E, take(separator) else { return nil }
            guard let month = readNumber(), month.digits <= 2, take(separator) else { return nil }
            guard let day = readNumber(), day.digits <= 2 else { return nil }
            return .known(year: first.value, month: month.value, day: day.value)
        case 1, 2:
            return readDayFirst(first.value)
        default:
            return nil
        }
    }

    /// After a first number of one or two digits: `/12/2024`, ` grudnia 2024`, `st Dec 2024`.
    private mutating func readDayFirst(_ first: Int) -> Day? {
        skipOrdinal()
        let separator = byte
        if separator == 0x2F || separator == 0x2D || separator == 0x2E, take(separator) {
            skipSpaces()
            if isDigit {
                guard let second = readNumber(), second.digits <= 2, take(separator) else { return nil }
                skipSpaces()
                guard let year = readYear() else { return nil }
                if separator == 0x2E { return .known(year: year, month: second.value, day: first) }
                return .undecided(year: year, first: first, second: second.value)
            }
        }
        skipSpaces()
        guard isLetter, let month = DateWords.month(readWord()) else { return nil }
        skip { $0 == 0x20 || $0 == 0x2E || $0 == 0x2C || $0 == 0x2D || $0 == 0x2F }
        guard let year = readYear() else { return nil }
        return .known(year: year, month: month, day: first)
    }

    /// `December 31, 2024`, `Tue, 31 Dec 2024`, `mardi 31 décembre 2024`, `Tuesday, December 31, 2024`.
    private mutating func readWordFirst() -> Day? {
        let word = readWord()
        skip { $0 == 0x20 || $0 == 0x2E || $0 == 0x2C }
        if isLetter {
            guard DateWords.isWeekday(word), let month = DateWords.month(readWord()) else { return nil }
            return readDayAndYear(month: month)
        }
        // `mar.` is a Tuesday in French and March elsewhere: what follows the number tells.
        let start = position
        guard let day = readNumber(), day.digits <= 2 else { return nil }
        skipOrdinal()
        skip { $0 == 0x20 || $0 == 0x2E || $0 == 0x2C }
        if isLetter {
            guard DateWords.isWeekday(word) else { return nil }
            return readDayFirst(day.value)
        }
        position = start
        guard let month = DateWords.month(word) else { return nil }
        return readDayAndYear(month: month)
    }

    private mutating func readDayAndYear(month: Int) -> Day? {
        skip { $0 == 0x20 || $0 == 0x2E }
        guard let day = readNumber(), day.digits <= 2 else { return nil }
        skipOrdinal()
        skip { $0 == 0x20 || $0 == 0x2C }
        guard let year = readNumber(), year.digits == 4 else { return nil }
        return .known(year: year.value, month: month, day: day.value)
    }

    /// `1st`, `2nd`, `3rd`, `4th`, `1er`.
    private mutating func skipOrdinal() {
        guard isLetter else { return }
        let start = position
        if !DateWords.isOrdinal(readWord()) { position = start }
    }

    /// Four digits, or two: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999, as in POSIX `strptime` but for 69.
    private mutating func readYear() -> Int? {
        guard let year = readNumber() else { return nil }
        switch year.digits {
        case 4: return year.value
        case 2: return year.value < 70 ? 2000 + year.value : 1900 + year.value
        default: return nil
        }
    }

    // MARK: - The time of day

    /// Everything after the date: a time of day and an offset, or nothing.
    mutating func readTime() -> TimeReading {
        guard let hasConnector = skipConnectors() else { return .none }
        if isAtEnd { return hasConnector ? .none : .time(TimeOfDay()) }
        guard let clock = readClock() else { return .none }
        skipSpaces()
        var hour = clock.hour
        if let isAfternoon = readHalfOfDay() {
            guard hour >= 1, hour <= 12 else { return .impossible }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
            skipSpaces()
        }
        var offset: Int32?
        if !isAtEnd {
            switch readOffset() {
            case .none: return .none
            case .outOfRange: return .impossible
            case .seconds(let seconds): offset = seconds
            }
            skipRemark()
            guard isAtEnd else { return .none }
        }
        // The sixtieth second is a leap second, which Unix time counts as the first of the next minute.
        guard hour < 24, clock.minute < 60, clock.second <= 60 else { return .impossible }
        return .time(TimeOfDay(secondOfDay: hour * 3600 + clock.minute * 60 + clock.second, offsetInSeconds: offset))
    }

    /// Commas, the Polish `r.` of years, and the words between date and time; `nil` for other words, true where a time must follow.
    private mutating func skipConnectors() -> Bool? {
        let start = position
        var needsTime = false
        for _ in 0..<4 {
            skip { $0 == 0x20 || $0 == 0x2C }
            if byte == 0x2D, position > start {
                // `31/12/2024 - 14:05`
                position += 1
                needsTime = true
                continue
            }
            guard isLetter else { break }
            let word = readWord()
            guard DateWords.isConnector(word) else { return nil }
            if word != DateWords.yearMark { needsTime = true }
            _ = take(0x2E)
        }
        // A digit directly after the date's last digit cannot be: numbers are read whole.
        return position > start || isAtEnd ? needsTime : nil
    }

    private mutating func readClock() -> (hour: Int, minute: Int, second: Int)? {
        guard let hour = readNumber() else { return nil }
        if hour.digits == 6 { return (hour.value / 10_000, hour.value / 100 % 100, hour.value % 100) }
        if hour.digits == 4 { return (hour.value / 100, hour.value % 100, 0) }
        guard hour.digits <= 2 else { return nil }
        let start = position
        skipSpaces()
        if take(0x68) {
            // `14h05`, `14 h 05`, `14 h`
            skipSpaces()
            guard isDigit else { return (hour.value, 0, 0) }
            guard let minute = readNumber(), minute.digits == 2 else { return nil }
            return (hour.value, minute.value, 0)
        }
        position = start
        guard take(0x3A), let minute = readNumber(), minute.digits == 2 else { return nil }
        guard take(0x3A) else { return (hour.value, minute.value, 0) }
        guard let second = readNumber(), second.digits == 2 else { return nil }
        if byte == 0x2E || byte == 0x2C {
            position += 1
            guard isDigit else { return nil }
            skip { $0 >= 0x30 && $0 <= 0x39 }
        }
        return (hour.value, minute.value, second.value)
    }

    /// `am`, `p.m.`: true after noon, `nil` where neither stands here.
    private mutating func readHalfOfDay() -> Bool? {
        let start = position
        let half = byte
        guard half == 0x61 || half == 0x70 else { return nil }
        position += 1
        _ = take(0x2E)
        if take(0x6D) {
            _ = take(0x2E)
            if !isLetter { return half == 0x70 }
        }
        position = start
        return nil
    }

    private enum OffsetReading {
        case seconds(Int32)
        case outOfRange
        case none
    }

    /// `z`, `utc`, `gmt+0100`, `est`, `+01:00`, `-0500`, `+01`.
    private mutating func readOffset() -> OffsetReading {
        if isLetter {
            guard let hours = DateWords.offsetInHours(readWord()) else { return .none }
            if isAtEnd || byte == 0x20 || hours != 0 { return .seconds(Int32(hours * 3600)) }
        }
        let isWest = byte == 0x2D
        guard byte == 0x2B || isWest else { return .none }
        position += 1
        guard let first = readNumber() else { return .none }
        var hours = first.value
        var minutes = 0
        if first.digits == 4 {
            hours = first.value / 100
            minutes = first.value % 100
        } else {
            guard first.digits == 2 else { return .none }
            if take(0x3A) {
                guard let second = readNumber(), second.digits == 2 else { return .none }
                minutes = second.value
            }
        }
        guard hours <= DateText.largestOffsetInHours, minutes < 60 else { return .outOfRange }
        let seconds = Int32(hours * 3600 + minutes * 60)
        return .seconds(isWest ? -seconds : seconds)
    }

    /// ` (CET)`, a comment of RFC 2822.
    private mutating func skipRemark() {
        skipSpaces()
        guard byte == 0x28, end - position <= 48, buffer[end - 1] == 0x29 else { return }
        position = end
    }
}
