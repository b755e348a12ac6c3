import Population
import Segments

// What cannot mean an order, a refund or a cancellation, and why.
extension Shop {
    /// Refuses a custom metric that only counts as what orders are.
    func requireWorth(_ custom: CustomMetric, pointer: String) throws(IntakeError) {
        guard custom.method == .count else { return }
        throw .invalid(
            pointer: pointer,
            detail:
                "\"\(custom.name.prefix(64))\" only counts, and orders must be worth something: give it the aggregation_method \"value\".")
    }

    /// Refuses a mapping by which events of one metric would mean two things of orders, which only the first would get.
    func requireOneMeaning(_ mapping: MetricMapping, insteadOf old: MetricMapping, pointer: String) throws(IntakeError) {
        let meanings = MetricMapping.Meaning.allCases.filter(\.isOfOrders)
        for (place, meaning) in meanings.enumerated() {
            for other in meanings[..<place] {
                let both = Set(mapping.metrics(of: meaning)).intersection(mapping.metrics(of: other))
                // What was so before is not made worse.
                let before = Set(old.metrics(of: meaning)).intersection(old.metrics(of: other))
                guard let metric = both.subtracting(before).sorted().first else { continue }
                let name = read { $0.metric(metric)?.name } ?? ""
                throw .invalid(
                    pointer: pointer,
                    detail:
                        "\"\(name.prefix(64))\" would be \(other.rawValue) and \(meaning.rawValue), and an event means one of them: map one of "
                        + "them to another metric first.")
            }
        }
    }

    /// Refuses as what orders are what has events, none of which says what it is worth: nobody would have ordered anything.
    func requireAnyWorth(_ mapping: MetricMapping, pointer: String) throws(IntakeError) {
        if let custom = mapping.custom[.revenue] { return try requireAnyWorth(custom, pointer: pointer) }
        guard let metric = mapping[.revenue] else { return }
        let (name, count, hasWorth) = read { ($0.metric(metric)?.name ?? "", $0.eventCount(metric), $0.saysWorth(metric)) }
        if count > 0, !hasWorth { throw Self.worthless(name, count, pointer) }
    }

    /// The same of a custom metric, of whose events it is known which count.
    func requireAnyWorth(_ custom: CustomMetric, pointer: String) throws(IntakeError) {
        let (count, hasWorth) = read { $0.saysWorth(custom) }
        if count > 0, !hasWorth { throw Self.worthless(custom.name, count, pointer) }
    }

    private static func worthless(_ name: String, _ count: Int, _ pointer: String) -> IntakeError {
        .invalid(
            pointer: pointer,
            detail:
                "None of \(count) events of \"\(name.prefix(64))\" says by a number what it is worth: nobody would have ordered anything. Take a "
                + "metric whose events have a value, or name the property that says it (value_property of a custom metric).")
    }

    /// Refuses a change by which segments could no longer ask what they ask of a custom metric.
    func requireStillAsked(of old: CustomMetricEntry, by new: CustomMetric) throws(IntakeError) {
        let isRenamed = old.name != new.name
        let onlyCounts = old.definition.method == .value && new.method == .count
        guard isRenamed || onlyCounts else { return }
        let uses = uses(of: old.number) { test in
            if onlyCounts, test.measurement != .count { return true }
            if isRenamed, case .name(_) = test.metric { return true }
            return false
        }
        guard !uses.isEmpty else { return }
        let why = onlyCounts ? "only count, and have no sum or average" : "have another name"
        throw .conflict("\"\(old.name.prefix(64))\" would \(why), and is asked for it by \(uses.text). Change or delete these first.")
    }
}
