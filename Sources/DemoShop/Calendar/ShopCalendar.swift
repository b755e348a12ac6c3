import Facts

/// The days of the shop's history, and how busy each is.
struct ShopCalendar {
    /// How many days.
    let days: Int
    /// The first of them.
    let firstDay: ShopDay
    /// The first second of the first day and the last of the last one, of UTC since 1970.
    let start: Int64
    let lastSecond: Int64
    /// The last second that is told, on the last day.
    let end: Int64
    /// Month and weekday (0 is Monday) of each day.
    let parts: [(month: Int, dayOfMonth: Int, weekday: Int)]
    /// How busy the shop is until the beginning of each day, in usual days; one entry more than there are days.
    let demandBefore: [Double]
    /// Running sums of how many people come for the first time, by day.
    let arrivals: [Double]

    private let zone: ShopTimeZone

    init(shop: DemoShop) {
        days = DemoShop.days
        zone = shop.timeZone
        let last = zone.day(of: shop.asOf)
        let first = last.advanced(byDays: 1 - DemoShop.days)
        firstDay = first
        start = zone.start(of: first).secondsSince1970
        lastSecond = zone.start(of: last.advanced(byDays: 1)).secondsSince1970 - 1
        end = shop.asOf.secondsSince1970
        parts = (0..<DemoShop.days).map { day in
            let date = first.advanced(byDays: day)
            let civil = date.civil
            // 1970-01-01 was a Thursday.
            return (civil.month, civil.day, Int(floorDivideRemainder(Int64(date.daysSince1970) + 3, 7)))
        }
        let demand = parts.map { Season.demand(month: $0.month, dayOfMonth: $0.dayOfMonth, weekday: $0.weekday) }
        demandBefore = [0] + demand.runningSums
        // The shop doubles what it draws in about two years.
        arrivals = demand.enumerated().map { day, busy in busy * 1.001.power(day) }.runningSums
    }

    /// The moment of a second of a day on the shop's clock.
    func seconds(day: Int, second: Int) -> Int64 {
        let local = (Int64(firstDay.daysSince1970) + Int64(day)) * 86_400 + Int64(second)
        return zone.instant(localSecondsSince1970: local).secondsSince1970
    }

    /// The day of a moment; it may lie outside of the history.
    func day(of seconds: Int64) -> Int { firstDay.days(until: zone.day(of: Instant(secondsSince1970: seconds))) }

    /// The day on which so much demand has passed; `nil` beyond the last.
    func day(atDemand demand: Double) -> Int? {
        guard demand < demandBefore[days] else { return nil }
        var low = 0
        var high = days
        while high - low > 1 {
            let middle = (low + high) / 2
            if demandBefore[middle] <= demand { low = middle } else { high = middle }
        }
        return low
    }

    /// Whether a boutique is open: not on Sundays, nor on the first of January, the first of May and Christmas.
    func isOpen(day: Int) -> Bool {
        let part = parts[day]
        let holidays = [(1, 1), (5, 1), (12, 25)]
        return part.weekday != 6 && !holidays.contains { $0 == (part.month, part.dayOfMonth) }
    }
}

/// The remainder of a division that rounds towards minus infinity.
private func floorDivideRemainder(_ value: Int64, _ divisor: Int64) -> Int64 {
    value - floorDivide(value, divisor) * divisor
}

extension Double {
    /// The whole power; by squaring, so that every machine gives the same bits.
    fileprivate func power(_ exponent: Int) -> Double {
        var result = 1.0
        var square = self
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }
}
