/// The time of day and the offset after a date.
extension DateText {
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
