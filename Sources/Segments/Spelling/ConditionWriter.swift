public import JSON

extension Condition {
    /// The definition in Klaviyo's spelling: as groups of conditions at the top, and what Klaviyo cannot say within them. Reading it again gives
    /// a condition that means the same.
    public func writeDefinition(to json: inout JSONWriter) {
        json.object { json in
            json.array("condition_groups") { json in
                for group in groups {
                    json.object { json in
                        json.array("conditions") { json in for condition in group { condition.write(to: &json) } }
                    }
                }
            }
        }
    }

    /// The definition as a text.
    public var definitionJSON: String {
        var json = JSONWriter()
        writeDefinition(to: &json)
        return json.text
    }

    /// All of these hold, and of each at least one.
    public var groups: [[Condition]] {
        guard case .all(let parts) = self, !parts.isEmpty else { return [[self]] }
        return parts.map { part in
            if case .any(let conditions) = part, !conditions.isEmpty { return conditions }
            return [part]
        }
    }

    /// One condition as it stands within a group.
    public func write(to json: inout JSONWriter) {
        switch self {
        case .all(let parts): Self.write("all", parts, to: &json)
        case .any(let parts): Self.write("any", parts, to: &json)
        case .not(let part):
            json.object { json in
                json.member("type", "not")
                json.key("condition")
                part.write(to: &json)
            }
        case .test(let test): json.object { test.write(to: &$0) }
        }
    }

    private static func write(_ kind: String, _ parts: [Condition], to json: inout JSONWriter) {
        json.object { json in
            json.member("type", kind)
            json.array("conditions") { json in for part in parts { part.write(to: &json) } }
        }
    }
}
