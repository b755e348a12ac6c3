import Facts
import Population
import Shop
import Synchronization

/// When the last event of each metric was: all events are looked at for it, so it is found out in the background and told for a minute.
final class LastEvents: Sendable {
    private struct State {
        var found: [MetricNumber: Instant]?
        var at: Int64 = 0
        var isAsked = false
    }

    private let state = Mutex(State())
    private static let lastsSeconds: Int64 = 60
    /// Up to so many events they are looked at at once.
    private static let mostAtOnce = 1_000_000

    /// What is known; `nil` until it was found out once.
    func known(_ shop: Shop) -> [MetricNumber: Instant]? {
        let now = shop.clock().secondsSince1970
        if shop.read({ $0.eventCount }) <= Self.mostAtOnce { return Self.find(shop) }
        let (found, mustAsk) = state.withLock { state -> ([MetricNumber: Instant]?, Bool) in
            let mustAsk = !state.isAsked && (state.found == nil || now - state.at >= Self.lastsSeconds)
            if mustAsk { state.isAsked = true }
            return (state.found, mustAsk)
        }
        if mustAsk {
            Task.detached(priority: .utility) { [self] in
                let last = Self.find(shop)
                state.withLock { $0 = State(found: last, at: shop.clock().secondsSince1970) }
            }
        }
        return found
    }

    private static func find(_ shop: Shop) -> [MetricNumber: Instant] {
        var last: [MetricNumber: Instant] = [:]
        for metric in shop.read({ $0.allMetrics }) {
            // A metric at a time, so that writers get their turn.
            shop.read { population in
                var latest: UInt32?
                population.forEachEvent(metric.number, from: 0, through: .max) { latest = max(latest ?? 0, $0.seconds) }
                if let latest { last[metric.number] = Instant(secondsSince1970: Int64(latest)) }
            }
        }
        return last
    }
}
