import Facts

/// Takes refunds off the orders they belong to: by order id where one is given, then off no other; else off the customer's newest earlier orders.
struct RefundMatching {
    /// What could not be taken off any order, per customer, in minor units of the shop's currency.
    private(set) var unmatched: [UInt32: Int64] = [:]
    /// Rows of orders that a refund reduced.
    private(set) var reducedRows: Set<Int> = []
    /// Refunds without an order id, by customer.
    private var byCustomer: [UInt32: [(lastMoment: Int64, minorUnits: Int64)]] = [:]
    private let timeZone: ShopTimeZone

    /// Nets refunds with an order id inside the table and remembers the rest.
    init(
        _ refunds: [RefundRecord], in table: inout OrderTable, conversion: CurrencyConversion, asOf: ShopDay, timeZone: ShopTimeZone,
        report: inout SummaryReport
    ) {
        self.timeZone = timeZone
        guard !refunds.isEmpty else { return }
        var rowOfOrder: [UInt64: Int] = [:]
        for refund in refunds where refund.orderID != 0 { rowOfOrder[refund.orderID] = -1 }
        if !rowOfOrder.isEmpty {
            var row = 0
            for block in table.orderIDs {
                for id in block {
                    if id != 0, let known = rowOfOrder[id], known < 0 { rowOfOrder[id] = row }
                    row += 1
                }
            }
        }
        for refund in refunds {
            let row = refund.orderID != 0 ? rowOfOrder[refund.orderID] ?? -1 : -1
            let order = row >= 0 ? table[row] : nil
            guard let seconds = refund.secondsSince1970 ?? order?.secondsSince1970 else {
                report.refundsUnmatched += 1
                continue
            }
            let day = timeZone.day(of: Instant(secondsSince1970: Int64(seconds)))
            guard day <= asOf else {
                report.refundsAfterAsOf += 1
                continue
            }
            var left = refund.minorUnits ?? order?.minorUnits ?? 0
            if let order, refund.currency == order.currency || refund.minorUnits == nil {
                // In the order's own currency, so that both are converted at the order's rate.
                let taken = min(left, order.minorUnits)
                table[row].minorUnits = order.minorUnits - taken
                if taken > 0 { reducedRows.insert(row) }
                report.refundsMatchedByOrder += 1
                let orderDay = timeZone.day(of: Instant(secondsSince1970: Int64(order.secondsSince1970)))
                report.refundedMinorUnits.add(conversion.minorUnits(taken, currency: order.currency, on: orderDay) ?? 0)
                left -= taken
            }
            guard left > 0 else { continue }
            guard let inShopCurrency = conversion.minorUnits(left, currency: refund.currency, on: day) else {
                report.refundsHeldAside += 1
                continue
            }
            if refund.orderID == 0 {
                let end = refund.isDateOnly ? timeZone.lastSecond(of: day) : Int64(seconds)
                byCustomer[refund.customer, default: []].append((end, inShopCurrency))
            } else {
                // What the named order cannot cover is no other order's: it lowers historic CLV alone.
                note(inShopCurrency, unmatchedBy: order?.customer ?? refund.customer, report: &report)
            }
        }
    }

    private mutating func note(_ minorUnits: Int64, unmatchedBy customer: UInt32, report: inout SummaryReport) {
        report.refundsUnmatched += 1
        report.unmatchedRefundMinorUnits.add(minorUnits)
        unmatched[customer, default: 0].add(minorUnits)
    }

    /// Takes the remembered refunds off their customers' newest earlier orders.
    mutating func take(from orders: inout OrdersByCustomer, report: inout SummaryReport) {
        for customer in byCustomer.keys.sorted() {
            let range = orders.sortedRange(of: Int(customer))
            guard !range.isEmpty else {
                report.refundsOfUnknownCustomers += byCustomer[customer]?.count ?? 0
                continue
            }
            let waiting = (byCustomer[customer] ?? []).sorted { ($0.lastMoment, $0.minorUnits) < ($1.lastMoment, $1.minorUnits) }
            // Orders that are used up wait behind the newest ones that are not: each is passed once, however many refunds there are.
            var open: [Int] = []
            var next = range.lowerBound
            for refund in waiting {
                while next < range.upperBound, Int64(orders.orders[next].seconds) <= refund.lastMoment {
                    if orders.orders[next].minorUnits > 0 { open.append(next) }
                    next += 1
                }
                var left = refund.minorUnits
                while left > 0, let place = open.last {
                    let taken = min(left, orders.orders[place].minorUnits)
                    orders.orders[place].minorUnits -= taken
                    orders.orders[place].isReduced = true
                    report.refundedMinorUnits.add(taken)
                    left -= taken
                    if orders.orders[place].minorUnits == 0 { open.removeLast() }
                }
                if left < refund.minorUnits { report.refundsMatchedByCustomer += 1 }
                if left > 0 { note(left, unmatchedBy: customer, report: &report) }
            }
        }
        byCustomer = [:]
    }
}
