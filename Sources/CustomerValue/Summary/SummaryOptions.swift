public import Facts

/// How orders are counted. The defaults are the definitions of `docs/definitions.md`.
public struct SummaryOptions: Sendable {
    /// The last day that counts; `nil`: the day of the last order that is not in the future.
    public var asOf: ShopDay?
    /// The first day that counts; `nil`: from the beginning. Given to count what came after a day that a forecast was made on.
    var from: ShopDay?
    /// The last day whose orders count, where later refunds until the as-of day are to be taken off them; `nil`: the as-of day.
    var through: ShopDay?
    /// The zone in which the shop's days begin and end.
    public var timeZone: ShopTimeZone = .utc
    /// The shop's currency; `nil`: the one of most orders.
    public var currency: Currency?
    /// Rates that bring orders in other currencies into the shop's.
    public var rates = ExchangeRates()
    /// Whether an order of value zero is a purchase, as the published CDNOW fits count it.
    public var countsZeroValueOrders = false
    /// Whether ``CustomerSummaries/firstPurchases`` are told.
    var tellsFirstPurchases = false
    /// Today, in the shop's zone: later orders are in the future and never decide the as-of day.
    public var today: ShopDay

    /// The defaults, on a given day.
    public init(today: ShopDay) {
        self.today = today
    }
}
