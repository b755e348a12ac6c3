import Facts

/// Takes refunds off the orders they belong to: by order id where one is given, else off the customer's newest earlier orders.
struct RefundMatching {
    /// What could not be taken off any order, per customer, in minor units of the shop's currency.
    private(set) var unmatched: [UInt32: Int64] = [:]
    /// Rows of orders that a refund reduced.
    private(set) var reducedRows: Set<Int> = []
    /// Refunds without an order id, or what an order could not cover, by customer.
    private var byCustomer: [UInt32: [(seconds: UInt32, minorUnits: Int64)]] = [:]
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
            if let order, refund.currency == order.currency || refund.minorUnits == nil {
                // In the order's own currency, so that both are converted at the order's rate.
                let wanted = refund.minorUnits ?? order.minorUnits
                let taken = min(wanted, order.minorUnits)
                table[row].minorUnits = order.minorUnits - taken
                if taken > 0 { reducedRows.insert(row) }
                report.refundsMatchedByOrder += 1
                report.refundedMinorUnits &+= conversion.minorUnits(taken, currency: order.currency, on: day) ?? 0
                if wanted > taken { remember(wanted - taken, refund.currency, refund.customer, seconds, day, conversion, &report) }
            } else if let minorUnits = refund.minorUnits {
                remember(minorUnits, refund.currency, refund.customer, seconds, day, conversion, &report)
            } else {
                report.refundsUnmatched += 1
            }
        }
    }

    private mutating func remember(
        _ minorUnits: Int64, _ currency: UInt8, _ customer: UInt32, _ seconds: UInt32, _ day: ShopDay, _ conversion: CurrencyConversion,
        _ report: inout SummaryReport
    ) {
        guard let inShopCurrency = conversion.minorUnits(minorUnits, currency: currency, on: day) else {
            report.refundsHeldAside += 1
            return
        }
        byCustomer[customer, default: []].append((seconds, inShopCurrency))
    }

    /// Takes the remembered refunds off their customers' newest earlier orders.
    mutating func take(from orders: inout OrdersByCustomer, report: inout SummaryReport) {
        for customer in byCustomer.keys.sorted() {
            let range = orders.sortedRange(of: Int(customer))
            guard !range.isEmpty else {
                report.refundsOfUnknownCustomers += byCustomer[customer]?.count ?? 0
                continue
            }
            let waiting = (byCustomer[customer] ?? []).sorted { ($0.seconds, $0.minorUnits) < ($1.seconds, $1.minorUnits) }
            for refund in waiting {
                var left = refund.minorUnits
                let end = lastMoment(of: refund.seconds)
                var place = range.upperBound - 1
                while left > 0, place >= range.lowerBound {
                    if Int64(orders.orders[place].seconds) <= end, orders.orders[place].minorUnits > 0 {
                        let taken = min(left, orders.orders[place].minorUnits)
                        orders.orders[place].minorUnits -= taken
                        orders.orders[place].isReduced = true
                        report.refundedMinorUnits &+= taken
                        left -= taken
                    }
                    place -= 1
                }
                if left < refund.minorUnits { report.refundsMatchedByCustomer += 1 }
                if left > 0 {
                    report.refundsUnmatched += 1
                    report.unmatchedRefundMinorUnits &+= left
                    unmatched[customer, default: 0] &+= left
                }
            }
        }
        byCustomer = [:]
    }

    /// A refund known by its date alone is stored at the first moment of its day, but comes after that day's orders.
    private func lastMoment(of seconds: UInt32) -> Int64 {
        let instant = Instant(secondsSince1970: Int64(seconds))
        let day = timeZone.day(of: instant)
        guard timeZone.start(of: day) == instant else { return Int64(seconds) }
        return timeZone.start(of: day.advanced(byDays: 1)).secondsSince1970 - 1
    }
}
