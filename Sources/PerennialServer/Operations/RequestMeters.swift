import Synchronization

/// Counts requests: by route, method and status, how long they took, what was sent.
///
/// Routes are known by their number, so a path that somebody makes up can never become a label.
final class RequestMeters: Sendable {
    /// Upper bounds of the histogram, in nanoseconds.
    static let bounds: [UInt64] = [
        100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000,
        100_000_000, 250_000_000, 1_000_000_000, 5_000_000_000,
    ]

    /// What was counted of one route.
    struct Counts: Sendable {
        var byStatus: [(status: Int, count: Int)] = []
        var buckets = [Int](repeating: 0, count: RequestMeters.bounds.count + 1)
        var nanoseconds: UInt64 = 0
        var requests = 0
        var bytesSent = 0
    }

    /// One route's counts under a lock of their own: requests to other routes do not wait.
    private final class Meter: Sendable {
        let counts = Mutex(Counts())
    }

    private let meters: [Meter]
    private let inFlight = Atomic<Int>(0)

    /// For so many routes; one more counts what no route answered.
    init(routeCount: Int) {
        meters = (0...routeCount).map { _ in Meter() }
    }

    func began() { inFlight.add(1, ordering: .relaxed) }

    func ended(route: Int?, status: Int, nanoseconds: UInt64, sent: Int) {
        inFlight.subtract(1, ordering: .relaxed)
        meters[route ?? meters.count - 1].counts.withLock { counts in
            counts.requests += 1
            counts.nanoseconds &+= nanoseconds
            counts.bytesSent += sent
            var bucket = 0
            while bucket < Self.bounds.count, nanoseconds > Self.bounds[bucket] { bucket += 1 }
            counts.buckets[bucket] += 1
            if let place = counts.byStatus.firstIndex(where: { $0.status == status }) {
                counts.byStatus[place].count += 1
            } else {
                counts.byStatus.append((status, 1))
            }
        }
    }

    /// Requests that are being answered.
    var requestsInFlight: Int { inFlight.load(ordering: .relaxed) }

    /// What was counted for a route; for what no route answered with the number of routes.
    func counts(route: Int) -> Counts { meters[route].counts.withLock { $0 } }
}
