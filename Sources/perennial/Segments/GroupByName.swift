import Facts
import Shop

extension Shop {
    /// The segment of an id or a name.
    ///
    /// - Throws: an exit, with words, where there is none, or several have the name.
    func segment(named name: String) throws -> SegmentDefinition {
        try Self.one(name, "segment", among: definitions.segments.map { (id: ids.id($0.number), name: $0.name, value: $0) })
    }

    /// The list of an id or a name.
    ///
    /// - Throws: an exit, with words, where there is none, or several have the name.
    func list(named name: String) throws -> ListNumber {
        let lists = definitions.listNames.map { (id: ids.id(.list, UInt64($0.number.value)), name: $0.name, value: $0.number) }
        return try Self.one(name, "list", among: lists)
    }

    private static func one<Value>(_ name: String, _ kind: String, among all: [(id: String, name: String, value: Value)]) throws -> Value {
        let found = all.filter { $0.id == name || $0.name == name }
        guard found.count == 1, let one = found.first else {
            throw failure(
                .noInput,
                found.isEmpty
                    ? "There is no \(kind) \(visible(name)).\(NearestNames.advice(name, among: all.map(\.name)))"
                    : "\(found.count) \(kind)s are called \(visible(name)); name it by its id"
                        + (kind == "segment" ? ": perennial segment list." : "."))
        }
        return one.value
    }
}
