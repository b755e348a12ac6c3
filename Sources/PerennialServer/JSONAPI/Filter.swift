import Facts

/// What a `filter=` asks: a closed, typed condition on the fields of a resource.
indirect enum Filter: Sendable, Equatable {
    case and([Filter])
    case or([Filter])
    case not(Filter)
    case term(FilterTerm)

    /// The terms of a filter that joins them by `and` only: all that most endpoints allow.
    var terms: [FilterTerm] {
        switch self {
        case .and(let parts), .or(let parts): parts.flatMap(\.terms)
        case .not(let part): part.terms
        case .term(let term): [term]
        }
    }
}

/// One comparison: `equals(email,"a@example.com")`.
struct FilterTerm: Sendable, Equatable {
    var field: String
    var comparison: FilterOperator
    /// Of the type that the field has; a list for `any`, `contains-any`, `contains-all`; nothing for `has`.
    var value: FilterValue
}

/// The comparisons of the grammar.
enum FilterOperator: String, Sendable, CaseIterable {
    case equals
    case any
    case contains
    case containsAny = "contains-any"
    case containsAll = "contains-all"
    case startsWith = "starts-with"
    case endsWith = "ends-with"
    case greaterThan = "greater-than"
    case greaterOrEqual = "greater-or-equal"
    case lessThan = "less-than"
    case lessOrEqual = "less-or-equal"
    case has

    /// Whether the value is always a list.
    var takesList: Bool { self == .any || self == .containsAny || self == .containsAll }
}

/// The value of a comparison.
enum FilterValue: Sendable, Equatable {
    case none
    case text(String)
    case number(Double)
    case bool(Bool)
    case instant(Instant)
    case list([FilterValue])

    /// The text, where it is one.
    var text: String? {
        if case .text(let value) = self { value } else { nil }
    }

    /// The texts: of a list, or the one.
    var texts: [String] {
        switch self {
        case .text(let value): [value]
        case .list(let values): values.compactMap(\.text)
        default: []
        }
    }

    var number: Double? {
        if case .number(let value) = self { value } else { nil }
    }

    var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    var instant: Instant? {
        if case .instant(let value) = self { value } else { nil }
    }
}

/// What an endpoint's filter may say: fields with their types and comparisons. Nothing else gets through.
struct FilterRules: Sendable {
    /// The type of a field's values.
    enum FieldType: Sendable, Equatable {
        /// Text in quotes.
        case text
        /// Text in quotes, one of these.
        case oneOf([String])
        /// A number.
        case number
        /// A number without a fraction.
        case integer
        /// true or false.
        case bool
        /// An ISO 8601 date and time.
        case instant
    }

    struct Field: Sendable {
        let name: String
        let type: FieldType
        let comparisons: [FilterOperator]

        init(_ name: String, _ type: FieldType, _ comparisons: FilterOperator...) {
            self.name = name
            self.type = type
            self.comparisons = comparisons
        }
    }

    var fields: [Field]
    /// Whether `or(...)` may be used.
    var allowsOr = false
    /// Whether `not(...)` may be used.
    var allowsNot = false
    /// Whether a request without a filter is refused.
    var isRequired = false

    init(_ fields: Field..., allowsOr: Bool = false, allowsNot: Bool = false, isRequired: Bool = false) {
        self.fields = fields
        self.allowsOr = allowsOr
        self.allowsNot = allowsNot
        self.isRequired = isRequired
    }

    /// The rules in words, as the interface's description gives them.
    var description: String {
        fields.map { field in
            "`\(field.name)`: " + field.comparisons.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        }.joined(separator: "<br>")
    }

    /// Bytes of a filter.
    static let longest = 16_384
    /// Operations within each other.
    static let deepest = 8
    /// Comparisons.
    static let mostTerms = 50
    /// Values in a list.
    static let mostValues = 200
    /// Bytes of one text.
    static let longestText = 2_048
}
