import Facts
import Synchronization

/// Collects what `/metrics` shows.
final class ServerFigures: Sendable {
    private let connections: OpenConnections
    private let budget: ByteBudget
    private let startedAt: Instant
    private let others: MetricSource
    /// Known once the routes are numbered, which happens after the route that shows this is made.
    private let requests = Mutex<(meters: RequestMeters, table: RouteTable)?>(nil)

    init(connections: OpenConnections, budget: ByteBudget, startedAt: Instant, others: @escaping MetricSource) {
        self.connections = connections
        self.budget = budget
        self.startedAt = startedAt
        self.others = others
    }

    func watch(_ meters: RequestMeters, _ table: RouteTable) {
        requests.withLock { $0 = (meters, table) }
    }

    @Sendable func text() -> MetricsText {
        var metrics = MetricsText()
        if let (meters, table) = requests.withLock({ $0 }) { meters.write(to: &metrics, table: table) }
        metrics.single("http_connections", .gauge, "Open connections.", Double(connections.count))
        metrics.single(
            "http_connections_turned_away_total", .counter, "Connections that were one too many.", Double(connections.turnedAwayCount))
        metrics.single("http_request_body_bytes", .gauge, "Bytes of bodies in memory.", Double(budget.bytesInUse))
        others(&metrics)
        ProcessFigures.write(to: &metrics, startedInSeconds: startedAt.secondsSince1970)
        return metrics
    }
}
