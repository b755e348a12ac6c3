/// Dated exchange rates that the shop gives: one unit of a currency in another, from a day on.
///
/// The rate of the latest day on or before an order's day holds. The inverse of a pair is not assumed unless it is given.
public struct ExchangeRates: Sendable {
    /// A rate as an exact decimal: `numerator / 10^decimals`.
    public struct Rate: Sendable, Equatable {
        /// The digits of the rate without its point.
        public var numerator: Int64
        /// How many of the digits stand after the point, 0 to 18.
        public var decimals: Int

        /// The rate `numerator / 10^decimals`.
        public init(numerator: Int64, decimals: Int) {
            self.numerator = numerator
            self.decimals = decimals
        }

        /// Digits with a point or a comma before the decimals; `nil` for what is no rate above zero of at most 18 digits.
        public init?(_ text: String) {
            var (numerator, digits): (Int64, Int) = (0, 0)
            var decimals: Int?
            for byte in text.utf8 {
                if byte == 0x2E || byte == 0x2C {
                    guard decimals == nil else { return nil }
                    decimals = 0
                    continue
                }
                guard byte >= 0x30, byte <= 0x39, digits < 18 else { return nil }
                digits += 1
                numerator = numerator * 10 + Int64(byte - 0x30)
                decimals = decimals.map { $0 + 1 }
            }
            guard numerator > 0 else { return nil }
            self.init(numerator: numerator, decimals: decimals ?? 0)
        }

        /// Whether it is the same number: 0.9 and 0.90 are.
        public func isWorth(_ other: Rate) -> Bool {
            func power(_ decimals: Int) -> Int128 { (0..<min(18, max(0, decimals))).reduce(1) { power, _ in power * 10 } }
            return Int128(numerator) * power(other.decimals) == Int128(other.numerator) * power(decimals)
        }

        /// As a decimal, with a point.
        public var text: String {
            let digits = String(numerator)
            let decimals = min(18, max(0, decimals))
            guard decimals > 0 else { return digits }
            let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
            return padded.dropLast(decimals) + "." + padded.suffix(decimals)
        }
    }

    private struct Pair: Hashable {
        var from: Currency
        var to: Currency
    }

    private var days: [Pair: [(day: ShopDay, rate: Rate)]] = [:]

    /// No rates.
    public init() {}

    /// Whether any rate was given.
    public var isEmpty: Bool { days.isEmpty }

    /// Every rate, by pair and by day.
    public var all: [(day: ShopDay, from: Currency, to: Currency, rate: Rate)] {
        days.sorted { ($0.key.from.code, $0.key.to.code) < ($1.key.from.code, $1.key.to.code) }.flatMap { pair, known in
            known.map { ($0.day, pair.from, pair.to, $0.rate) }
        }
    }

    /// Adds a rate that holds from a day on; a second one for the same day and pair replaces the first.
    public mutating func add(_ rate: Rate, from: Currency, to: Currency, on day: ShopDay) {
        let pair = Pair(from: from, to: to)
        let place = days[pair].map { Self.place(after: day, in: $0) } ?? 0
        // In place: copying the list for each rate would make a long file of rates quadratic.
        if place > 0, days[pair]?[place - 1].day == day {
            days[pair]?[place - 1].rate = rate
        } else {
            days[pair, default: []].insert((day, rate), at: place)
        }
    }

    /// The rate that holds on a day; `nil` where none was given on or before it.
    public func rate(from: Currency, to: Currency, on day: ShopDay) -> Rate? {
        guard let known = days[Pair(from: from, to: to)] else { return nil }
        let place = Self.place(after: day, in: known)
        return place == 0 ? nil : known[place - 1].rate
    }

    /// The rate that was given for a day itself; `nil` where none was.
    public func rateGiven(from: Currency, to: Currency, for day: ShopDay) -> Rate? {
        guard let known = days[Pair(from: from, to: to)] else { return nil }
        let place = Self.place(after: day, in: known)
        return place > 0 && known[place - 1].day == day ? known[place - 1].rate : nil
    }

    /// How many of the rates, sorted by day, are dated on or before a day.
    private static func place(after day: ShopDay, in known: [(day: ShopDay, rate: Rate)]) -> Int {
        var low = 0
        var high = known.count
        while low < high {
            let middle = (low + high) / 2
            if known[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// An amount in another currency, rounded half away from zero to its minor unit; `nil` without a rate or beyond 64 bits.
    public func convert(_ money: Money, to currency: Currency, on day: ShopDay) -> Money? {
        guard money.currency != currency else { return money }
        guard let rate = rate(from: money.currency, to: currency, on: day) else { return nil }
        let factors = Int128(rate.numerator) * Int128(currency.minorUnitsPerMajor)
        let (product, overflows) = Int128(money.minorUnits).multipliedReportingOverflow(by: factors)
        guard !overflows else { return nil }
        var denominator = Int128(money.currency.minorUnitsPerMajor)
        for _ in 0..<min(18, max(0, rate.decimals)) { denominator *= 10 }
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: denominator)
        let awayFromZero: Int128 = remainder.magnitude * 2 >= denominator.magnitude ? (product < 0 ? -1 : 1) : 0
        return Int64(exactly: quotient + awayFromZero).map { Money(minorUnits: $0, currency: currency) }
    }
}
