/// What a number must be.
public enum NumberFilter: Sendable, Equatable {
    case equals(Double)
    case notEquals(Double)
    case greaterThan(Double)
    case greaterThanOrEqual(Double)
    case lessThan(Double)
    case lessThanOrEqual(Double)
    /// From the first to the second, both included.
    case between(Double, Double)

    /// Whether a number meets it.
    @inlinable
    public func holds(_ number: Double) -> Bool {
        switch self {
        case .equals(let value): number == value
        case .notEquals(let value): number != value
        case .greaterThan(let value): number > value
        case .greaterThanOrEqual(let value): number >= value
        case .lessThan(let value): number < value
        case .lessThanOrEqual(let value): number <= value
        case .between(let low, let high): number >= low && number <= high
        }
    }
}

/// What a text must be. Upper and lower case differ; what is missing meets none of them, negatives included.
public enum TextFilter: Sendable, Equatable {
    case equals(String)
    case notEquals(String)
    case contains(String)
    case notContains(String)
    case startsWith(String)
    case notStartsWith(String)
    case endsWith(String)
    case notEndsWith(String)
    case matches(Pattern)
    case notMatches(Pattern)
    case among([String])
    case notAmong([String])
    /// A phone number of one of these countries, ISO 3166 alpha-2.
    case phoneCountryAmong([String])
    case phoneCountryNotAmong([String])
}

/// What the elements of a list must be; a text counts as a list of one.
public enum ListFilter: Sendable, Equatable {
    case contains(ListElement)
    case notContains(ListElement)
    case containsAny([String])
    case notContainsAny([String])
    case containsAll([String])
    case notContainsAll([String])
    case containsSubstring(String)
    case notContainsSubstring(String)
    /// An element begins, or ends, with a text.
    case containsAt(TextEnd, String)
    case notContainsAt(TextEnd, String)
    case length(NumberFilter)
}

/// One end of a text.
public enum TextEnd: Sendable, Hashable, CaseIterable {
    case start, end
}

/// An element of a list that is asked for.
public enum ListElement: Sendable, Hashable {
    case text(String)
    case number(Double)
}

/// What a value must be, by its type. A value of another type meets none of them.
public enum ValueFilter: Sendable, Equatable {
    case text(TextFilter)
    case number(NumberFilter)
    case bool(Bool)
    case date(DateFilter)
    case list(ListFilter)
    /// Whether there is one at all; an empty text is none.
    case isSet(Bool)
}
