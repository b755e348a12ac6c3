import Facts

/// The form of a JSON value, as `/openapi.json` describes it; texts of a query are checked by it too.
indirect enum Schema: Sendable {
    /// Forms of text with a name.
    enum Format: String, Sendable {
        case email
        case phone
        case instant = "date-time"
        case uuid
        case currency
        case uri
    }

    struct Property: Sendable {
        var name: String
        var schema: Schema
        var isRequired: Bool

        init(_ name: String, _ schema: Schema, isRequired: Bool = false) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    case any
    case string(format: Format? = nil, longest: Int? = nil, shortest: Int? = nil)
    case oneOf([String])
    case number(least: Double? = nil, most: Double? = nil)
    case integer(least: Int? = nil, most: Int? = nil)
    case bool
    case array(of: Schema, most: Int? = nil, least: Int? = nil)
    case object([Property])
    /// An object with any members: `properties` of an event.
    case anyObject
    case nullable(Schema)

    /// Text of any kind.
    static let text = Schema.string()

    /// A JSON:API document with one resource.
    static func document(_ data: Schema) -> Schema {
        .object([Property("data", data, isRequired: true)])
    }

    /// A resource to be created or changed.
    static func resource(
        _ type: String, id: Bool = false, attributes: [Property], relationships: [Property] = [], attributesRequired: Bool = true
    ) -> Schema {
        var properties = [Property("type", .oneOf([type]), isRequired: true)]
        if id { properties.append(Property("id", .text, isRequired: true)) }
        properties.append(Property("attributes", .object(attributes), isRequired: attributesRequired))
        if !relationships.isEmpty { properties.append(Property("relationships", .object(relationships))) }
        return .object(properties)
    }

    /// References to resources: `{"data": [{"type": ..., "id": ...}]}`.
    static func references(_ type: String, most: Int? = nil) -> Schema {
        .document(.array(of: .reference(type), most: most))
    }

    /// One reference.
    static func reference(_ type: String) -> Schema {
        .object([Property("type", .oneOf([type]), isRequired: true), Property("id", .text, isRequired: true)])
    }

    /// What is wrong with a text of a query; `nil` where nothing is.
    func fault(ofText text: String) -> String? {
        switch self {
        case .any, .anyObject, .object: return nil
        case .nullable(let inner): return inner.fault(ofText: text)
        case .bool: return text == "true" || text == "false" ? nil : "The value must be true or false."
        case .oneOf(let names):
            return names.contains(text) ? nil : "The value cannot be \"\(text.prefix(60))\".\(NearestNames.advice(text, among: names))"
        case .integer(let least, let most):
            let isInside = Int(text).map { $0 >= least ?? .min && $0 <= most ?? .max } ?? false
            return isInside ? nil : "The value must be a whole number\(Self.range(least, most))."
        case .number(let least, let most):
            let isInside = Double(text).map { $0.isFinite && $0 >= least ?? -.infinity && $0 <= most ?? .infinity } ?? false
            return isInside ? nil : "The value must be a number\(Self.range(least, most))."
        case .array(let element, let most, let least):
            let parts = text.split(separator: ",")
            guard parts.count <= most ?? .max, parts.count >= least ?? 0 else {
                return "The value must have \(least ?? 0) to \(most ?? 1000) parts, separated by commas."
            }
            for part in parts {
                if let fault = element.fault(ofText: String(part)) { return fault }
            }
            return nil
        case .string(let format, let longest, let shortest):
            if text.utf8.count > longest ?? 4096 { return "The value has more than \(longest ?? 4096) bytes." }
            if text.utf8.count < shortest ?? 0 { return "The value has fewer than \(shortest ?? 0) bytes." }
            guard let format, !TextFormat.matches(text, format) else { return nil }
            return "The value must be \(TextFormat.wanted(format))."
        }
    }

    private static func range<Value>(_ least: Value?, _ most: Value?) -> String {
        switch (least, most) {
        case (let least?, let most?): " from \(least) to \(most)"
        case (let least?, nil): " of at least \(least)"
        case (nil, let most?): " of at most \(most)"
        case (nil, nil): ""
        }
    }
}
