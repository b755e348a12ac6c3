import Facts
import JSON

extension NumberFilter {
    /// Writes the members of its object.
    func write(to json: inout JSONWriter) {
        json.member("type", "numeric")
        json.member("operator", comparison)
        switch self {
        case .between(let low, let high):
            json.member("start", low)
            json.member("end", high)
        case .equals(let value), .notEquals(let value), .greaterThan(let value), .greaterThanOrEqual(let value), .lessThan(let value),
            .lessThanOrEqual(let value):
            json.member("value", value)
        }
    }

    fileprivate var comparison: String {
        switch self {
        case .equals: "equals"
        case .notEquals: "not-equals"
        case .greaterThan: "greater-than"
        case .greaterThanOrEqual: "greater-than-or-equal"
        case .lessThan: "less-than"
        case .lessThanOrEqual: "less-than-or-equal"
        case .between: "between"
        }
    }
}

extension TextFilter {
    func write(to json: inout JSONWriter) {
        json.member("type", "string")
        switch self {
        case .equals(let text): Self.write("equals", text, &json)
        case .notEquals(let text): Self.write("not-equals", text, &json)
        case .contains(let text): Self.write("contains", text, &json)
        case .notContains(let text): Self.write("not-contains", text, &json)
        case .startsWith(let text): Self.write("starts-with", text, &json)
        case .notStartsWith(let text): Self.write("not-starts-with", text, &json)
        case .endsWith(let text): Self.write("ends-with", text, &json)
        case .notEndsWith(let text): Self.write("not-ends-with", text, &json)
        case .matches(let pattern): Self.write("regex", pattern.source, &json)
        case .notMatches(let pattern): Self.write("nregex", pattern.source, &json)
        case .among(let texts): json.write("in", texts)
        case .notAmong(let texts): json.write("not-in", texts)
        case .phoneCountryAmong(let texts): json.write("phone-country-code-in", texts)
        case .phoneCountryNotAmong(let texts): json.write("phone-country-code-not-in", texts)
        }
    }

    private static func write(_ name: String, _ text: String, _ json: inout JSONWriter) {
        json.member("operator", name)
        json.member("value", text)
    }
}

extension ListFilter {
    func write(to json: inout JSONWriter) {
        json.member("type", "list")
        switch self {
        case .contains(let element): Self.write("contains", element, &json)
        case .notContains(let element): Self.write("not-contains", element, &json)
        case .containsAny(let texts): json.write("contains-any", texts)
        case .notContainsAny(let texts): json.write("not-contains-any", texts)
        case .containsAll(let texts): json.write("contains-all", texts)
        case .notContainsAll(let texts): json.write("not-contains-all", texts)
        case .containsSubstring(let text): Self.write("contains-substring", .text(text), &json)
        case .notContainsSubstring(let text): Self.write("not-contains-substring", .text(text), &json)
        case .containsAt(let end, let text): Self.write(end == .start ? "contains-starts-with" : "contains-ends-with", .text(text), &json)
        case .notContainsAt(let end, let text):
            Self.write(end == .start ? "not-contains-starts-with" : "not-contains-ends-with", .text(text), &json)
        case .length(let filter):
            json.member("operator", "length-" + filter.comparison)
            if case .equals(let value) = filter { json.member("value", Int(value)) } else { json.member("value", Int(filter.bound)) }
        }
    }

    private static func write(_ name: String, _ element: ListElement, _ json: inout JSONWriter) {
        json.member("operator", name)
        switch element {
        case .text(let text): json.member("value", text)
        case .number(let number): json.member("value", number)
        }
    }
}

extension NumberFilter {
    /// What it compares with; of a range, where it begins.
    fileprivate var bound: Double {
        switch self {
        case .equals(let value), .notEquals(let value), .greaterThan(let value), .greaterThanOrEqual(let value), .lessThan(let value),
            .lessThanOrEqual(let value), .between(let value, _):
            value
        }
    }
}

extension ValueFilter {
    func write(to json: inout JSONWriter) {
        switch self {
        case .text(let filter): filter.write(to: &json)
        case .number(let filter): filter.write(to: &json)
        case .bool(let value):
            json.member("type", "boolean")
            json.member("operator", "equals")
            json.member("value", value)
        case .date(let filter): filter.write(to: &json)
        case .list(let filter): filter.write(to: &json)
        case .isSet(let isSet):
            json.member("type", "existence")
            json.member("operator", isSet ? "is-set" : "not-set")
        }
    }
}

extension DateFilter {
    func write(to json: inout JSONWriter) {
        // Only consent asks whether a moment is known, and spells it as existence.
        if case .isKnown = self { return ValueFilter.isSet(true).write(to: &json) }
        json.member("type", "date")
        switch self {
        case .allTime, .isKnown: json.member("operator", "alltime")
        case .before(let instant): Self.write("before", instant, &json)
        case .after(let instant): Self.write("after", instant, &json)
        case .betweenInstants(let start, let end):
            json.member("operator", "between-static")
            json.member("start", Timestamp.text(start))
            json.member("end", Timestamp.text(end))
        case .inTheLast(let span): Self.write("in-the-last", span, &json)
        case .inTheNext(let span): Self.write("in-the-next", span, &json)
        case .atLeastAgo(let span): Self.write("at-least", span, &json)
        case .betweenAgo(let from, let to, let unit):
            json.member("operator", "between")
            json.member("start", from)
            json.member("end", to)
            json.member("unit", unit.rawValue)
        case .anniversaryInTheLast(let span): Self.write("anniversary-last", span, &json)
        case .anniversaryInTheNext(let span): Self.write("anniversary-next", span, &json)
        case .anniversaryToday: json.member("operator", "anniversary")
        case .anniversaryThisMonth: json.member("operator", "anniversary-month")
        case .calendarMonth(let month):
            json.member("operator", "calendar-month")
            json.member("value", month)
        }
    }

    private static func write(_ name: String, _ instant: Instant, _ json: inout JSONWriter) {
        json.member("operator", name)
        json.member("date", Timestamp.text(instant))
    }

    private static func write(_ name: String, _ span: Span, _ json: inout JSONWriter) {
        json.member("operator", name)
        json.member("unit", span.unit.rawValue)
        json.member("quantity", span.quantity)
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ name: String, _ texts: [String]) {
        member("operator", name)
        array("value") { json in for text in texts { json.string(text) } }
    }
}
