import Facts
public import JSON

extension Condition {
    /// Reads a definition: Klaviyo's `{"condition_groups": [{"conditions": […]}]}`, all of whose groups must hold, and of each group any
    /// condition; or one condition, which may be `all`, `any` or `not` of others.
    ///
    /// - Throws: everything that is wrong with it, with the place of each.
    public init(definition json: JSONValue) throws(SegmentFaults) {
        let reader = DefinitionReader(json)
        let condition = reader.isObject ? reader.definition() : nil
        guard reader.faults.isEmpty, let condition else {
            throw SegmentFaults(list: reader.faults.isEmpty ? [SegmentFault(pointer: "", .shape(.noDefinition))] : reader.faults)
        }
        self = condition
    }
}

extension DefinitionReader {
    fileprivate func definition() -> Condition? {
        if value["condition_groups"] == nil, value["type"] != nil { return condition(depth: 0) }
        allow(only: ["condition_groups"])
        guard let groups = array("condition_groups", least: 1, most: DefinitionLimits.groups) else { return nil }
        let read = groups.compactMap { $0.group() }
        return read.count == groups.count ? .all(read) : nil
    }

    private func group() -> Condition? {
        guard isObject else { return nil }
        allow(only: ["conditions"])
        // What stands in a group is at the top: whatever was read alone is written as a group, and reads again.
        return conditions(depth: -1).map { .any($0) }
    }

    private func conditions(depth: Int) -> [Condition]? {
        guard let parts = array("conditions", least: 1, most: DefinitionLimits.tests) else { return nil }
        let read = parts.compactMap { $0.condition(depth: depth + 1) }
        return read.count == parts.count ? read : nil
    }

    func condition(depth: Int) -> Condition? {
        guard isObject else { return nil }
        guard depth <= DefinitionLimits.depth else {
            fault(.shape(.tooDeep(most: DefinitionLimits.depth)))
            return nil
        }
        guard let kind = word("type", TestReader.kinds) else { return nil }
        switch kind {
        case "all", "any":
            allow(only: ["type", "conditions"])
            return conditions(depth: depth).map { kind == "all" ? .all($0) : .any($0) }
        case "not":
            allow(only: ["type", "condition"])
            return object("condition")?.condition(depth: depth + 1).map { .not($0) }
        default:
            guard countTest(most: DefinitionLimits.tests) else { return nil }
            return TestReader.read(kind, self, depth: depth).map { .test($0) }
        }
    }
}
