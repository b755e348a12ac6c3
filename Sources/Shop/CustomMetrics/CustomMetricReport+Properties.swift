import Facts
import Population
import Segments

// What looks odd about the properties that a custom metric asks for, by what the newest events have.
extension CustomMetricReport {
    static func odd(_ group: CustomMetric.Group, _ seen: SeenProperties, in pointer: String) -> [Warning] {
        var warnings: [Warning] = []
        let names = seen.all.map(\.name)
        for (place, test) in group.filters.enumerated() {
            let at = "\(pointer)/metric_filters/\(place)"
            guard let property = found(test.property, seen) else {
                warnings.append(.init(pointer: "\(at)/property", detail: unseen(test.property, names)))
                continue
            }
            if let missing = missing(test, seen) { warnings.append(.init(pointer: "\(at)/filter", detail: missing)) }
            if let wanted = test.filter.valueType, property != wanted, property != "null", property != "object" {
                let detail =
                    "\"\(test.property.prefix(64))\" is a \(property) in the newest events, which no filter of the type "
                    + "\"\(test.filter.typeName)\" lets in."
                warnings.append(.init(pointer: "\(at)/filter/type", detail: detail))
            }
        }
        guard let property = group.valueProperty else { return warnings }
        switch found(property, seen) {
        case nil: warnings.append(.init(pointer: "\(pointer)/value_property", detail: unseen(property, names)))
        case "number", "null", "object": break
        case "string" where seen[property]?.samples.allSatisfy(Self.isDecimal) == true: break
        case let type?:
            let detail = "\"\(property.prefix(64))\" is a \(type) in the newest events: such events are worth nothing, a number is needed."
            warnings.append(.init(pointer: "\(pointer)/value_property", detail: detail))
        }
        return warnings
    }

    /// Whether a sample, as JSON, is a text that writes a number.
    private static func isDecimal(_ json: [UInt8]) -> Bool {
        json.count > 2 && json.withUnsafeBytes { EventSayings.decimal(UnsafeRawBufferPointer(rebasing: $0[1..<($0.count - 1)])) } != nil
    }

    private static func unseen(_ property: String, _ names: [String]) -> String {
        "No newer event has the property \"\(property.prefix(64))\": what is missing meets no filter but \"not-set\", and is worth nothing."
            + NearestNames.advice(property, among: names)
    }

    /// The type of a property as the newest events have it; of what lies within an object that of the object.
    private static func found(_ name: String, _ seen: SeenProperties) -> String? {
        if name == "$value_currency" { return "string" }
        if let property = seen[name] { return property.type }
        guard let dot = name.firstIndex(of: "."), let outer = seen[String(name[..<dot])], outer.type == "object" else { return nil }
        return outer.type
    }

    /// What a negative filter leaves out beside what it names, where that is most of all events.
    private static func missing(_ test: EventPropertyTest, _ seen: SeenProperties) -> String? {
        guard test.filter.isNegative else { return nil }
        let outer = test.property.firstIndex(of: ".").map { String(test.property[..<$0]) }
        let having = (seen[test.property] ?? outer.flatMap { seen[$0] })?.events ?? 0
        guard having * 2 < seen.events else { return nil }
        return
            "\(seen.events - having) of the newest \(seen.events) events do not have \"\(test.property.prefix(64))\", and what is missing meets no filter but "
            + "\"not-set\", a negative neither: these are left out. To count them add a second group of the metric with the filter "
            + "{\"type\": \"existence\", \"operator\": \"not-set\"}."
    }
}

extension ValueFilter {
    /// The type of values that can meet it, as ``SeenProperties`` calls it; `nil` for any.
    fileprivate var valueType: String? {
        switch self {
        case .text: "string"
        case .number: "number"
        case .bool: "boolean"
        // A text counts as a list of one.
        case .list, .date, .isSet: nil
        }
    }

    fileprivate var typeName: String {
        switch self {
        case .text: "string"
        case .number: "numeric"
        case .bool: "boolean"
        case .list: "list"
        case .date: "date"
        case .isSet: "existence"
        }
    }

    /// Whether it says what a value must not be.
    fileprivate var isNegative: Bool {
        switch self {
        case .text(let filter):
            switch filter {
            case .notEquals, .notContains, .notStartsWith, .notEndsWith, .notMatches, .notAmong, .phoneCountryNotAmong: true
            case .equals, .contains, .startsWith, .endsWith, .matches, .among, .phoneCountryAmong: false
            }
        case .number(let filter): if case .notEquals = filter { true } else { false }
        case .list(let filter):
            switch filter {
            case .notContains, .notContainsAny, .notContainsAll, .notContainsSubstring, .notContainsAt: true
            case .contains, .containsAny, .containsAll, .containsSubstring, .containsAt, .length: false
            }
        case .bool, .date, .isSet: false
        }
    }
}
