import Facts
public import Population
public import Segments

/// Something that goes by a custom metric, so that it cannot be deleted.
public struct CustomMetricUse: Sendable, Equatable {
    /// What kind of thing it is.
    public enum Kind: String, Sendable {
        case segment
        case mappedMetric = "mapped-metric"
        case rfmModel = "rfm-model"
    }

    /// What it is.
    public var kind: Kind
    /// Its id.
    public var id: String
    /// What people call it.
    public var name: String
}

extension Shop {
    /// What goes by a custom metric.
    public func uses(of metric: CustomMetricNumber) -> [CustomMetricUse] {
        let meanings = read { $0.mapping.custom }.filter { $0.value.number == metric }.keys
        let mapped = meanings.map(\.rawValue).sorted().map { CustomMetricUse(kind: .mappedMetric, id: $0, name: $0) }
        let models = rfmModels.filter { $0.metric == .custom(metric) }.map {
            CustomMetricUse(kind: .rfmModel, id: ids.id($0.number), name: $0.name)
        }
        return mapped + models + uses(of: metric) { _ in true }
    }

    /// The segments that ask something of a custom metric.
    func uses(of metric: CustomMetricNumber, where isMeant: (MetricTest) -> Bool) -> [CustomMetricUse] {
        guard let entry = definitions.customMetric(metric) else { return [] }
        let id = ids.id(metric)
        // A metric of the same name would be meant instead.
        let isNamed = read { $0.metric(named: entry.name) == nil }
        let segments = definitions.segments.filter { segment in
            var isUsed = false
            segment.condition.forEachTest { test in
                guard case .metric(let test) = test, isMeant(test) else { return }
                switch test.metric {
                case .id(let other): isUsed = isUsed || other == id
                case .name(let name): isUsed = isUsed || isNamed && name == entry.name
                }
            }
            return isUsed
        }
        return segments.map { CustomMetricUse(kind: .segment, id: ids.id($0.number), name: $0.name) }
    }
}

extension Shop {
    /// The custom metrics that a definition asks for, as it names them; their own metrics go by name.
    public func customMetrics(in condition: Condition) -> [MetricReference: CustomMetricDefinition] {
        var asked: [MetricReference: CustomMetricDefinition] = [:]
        let entries = definitions.customMetrics
        condition.forEachTest { test in
            guard case .metric(let test) = test else { return }
            let entry: CustomMetricEntry?
            switch test.metric {
            case .id(let id): entry = entries.first { ids.id($0.number) == id }
            // A metric of the same name is meant instead.
            case .name(let name): entry = read { $0.metric(named: name) } == nil ? entries.first { $0.name == name } : nil
            }
            asked[test.metric] = entry.map { named($0.definition) }
        }
        return asked
    }

    private func named(_ definition: CustomMetricDefinition) -> CustomMetricDefinition {
        var definition = definition
        for place in definition.groups.indices {
            guard case .id(let id) = definition.groups[place].metric, let number = ids.number(.metric, id).flatMap({ UInt32(exactly: $0) })
            else { continue }
            let name = read { $0.metric(MetricNumber(number))?.name }
            if let name { definition.groups[place].metric = .name(name) }
        }
        return definition
    }
}

extension [CustomMetricUse] {
    /// The first of them in words.
    var text: String {
        let some = prefix(5).map { use in
            switch use.kind {
            case .segment: "the segment \"\(use.name.prefix(64))\" (\(use.id))"
            case .rfmModel: "the RFM model \"\(use.name.prefix(64))\" (\(use.id))"
            case .mappedMetric: "the mapped metric \(use.id)"
            }
        }
        return some.joined(separator: ", ") + (count > 5 ? " and \(count - 5) more" : "")
    }
}
