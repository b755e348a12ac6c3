public import Facts

/// Why no summary can be made.
public enum SummaryError: Error, Sendable, Equatable {
    /// No order lies on or before the as-of day.
    case noOrders(asOf: ShopDay, firstOrder: ShopDay?)
    /// Every order until the as-of day is in another currency, without a rate.
    case allHeldAside(currencies: [Currency])
}

extension CustomerSummaries {
    /// Counts orders into one row per customer.
    ///
    /// The order of rows in the table does not matter to any number. The table is consumed: its memory is given back while the rows
    /// are sorted by customer, so that both never stand side by side in full.
    public init(orders table: consuming OrderTable, refunds: [RefundRecord], options: SummaryOptions) throws(SummaryError) {
        var table = table
        let shopCurrency = options.currency ?? table.mostFrequentCurrency() ?? .none
        let span = table.timeSpan(noLaterThan: options.timeZone.lastSecond(of: options.today))
        let lastDay = span.map { options.timeZone.day(of: Instant(secondsSince1970: Int64($0.last))) }
        guard let asOf = options.asOf ?? lastDay else {
            throw .noOrders(asOf: options.today, firstOrder: table.firstDay(in: options.timeZone))
        }
        var summaries = CustomerSummaries(customers: table.customers, asOf: asOf, timeZone: options.timeZone, currency: shopCurrency)
        var report = SummaryReport()
        let isDateOnly = table.isDateOnly

        var conversion = CurrencyConversion(currencies: table.currencies, shopCurrency: shopCurrency, rates: options.rates)
        var refundMatching = RefundMatching(
            refunds, in: &table, conversion: conversion, asOf: asOf, timeZone: options.timeZone, report: &report)
        table.orderIDs = []
        let end = options.timeZone.lastSecond(of: asOf)
        let endOfToday = options.timeZone.lastSecond(of: options.today)
        let timeZone = options.timeZone
        let beginning = options.from.map { timeZone.start(of: $0).secondsSince1970 } ?? .min
        let lastCounted = options.through.map { timeZone.lastSecond(of: $0) } ?? .max
        var byCustomer = OrdersByCustomer(&table, reduced: refundMatching.reducedRows, keepsRows: options.tellsFirstPurchases) { order in
            guard Int64(order.secondsSince1970) <= end else {
                report.ordersAfterAsOf += 1
                if Int64(order.secondsSince1970) > endOfToday { report.ordersInFuture += 1 }
                return nil
            }
            if conversion.isShopCurrency(order.currency) { return order.minorUnits }
            let day = timeZone.day(of: Instant(secondsSince1970: Int64(order.secondsSince1970)))
            return conversion.orderMinorUnits(order.minorUnits, currency: order.currency, on: day)
        }
        refundMatching.take(from: &byCustomer, report: &report)
        conversion.report(into: &report)
        summaries.isDateOnly = isDateOnly
        summaries.unmatchedRefunds = refundMatching.unmatched
        let logBegan = span.map { timeZone.day(of: Instant(secondsSince1970: Int64($0.first))) } ?? asOf
        summaries.count(
            &byCustomer, window: beginning...max(beginning, lastCounted), countsZeroValueOrders: options.countsZeroValueOrders,
            logBegan: logBegan, report: &report)
        guard report.purchases > 0 || report.customersWithoutPurchase > 0 else {
            if !report.heldAside.isEmpty { throw .allHeldAside(currencies: report.heldAside.map(\.currency)) }
            throw .noOrders(asOf: asOf, firstOrder: span.map { timeZone.day(of: Instant(secondsSince1970: Int64($0.first))) })
        }
        summaries.report = report
        self = summaries
    }

