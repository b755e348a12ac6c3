public import Facts

/// Orders that count nowhere for now: in a currency without a rate, or dated in the future.
public struct OrdersAside: Sendable, Equatable {
    /// Orders of one currency.
    public struct Held: Sendable, Equatable {
        /// How many.
        public var orders = 0
        /// What they were worth together, in minor units of the currency.
        public var minorUnits: Int64 = 0
        /// The day of the first of them; `nil` where there are none.
        public var firstDay: ShopDay?
    }

    /// By currency.
    public var held: [Currency: Held] = [:]
    /// Orders dated after today.
    public var afterToday = 0

    /// None.
    public init() {}
}

extension Population {
    /// Adds the orders of some profiles that count nowhere.
    ///
    /// - Parameters:
    ///   - endOfToday: the last second of the shop's day.
    ///   - rates: by which orders in other currencies count.
    public func addOrdersAside(of rows: Range<Int>, endOfToday: Int64, rates: ExchangeRates, to aside: inout OrdersAside) {
        let orders = counted(.revenue)
        for row in rows.clamped(to: 0..<profiles.count) {
            let profile = ProfileNumber(UInt32(row))
            guard profiles.isLive(profile) else { continue }
            for events in orders { events.forEachOrder(profile, browserFacts) { event in add(event, endOfToday, rates, to: &aside) } }
        }
    }

    private func add(_ event: EventColumns.Event, _ endOfToday: Int64, _ rates: ExchangeRates, to aside: inout OrdersAside) {
        guard isCountedOnce(event) else { return }
        if Int64(event.seconds) > endOfToday {
            aside.afterToday += 1
            return
        }
        let own = currency(event.currency)
        guard own != currency, let minorUnits = minorUnits(event.value, own) else { return }
        let day = timeZone.day(of: Instant(secondsSince1970: Int64(event.seconds)))
        guard rates.isEmpty || rates.convert(Money(minorUnits: minorUnits, currency: own), to: currency, on: day) == nil else { return }
        var held = aside.held[own] ?? .init()
        held.orders += 1
        held.minorUnits.add(minorUnits)
        held.firstDay = min(held.firstDay ?? day, day)
        aside.held[own] = held
    }

    /// Whether an event of the metric of orders is one: no browser told it, it was not called off, and no other event told the same order.
    func isCountedOnce(_ event: EventColumns.Event) -> Bool {
        guard !browserFacts.contains(event.sequence) else { return false }
        return event.order == 0 || book.place(event.order)?.sequence == event.sequence && !book.isCancelled(event.order)
    }
}
