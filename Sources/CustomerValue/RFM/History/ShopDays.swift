import Facts

/// The days of a span of time, numbered from its first: finds the day of a second without asking the zone each time.
struct ShopDays {
    /// The day before that of the first second: where clocks were set back over midnight a later second can lie there.
    let origin: ShopDay
    /// How many days there are.
    let count: Int
    private let timeZone: ShopTimeZone
    /// The first second of each day, and of the one after the last.
    private let starts: ContiguousArray<Int64>
    /// Whether clocks change on a day.
    private let isUneven: ContiguousArray<Bool>

    /// The days up to one, from that of a second on.
    init(from first: UInt32, through last: ShopDay, in timeZone: ShopTimeZone) {
        let origin = timeZone.day(of: Instant(secondsSince1970: Int64(first))).advanced(byDays: -1)
        let count = max(1, origin.days(until: last) + 1)
        let starts = ContiguousArray((0...count).map { timeZone.start(of: origin.advanced(byDays: $0)).secondsSince1970 })
        func offset(_ second: Int64) -> Int64 { timeZone.offsetInSeconds(at: Instant(secondsSince1970: second)) }
        self.origin = origin
        self.count = count
        self.timeZone = timeZone
        self.starts = starts
        isUneven = ContiguousArray((0..<count).map { offset(starts[$0]) != offset(starts[$0 + 1] - 1) })
    }

    /// The number of a day.
    func number(of day: ShopDay) -> Int32 { Int32(origin.days(until: day)) }

    /// The last day that has begun by a second: from its end on the second is known.
    @inline(__always)
    func known(_ second: UInt32) -> Int32 {
        let second = Int64(second)
        var day = min(max(Int((second - starts[0]) / 86_400), 0), count - 1)
        while day + 1 < count, starts[day + 1] <= second { day += 1 }
        while day > 0, starts[day] > second { day -= 1 }
        return Int32(day)
    }

    /// The day that a calendar on the shop's wall shows; where clocks are set back over midnight, the one before once more.
    @inline(__always)
    func shown(_ second: UInt32, known day: Int32) -> Int32 {
        guard isUneven[Int(day)] else { return day }
        return number(of: timeZone.day(of: Instant(secondsSince1970: Int64(second))))
    }

    /// The last second of a day.
    func lastSecond(of day: Int32) -> Int64 { starts[Int(day) + 1] - 1 }
}
