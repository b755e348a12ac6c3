import JSON
import Segments

// What values must be: of properties, and of what events say.
extension ConditionDraftWriter {
    /// A value's filter, by its type and operator: `string:equals`.
    mutating func writeValue(to json: inout JSONWriter) {
        let names = draft[.op].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
        let (type, name) = (names[0], names.count > 1 ? names[1] : "")
        switch type {
        case "numeric": return writeNumber(isShare: false, name: name, to: &json)
        case "date": return writeDate(to: &json)
        default: break
        }
        json.object { json in
            json.member("type", type)
            switch type {
            case "existence": json.member("operator", name)
            case "boolean":
                json.member("operator", "equals")
                json.member("value", name == "true")
            case "list" where name.hasSuffix(Self.ofNumber):
                json.member("operator", String(name.dropLast(Self.ofNumber.count)))
                json.member("value", number(.n))
            case "list" where name.hasPrefix("length-"):
                json.member("operator", name)
                json.member("value", whole(.n))
            default: writeTexts(name, to: &json)
            }
        }
    }

    /// Ends the operators of lists whose elements are numbers.
    private static let ofNumber = "-number"

    /// Operators that compare with several texts.
    static let ofSeveral: Set<String> = [
        "in", "not-in", "contains-any", "not-contains-any", "contains-all", "not-contains-all", "phone-country-code-in",
        "phone-country-code-not-in",
    ]

    private mutating func writeTexts(_ name: String, to json: inout JSONWriter) {
        json.member("operator", name)
        guard Self.ofSeveral.contains(name) else {
            if draft[.value].isEmpty { note(.value, .needsText) }
            return json.member("value", draft[.value])
        }
        // Codes of countries are written in capitals.
        let lines = name.hasPrefix("phone-") ? self.lines.map { $0.uppercased() } : self.lines
        if lines.isEmpty { note(.lines, .needsText) }
        json.array("value") { json in for line in lines { json.string(line) } }
    }

    /// One text a line; empty ones do not count.
    var lines: [String] {
        draft[.lines].split(whereSeparator: \.isNewline).map { String($0.trimmed) }.filter { !$0.isEmpty }
    }
}
