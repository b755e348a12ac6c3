import Facts

/// The states of all customers, in the order of customers and of time: what each had on the day of every order and refund.
struct PurchaseStates {
    /// Who.
    let customers: CustomerKeys
    /// The shop's currency.
    let currency: Currency
    /// The days that states are numbered by.
    let days: ShopDays
    /// The last day that counts.
    let asOf: ShopDay
    /// What of the files counts nowhere, or was converted.
    private(set) var leftOut = SummaryReport()
    private var orders: OrdersByCustomer
    /// The states of those whose orders were given back in part.
    private let refunded: [Int: [PurchaseState]]
    private let countsZeroValueOrders: Bool

    /// Sorts orders by customer. The table is consumed, and its memory given back on the way.
    init(orders table: consuming OrderTable, refunds: [RefundRecord], options: SummaryOptions) throws(SummaryError) {
        var table = table
        let timeZone = options.timeZone
        let span = table.timeSpan(noLaterThan: timeZone.lastSecond(of: options.today))
        let newest = span.map { timeZone.day(of: Instant(secondsSince1970: Int64($0.last))) }
        guard let asOf = options.asOf ?? newest else {
            throw .noOrders(asOf: options.today, firstOrder: table.firstDay(in: timeZone))
        }
        let end = timeZone.lastSecond(of: asOf)
        guard let first = table.timeSpan(noLaterThan: end)?.first else {
            throw .noOrders(asOf: asOf, firstOrder: table.firstDay(in: timeZone))
        }
        let currency = options.currency ?? table.mostFrequentCurrency() ?? .none
        var conversion = CurrencyConversion(currencies: table.currencies, shopCurrency: currency, rates: options.rates)
        let days = ShopDays(from: first, through: asOf, in: timeZone)
        self.days = days
        self.asOf = asOf
        self.currency = currency
        countsZeroValueOrders = options.countsZeroValueOrders
        customers = table.customers
        let states = RefundedStates(table, refunds: refunds, conversion: conversion, days: days, options: options, asOf: asOf)
        refunded = states.states()
        var report = SummaryReport()
        report.refundsAfterAsOf = states.afterLastDay
        let (endOfToday, countsZeros) = (timeZone.lastSecond(of: options.today), options.countsZeroValueOrders)
        table.orderIDs = []
        table.firstProducts = OrderLabels()
        table.discounts = OrderLabels()
        var counted = 0
        orders = OrdersByCustomer(&table, reduced: []) { order in
            guard Int64(order.secondsSince1970) <= end else {
                report.ordersAfterAsOf += 1
                if Int64(order.secondsSince1970) > endOfToday { report.ordersInFuture += 1 }
                return nil
            }
            counted += 1
            if order.minorUnits == 0, !countsZeros { report.zeroValueOrders += 1 }
            if conversion.isShopCurrency(order.currency) { return order.minorUnits }
            let day = timeZone.day(of: Instant(secondsSince1970: Int64(order.secondsSince1970)))
            let amount = conversion.orderMinorUnits(order.minorUnits, currency: order.currency, on: day)
            if amount == nil { counted -= 1 }
            return amount
        }
        conversion.report(into: &report)
        leftOut = report
        if counted == 0 {
            throw .allHeldAside(currencies: report.heldAside.map(\.currency))
        }
        for customer in 0..<customers.count { _ = orders.sortedRange(of: customer) }
    }

    /// Gives a customer's states one after another. One state differs from the next by more than its day.
    @inline(__always)
    func forEach(of customer: Int, _ body: (PurchaseState) -> Void) {
        if !refunded.isEmpty, let states = refunded[customer] {
            for state in states { body(state) }
            return
        }
        orders.orders.withUnsafeBufferPointer { orders in
            var state = PurchaseState(day: -1, lastDay: .min)
            for place in Int(self.orders.starts[customer])..<Int(self.orders.starts[customer + 1]) {
                let order = orders[place]
                guard order.minorUnits != .min, order.minorUnits != 0 || countsZeroValueOrders else { continue }
                let day = days.known(order.seconds)
                if day != state.day {
                    if state.orders > 0 { body(state) }
                    state.day = day
                }
                // A clock set back over midnight shows the day before once more: an order is not earlier than the one before it.
                state.lastDay = max(state.lastDay, days.shown(order.seconds, known: day))
                state.orders += 1
                state.minorUnits.add(order.minorUnits)
            }
            if state.orders > 0 { body(state) }
        }
    }
}
