extension SQLWriter {
    /// Which events a custom metric counts: an event that several groups of its metric let in counts once.
    mutating func which(_ custom: CustomMetricDefinition) -> SQLText {
        var groups: [SQLText] = []
        for group in custom.groups { groups.append(meant(by: group)) }
        return "(\(SQLText.joined(groups, by: " OR ")))"
    }

    /// What an event is worth by the first group that lets it in.
    mutating func worth(_ custom: CustomMetricDefinition) -> SQLText {
        guard custom.method == .value, custom.groups.contains(where: { Self.property($0) != nil }) else { return "e.value" }
        var cases: [SQLText] = []
        for group in custom.groups {
            let worth = Self.property(group).map { amount($0) } ?? "e.value"
            cases.append("WHEN \(meant(by: group)) THEN \(worth)")
        }
        return "(CASE \(SQLText.joined(cases, by: " ")) END)"
    }

    private static let value = "$value"
    private static let currency = "$value_currency"

    /// Whether it is said beside the properties of an event.
    static func isBeside(_ property: String) -> Bool { property == value || property == currency }

    /// The property that says what an event is worth; `nil` where its own value does.
    private static func property(_ group: CustomMetricDefinition.Group) -> String? {
        group.valueProperty == value ? nil : group.valueProperty
    }

    private mutating func meant(by group: CustomMetricDefinition.Group) -> SQLText {
        var parts = [which(group.metric)]
        for filter in group.filters { parts.append(says(filter)) }
        return parts.count == 1 ? parts[0] : "(\(SQLText.joined(parts, by: " AND ")))"
    }

    /// Whether an event says what it must. What is said beside the properties counts where they say nothing under its name.
    mutating func says(_ test: EventPropertyTest) -> SQLText {
        let own: SQLText
        switch (test.property, test.filter) {
        case (Self.value, .number(let filter)): own = number("e.value", filter)
        case (Self.value, .isSet(let isSet)): own = isSet ? "e.value IS NOT NULL" : "e.value IS NULL"
        case (Self.currency, .text(let filter)): own = "e.currency <> '' AND \(text("e.currency", filter))"
        case (Self.currency, .isSet(let isSet)): own = isSet ? known("e.currency <> ''") : "NOT \(known("e.currency <> ''"))"
        case (Self.value, _), (Self.currency, _): own = "FALSE"
        case (_, .isSet(let isSet)): own = isSet ? "FALSE" : "TRUE"
        default: own = "FALSE"
        }
        return with(said(test.property)) { writer, value in
            "(CASE WHEN \(writer.known("NOT \(writer.isKind(value, .null))")) THEN \(writer.known(writer.value(value, test.filter))) ELSE \(writer.known(own)) END)"
        }
    }

    /// What a property says, as a number; shops write amounts as texts, `"59.00"`.
    private mutating func amount(_ property: String) -> SQLText {
        with(said(property)) { writer, value in
            let text = writer.content(value)
            let isDecimal = writer.isWhole(text, "-?[0-9]{1,15}([.][0-9]{1,15})?")
            return
                "(CASE WHEN \(writer.isKind(value, .number)) THEN \(writer.double(value)) WHEN \(writer.isKind(value, .text)) AND \(isDecimal) THEN TRY_CAST(\(text) AS DOUBLE) END)"
        }
    }

    /// A property by its name, else by dots that lead into objects, and into the lists of names and values that shops write.
    private mutating func said(_ name: String) -> SQLText {
        let whole = member(of: "e.properties", [name])
        guard name.contains(".") else { return whole }
        let names = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var inside = member(of: "e.properties", [names[0]])
        for name in names.dropFirst() { inside = with(inside) { writer, value in writer.named(name, in: value) } }
        return "COALESCE(\(whole), \(inside))"
    }

    private mutating func named(_ name: String, in value: SQLText) -> SQLText {
        let entry = filtered(elements(value)) { writer, entry in
            let names = ["key", "name"].map { key in
                writer.with(writer.member(key, of: entry)) { "\($0.isKind($1, .text)) AND \($0.content($1)) = \(text: name)" }
            }
            return "(\(SQLText.joined(names.map { writer.known($0) }, by: " OR ")))"
        }
        return "(CASE WHEN \(isKind(value, .list)) THEN \(member("value", of: first(entry))) ELSE \(member(name, of: value)) END)"
    }
}
