import JSON

extension Schema {
    /// Writes the members of a schema object of OpenAPI 3.0 into an object that is open.
    func write(to json: inout JSONWriter) {
        switch self {
        case .any: break
        case .anyObject: json.member("type", "object")
        case .bool: json.member("type", "boolean")
        case .oneOf(let names):
            json.member("type", "string")
            json.array("enum") { json in
                for name in names { json.string(name) }
            }
        case .number(let least, let most):
            json.member("type", "number")
            if let least { json.member("minimum", least) }
            if let most { json.member("maximum", most) }
        case .integer(let least, let most):
            json.member("type", "integer")
            if let least { json.member("minimum", least) }
            if let most { json.member("maximum", most) }
        case .string(let format, let longest, let shortest):
            json.member("type", "string")
            if let longest { json.member("maxLength", longest) }
            if let shortest { json.member("minLength", shortest) }
            if let format { Self.write(format, to: &json) }
        case .array(let element, let most, let least):
            json.member("type", "array")
            json.object("items") { element.write(to: &$0) }
            if let most { json.member("maxItems", most) }
            if let least { json.member("minItems", least) }
        case .object(let properties):
            json.member("type", "object")
            json.object("properties") { json in
                for property in properties { json.object(property.name) { property.schema.write(to: &$0) } }
            }
            let required = properties.filter(\.isRequired)
            guard !required.isEmpty else { return }
            json.array("required") { json in
                for property in required { json.string(property.name) }
            }
        case .nullable(let inner):
            inner.write(to: &json)
            json.member("nullable", true)
        }
    }

    private static func write(_ format: Format, to json: inout JSONWriter) {
        switch format {
        case .email, .instant, .uuid, .uri: json.member("format", format.rawValue)
        case .phone: json.member("pattern", "^\\+[1-9][0-9]{6,14}$")
        case .currency: json.member("pattern", "^[A-Za-z]{3}$")
        }
    }
}
