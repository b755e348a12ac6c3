/// The date part of a text.
extension DateText {
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
}
