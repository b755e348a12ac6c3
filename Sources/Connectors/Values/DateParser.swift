import Facts

/// Reads the dates of one file, in whatever form shops write them.
///
/// ISO forms take a short path. Everything else is folded to lower-case ASCII, cut into tokens and read by ``DateText``.
/// `03/04/2024` says nothing about which part is the day: the first value with a part above 12 decides for the whole file,
/// until then the answer is ``Outcome/ambiguous(dayFirst:monthFirst:isDateOnly:)``. A date with points is always day first.
struct DateParser: Sendable {
    /// What a value says.
    enum Outcome: Sendable, Equatable {
        /// A moment on the wall clock, counted as if it were UTC; `offsetInSeconds` east of UTC where the value says so (Z is 0),
        /// `nil` for the shop's own clock.
        case moment(localSecondsSince1970: Int64, offsetInSeconds: Int32?, isDateOnly: Bool)
        /// Two readings, both possible, while the file has not shown its order.
        case ambiguous(dayFirst: Int64, monthFirst: Int64, isDateOnly: Bool)
        case rejected(Reason)
        case empty
    }

    /// Why a value is no usable date.
    enum Reason: Sendable, Equatable, CaseIterable {
        /// No form of date that is known.
        case notADate
        /// No such day: 2023-02-29.
        case noSuchDay
        /// No such time of day: 25:00.
        case noSuchTime
        case before1970
        case after2100
        /// The file's other dates prove the other order of day and month.
        case contradictsOrder
        /// Day and month are undecided and the value has an offset of its own.
        case undecidedWithOffset
    }

    /// Whether the day or the month comes first; `nil` until a value decides.
    private(set) var order: DateOrder?

    private let monthStarts: ContiguousArray<Int32>

    /// A parser for one file, with the order that a flag or the header's language gives.
    init(order: DateOrder?) {
        self.order = order
        monthStarts = DateParser.allMonthStarts
    }

    /// What one value says.
    mutating func parse(_ bytes: UnsafeRawBufferPointer) -> Outcome {
        if let outcome = parseISO(bytes) { return outcome }
        return withUnsafeTemporaryAllocation(byteCount: DateText.capacity, alignment: 1) { buffer in
            var text = DateText(buffer)
            guard text.load(bytes) else { return .rejected(.notADate) }
            return parse(&text)
        }
    }

    // MARK: - ISO 8601, the short path

    /// `2024-12-31`, `2024-12-31T23:59:59`, with a space, `Z` or a numeric offset; `nil` where the general reader must look.
    @inline(__always)
    private func parseISO(_ bytes: UnsafeRawBufferPointer) -> Outcome? {
        let count = bytes.count
        guard count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        let century = DateParser.two(bytes, 0)
        let yearOfCentury = DateParser.two(bytes, 2)
        let month = DateParser.two(bytes, 5)
        let day = DateParser.two(bytes, 8)
        guard century | yearOfCentury | month | day < 0x100 else { return nil }
        let date = midnight(year: century * 100 + yearOfCentury, month: month, day: day)
        if let reason = date.reason { return .rejected(reason) }
        if count == 10 { return .moment(localSecondsSince1970: date.seconds, offsetInSeconds: nil, isDateOnly: true) }

        guard count >= 16, bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A else { return nil }
        let hour = DateParser.two(bytes, 11)
        let minute = DateParser.two(bytes, 14)
        var second = 0
        var position = 16
        if count >= 19, bytes[16] == 0x3A {
            second = DateParser.two(bytes, 17)
            position = 19
        }
        guard hour | minute | second < 0x100 else { return nil }
        var offset: Int32?
        if position < count {
            guard let written = DateParser.offsetInSeconds(bytes, from: position) else { return nil }
            offset = written
        }
        guard hour < 24, minute < 60, second <= 60 else { return .rejected(.noSuchTime) }
        let local = date.seconds + Int64(hour * 3600 + minute * 60 + second)
        if let offset, local - Int64(offset) < 0 { return .rejected(.before1970) }
        return .moment(localSecondsSince1970: local, offsetInSeconds: offset, isDateOnly: false)
    }

