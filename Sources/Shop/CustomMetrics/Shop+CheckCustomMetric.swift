import Facts
public import Population
public import Segments

extension Shop {
    /// Looks up the metrics that a definition of a custom metric names.
    ///
    /// - Parameter own: the custom metric that it is to be the definition of, where there is one.
    /// - Returns: the definition, its metrics named by their ids.
    /// - Throws: what is not there, with its place.
    public func checked(
        _ definition: CustomMetricDefinition, of own: CustomMetricNumber? = nil
    ) throws(SegmentFaults) -> CustomMetricDefinition {
        let metrics = read { $0.allMetrics }
        let custom = definitions.customMetrics
        var found = definition
        var faults: [SegmentFault] = []
        for (place, group) in definition.groups.enumerated() {
            let metric: Metric?
            let (key, text): (String, String)
            switch group.metric {
            case .id(let id):
                (key, text) = ("metric_id", id)
                let number = ids.number(.metric, id).flatMap { UInt32(exactly: $0) }
                metric = metrics.first { $0.number.value == number }
            case .name(let name):
                (key, text) = ("metric_name", name)
                metric = metrics.first { $0.name == name }
            }
            if let metric {
                found.groups[place].metric = .id(ids.id(.metric, UInt64(metric.number.value)))
            } else {
                let fault = unknown(text, isID: key == "metric_id", metrics, custom, own)
                faults.append(SegmentFault(pointer: "/metric_groups/\(place)/\(key)", .metric(fault)))
            }
        }
        guard faults.isEmpty else { throw SegmentFaults(list: faults) }
        // A metric may have been named by its id here and by its name there.
        for (place, group) in found.groups.enumerated() {
            guard let same = found.groups[..<place].firstIndex(of: group) else { continue }
            throw SegmentFaults(list: [SegmentFault(pointer: "/metric_groups/\(place)", .metric(.sameGroup(same)))])
        }
        return found
    }

    private func unknown(
        _ text: String, isID: Bool, _ metrics: [Metric], _ custom: [CustomMetricEntry], _ own: CustomMetricNumber?
    ) -> SegmentFault.Metric {
        if let other = custom.first(where: { isID ? ids.id($0.number) == text : $0.name == text }) {
            return other.number == own ? .ofItself : .ofCustomMetric(other.name)
        }
        let near = NearestNames.of(text, among: metrics.map(\.name)).compactMap { name in
            metrics.first { $0.name == name }.map { SegmentFault.NamedID(name: name, id: ids.id(.metric, UInt64($0.number.value))) }
        }
        return .noneOfGroup(text, isID: isID, near: near)
    }
}
