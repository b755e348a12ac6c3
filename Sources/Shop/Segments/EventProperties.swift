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

extension [MetricNumber: Set<String>] {
    /// How many properties these are, over all metrics.
    var propertyCount: Int { values.reduce(0) { $0 + $1.count } }
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

    /// Refuses a definition that asks for more properties of events than are left to segments. What is kept for definitions that were only counted
    /// takes nothing away: it makes room.
    func requireRoom(for condition: Condition) throws(SegmentFaults) {
        let (groups, metrics) = (segmentGroups, read { $0.allMetrics })
        let asked = EventProperties.needed(by: definitions.segments.map(\.condition), groups, metrics)
        let new = EventProperties.needed(by: [condition], groups, metrics)
        let more = new.flatMap { metric, properties in properties.subtracting(asked[metric] ?? []) }.sorted()
        let most = Population.mostKeptProperties
        guard let last = more.last, asked.propertyCount + more.count > most else { return }
        let detail =
            "Segments may ask for \(most) properties of events, and ask for \(asked.propertyCount) already; "
            + "\(more.count) more, such as \"\(last.prefix(64))\", are too many."
        throw SegmentFaults(list: [SegmentFault(pointer: "", detail: detail)])
    }
}