    /// `Z`, `+01:00`, `+0100` or ` -0500` up to the end; `nil` for anything else.
    @inline(__always)
    private static func offsetInSeconds(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int32? {
        let count = bytes.count
        if bytes[start] == 0x5A { return count == start + 1 ? 0 : nil }
        let position = bytes[start] == 0x20 ? start + 1 : start
        let length = count - position
        guard length == 5 || length == 6 && bytes[position + 3] == 0x3A, bytes[position] == 0x2B || bytes[position] == 0x2D else {
            return nil
        }
        let hours = DateParser.two(bytes, position + 1)
        let minutes = DateParser.two(bytes, count - 2)
        guard hours <= DateText.largestOffsetInHours, minutes < 60 else { return nil }
        let seconds = Int32(hours * 3600 + minutes * 60)
        return bytes[position] == 0x2D ? -seconds : seconds
    }

    /// The value of two digits, or 0x100 where one of them is none.
    @inline(__always)
    private static func two(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
        let tens = bytes[at] &- 48
        let ones = bytes[at + 1] &- 48
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : 0x100
    }

    // MARK: - All other forms

    private mutating func parse(_ text: inout DateText) -> Outcome {
        text.skipSpaces()
        if text.isAtEnd { return .empty }
        guard let date = text.readDate() else { return .rejected(.notADate) }
        if case .unix(let seconds) = date {
            guard text.isAtEnd else { return .rejected(.notADate) }
            if seconds > DateParser.lastSecond { return .rejected(.after2100) }
            return .moment(localSecondsSince1970: seconds, offsetInSeconds: 0, isDateOnly: false)
        }
        let time: DateText.TimeOfDay
        switch text.readTime() {
        case .none: return .rejected(.notADate)
        case .impossible: return .rejected(.noSuchTime)
        case .time(let read): time = read
        }
        switch date {
        case .unix: return .rejected(.notADate)
        case .known(let year, let month, let day):
            return outcome(year: year, month: month, day: day, time)
        case .undecided(let year, let first, let second):
            return decide(year: year, first: first, second: second, time)
        }
    }

    private mutating func decide(year: Int, first: Int, second: Int, _ time: DateText.TimeOfDay) -> Outcome {
        if first > 12, second > 12 { return .rejected(.noSuchDay) }
        if first > 12 || second > 12 {
            let shown: DateOrder = first > 12 ? .dayFirst : .monthFirst
            let read = outcome(year: year, month: min(first, second), day: max(first, second), time)
            guard case .moment = read else { return read }
            if let order, order != shown { return .rejected(.contradictsOrder) }
            order = shown
            return read
        }
        let dayFirst = outcome(year: year, month: second, day: first, time)
        let monthFirst = outcome(year: year, month: first, day: second, time)
        if first == second || order == .dayFirst { return dayFirst }
        if order == .monthFirst { return monthFirst }
        guard case .moment(let a, let offset, let isDateOnly) = dayFirst, case .moment(let b, _, _) = monthFirst else { return dayFirst }
        if offset != nil { return .rejected(.undecidedWithOffset) }
        return .ambiguous(dayFirst: a, monthFirst: b, isDateOnly: isDateOnly)
    }

    // MARK: - The calendar

    /// The last second of 2100.
    static let lastSecond: Int64 = 4_133_980_799

    /// Seconds from 1970 to the day's first moment, or why there is no such day.
    @inline(__always)
    private func midnight(year: Int, month: Int, day: Int) -> (seconds: Int64, reason: Reason?) {
        guard month >= 1, month <= 12, day >= 1 else { return (0, .noSuchDay) }
        let index = (year - 1970) * 12 + month - 1
        // Outside the table the day is refused anyway, but a day that never was is said to be that.
        guard index >= 0, index + 1 < monthStarts.count else {
            if day > ShopDay.length(ofMonth: month, year: year) { return (0, .noSuchDay) }
            return (0, year < 1970 ? .before1970 : .after2100)
        }
        let start = monthStarts[index]
        guard day <= Int(monthStarts[index + 1] - start) else { return (0, .noSuchDay) }
        return ((Int64(start) + Int64(day) - 1) * 86_400, nil)
    }

    private func outcome(year: Int, month: Int, day: Int, _ time: DateText.TimeOfDay) -> Outcome {
        let date = midnight(year: year, month: month, day: day)
        if let reason = date.reason { return .rejected(reason) }
        let local = date.seconds + Int64(time.secondOfDay ?? 0)
        if let offset = time.offsetInSeconds, local - Int64(offset) < 0 { return .rejected(.before1970) }
        return .moment(
            localSecondsSince1970: local, offsetInSeconds: time.offsetInSeconds, isDateOnly: time.secondOfDay == nil)
    }

    /// The first days of the months from January 1970 to January 2101, in days since 1970: a look-up spares the calendar's
    /// divisions (a date takes 8 instead of 14 ns).
    private static let allMonthStarts: ContiguousArray<Int32> = {
        var starts: ContiguousArray<Int32> = []
        for index in 0...(131 * 12) { starts.append(ShopDay.daysSince1970(year: 1970 + index / 12, month: index % 12 + 1, day: 1)) }
        return starts
    }()
}

extension DateParser.Reason: CustomStringConvertible {
    /// The reason without the value.
    var description: String {
        switch self {
        case .notADate: "no date that is understood"
        case .noSuchDay: "there is no such day"
        case .noSuchTime: "there is no such time of day"
        case .before1970: "before 1970"
        case .after2100: "after 2100"
        case .contradictsOrder: "other dates of the file prove the other order of day and month"
        case .undecidedWithOffset: "day and month cannot be told apart; --date-format says which comes first"
        }
    }

    /// The reason with the value, cut to 40 characters.
    func message(quoting bytes: UnsafeRawBufferPointer) -> String {
        "\(QuotedValue.quote(bytes)): \(description)"
    }
}
