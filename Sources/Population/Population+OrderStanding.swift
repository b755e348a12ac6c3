public import Facts

/// An order of a customer, and what became of it.
public struct OrderStanding: Sendable, Equatable {
    /// Money given back.
    public struct Refund: Sendable, Equatable {
        /// When.
        public var at: Instant
        /// How much; `nil`: all of it.
        public var value: Double?
        /// In which currency.
        public var currency: Currency
    }

    /// The number of the event's fact.
    public var sequence: UInt64
    /// When it was placed.
    public var at: Instant
    /// What it was worth; `nil` where that was not said.
    public var value: Double?
    /// In which currency.
    public var currency: Currency
    /// Whether it counts: it was not called off, and no earlier event told the same order.
    public var isCounted: Bool
    /// Whether it was called off.
    public var isCancelled: Bool
    /// What was given back, by whomever.
    public var refunds: [Refund]
}

extension Population {
    /// The orders of a customer in order of time, those that do not count among them.
    public func orderStandings(of profile: ProfileNumber) -> [OrderStanding] {
        var orders: [OrderStanding] = []
        let sources = counted(.revenue)
        for events in sources { events.forEachOrder(profile, browserFacts) { event in add(event, to: &orders) } }
        // Of one metric they are in order already.
        return sources.count < 2 ? orders : orders.sorted { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
    }

    private func add(_ event: EventColumns.Event, to orders: inout [OrderStanding]) {
        let hasID = event.order != 0
        let isCancelled = hasID && book.isCancelled(event.order)
        let isFirst = !hasID || book.place(event.order)?.sequence == event.sequence
        orders.append(
            OrderStanding(
                sequence: UInt64(event.sequence), at: Instant(secondsSince1970: Int64(event.seconds)), value: event.amount,
                currency: currency(event.currency), isCounted: isFirst && !isCancelled, isCancelled: isCancelled,
                refunds: hasID && isFirst ? book.refunds(event.order).map(standing) : []))
    }

    private func standing(_ refund: OrderBook.Refund) -> OrderStanding.Refund {
        OrderStanding.Refund(
            at: Instant(secondsSince1970: Int64(refund.seconds)), value: refund.value.map { abs($0) }, currency: currency(refund.currency))
    }
}
