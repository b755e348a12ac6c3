public import CustomerValue
public import Facts
import Population

/// The average order value of a group by month, and before and after a day.
public struct OrderValues: Sendable {
    /// What was sold within some days.
    public struct Span: Sendable, Equatable {
        /// The first day.
        public var first: ShopDay
        /// The last day.
        public var last: ShopDay
        /// Orders that count as purchases.
        public var orders = 0
        /// What they brought, in minor units.
        public var revenueMinorUnits: Int64 = 0

        /// Revenue by orders, in minor units; `nil` without an order.
        public var averageMinorUnits: Double? { orders > 0 ? Double(revenueMinorUnits) / Double(orders) : nil }
    }

    /// As many days before a day as from it on.
    public struct Comparison: Sendable, Equatable {
        /// Before the day.
        public var before: Span
        /// From the day on.
        public var after: Span

        /// The average after over that before, less 1; `nil` where one of them is missing or nothing.
        public var change: Double? {
            guard let old = before.averageMinorUnits, let new = after.averageMinorUnits, old > 0 else { return nil }
            return new / old - 1
        }
    }

    /// The last day that counts.
    public var asOf: ShopDay
    /// The shop's currency.
    public var currency: Currency
    /// Every month from that of the first purchase, earliest first.
    public var months: [MonthFigures]
    /// Around the day that was asked for.
    public var comparison: Comparison?
    /// What others have, as somebody entered it.
    public var benchmark: OrderValueBenchmark?
}

extension Shop {
    /// Profiles whose orders are read before writers get their turn.
    private static let readAtOnce = 20_000

    /// The average order value of a group.
    ///
    /// - Parameters:
    ///   - day: a day to compare around, not after today.
    ///   - days: how many days before it and from it on; by default as many as have passed since.
    public func orderValues(of group: FiguredGroup, around day: ShopDay? = nil, days: Int? = nil) -> OrderValues {
        let (all, options, currency) = (orders(of: group), summaryOptions, settings.currency ?? .none)
        let months = (try? CustomerSummaries(orders: all.orders, refunds: all.refunds, options: options))?.history.months ?? []
        var values = OrderValues(asOf: today, currency: currency, months: months, benchmark: orderValueBenchmark)
        guard let day else { return values }
        let count = max(1, days ?? day.days(until: today) + 1)
        values.comparison = OrderValues.Comparison(
            before: span(day.advanced(byDays: -count), day.advanced(byDays: -1), all, options),
            after: span(day, min(today, day.advanced(byDays: count - 1)), all, options))
        return values
    }

    /// The orders of a group, gathered a few thousand profiles at a time; those included who objected to being profiled.
    ///
    /// - Parameter tellsFacts: whether it is to be known which fact told of each.
    func orders(of group: FiguredGroup, tellsFacts: Bool = false) -> OrdersOfShop {
        var result = OrdersOfShop()
        if tellsFacts { result.sequences = [] }
        var members: ProfileSet?
        if group != .everybody { members = read { $0.members(of: group) } }
        var row = 0
        while true {
            let count = read { population in
                let rows = row..<row + Self.readAtOnce
                population.addOrders(of: rows, among: members, to: &result)
                return population.profileCount
            }
            row += Self.readAtOnce
            if row >= count { return result }
        }
    }

    /// What was sold within some days. A refund that names its order lowers it whenever it came; one that names none lowers what was bought
    /// within the days in which it came.
    private func span(_ first: ShopDay, _ last: ShopDay, _ all: OrdersOfShop, _ options: SummaryOptions) -> OrderValues.Span {
        var span = OrderValues.Span(first: first, last: last)
        let zone = options.timeZone
        func isWithin(_ seconds: UInt32) -> Bool {
            let day = zone.day(of: Instant(secondsSince1970: Int64(seconds)))
            return first <= day && day <= last
        }
        var table = OrderTable()
        table.customers = all.orders.customers
        table.currencies = all.orders.currencies
        for row in 0..<all.orders.count {
            let order = all.orders[row]
            if isWithin(order.secondsSince1970) { table.append(order, orderID: all.orders.orderID(of: row)) }
        }
        let refunds = all.refunds.filter { refund in refund.orderID != 0 || refund.secondsSince1970.map(isWithin) ?? false }
        guard table.count > 0, let summaries = try? CustomerSummaries(orders: table, refunds: refunds, options: options) else {
            return span
        }
        for month in summaries.history.months {
            span.orders += month.orders
            span.revenueMinorUnits = span.revenueMinorUnits.saturatingAdding(month.revenueMinorUnits)
        }
        return span
    }
}