    /// One pass over each customer's orders in order of time.
    ///
    /// - Parameter window: the seconds within which orders count; refunds have been matched with all.
    private mutating func count(
        _ byCustomer: inout OrdersByCustomer, window: ClosedRange<Int64>, countsZeroValueOrders: Bool, logBegan: ShopDay,
        report: inout SummaryReport
    ) {
        var shop = HistoryCounter(
            logBegan: logBegan, asOf: asOf, products: byCustomer.products, discounts: byCustomer.discounts,
            tellsFirstPurchases: !byCustomer.rows.isEmpty)
        var gaps: [Int] = []
        var first = UInt32.max
        var last: UInt32 = 0
        let secondsOfDay = DayCounter(timeZone)
        for customer in 0..<count {
            let range = byCustomer.sortedRange(of: customer)
            var row = PurchaseCount(asOf: asOf.daysSince1970)
            var hasOrder = false
            for place in range {
                let order = byCustomer.orders[place]
                guard order.minorUnits != .min, window.contains(Int64(order.seconds)) else { continue }
                hasOrder = true
                if order.minorUnits == 0 {
                    if order.isReduced {
                        report.fullyRefundedOrders += 1
                        continue
                    }
                    guard countsZeroValueOrders else {
                        report.zeroValueOrders += 1
                        continue
                    }
                }
                // A clock set back over midnight shows the day before once more: an order is not earlier than the one before it.
                let day = max(row.lastDay, secondsOfDay.day(of: order.seconds))
                row.add(order, day: day)
                shop.add(order.minorUnits, day: day, place: place)
            }
            let unmatched = unmatchedRefunds.isEmpty ? 0 : unmatchedRefunds[UInt32(customer)] ?? 0
            historicMinorUnits[customer] = row.total.saturatingAdding(-unmatched)
            report.didOverflow = report.didOverflow || row.didOverflow
            guard row.orders > 0 else {
                if hasOrder {
                    report.customersWithoutPurchase += 1
                    frequency[customer] = Self.noPurchase
                }
                continue
            }
            shop.endCustomer(secondDay: row.secondDay, labels: byCustomer.labels, rows: byCustomer.rows)
            customersWithPurchase += 1
            numberOfOrders[customer] = row.orders
            firstOrderSeconds[customer] = row.firstSeconds
            lastOrderSeconds[customer] = row.lastSeconds
            frequency[customer] = row.days - 1
            recencyInDays[customer] = row.lastDay - row.firstDay
            ageInDays[customer] = asOf.daysSince1970 - row.firstDay
            repeatMinorUnits[customer] = row.total - row.firstDayTotal
            rhythm[customer] = row.finishedRhythm
            if let gap = row.secondDay.map({ Int($0 - row.firstDay) }) {
                if gap >= gaps.count { gaps.append(contentsOf: repeatElement(0, count: gap + 1 - gaps.count)) }
                gaps[gap] += 1
            }
            report.purchases += Int(row.orders)
            report.sameDayOrders += Int(row.orders - row.days)
            first = min(first, row.firstSeconds)
            last = max(last, row.lastSeconds)
        }
        daysToSecondPurchase = gaps
        firstPurchases = shop.firstPurchases
        history = shop.finish(daysToSecondPurchase: gaps)
        if report.purchases > 0 {
            report.firstOrder = Instant(secondsSince1970: Int64(first))
            report.lastOrder = Instant(secondsSince1970: Int64(last))
        }
    }
}

/// What one customer's orders add up to, taken in order of time.
private struct PurchaseCount {
    var orders: Int32 = 0
    var days: Int32 = 0
    var total: Int64 = 0
    var firstDayTotal: Int64 = 0
    var firstSeconds: UInt32 = 0
    var lastSeconds: UInt32 = 0
    var firstDay: Int32 = 0
    var secondDay: Int32?
    var lastDay: Int32 = .min
    var didOverflow = false
    private let asOf: Int32
    private var rhythm = PurchaseRhythm()
    private var totalBeforeLastDay: Int64 = 0

    init(asOf: Int32) { self.asOf = asOf }

    /// The rhythm once all orders were taken.
    var finishedRhythm: PurchaseRhythm {
        var finished = rhythm
        finished.lastDayMinorUnits = Float(total - totalBeforeLastDay)
        return finished
    }

    mutating func add(_ order: CustomerOrder, day: Int32) {
        if orders == 0 {
            firstSeconds = order.seconds
            firstDay = day
        }
        if day != lastDay {
            rhythm.addPurchaseDay(daysBeforeAsOf: asOf - day, gapInDays: days > 0 ? day - lastDay : nil)
            totalBeforeLastDay = total
            days += 1
            if days == 2 { secondDay = day }
        }
        lastDay = day
        lastSeconds = order.seconds
        orders += 1
        total.add(order.minorUnits)
        didOverflow = didOverflow || total == .max
        if day == firstDay { firstDayTotal = total }
    }
}

/// The shop day of a second, by one division where the zone is UTC.
private struct DayCounter {
    private let timeZone: ShopTimeZone
    private let isUTC: Bool

    init(_ timeZone: ShopTimeZone) {
        self.timeZone = timeZone
        isUTC = timeZone == .utc
    }

    func day(of seconds: UInt32) -> Int32 {
        if isUTC { return Int32(seconds / 86_400) }
        return timeZone.day(of: Instant(secondsSince1970: Int64(seconds))).daysSince1970
    }
}

extension OrderTable {
    /// The first and the last second at which something was ordered, leaving out what lies after a moment.
    func timeSpan(noLaterThan end: Int64) -> (first: UInt32, last: UInt32)? {
        var first = UInt32.max
        var last: UInt32?
        for block in blocks {
            for order in block where Int64(order.secondsSince1970) <= end {
                first = min(first, order.secondsSince1970)
                last = max(last ?? 0, order.secondsSince1970)
            }
        }
        return last.map { (first, $0) }
    }

    func firstDay(in timeZone: ShopTimeZone) -> ShopDay? {
        timeSpan(noLaterThan: .max).map { timeZone.day(of: Instant(secondsSince1970: Int64($0.first))) }
    }

    /// Whether every order is known by its date alone.
    var isDateOnly: Bool { blocks.allSatisfy { $0.allSatisfy(\.isDateOnly) } }
}
