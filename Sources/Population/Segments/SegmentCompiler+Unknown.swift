import Facts
import Segments

// What a definition names that is not there, in words: what was found, and what may be meant.
extension SegmentCompiler {
    func unknown(_ reference: MetricReference) -> String {
        let names = population.allMetrics.map(\.name) + population.customMetrics.values.map(\.name)
        switch reference {
        case .name(let name): return "There is no metric named \"\(name.prefix(64))\".\(Self.advice(name, names))"
        case .id(let id):
            let isName = names.contains(id)
            return "There is no metric with the id \"\(id.prefix(64))\"."
                + (isName ? " One has that name: give it as metric_name." : "")
        }
    }

    func unknown(_ reference: GroupReference) -> String {
        let all = groups.all()
        switch reference {
        case .name(let name):
            let same = all.filter { $0.name == name }
            guard same.isEmpty else {
                return "\(same.count) lists and segments are named \"\(name.prefix(64))\": name one by its id in group_ids "
                    + "(\(same.prefix(5).map(\.id).joined(separator: ", ")))."
            }
            return "There is no list and no segment named \"\(name.prefix(64))\".\(Self.advice(name, all.map(\.name)))"
        case .id(let id):
            let named = all.first { $0.name == id }
            return "There is no list and no segment with the id \"\(id.prefix(64))\"."
                + (named.map { " One has that name: its id is \($0.id)." } ?? "")
        }
    }

    private static func advice(_ name: String, _ names: [String]) -> String {
        let nearest = NearestNames.of(name, among: names)
        if !nearest.isEmpty { return " Did you mean \(nearest.joined(separator: ", "))?" }
        if names.isEmpty { return " There is none yet." }
        return " There are: \(names.prefix(20).map { String($0.prefix(64)) }.joined(separator: ", "))\(names.count > 20 ? ", ..." : "")."
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
