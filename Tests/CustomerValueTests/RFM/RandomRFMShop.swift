import Facts

@testable import CustomerValue

/// A small shop from a seed: same-day orders, free ones, several currencies, refunds by order and by customer, early, late, too large and
/// without a date, in a zone whose days are not those of UTC; and settings of every kind.
struct RandomRFMShop {
    private(set) var book = OrderBook()
    private(set) var options = SummaryOptions(today: ShopDay(daysSince1970: 20_400))
    private(set) var settings = RFMSettings.standard
    private var state: UInt64

    static let zones = ["UTC", "America/New_York", "Asia/Beirut", "Pacific/Auckland"]

    init(seed: UInt64, span: Int = 260) {
        state = seed
        options.timeZone = ShopTimeZone(identifier: Self.zones[next(Self.zones.count)]) ?? .utc
        options.countsZeroValueOrders = next(3) == 0
        let euro = Currency(code: "EUR") ?? .none
        let dollar = Currency(code: "USD") ?? .none
        options.currency = euro
        options.rates.add(.init(numerator: 9, decimals: 1), from: dollar, to: euro, on: ShopDay(daysSince1970: 19_700))
        options.rates.add(.init(numerator: 11, decimals: 1), from: dollar, to: euro, on: ShopDay(daysSince1970: 19_900))
        let first = ShopDay(daysSince1970: 19_780)
        let customers = 2 + next(14)
        for number in 0..<(10 + next(70)) {
            let name = "c\(next(customers))"
            let time = moment(first.advanced(byDays: next(span)))
            let value = next(9) == 0 ? 0 : Double(1 + next(12)) * [1, 7.5, 400][next(3)]
            book.order(name, time, value, next(8) == 0 ? "USD" : next(30) == 0 ? "GBP" : "EUR", id: next(3) == 0 ? "" : "o\(number)")
            // The same order id once more: refunds go to the first.
            if next(25) == 0 { book.order(name, moment(first.advanced(byDays: next(span))), 5, id: "o\(number)") }
            guard next(4) == 0 else { continue }
            let day = first.advanced(byDays: next(span + 30) - 10)
            let refunded: Double? = next(4) == 0 ? nil : Double(1 + next(400)) / 4
            let isNamed = next(2) == 0
            book.refund(
                next(12) == 0 ? "stranger" : name, isNamed && next(3) == 0 ? nil : next(2) == 0 ? day.description : moment(day),
                isNamed ? refunded : refunded ?? 3, next(10) == 0 ? "USD" : "EUR", of: isNamed ? "o\(next(number + 2))" : "")
        }
        options.asOf = first.advanced(byDays: span + next(40))
        settings = randomSettings()
    }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    private mutating func moment(_ day: ShopDay) -> String {
        let hour = [0, 3, 4, 5, 11, 12, 13, 20, 21, 22, 23][next(11)]
        return "\(day)T\(hour < 10 ? "0" : "")\(hour):\(next(2))0:00"
    }

    private mutating func randomSettings() -> RFMSettings {
        let levels: RFMLevels = next(2) == 0 ? .three : .five
        let map: RFMGroupMap = levels == .five ? .standardOfFive : next(2) == 0 ? .standard : .corrected
        var settings = RFMSettings(levels: levels, map: map)
        settings.recency = scale(levels, rises: true, start: 6, step: 40)
        settings.frequency = scale(levels, rises: false, start: 1, step: 3)
        settings.monetary = scale(levels, rises: false, start: 1, step: 200)
        return settings
    }

    private mutating func scale(_ levels: RFMLevels, rises: Bool, start: Int, step: Int) -> RFMScale {
        switch next(4) {
        case 0: return .equalParts
        case 1:
            var percent = 1 + next(20)
            let list = (0..<levels.borders).map { _ in
                percent += 1 + next(19)
                return percent
            }
            return .percentiles(list.reversed())
        default:
            var value = start
            let list = (0..<levels.borders).map { _ in
                value += 1 + next(step)
                return value
            }
            return .values(rises ? list : list.reversed())
        }
    }
}
