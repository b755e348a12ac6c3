import Facts
public import Population
import Synchronization

/// What was counted, and what it depends on.
struct CountedAside: Sendable {
    var sequence: UInt64
    var today: ShopDay
    var currency: Currency?
    var orders: OrdersAside
}

extension Shop {
    /// Profiles that are looked at before writers get their turn.
    private static let chunkAside = 20_000

    /// Orders that count nowhere for now. Counted from the columns, once for each state of them.
    public func ordersAside() -> OrdersAside {
        let (today, currency) = (today, settings.currency)
        let sequence = read { $0.sequence }
        if let known = aside.withLock({ $0 }), known.sequence == sequence, known.today == today, known.currency == currency {
            return known.orders
        }
        let (endOfToday, rates) = (settings.timeZone.lastSecond(of: today), exchangeRates)
        var orders = OrdersAside()
        var row = 0
        var count = 1
        while row < count {
            count = read { population in
                population.addOrdersAside(of: row..<row + Self.chunkAside, endOfToday: endOfToday, rates: rates, to: &orders)
                return population.profileCount
            }
            row += Self.chunkAside
        }
        let counted = CountedAside(sequence: sequence, today: today, currency: currency, orders: orders)
        aside.withLock { $0 = counted }
        return orders
    }
}
