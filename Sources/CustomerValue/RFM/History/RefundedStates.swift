import Facts

/// The states of customers who got money back, worked out afresh for each day on which something happened, as if it were the last: a refund
/// lowers what a customer has from its own day on, and what it is taken off may depend on all that came before.
struct RefundedStates {
    /// An order of the table.
    private struct Order {
        var row: Int
        var seconds: UInt32
        var currency: UInt8
        /// In the order's currency.
        var minorUnits: Int64
    }

    /// A refund with what is known of its order.
    private struct Refund {
        /// The row of the order that it names; -1 without one.
        var row: Int
        /// The order's place among those of its customer, in order of time.
        var place: Int?
        /// The day from which on it counts, by its number.
        var day: Int32
        /// The same as a day, however early.
        var calendarDay: ShopDay
        /// The second after which an order cannot be meant.
        var lastMoment: Int64
        var record: RefundRecord
    }

    private let conversion: CurrencyConversion
    private let days: ShopDays
    private let timeZone: ShopTimeZone
    private let countsZeroValueOrders: Bool
    /// Refunds of after the last day: they count nowhere.
    private(set) var afterLastDay = 0
    private var orders: [Int: [Order]] = [:]
    private var refunds: [Int: [Refund]] = [:]

    init(
        _ table: OrderTable, refunds records: [RefundRecord], conversion: CurrencyConversion, days: ShopDays, options: SummaryOptions,
        asOf: ShopDay
    ) {
        self.conversion = conversion
        self.days = days
        timeZone = options.timeZone
        countsZeroValueOrders = options.countsZeroValueOrders
        guard !records.isEmpty else { return }
        let rows = Self.rows(of: records, in: table)
        for record in records {
            let row = record.orderID != 0 ? rows[record.orderID] ?? -1 : -1
            let order = row >= 0 ? table[row] : nil
            let customer = order?.customer ?? record.customer
            guard let seconds = record.secondsSince1970 ?? order?.secondsSince1970, Int(customer) < table.customers.count else { continue }
            let day = timeZone.day(of: Instant(secondsSince1970: Int64(seconds)))
            guard day <= asOf else {
                afterLastDay += 1
                continue
            }
            // A refund of before the first order counts from the beginning.
            let number = max(0, days.number(of: day))
            let lastMoment = record.isDateOnly ? timeZone.lastSecond(of: day) : Int64(seconds)
            refunds[Int(customer), default: []].append(
                Refund(row: row, day: number, calendarDay: day, lastMoment: lastMoment, record: record))
        }
        var isRefunded = ContiguousArray(repeating: false, count: table.customers.count)
        for customer in refunds.keys { isRefunded[customer] = true }
        var row = 0
        for block in table.blocks {
            for order in block {
                if isRefunded[Int(order.customer)] {
                    orders[Int(order.customer), default: []].append(
                        Order(
                            row: row, seconds: order.secondsSince1970, currency: order.currency, minorUnits: order.minorUnits))
                }
                row += 1
            }
        }
    }

    /// The first row of each order that is named.
    private static func rows(of refunds: [RefundRecord], in table: OrderTable) -> [UInt64: Int] {
        let named = Set(refunds.lazy.map(\.orderID).filter { $0 != 0 })
        var rows: [UInt64: Int] = [:]
        guard !named.isEmpty else { return rows }
        var row = 0
        for block in table.orderIDs {
            for id in block {
                if id != 0, named.contains(id), rows[id] == nil { rows[id] = row }
                row += 1
            }
        }
        return rows
    }

