public import Facts

extension RFMColumns {
    /// What customers had at the end of each of some days, from their orders and refunds until then: a refund counts from its own day on.
    ///
    /// - Parameters:
    ///   - wanted: the days; those outside the orders' days are as on their ends.
    ///   - orders: the orders, given up so that their memory can be given back on the way. Rows are by the numbers of its customers.
    ///   - refunds: money given back; each counts from its own day on.
    ///   - options: how orders are counted; days after its as-of day are as that day.
    /// - Complexity: linear in the orders, sorted by customer.
    public static func atEnd(
        of wanted: [ShopDay], orders: consuming OrderTable, refunds: [RefundRecord], options: SummaryOptions
    ) throws(SummaryError) -> [RFMColumns] {
        let states = try PurchaseStates(orders: orders, refunds: refunds, options: options)
        let days = wanted.map { min(states.days.number(of: $0), Int32(states.days.count - 1)) }
        var columns = days.map { _ in RFMColumns(count: states.customers.count) }
        for customer in 0..<states.customers.count {
            states.forEach(of: customer) { state in
                for (place, day) in days.enumerated() where state.day <= day {
                    columns[place].daysSinceLastOrder[customer] = state.orders > 0 ? day - state.lastDay : 0
                    columns[place].numberOfOrders[customer] = state.orders
                    columns[place].historicMinorUnits[customer] = state.minorUnits
                }
            }
        }
        return columns
    }
}
