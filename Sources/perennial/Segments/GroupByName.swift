import Facts
import Shop

extension Shop {
    /// The segment of an id or a name.
    ///
    /// - Throws: an exit, with words, where there is none, or several have the name.
    func segment(named name: String) throws -> SegmentDefinition { try Self.one(name, "segment", among: namedSegments) }

    /// The list of an id or a name.
    ///
    /// - Throws: an exit, with words, where there is none, or several have the name.
    func list(named name: String) throws -> ListNumber {
        try Self.one(name, "list", among: namedLists)
    }

    /// The segment or list of an id or a name, with what it is called.
    ///
    /// - Throws: an exit, with words, where there is none, or several have the name.
    func group(named name: String) throws -> (group: FiguredGroup, name: String?) {
        let segments = namedSegments.map { (id: $0.id, name: $0.name, value: (FiguredGroup.segment($0.value.number), $0.name)) }
        let lists = namedLists.map { (id: $0.id, name: $0.name, value: (FiguredGroup.list($0.value), $0.name)) }
        let found = try Self.one(name, "segment or list", among: segments + lists)
        return (found.0, found.1)
    }

    private var namedSegments: [(id: String, name: String, value: SegmentDefinition)] {
        definitions.segments.map { (id: ids.id($0.number), name: $0.name, value: $0) }
    }

    private var namedLists: [(id: String, name: String, value: ListNumber)] {
        definitions.listNames.map { (id: ids.id(.list, UInt64($0.number.value)), name: $0.name, value: $0.number) }
    }

    private static func one<Value>(_ name: String, _ kind: String, among all: [(id: String, name: String, value: Value)]) throws -> Value {
        let found = all.filter { $0.id == name || $0.name == name }
        guard let one = found.first else {
            throw failure(.noInput, "There is no \(kind) \(visible(name)).\(NearestNames.advice(name, among: all.map(\.name)))")
        }
        guard found.count == 1 else {
            let ids = found.prefix(5).map(\.id).joined(separator: ", ")
            throw failure(.noInput, "\(found.count) of them are called \(visible(name)); name the \(kind) by its id: \(ids).")
        }
        return one.value
    }
}
