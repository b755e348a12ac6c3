import Population
import Segments

// What cannot mean an order, a refund or a cancellation, and why.
extension Shop {
    /// Refuses a custom metric that only counts as what orders are.
    func requireWorth(_ custom: CustomMetric, pointer: String) throws(IntakeError) {
        guard custom.method == .count else { return }
        throw .metric(.onlyCounts(custom.name), pointer: pointer)
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
                throw .metric(.twoMeanings(metric: name, other, meaning), pointer: pointer)
            }
        }
    }

    /// Refuses as what orders are what has events, none of which says what it is worth: nobody would have ordered anything.
    func requireAnyWorth(_ mapping: MetricMapping, pointer: String) throws(IntakeError) {
        if let custom = mapping.custom[.revenue] { return try requireAnyWorth(custom, pointer: pointer) }
        guard let metric = mapping[.revenue] else { return }
        let (name, count, hasWorth) = read { ($0.metric(metric)?.name ?? "", $0.eventCount(metric), $0.saysWorth(metric)) }
        if count > 0, !hasWorth { throw .metric(.worthless(name, events: count), pointer: pointer) }
    }

    /// The same of a custom metric, of whose events it is known which count.
    func requireAnyWorth(_ custom: CustomMetric, pointer: String) throws(IntakeError) {
        let (count, hasWorth) = read { $0.saysWorth(custom) }
        if count > 0, !hasWorth { throw .metric(.worthless(custom.name, events: count), pointer: pointer) }
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
        throw .metric(.stillAsked(old.name, wouldOnlyCount: onlyCounts, by: uses), pointer: nil)
    }
}