    /// The states of everybody who got something back.
    func states() -> [Int: [PurchaseState]] {
        var result: [Int: [PurchaseState]] = [:]
        for (customer, own) in orders {
            let sorted = own.sorted { ($0.seconds, $0.row) < ($1.seconds, $1.row) }
            let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.row, $0) })
            var refunds = refunds[customer] ?? []
            for index in refunds.indices { refunds[index].place = places[refunds[index].row] }
            let events = Set(sorted.map { days.known($0.seconds) } + refunds.map(\.day) + refunds.map { days.known(momentary($0)) })
            var states: [PurchaseState] = []
            for day in events.sorted() {
                let state = state(on: day, sorted, refunds)
                if states.last.map({ !$0.isSame(as: state) }) ?? (state.orders > 0) { states.append(state) }
            }
            result[customer] = states
        }
        return result
    }

    private func momentary(_ refund: Refund) -> UInt32 { UInt32(clamping: refund.lastMoment) }

    /// What a customer has at the end of a day, as ``CustomerSummaries`` counts it as of that day.
    private func state(on day: Int32, _ own: [Order], _ refunds: [Refund]) -> PurchaseState {
        var own = own
        var isReduced = [Bool](repeating: false, count: own.count)
        var unmatched: Int64 = 0
        var waiting: [(lastMoment: Int64, minorUnits: Int64)] = []
        for refund in refunds where refund.day <= day {
            let order = refund.place.map { own[$0] }
            var left = refund.record.minorUnits ?? order?.minorUnits ?? 0
            if let order, let place = refund.place, refund.record.currency == order.currency || refund.record.minorUnits == nil {
                let taken = min(left, order.minorUnits)
                own[place].minorUnits = order.minorUnits - taken
                isReduced[place] = isReduced[place] || taken > 0
                left -= taken
            }
            guard left > 0, let inShop = conversion.minorUnits(left, currency: refund.record.currency, on: refund.calendarDay) else {
                continue
            }
            if refund.record.orderID == 0 { waiting.append((refund.lastMoment, inShop)) } else { unmatched.add(inShop) }
        }
        let end = days.lastSecond(of: day)
        var orders: [CustomerOrder] = []
        for (place, order) in own.enumerated() {
            // They stand in order of time.
            guard Int64(order.seconds) <= end else { break }
            let orderDay = timeZone.day(of: Instant(secondsSince1970: Int64(order.seconds)))
            guard let inShop = conversion.minorUnits(order.minorUnits, currency: order.currency, on: orderDay) else { continue }
            orders.append(CustomerOrder(seconds: order.seconds, isReduced: isReduced[place], minorUnits: inShop))
        }
        orders.sort { $0.seconds != $1.seconds ? $0.seconds < $1.seconds : $0.minorUnits < $1.minorUnits }
        unmatched.add(take(waiting, from: &orders))
        return sum(orders, day: day, unmatched: unmatched)
    }

    /// Takes refunds without an order off the newest earlier orders; returns what was left over.
    private func take(_ waiting: [(lastMoment: Int64, minorUnits: Int64)], from orders: inout [CustomerOrder]) -> Int64 {
        var unmatched: Int64 = 0
        var open: [Int] = []
        var next = 0
        for refund in waiting.sorted(by: { ($0.lastMoment, $0.minorUnits) < ($1.lastMoment, $1.minorUnits) }) {
            while next < orders.count, Int64(orders[next].seconds) <= refund.lastMoment {
                if orders[next].minorUnits > 0 { open.append(next) }
                next += 1
            }
            var left = refund.minorUnits
            while left > 0, let place = open.last {
                let taken = min(left, orders[place].minorUnits)
                orders[place].minorUnits -= taken
                orders[place].isReduced = true
                left -= taken
                if orders[place].minorUnits == 0 { open.removeLast() }
            }
            unmatched.add(left)
        }
        return unmatched
    }

    private func sum(_ orders: [CustomerOrder], day: Int32, unmatched: Int64) -> PurchaseState {
        var state = PurchaseState(day: day, lastDay: .min)
        for order in orders where order.minorUnits != 0 || countsZeroValueOrders && !order.isReduced {
            state.lastDay = max(state.lastDay, days.shown(order.seconds, known: days.known(order.seconds)))
            state.orders += 1
            state.minorUnits.add(order.minorUnits)
        }
        state.minorUnits = state.minorUnits.saturatingAdding(-unmatched)
        return state
    }
}
