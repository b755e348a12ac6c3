public import Facts

/// One row per customer: what was bought until the as-of day. Columns of equal length, by the number of the customer.
///
/// `frequency`, `recency` and `T` count purchase *days* (all orders of a customer on one shop day are one purchase);
/// numbers of orders, gaps and order values that people see count *orders*.
public struct CustomerSummaries: Sendable {
    /// Who: identifiers by number.
    public let customers: CustomerKeys
    /// The last day that counted.
    public let asOf: ShopDay
    /// The zone of the shop's days.
    public let timeZone: ShopTimeZone
    /// The currency of every amount.
    public let currency: Currency

    /// Orders that count as purchases.
    public internal(set) var numberOfOrders: ContiguousArray<Int32>
    /// What they brought, refunds taken off, in minor units; may be negative where refunds had no order to be taken from.
    public internal(set) var historicMinorUnits: ContiguousArray<Int64>
    /// The first order, seconds of UTC since 1970; meaningless without orders.
    public internal(set) var firstOrderSeconds: ContiguousArray<UInt32>
    /// The last order, seconds of UTC since 1970; meaningless without orders.
    public internal(set) var lastOrderSeconds: ContiguousArray<UInt32>
    /// x: purchase days after the first; ``noPurchase`` or ``notListed`` for those who have none.
    public internal(set) var frequency: ContiguousArray<Int32>
    /// t_x: days from the first to the last purchase day.
    public internal(set) var recencyInDays: ContiguousArray<Int32>
    /// T: days from the first purchase day to the as-of day.
    public internal(set) var ageInDays: ContiguousArray<Int32>
    /// What the repeat purchase days (all but the first) brought together, in minor units.
    public internal(set) var repeatMinorUnits: ContiguousArray<Int64>
    /// When the purchase days came, beyond first and last.
    public internal(set) var rhythm: ContiguousArray<PurchaseRhythm>
    /// The part of refunds that had no order to be taken from, in minor units, for the few customers who have one.
    public internal(set) var unmatchedRefunds: [UInt32: Int64] = [:]
    /// How many customers had their second purchase so many days after the first; index is days.
    public internal(set) var daysToSecondPurchase: [Int] = []
    /// The shop by month, by cohort, and by what customers began with.
    public internal(set) var history: ShopHistory
    /// Which order each customer began with; `nil` where nobody asked.
    var firstPurchases: FirstPurchases?
    /// Whether every order was known by its date alone; times of day are then not printed.
    public internal(set) var isDateOnly = false
    /// What was merged, converted, netted and left out.
    public internal(set) var report = SummaryReport()

    /// The frequency of a customer whose orders were all given back or free: listed, without a prediction.
    public static let noPurchase: Int32 = -1
    /// The frequency of someone with no order until the as-of day (only later, cancelled or held aside ones): not listed.
    public static let notListed: Int32 = -2

    /// The length of the columns: everyone who was met, listed or not.
    public var count: Int { frequency.count }

    /// How many customers have at least one purchase.
    public internal(set) var customersWithPurchase = 0

    init(customers: CustomerKeys, asOf: ShopDay, timeZone: ShopTimeZone, currency: Currency) {
        self.customers = customers
        self.asOf = asOf
        self.timeZone = timeZone
        self.currency = currency
        history = ShopHistory(asOf: asOf)
        let count = customers.count
        numberOfOrders = ContiguousArray(repeating: 0, count: count)
        historicMinorUnits = ContiguousArray(repeating: 0, count: count)
        firstOrderSeconds = ContiguousArray(repeating: 0, count: count)
        lastOrderSeconds = ContiguousArray(repeating: 0, count: count)
        frequency = ContiguousArray(repeating: Self.notListed, count: count)
        recencyInDays = ContiguousArray(repeating: 0, count: count)
        ageInDays = ContiguousArray(repeating: 0, count: count)
        repeatMinorUnits = ContiguousArray(repeating: 0, count: count)
        rhythm = ContiguousArray(repeating: PurchaseRhythm(), count: count)
    }

    /// The day from which the log tells of the shop: by which ten customers had bought, of fewer than five hundred one in fifty.
    ///
    /// A test order, or a single customer of years before, does not make a log long.
    public var historyBegins: ShopDay {
        var ages = (0..<count).filter { hasPurchase($0) }.map { ageInDays[$0] }
        guard !ages.isEmpty else { return asOf }
        ages.sort(by: >)
        return asOf.advanced(byDays: -Int(ages[min(ages.count - 1, max(0, min(10, ages.count / 50) - 1))]))
    }

    /// Whether the customer has a purchase left after cancellations and refunds.
    public func hasPurchase(_ customer: Int) -> Bool { frequency[customer] >= 0 }

    /// Whether the customer had an order until the as-of day and therefore has a row.
    public func isListed(_ customer: Int) -> Bool { frequency[customer] >= Self.noPurchase }

    /// Historic CLV divided by the number of orders, in minor units; `nil` without an order.
    public func averageOrderMinorUnits(_ customer: Int) -> Double? {
        numberOfOrders[customer] > 0 ? Double(historicMinorUnits[customer]) / Double(numberOfOrders[customer]) : nil
    }

    /// (Last order - first order) in days / (orders - 1); `nil` with fewer than two orders.
    public func averageDaysBetweenOrders(_ customer: Int) -> Double? {
        let orders = numberOfOrders[customer]
        guard orders > 1 else { return nil }
        // Days are counted as days: where clocks change, 31 days of a date-only log are not 30.96.
        if isDateOnly { return Double(recencyInDays[customer]) / Double(orders - 1) }
        let seconds = Double(lastOrderSeconds[customer]) - Double(firstOrderSeconds[customer])
        return seconds / 86_400 / Double(orders - 1)
    }

    /// Mean spend of a repeat purchase day, in minor units: the monetary value of the gamma-gamma papers. `nil` without one.
    public func monetaryValueInMinorUnits(_ customer: Int) -> Double? {
        frequency[customer] > 0 ? Double(repeatMinorUnits[customer]) / Double(frequency[customer]) : nil
    }
}
