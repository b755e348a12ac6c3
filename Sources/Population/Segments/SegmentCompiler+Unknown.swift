import Segments

// What a definition names that is not there: what was found, and what may be meant.
extension SegmentCompiler {
    private static let mostKnown = 20

    func unknown(_ reference: MetricReference) -> SegmentFault.Metric {
        let names = population.allMetrics.map(\.name) + population.customMetrics.values.map(\.name)
        return switch reference {
        case .name(let name): .none(named: name, NearNames(name, among: names, mostKnown: Self.mostKnown))
        case .id(let id): .noID(id, isName: names.contains(id))
        }
    }

    func unknown(_ reference: GroupReference) -> SegmentFault.Name {
        let all = groups.all()
        switch reference {
        case .name(let name):
            let same = all.filter { $0.name == name }
            guard same.isEmpty else { return .severalGroups(named: name, count: same.count, ids: same.prefix(5).map(\.id)) }
            return .noGroup(named: name, NearNames(name, among: all.map(\.name), mostKnown: Self.mostKnown))
        case .id(let id): return .noGroupID(id, idOfName: all.first { $0.name == id }?.id)
        }
    }
}

extension MetricReference {
    /// Whether it is by name.
    var isName: Bool { if case .name = self { true } else { false } }
}

extension GroupReference {
    /// Whether it is by name.
    var isName: Bool { if case .name = self { true } else { false } }
}
