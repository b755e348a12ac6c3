import Facts

/// The orders of one customer: counted, not predicted. Money in minor units of the shop's currency.
struct OrderHistory: Sendable {
    /// One order.
    struct Order: Sendable {
        var at: Instant
        var minorUnits: Int64
    }

    var numberOfOrders: Int
    /// What was spent, refunds taken off.
    var historicMinorUnits: Int64
    var averageOrderMinorUnits: Double?
    /// `nil` with a single order.
    var averageDaysBetweenOrders: Double?
    var first: Instant
    var last: Instant
    /// Earliest first; at most the last ``most``.
    var orders: [Order]

    static let most = 120
}
