public import Facts

/// The orders of some or all customers, from which the shop can be counted as it stood on any earlier day.
///
/// Customers are numbered by the fingerprint of their identifier, so that neither the choice nor the numbers depend on the order of
/// rows in a file.
public struct OrderSample: Sendable {
    private let table: OrderTable
    private let refunds: [RefundRecord]
    private let options: SummaryOptions
    /// Customers in the sample.
    public var customers: Int { table.customers.count }
    /// Customers it was taken from.
    public let outOf: Int

    /// The currency of all amounts, settled from all orders.
    public var currency: Currency? { options.currency }

    /// Whether everybody is in it.
    public var isWhole: Bool { customers == outOf }

    /// A sample of at most `limit` customers: those with the smallest fingerprints.
    ///
    /// - Parameters:
    ///   - table: all orders.
    ///   - all: all refunds.
    ///   - options: how orders are counted. Their as-of day is not used; the shop's currency is settled here, from all orders.
    ///   - limit: how many customers at most.
    public init(_ table: borrowing OrderTable, refunds all: [RefundRecord], options: SummaryOptions, limit: Int) {
        var options = options
        options.currency = options.currency ?? table.mostFrequentCurrency() ?? Currency.none
        self.options = options
        let count = table.customers.count
        outOf = count
        var chosen = (0..<UInt32(count)).map { number in
            (fingerprint: table.customers.withBytes(of: number) { Fingerprint($0).value }, number: number)
        }
        chosen.sort { ($0.fingerprint, $0.number) < ($1.fingerprint, $1.number) }
        chosen.removeLast(max(0, count - limit))
        var place = ContiguousArray<UInt32>(repeating: .max, count: count)
        var sample = OrderTable()
        sample.currencies = table.currencies
        for (index, customer) in chosen.enumerated() {
            place[Int(customer.number)] = UInt32(index)
            // The identifier is the fingerprint, with the number so that two of one fingerprint stay two.
            _ = withUnsafeBytes(of: (customer.fingerprint, UInt64(index))) { sample.customers.index(of: $0) }
        }
        for (number, block) in table.blocks.enumerated() {
            let ids = table.orderIDs.indices.contains(number) ? table.orderIDs[number] : []
            for (row, order) in block.enumerated() where place[Int(order.customer)] != .max {
                var order = order
                order.customer = place[Int(order.customer)]
                sample.append(order, orderID: row < ids.count ? ids[row] : 0)
            }
        }
        self.table = sample
        refunds = all.compactMap { refund in
            guard Int(refund.customer) < count, place[Int(refund.customer)] != .max else { return nil }
            var refund = refund
            refund.customer = place[Int(refund.customer)]
            return refund
        }
    }

    /// The customers as they stood at the end of a day: later orders and refunds are not known.
    func summaries(asOf: ShopDay) throws(SummaryError) -> CustomerSummaries {
        var options = options
        options.asOf = asOf
        return try CustomerSummaries(orders: table, refunds: refunds, options: options)
    }

    /// What each customer did in the days after a day, refunds until the end of those days taken off, or until a later day.
    func outcomes(after cutoff: ShopDay, days: Int, refundsUntil: ShopDay? = nil) -> Outcomes {
        var options = options
        options.from = cutoff.advanced(byDays: 1)
        options.through = cutoff.advanced(byDays: days)
        options.asOf = refundsUntil ?? options.through
        guard let counted = try? CustomerSummaries(orders: table, refunds: refunds, options: options) else {
            return Outcomes(customers: customers)
        }
        return Outcomes(counted)
    }
}

/// What customers did within a horizon; columns by the number of the customer.
struct Outcomes: Sendable {
    /// Purchase days.
    private(set) var purchaseDays: ContiguousArray<Int32>
    /// Orders.
    private(set) var orders: ContiguousArray<Int32>
    /// Spend in minor units.
    private(set) var minorUnits: ContiguousArray<Int64>

    /// Nobody did anything.
    init(customers: Int) {
        purchaseDays = ContiguousArray(repeating: 0, count: customers)
        orders = ContiguousArray(repeating: 0, count: customers)
        minorUnits = ContiguousArray(repeating: 0, count: customers)
    }

    init(_ counted: CustomerSummaries) {
        self.init(customers: counted.count)
        for customer in 0..<counted.count where counted.hasPurchase(customer) {
            purchaseDays[customer] = counted.frequency[customer] + 1
            orders[customer] = counted.numberOfOrders[customer]
            minorUnits[customer] = counted.purchasesMinorUnits(customer)
        }
    }
}
