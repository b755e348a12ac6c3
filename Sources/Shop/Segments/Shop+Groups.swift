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
        return SegmentCompiler.Groups(
            list: { reference in
                switch reference {
                case .id(let id):
                    let number = ids.number(.list, id).flatMap { UInt32(exactly: $0) }.map { ListNumber($0) }
                    return lists.contains { $0.number == number } ? number : nil
                case .name(let name):
                    let found = lists.filter { $0.name == name }
                    return found.count == 1 ? found[0].number : nil
                }
            },
            segment: { reference in
                switch reference {
                case .id(let id):
                    let number = ids.segment(id)
                    return segments.contains { $0.number == number } ? number : nil
                case .name(let name):
                    let found = segments.filter { $0.name == name }
                    return found.count == 1 ? found[0].number : nil
                }
            },
            metric: { id in ids.number(.metric, id).flatMap { UInt32(exactly: $0) }.map { MetricNumber($0) } })
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
    /// - Throws: what it names that is not there.
    public func plan(_ condition: Condition) throws(SegmentFaults) -> SegmentPlan {
        if segments.isKeeping { try requireRoom(for: condition) }
        let groups = segmentGroups
        return try read { (population) throws(SegmentFaults) in
            var compiler = SegmentCompiler(population, groups: groups)
            return try compiler.plan(condition)
        }
    }

    /// How many a definition means now; `nil` where it names something that is not there.
    public func count(_ condition: Condition) -> Int? {
        guard let plan = try? plan(condition) else { return nil }
        let end = clock().secondsSince1970 + 1
        return read { plan.members(of: $0, before: end).count }
    }
}
