import Facts
import Population
import Segments

/// Which properties of events definitions ask for.
enum EventProperties {
    /// By metric.
    static func needed(
        by conditions: [Condition], _ groups: SegmentCompiler.Groups, _ metrics: [Metric]
    ) -> [MetricNumber: Set<String>] {
        var needed: [MetricNumber: Set<String>] = [:]
        forEach(conditions) { reference, property in
            let metric: MetricNumber? =
                switch reference {
                case .id(let id): groups.metric(id)
                case .name(let name): metrics.first { $0.name == name }?.number
                }
            if let metric { needed[metric, default: []].insert(property) }
        }
        return needed
    }

    /// The same before metrics are known: by their names, and by their numbers.
    static func wanted(by conditions: [Condition], _ ids: PublicIDs) -> (
        byName: [String: Set<String>], byNumber: [MetricNumber: Set<String>]
    ) {
        var byName: [String: Set<String>] = [:]
        var byNumber: [MetricNumber: Set<String>] = [:]
        forEach(conditions) { reference, property in
            switch reference {
            case .id(let id):
                if let number = ids.number(.metric, id).flatMap({ UInt32(exactly: $0) }) {
                    byNumber[MetricNumber(number), default: []].insert(property)
                }
            case .name(let name): byName[name, default: []].insert(property)
            }
        }
        return (byName, byNumber)
    }

    private static func forEach(_ conditions: [Condition], _ body: (MetricReference, String) -> Void) {
        for condition in conditions {
            condition.forEachTest { test in
                switch test {
                case .metric(let test): for property in test.properties { body(test.metric, property.property) }
                case .funnel(let test):
                    for step in test.steps { for property in step.properties { body(step.metric, property.property) } }
                default: break
                }
            }
        }
    }
}

extension Shop {
    /// Whether a definition asks for properties of events that are not kept.
    func lacksProperties(of condition: Condition) -> Bool {
        let groups = segmentGroups
        return read { population in
            let needed = EventProperties.needed(by: [condition], groups, population.allMetrics)
            return needed.contains { metric, properties in properties.contains { !population.keeps($0, of: metric) } }
        }
    }
}
