import Facts
import JSON

extension DefinitionReader {
    // MARK: Numbers

    private static let comparisons = [
        "equals", "not-equals", "greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal", "between",
    ]

    /// A filter of a number, `{"type": "numeric", "operator": …, "value": …}`.
    func numberFilter() -> NumberFilter? {
        guard word("type", ["numeric"]) != nil, let name = word("operator", Self.comparisons) else { return nil }
        if name == "between" {
            allow(only: ["type", "operator", "start", "end"])
            guard let low = number("start"), let high = number("end") else { return nil }
            if low <= high { return .between(low, high) }
            fault(.value(.endBelowStart(end: high, start: low)), at: "end")
            return nil
        }
        allow(only: ["type", "operator", "value"])
        return number("value").flatMap { Self.comparison(name, $0) }
    }

    private static func comparison(_ name: String, _ value: Double) -> NumberFilter? {
        switch name {
        case "equals": .equals(value)
        case "not-equals": .notEquals(value)
        case "greater-than": .greaterThan(value)
        case "greater-than-or-equal": .greaterThanOrEqual(value)
        case "less-than": .lessThan(value)
        case "less-than-or-equal": .lessThanOrEqual(value)
        default: nil
        }
    }

    // MARK: Values

    /// A filter of a property's value, by its type.
    func valueFilter(_ types: [String]) -> ValueFilter? {
        switch word("type", types) {
        case "string": textFilter().map { .text($0) }
        case "numeric": numberFilter().map { .number($0) }
        case "boolean": boolFilter().map { .bool($0) }
        case "date": dateFilter(Self.propertyDates).map { .date($0) }
        case "list": listFilter().map { .list($0) }
        case "existence": existenceFilter().map { .isSet($0) }
        default: nil
        }
    }

    func boolFilter() -> Bool? {
        allow(only: ["type", "operator", "value"])
        guard word("type", ["boolean"]) != nil, word("operator", ["equals"]) != nil else { return nil }
        return bool("value")
    }

    private func existenceFilter() -> Bool? {
        allow(only: ["type", "operator"])
        return word("operator", ["is-set", "not-set"]).map { $0 == "is-set" }
    }

    // MARK: Texts

    private static let textOperators = [
        "equals", "not-equals", "contains", "not-contains", "starts-with", "not-starts-with", "ends-with", "not-ends-with", "regex",
        "nregex",
        "in", "not-in", "phone-country-code-in", "phone-country-code-not-in",
    ]

    /// A filter of a text.
    func textFilter() -> TextFilter? {
        allow(only: ["type", "operator", "value"])
        guard word("type", ["string"]) != nil, let name = word("operator", Self.textOperators) else { return nil }
        switch name {
        case "in": return texts("value", most: DefinitionLimits.values).map { .among($0) }
        case "not-in": return texts("value", most: DefinitionLimits.values).map { .notAmong($0) }
        case "phone-country-code-in": return countries().map { .phoneCountryAmong($0) }
        case "phone-country-code-not-in": return countries().map { .phoneCountryNotAmong($0) }
        case "regex": return pattern().map { .matches($0) }
        case "nregex": return pattern().map { .notMatches($0) }
        default: return text("value", longest: DefinitionLimits.textBytes).flatMap { Self.comparison(name, $0) }
        }
    }

    private static func comparison(_ name: String, _ value: String) -> TextFilter? {
        switch name {
        case "equals": .equals(value)
        case "not-equals": .notEquals(value)
        case "contains": .contains(value)
        case "not-contains": .notContains(value)
        case "starts-with": .startsWith(value)
        case "not-starts-with": .notStartsWith(value)
        case "ends-with": .endsWith(value)
        case "not-ends-with": .notEndsWith(value)
        default: nil
        }
    }

    private func pattern() -> Pattern? {
        guard let source = text("value", longest: Pattern.longest) else { return nil }
        do throws(PatternFault) {
            return try Pattern(source)
        } catch {
            fault(.value(.badPattern(error)), at: "value")
            return nil
        }
    }

    private func countries() -> [String]? {
        guard let countries = texts("value", most: 250) else { return nil }
        for country in countries where country.utf8.count != 2 || !country.utf8.allSatisfy({ (65...90).contains($0) }) {
            fault(.value(.noCountry(country)), at: "value")
            return nil
        }
        return countries
    }

    // MARK: Lists

    private static let listOperators = [
        "contains", "not-contains", "contains-any", "not-contains-any", "contains-all", "not-contains-all", "contains-substring",
        "not-contains-substring", "contains-starts-with", "contains-ends-with", "not-contains-starts-with", "not-contains-ends-with",
        "length-equals", "length-greater-than", "length-greater-than-or-equal", "length-less-than",
        "length-less-than-or-equal",
    ]

    private func listFilter() -> ListFilter? {
        allow(only: ["type", "operator", "value"])
        guard let name = word("operator", Self.listOperators) else { return nil }
        switch name {
        case "contains": return element().map { .contains($0) }
        case "not-contains": return element().map { .notContains($0) }
        case "contains-any": return texts("value", most: DefinitionLimits.values).map { .containsAny($0) }
        case "not-contains-any": return texts("value", most: DefinitionLimits.values).map { .notContainsAny($0) }
        case "contains-all": return texts("value", most: DefinitionLimits.values).map { .containsAll($0) }
        case "not-contains-all": return texts("value", most: DefinitionLimits.values).map { .notContainsAll($0) }
        case "contains-substring": return text("value").map { .containsSubstring($0) }
        case "not-contains-substring": return text("value").map { .notContainsSubstring($0) }
        case "contains-starts-with": return text("value").map { .containsAt(.start, $0) }
        case "contains-ends-with": return text("value").map { .containsAt(.end, $0) }
        case "not-contains-starts-with": return text("value").map { .notContainsAt(.start, $0) }
        case "not-contains-ends-with": return text("value").map { .notContainsAt(.end, $0) }
        default:
            return whole("value", 0...1_000_000).flatMap { Self.comparison(String(name.dropFirst("length-".count)), Double($0)) }
                .map { .length($0) }
        }
    }

    private func element() -> ListElement? {
        if let text = value["value"]?.string { return .text(text) }
        if let number = value["value"]?.double, number.isFinite { return .number(number) }
        fault(.shape(.noTextOrNumber), at: "value")
        return nil
    }
}
