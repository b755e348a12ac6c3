public import Population
public import Segments

/// Something that goes by a custom metric, so that it cannot be deleted.
public struct CustomMetricUse: Sendable, Equatable {
    /// What kind of thing it is.
    public enum Kind: String, Sendable {
        case segment
        case mappedMetric = "mapped-metric"
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
        guard let entry = definitions.customMetric(metric) else { return [] }
        let id = ids.id(metric)
        let meanings = read { $0.mapping.custom }.filter { $0.value.number == metric }.keys
        let mapped = meanings.map(\.rawValue).sorted().map { CustomMetricUse(kind: .mappedMetric, id: $0, name: $0) }
        // A metric of the same name would be meant instead.
        let isNamed = read { $0.metric(named: entry.name) == nil }
        let segments = definitions.segments.filter { segment in
            var isUsed = false
            segment.condition.forEachTest { test in
                guard case .metric(let test) = test else { return }
                switch test.metric {
                case .id(let other): isUsed = isUsed || other == id
                case .name(let name): isUsed = isUsed || isNamed && name == entry.name
                }
            }
            return isUsed
        }
        return mapped + segments.map { CustomMetricUse(kind: .segment, id: ids.id($0.number), name: $0.name) }
    }
}

extension Shop {
    /// The names of the custom metrics that a definition asks for.
    public func customMetrics(in condition: Condition) -> [String] {
        let all = read { population in population.allCustomMetrics.filter { population.metric(named: $0.name) == nil } }
        let byID = Dictionary(definitions.customMetrics.map { (ids.id($0.number), $0.name) }) { first, _ in first }
        var names: [String] = []
        condition.forEachTest { test in
            guard case .metric(let test) = test else { return }
            switch test.metric {
            case .id(let id): if let name = byID[id] { names.append(name) }
            case .name(let name): if all.contains(where: { $0.name == name }) { names.append(name) }
            }
        }
        return names
    }
}

extension [CustomMetricUse] {
    /// The first of them in words.
    var text: String {
        let some = prefix(5).map { use in
            use.kind == .segment ? "the segment \"\(use.name.prefix(64))\" (\(use.id))" : "the mapped metric \(use.id)"
        }
        return some.joined(separator: ", ") + (count > 5 ? " and \(count - 5) more" : "")
    }
}
