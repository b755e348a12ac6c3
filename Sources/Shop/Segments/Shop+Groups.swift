public import Facts
import JSON
import Journal
public import Population
public import Segments

extension DefinitionTable {
    /// The names of the lists that live, by number.
    public var listNames: [(name: String, number: ListNumber)] {
        all(.list).compactMap { definition in
            guard let name = (try? JSONDocument(definition.body))?.root["name"]?.string, let number = UInt32(exactly: definition.number)
            else { return nil }
            return (name, ListNumber(number))
        }
    }
}

extension Shop {
    /// What the names of lists, segments and metrics mean now.
    public var segmentGroups: SegmentCompiler.Groups {
        let definitions = definitions
        let ids = ids
        let lists = definitions.listNames
        let segments = definitions.segments.map { (name: $0.name, number: $0.number) }
        let models = rfmModels
        return SegmentCompiler.Groups(
            list: { reference in
                switch reference {
                case .id(let id):
                    let number = ids.number(.list, id).flatMap { UInt32(exactly: $0) }.map { ListNumber($0) }
                    return lists.contains { $0.number == number } ? number : nil
                case .name(let name):
                    // What is named twice is nobody's name.
                    let found = lists.filter { $0.name == name }
                    return found.count == 1 && !segments.contains { $0.name == name } ? found[0].number : nil
                }
            },
            segment: { reference in
                switch reference {
                case .id(let id):
                    let number = ids.segment(id)
                    return segments.contains { $0.number == number } ? number : nil
                case .name(let name):
                    let found = segments.filter { $0.name == name }
                    return found.count == 1 && !lists.contains { $0.name == name } ? found[0].number : nil
                }
            },
            metric: { id in ids.number(.metric, id).flatMap { UInt32(exactly: $0) }.map { MetricNumber($0) } },
            customMetric: { ids.customMetric($0) },
            rfmModel: { text in
                let byID = ids.rfmModel(text).flatMap { number in models.first { $0.number == number } }
                return (byID ?? models.first { $0.name == text })?.number
            },
            all: {
                lists.map { .init(name: $0.name, id: ids.id(.list, UInt64($0.number.value))) }
                    + segments.map { .init(name: $0.name, id: ids.id($0.number)) }
            })
    }

    /// Whether a definition asks for a segment, directly or by way of others, by the definitions as they are now.
    public func asks(_ condition: Condition, for segment: SegmentNumber) -> Bool {
        let (groups, definitions) = (segmentGroups, definitions)
        var seen: Set<SegmentNumber> = []
        var waiting = [condition]
        while let next = waiting.popLast() {
            var found: [SegmentNumber] = []
            next.forEachTest { test in
                guard case .membership(let test) = test else { return }
                for group in test.groups where groups.list(group) == nil {
                    if let other = groups.segment(group) { found.append(other) }
                }
            }
            for other in found {
                if other == segment { return true }
                if seen.insert(other).inserted, let definition = definitions.segment(other) { waiting.append(definition.condition) }
            }
        }
        return false
    }

    /// Makes a definition ready.
    ///
    /// - Parameter places: where its conditions stand; by default as it would be written.
    /// - Throws: what it names that is not there.
    public func plan(_ condition: Condition, at places: Condition.Place? = nil) throws(SegmentFaults) -> SegmentPlan {
        if segments.isKeeping { try requireRoom(for: condition) }
        let groups = segmentGroups
        return try read { (population) throws(SegmentFaults) in
            var compiler = SegmentCompiler(population, groups: groups)
            return try compiler.plan(condition, at: places)
        }
    }
}
