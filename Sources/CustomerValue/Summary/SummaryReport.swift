public import Facts

/// What was counted, converted, netted, merged and left out on the way from orders to customers, so that nothing vanishes unsaid.
public struct SummaryReport: Sendable {
    /// Orders and what they add up to, of one currency.
    public struct InCurrency: Sendable, Equatable {
        /// The currency of the orders.
        public var currency: Currency
        /// How many orders.
        public var orders: Int
        /// Their sum in minor units of ``currency``.
        public var minorUnits: Int64
    }

    /// Orders that count as purchases.
    public var purchases = 0
    /// Orders merged because the customer had another one on the same shop day: purchases less purchase days.
    public var sameDayOrders = 0
    /// Orders dated after the as-of day, left out.
    public var ordersAfterAsOf = 0
    /// Of them, orders dated after today.
    public var ordersInFuture = 0
    /// Refunds dated after the as-of day, left out.
    public var refundsAfterAsOf = 0
    /// Orders of value zero that were left out.
    public var zeroValueOrders = 0
    /// Orders in another currency that were converted, by that currency.
    public var converted: [InCurrency] = []
    /// Orders in another currency without a rate: not counted, by that currency.
    public var heldAside: [InCurrency] = []
    /// Refunds in another currency without a rate: not counted.
    public var refundsHeldAside = 0
    /// Refunds matched to their order by its id.
    public var refundsMatchedByOrder = 0
    /// Refunds taken from the customer's newest earlier orders.
    public var refundsMatchedByCustomer = 0
    /// Refunds of which something could not be matched; it lowers historic CLV.
    public var refundsUnmatched = 0
    /// What could not be matched, in minor units of the shop's currency.
    public var unmatchedRefundMinorUnits: Int64 = 0
    /// Refunds of customers without any order: counted nowhere else.
    public var refundsOfUnknownCustomers = 0
    /// What was taken off orders, in minor units of the shop's currency.
    public var refundedMinorUnits: Int64 = 0
    /// Orders that were given back in full and are no purchases.
    public var fullyRefundedOrders = 0
    /// Customers with an order but no purchase left: they are listed, without a prediction.
    public var customersWithoutPurchase = 0
    /// First and last order that counted, `nil` where none did.
    public var firstOrder: Instant?
    /// See ``firstOrder``.
    public var lastOrder: Instant?
    /// Whether the sum of a customer or the shop left the range of 64 bits and was held at its end.
    public var didOverflow = false

    /// Nothing counted yet.
    public init() {}
}
