public import CustomerValue
import Dispatch
public import Facts
public import Journal
import Population
import Synchronization

/// What customers of a shop brought later by what they began with, of one moment.
public struct LaterValuesOfShop: Sendable {
    /// When the shop was looked at.
    public let computedAt: Instant
    /// The figures.
    public let values: LaterValues

    /// Figures of a moment.
    public init(computedAt: Instant, values: LaterValues) {
        self.computedAt = computedAt
        self.values = values
    }
}

/// Keeps what was counted last until something changes, and what events said. One count is made at a time.
final class LaterValuesKeeper: Sendable {
    fileprivate struct Kept {
        var sequence: UInt64
        var today: ShopDay
        var timeZone: ShopTimeZone
        var currency: Currency?
        var values: LaterValuesOfShop
    }

    fileprivate struct State {
        var kept: Kept?
        /// When it was last seen to be what the shop is.
        var lookedAt: Instant?
        /// Whether a count was asked for that nobody waits for.
        var isAsked = false
        var labels = FirstOrderLabels()
    }

    fileprivate let queue = DispatchQueue(label: "later values")
    fileprivate let state = Mutex(State())
}

extension Shop {
    /// What customers brought later by the product, discount code, month and channel of their first order, and how soon they came back.
    ///
    /// All orders are read, a few thousand customers at a time, and of first orders that were not met before what their events say. The answer is
    /// kept until the shop changes.
    public func laterValues() async throws(JournalError) -> LaterValuesOfShop {
        let outcome: Result<LaterValuesOfShop, JournalError> = await withCheckedContinuation { continuation in
            laterValuesKeeper.queue.async {
                continuation.resume(
                    returning: Result { () throws(JournalError) -> LaterValuesOfShop in try self.countLaterValues() })
            }
        }
        return try outcome.get()
    }

    /// Seconds for which what was counted is told before it is counted anew for whoever does not wait.
    private static let laterValuesLast: Int64 = 900

    /// What ``laterValues()`` found last, without waiting: older than a quarter of an hour it is found anew in the background. `nil` until it was
    /// found once.
    public func knownLaterValues() -> LaterValuesOfShop? {
        let now = clock().secondsSince1970
        let (known, mustAsk) = laterValuesKeeper.state.withLock { state -> (LaterValuesOfShop?, Bool) in
            let known = state.kept?.values
            let isFresh = state.lookedAt.map { now - $0.secondsSince1970 < Self.laterValuesLast } ?? false
            guard !isFresh || known == nil, !state.isAsked else { return (known, false) }
            state.isAsked = true
            return (known, true)
        }
        if mustAsk {
            laterValuesKeeper.queue.async { [weak self] in
                guard let self else { return }
                // What fails is asked for again by whoever reads next.
                _ = try? countLaterValues()
                laterValuesKeeper.state.withLock { $0.isAsked = false }
            }
        }
        return known
    }

    private func countLaterValues() throws(JournalError) -> LaterValuesOfShop {
        let options = summaryOptions
        let now = clock()
        let (sequence, metricCount) = read { ($0.sequence, ($0.allMetrics.map { Int($0.number.value) }.max() ?? 0) + 1) }
        let known = laterValuesKeeper.state.withLock { $0 }
        if let kept = known.kept, kept.sequence == sequence, kept.today == options.today, kept.timeZone == options.timeZone,
            kept.currency == options.currency
        {
            laterValuesKeeper.state.withLock { $0.lookedAt = now }
            return kept.values
        }
        var all = orders(of: .everybody, tellsFacts: true)
        let orders = all.orders
        all.orders = OrderTable()
        let facts = all.sequences ?? []
        let first: FirstOrders
        do throws(SummaryError) {
            first = try FirstOrders(orders: orders, refunds: all.refunds, options: options)
        } catch {
            // Nothing was sold yet, or nothing in a currency that is known.
            first = FirstOrders(asOf: options.today, currency: options.currency ?? .none)
        }
        let wanted = first.rows.map { facts[Int($0)] }.sorted()
        let labels = try FirstOrderLabels(of: wanted, known: known.labels, journal, metricCount: metricCount)
        var byDimension: [LaterValues.Dimension: LaterValues.Labels] = [:]
        for (place, dimension) in FirstOrderLabels.dimensions.enumerated() {
            byDimension[dimension] = LaterValues.Labels(texts: labels[place]) { labels.number(place, of: facts[Int($0)]) }
        }
        let values = LaterValuesOfShop(computedAt: now, values: LaterValues(first, byDimension))
        laterValuesKeeper.state.withLock { state in
            state.labels = labels
            state.lookedAt = now
            state.kept = .init(
                sequence: sequence, today: options.today, timeZone: options.timeZone, currency: options.currency, values: values)
        }
        return values
    }
}
