public import JSON

extension Condition {
    /// Where a condition and its parts stand in the definition as ``writeDefinition(to:)`` spells it.
    public struct Place: Sendable, Equatable {
        /// The JSON pointer; empty for the whole definition.
        public var pointer: String
        /// Those of its parts, in their order. Of a part at the top of some: its own, and that of who they are.
        public var parts: [Place]
    }

    /// Where everything stands.
    public var places: Place {
        guard case .all(let parts) = self, !parts.isEmpty else { return place("/condition_groups/0/conditions/0") }
        return Place(
            pointer: "",
            parts: parts.enumerated().map { number, part in
                let group = "/condition_groups/\(number)"
                guard case .any(let conditions) = part, !conditions.isEmpty else { return part.place("\(group)/conditions/0") }
                return Place(pointer: group, parts: conditions.enumerated().map { $1.place("\(group)/conditions/\($0)") })
            })
    }

    /// Where everything stands in the definition that it was read from, which may be one condition without groups.
    public func places(in definition: JSONValue) -> Place {
        definition.kind == .object && definition["condition_groups"] == nil && definition["type"] != nil ? place("") : places
    }

    private func place(_ pointer: String) -> Place {
        switch self {
        case .all(let parts), .any(let parts):
            Place(pointer: pointer, parts: parts.enumerated().map { $1.place("\(pointer)/conditions/\($0)") })
        case .not(let part): Place(pointer: pointer, parts: [part.place("\(pointer)/condition")])
        case .test(.top(let top)):
            Place(
                pointer: pointer,
                parts: top.among.map { [Place(pointer: pointer, parts: []), $0.place("\(pointer)/among")] } ?? [])
        case .test: Place(pointer: pointer, parts: [])
        }
    }
}
