import Facts

/// Reads the orders and refunds of one customer after another out of a population's columns.
///
/// It holds the columns while it reads: nothing may be written meanwhile.
struct OrderReader {
    /// How many profiles to prepare at a time: what they touch fits into the nearer memory.
    static let profilesPrepared = 128

    private let population: Population
    private let book: OrderBook
    private let browserFacts: BrowserFacts
    private let orders: [CountedEvents]
    private let refunds: [CountedEvents]
    /// Whether orders are what a custom metric says: what is given back for others then does nothing.
    private let areChosen: Bool
    /// The currency that an event named last: most name the same.
    private var known: (named: UInt8, number: UInt8, perMajor: Double)?

    /// - Parameter proposed: what are orders, where that is to be another thing than it is.
    init(_ population: Population, _ proposed: ProposedOrders? = nil) {
        self.population = population
        book = proposed?.book ?? population.book
        browserFacts = population.browserFacts
        let sources = proposed?.sources ?? population.orderSources
        orders = population.counted(sources[.revenue] ?? [])
        refunds = population.counted(sources[.refundedSales] ?? [])
        areChosen = proposed?.areChosen ?? (population.mapping.custom[.revenue] != nil)
    }

    /// How many of a profile's orders are worth less than was given back for them by their id, of those in one currency.
    func ordersGivenBackBeyondWorth(_ profile: ProfileNumber) -> Int {
        var count = 0
        for orders in orders {
            orders.forEachOrder(profile, browserFacts) { event in
                guard event.order != 0, isCountedOnce(event) else { return }
                let refunds = book.refunds(event.order)
                guard !refunds.isEmpty, refunds.allSatisfy({ $0.currency == event.currency }) else { return }
                // One that says no amount gives back what the order was worth, no more.
                let back = refunds.reduce(0.0) { $0 + abs($1.value ?? 0) }
                if back > max(0, event.value) + 0.005 { count += 1 }
            }
        }
        return count
    }

    /// Lets the memory that the orders of some profiles stand in be brought near, all of it at once. Changes nothing.
    func prepare(for rows: [Int]) {
        for orders in orders {
            for row in rows { orders.look.prefetch(ProfileNumber(UInt32(row))) }
            for row in rows {
                for order in orders.look.orders(ProfileNumber(UInt32(row))) where order != 0 { book.prefetch(order) }
            }
        }
    }

    /// Adds the orders and refunds of a profile, if it has any.
    mutating func add(_ profile: ProfileNumber, to result: inout OrdersOfShop) {
        let customer = UInt32(result.profiles.count)
        for orders in orders { orders.forEachOrder(profile, browserFacts) { event in addOrder(event, of: profile, customer, to: &result) } }
        for refunds in refunds { refunds.forEach(profile) { event in addRefund(event, of: profile, customer, to: &result) } }
    }

    @inline(__always)
    private mutating func addOrder(
        _ event: EventColumns.Event, of profile: ProfileNumber, _ customer: UInt32, to result: inout OrdersOfShop
    ) {
        guard isCountedOnce(event), let (currency, perMajor) = currency(event.currency, in: &result),
            let minorUnits = Population.minorUnits(event.value, perMajor: perMajor)
        else { return }
        register(profile, customer, in: &result)
        result.orders.append(
            OrderRecord(
                customer: customer, secondsSince1970: event.seconds, minorUnits: max(0, minorUnits), currency: currency,
                isDateOnly: false), orderID: event.order)
        result.sequences?.append(event.sequence)
        guard event.order != 0 else { return }
        for refund in book.refunds(event.order) {
            guard let (currency, perMajor) = self.currency(refund.currency, in: &result) else { continue }
            result.refunds.append(
                RefundRecord(
                    customer: customer, secondsSince1970: refund.seconds,
                    minorUnits: refund.value.flatMap { Population.minorUnits(abs($0), perMajor: perMajor) }, currency: currency,
                    orderID: event.order))
        }
    }

    @inline(__always)
    private mutating func addRefund(
        _ event: EventColumns.Event, of profile: ProfileNumber, _ customer: UInt32, to result: inout OrdersOfShop
    ) {
        guard !browserFacts.contains(event.sequence) else { return }
        // Refunds of known orders came with their order.
        if event.order != 0, areChosen || book.place(event.order) != nil { return }
        guard let (currency, perMajor) = currency(event.currency, in: &result),
            let minorUnits = Population.minorUnits(abs(event.value), perMajor: perMajor)
        else { return }
        register(profile, customer, in: &result)
        result.refunds.append(
            RefundRecord(
                customer: customer, secondsSince1970: event.seconds, minorUnits: minorUnits, currency: currency, orderID: event.order))
    }

    /// See ``Population/isCountedOnce(_:)``.
    private func isCountedOnce(_ event: EventColumns.Event) -> Bool {
        event.order == 0 || book.place(event.order)?.sequence == event.sequence && !book.isCancelled(event.order)
    }

    /// Gives a profile its customer number, unless it has it.
    private func register(_ profile: ProfileNumber, _ customer: UInt32, in result: inout OrdersOfShop) {
        guard result.profiles.count == customer else { return }
        population.withIdentifier(profile) { result.register(profile, identifier: $0) }
    }

    /// The number of a currency in the table of orders, and how many minor units it has; `nil` after 256 different ones.
    private mutating func currency(_ named: UInt8, in result: inout OrdersOfShop) -> (number: UInt8, perMajor: Double)? {
        if let known, known.named == named { return (known.number, known.perMajor) }
        let currency = population.currency(named)
        guard let number = result.orders.number(of: currency) else { return nil }
        let perMajor = Double(currency.minorUnitsPerMajor)
        known = (named, number, perMajor)
        return (number, perMajor)
    }
}
