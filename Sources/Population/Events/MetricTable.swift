public import Facts

/// A kind of event.
public struct Metric: Sendable, Equatable {
    /// Its number.
    public var number: MetricNumber
    /// Its name: `Placed Order`.
    public var name: String
    /// Where it comes from: `API`, `Shopify`, …
    public var integration: String
    /// When it was met first.
    public var created: Instant
}

/// The kinds of events by number and by name.
struct MetricTable: Sendable {
    private(set) var all: [Metric] = []
    private var numbers: [String: MetricNumber] = [:]

    func number(_ name: String) -> MetricNumber? { numbers[name] }

    mutating func add(_ fact: MetricFact) {
        guard fact.metric.index == all.count else { return }
        all.append(
            Metric(
                number: fact.metric, name: fact.name, integration: fact.integration,
                created: Instant(secondsSince1970: Int64(fact.seconds))))
        if numbers[fact.name] == nil { numbers[fact.name] = fact.metric }
    }
}
