public import Facts

/// A shop that was never there: coffee, tea and what belongs on the table, sold from two boutiques and across Europe for 28 months.
///
/// The same seed, as-of and number of customers tell the same facts, byte for byte, on every machine. They come in order of time and are
/// meant to go through the shop's front door like any other: nothing here knows how they are kept.
///
///     let shop = DemoShop(asOf: now, timeZone: paris)
///     try shop.forEach { fact in try send(fact) }
public struct DemoShop: Sendable {
    /// The shop's name.
    public static let name = "Brume & Grain"
    /// Its web address, under a name that nobody can own (RFC 2606).
    public static let website = "https://shop.example.com"
    /// The name of the zone in which its days begin: Paris.
    public static let timeZoneIdentifier = "Europe/Paris"
    /// How many days of history there are, the last one included: 28 months.
    public static let days = 852
    /// The fewest customers of whom anything can be predicted: a few people of every shop never come to count.
    public static let fewestCustomers = 600
    /// The most customers that are made: their orders are held in memory, about 4 kB for each customer.
    public static let mostCustomers = 1_000_000

    /// The currency of all but about one order in a hundred.
    public let currency: Currency
    /// How many people order at least once.
    public let customers: Int
    /// What decides every chance.
    public let seed: UInt64
    /// Nothing is told that is later.
    public let asOf: Instant
    /// The zone of the shop's days.
    public let timeZone: ShopTimeZone

    /// A shop as it stood at a moment.
    ///
    /// The history depends on the day of that moment alone, and ends at the moment: later on the same day the same facts are told, and more.
    ///
    /// - Parameters:
    ///   - customers: how many people order, at most ``mostCustomers``. From about 600 on there is enough for predictions.
    ///   - seed: what decides every chance.
    ///   - asOf: the moment at which the history ends; one before May 1972 or after February 2106 counts as then.
    ///   - timeZone: the zone of the shop's days, by default ``timeZoneIdentifier`` (UTC on a system that does not know it).
    public init(customers: Int = 4_000, seed: UInt64 = 1, asOf: Instant, timeZone: ShopTimeZone? = nil) {
        self.customers = min(max(customers, 0), Self.mostCustomers)
        self.seed = seed
        // Moments are kept as 32 bits from 1970 on, and all days of the history need a place there.
        let earliest = Int64(Self.days + 1) * 86_400
        self.asOf = Instant(secondsSince1970: min(max(asOf.secondsSince1970, earliest), Int64(UInt32.max)))
        self.timeZone = timeZone ?? ShopTimeZone(identifier: Self.timeZoneIdentifier) ?? .utc
        currency = Self.euro
    }

    /// A shop as it stood at the end of a day.
    public init(customers: Int = 4_000, seed: UInt64 = 1, asOf day: ShopDay, timeZone: ShopTimeZone? = nil) {
        let zone = timeZone ?? ShopTimeZone(identifier: Self.timeZoneIdentifier) ?? .utc
        let next = zone.start(of: day.advanced(byDays: 1))
        self.init(customers: customers, seed: seed, asOf: Instant(secondsSince1970: next.secondsSince1970 - 1), timeZone: zone)
    }

    /// The lists that facts name.
    public var lists: [DemoList] { [Self.newsletter, Self.textMessages, Self.loyaltyClub] }

    /// What the shop sells, with the prices of its first day.
    public var products: [DemoProduct] { Catalogue.products }

    /// Tells everything that happened, in order of time.
    ///
    /// - Parameter body: takes one fact; what it throws ends the telling.
    public func forEach(_ body: (DemoFact) throws -> Void) rethrows {
        let story = Story(of: self)
        try Telling(of: story, in: self).forEach(body)
    }

    static let newsletter = DemoList(name: "Newsletter", isDoubleOptIn: false)
    static let textMessages = DemoList(name: "Text messages", isDoubleOptIn: false)
    static let loyaltyClub = DemoList(name: "Loyalty club", isDoubleOptIn: false)
    static let euro = Currency(code: "EUR") ?? .none
}
