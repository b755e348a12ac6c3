import Facts
import Population
import Segments

/// Which properties of events definitions ask for.
enum EventProperties {
    /// By metric.
    static func needed(
        by conditions: [Condition], _ groups: SegmentCompiler.Groups, _ population: Population
    ) -> [MetricNumber: Set<String>] {
        var needed: [MetricNumber: Set<String>] = [:]
        forEach(conditions) { reference, property in
            let (metric, custom): (MetricNumber?, CustomMetric?) =
                switch reference {
                case .id(let id): (groups.metric(id), groups.customMetric(id).flatMap { population.customMetric($0) })
                case .name(let name): (population.metric(named: name), population.customMetric(named: name))
                }
            // An id is of one or of the other; of two with the same name the metric is meant.
            for metric in custom.flatMap({ isThere(metric, population) ? nil : $0.metrics }) ?? [metric].compactMap({ $0 }) {
                needed[metric, default: []].insert(property)
            }
        }
        return needed
    }

    private static func isThere(_ metric: MetricNumber?, _ population: Population) -> Bool {
        metric.map { population.metric($0) != nil } ?? false
    }

    /// The same before metrics are known: by their names, and by their numbers.
    static func wanted(by conditions: [Condition], _ ids: PublicIDs, _ custom: [CustomMetric]) -> (
        byName: [String: Set<String>], byNumber: [MetricNumber: Set<String>]
    ) {
        var byName: [String: Set<String>] = [:]
        var byNumber: [MetricNumber: Set<String>] = [:]
        forEach(conditions) { reference, property in
            let own = custom.first { reference == .id(ids.id($0.number)) || reference == .name($0.name) }
            for metric in own?.metrics ?? [] { byNumber[metric, default: []].insert(property) }
            switch reference {
            case .id(let id):
                if own == nil, let number = ids.number(.metric, id).flatMap({ UInt32(exactly: $0) }) {
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
            let needed = EventProperties.needed(by: [condition], groups, population)
            return needed.contains { metric, properties in properties.contains { !population.keeps($0, of: metric) } }
        }
    }

    /// Refuses a definition that asks for more properties of events than are left to segments. What is kept for definitions that were only counted
    /// takes nothing away: it makes room.
    func requireRoom(for condition: Condition) throws(SegmentFaults) {
        let (groups, segments) = (segmentGroups, definitions.segments.map(\.condition))
        let (asked, new) = read { population in
            (EventProperties.needed(by: segments, groups, population), EventProperties.needed(by: [condition], groups, population))
        }
        let more = new.flatMap { metric, properties in properties.subtracting(asked[metric] ?? []) }.sorted()
        let most = Population.mostKeptProperties
        guard let last = more.last, asked.propertyCount + more.count > most else { return }
        let reason = SegmentFault.Question.tooManyProperties(most: most, asked: asked.propertyCount, more: more.count, example: last)
        throw SegmentFaults(list: [SegmentFault(pointer: "", .question(reason))])
    }
}
