public import Facts

/// What the shop sold until the as-of day, seen by month, by cohort, and by what customers began with.
///
/// Made in the same pass as ``CustomerSummaries``, of the same orders: refunds are taken off their orders, orders given back in full are
/// no purchases. Refunds that had no order to be taken from (``CustomerSummaries/unmatchedRefunds``) belong to no month and lower nothing
/// here. Money is in minor units of the shop's currency.
public struct ShopHistory: Sendable, Equatable {
    /// The last day that counted.
    public internal(set) var asOf: ShopDay
    /// Every calendar month from that of the first purchase to that of the as-of day, also those without a sale, earliest first.
    public internal(set) var months: [MonthFigures] = []
    /// Customers by the month of their first order, earliest first; months without a new customer are left out.
    public internal(set) var cohorts: [Cohort] = []
    /// How soon customers come back.
    public internal(set) var secondPurchase = SecondPurchase()
    /// Customers with a purchase.
    public internal(set) var customers = 0
    /// Of them, those who bought on one day only.
    public internal(set) var oneTimeBuyers = 0
    /// What customers brought later, by the product of their first order; `nil` where no file names products.
    public internal(set) var byFirstProduct: LaterValue?
    /// What customers brought later, by the discount code of their first order; `nil` where no file has codes.
    public internal(set) var byFirstDiscount: LaterValue?

    /// The share of customers who bought on one day only; `nil` without customers.
    public var oneTimeShare: Double? { customers > 0 ? Double(oneTimeBuyers) / Double(customers) : nil }

    /// Nothing sold yet.
    init(asOf: ShopDay) {
        self.asOf = asOf
    }
}

/// One calendar month of the shop.
public struct MonthFigures: Sendable, Equatable {
    /// Which month.
    public internal(set) var month: ShopMonth
    /// Orders that count as purchases.
    public internal(set) var orders = 0
    /// What they brought, by the day of the order, what was given back later taken off; held within 64 bits.
    public internal(set) var revenueMinorUnits: Int64 = 0
    /// Customers who bought in it, each once.
    public internal(set) var customers = 0
    /// Of them, those whose first order it was.
    public internal(set) var newCustomers = 0
    /// Whether all of it is known: the log had begun on its first day, and the as-of day is not before its last.
    public internal(set) var isComplete = true

    /// Average order value: revenue divided by orders; `nil` without an order.
    public var averageOrderMinorUnits: Double? { orders > 0 ? Double(revenueMinorUnits) / Double(orders) : nil }
    /// Customers who had bought in an earlier month.
    public var returningCustomers: Int { customers - newCustomers }
}
