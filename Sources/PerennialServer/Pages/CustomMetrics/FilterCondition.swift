import Segments

/// What a property of an event is asked for, as a form offers it.
enum FilterCondition: String, CaseIterable, Sendable {
    case textEquals = "is"
    case textNotEquals = "is-not"
    case textContains = "contains"
    case textNotContains = "contains-not"
    case textStarts = "starts"
    case textNotStarts = "starts-not"
    case textEnds = "ends"
    case textNotEnds = "ends-not"
    case textAmong = "among"
    case textNotAmong = "among-not"
    case matches = "matches"
    case notMatches = "matches-not"
    case numberEquals = "number-is"
    case numberNotEquals = "number-is-not"
    case greater = "more"
    case atLeast = "at-least"
    case less = "less"
    case atMost = "at-most"
    case isTrue = "true"
    case isFalse = "false"
    case listHolds = "list-holds"
    case listHoldsNot = "list-holds-not"
    case isSet = "set"
    case isNotSet = "not-set"

    /// Why a value cannot be read.
    enum Problem: Error {
        case valueMissing, noNumber, noPattern, tooLong
    }

    /// Whether there is nothing to write beside it.
    var needsNoValue: Bool {
        switch self {
        case .isTrue, .isFalse, .isSet, .isNotSet: true
        default: false
        }
    }

    /// Between several texts.
    private static let separator: Character = ";"
    private static let mostTexts = 100

    /// The filter with a value.
    func filter(_ value: String) throws(Problem) -> ValueFilter {
        guard value.utf8.count <= CustomMetricForm.longestText else { throw .tooLong }
        let text = value.trimmed
        if !needsNoValue, text.isEmpty { throw .valueMissing }
        switch self {
        case .textEquals: return .text(.equals(text))
        case .textNotEquals: return .text(.notEquals(text))
        case .textContains: return .text(.contains(text))
        case .textNotContains: return .text(.notContains(text))
        case .textStarts: return .text(.startsWith(text))
        case .textNotStarts: return .text(.notStartsWith(text))
        case .textEnds: return .text(.endsWith(text))
        case .textNotEnds: return .text(.notEndsWith(text))
        case .textAmong: return .text(.among(try Self.texts(text)))
        case .textNotAmong: return .text(.notAmong(try Self.texts(text)))
        case .matches: return .text(.matches(try Self.pattern(text)))
        case .notMatches: return .text(.notMatches(try Self.pattern(text)))
        case .numberEquals: return .number(.equals(try Self.number(text)))
        case .numberNotEquals: return .number(.notEquals(try Self.number(text)))
        case .greater: return .number(.greaterThan(try Self.number(text)))
        case .atLeast: return .number(.greaterThanOrEqual(try Self.number(text)))
        case .less: return .number(.lessThan(try Self.number(text)))
        case .atMost: return .number(.lessThanOrEqual(try Self.number(text)))
        case .isTrue: return .bool(true)
        case .isFalse: return .bool(false)
        case .listHolds: return .list(.contains(.text(text)))
        case .listHoldsNot: return .list(.notContains(.text(text)))
        case .isSet: return .isSet(true)
        case .isNotSet: return .isSet(false)
        }
    }

    private static func texts(_ text: String) throws(Problem) -> [String] {
        let texts = text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
        guard !texts.isEmpty else { throw .valueMissing }
        guard texts.count <= mostTexts else { throw .tooLong }
        return texts
    }

    private static func pattern(_ text: String) throws(Problem) -> Pattern {
        do throws(Pattern.Fault) { return try Pattern(text) } catch { throw .noPattern }
    }

    private static func number(_ text: String) throws(Problem) -> Double {
        // A comma stands for a point, as in French and Polish; spaces group digits.
        let plain = text.filter { !$0.isWhitespace && $0 != "\u{202F}" }.map { $0 == "," ? "." : $0 }
        guard let number = Double(String(plain)), number.isFinite else { throw .noNumber }
        return number
    }

    /// The condition and the value of a filter; `nil` where the form has none for it.
    static func read(_ filter: ValueFilter) -> (condition: FilterCondition, value: String)? {
        switch filter {
        case .text(let text): read(text)
        case .number(let number): read(number)
        case .bool(let value): (value ? .isTrue : .isFalse, "")
        case .isSet(let value): (value ? .isSet : .isNotSet, "")
        case .list(.contains(.text(let text))): (.listHolds, text)
        case .list(.notContains(.text(let text))): (.listHoldsNot, text)
        case .list, .date: nil
        }
    }

    private static func read(_ filter: TextFilter) -> (condition: FilterCondition, value: String)? {
        switch filter {
        case .equals(let text): (.textEquals, text)
        case .notEquals(let text): (.textNotEquals, text)
        case .contains(let text): (.textContains, text)
        case .notContains(let text): (.textNotContains, text)
        case .startsWith(let text): (.textStarts, text)
        case .notStartsWith(let text): (.textNotStarts, text)
        case .endsWith(let text): (.textEnds, text)
        case .notEndsWith(let text): (.textNotEnds, text)
        case .matches(let pattern): (.matches, pattern.source)
        case .notMatches(let pattern): (.notMatches, pattern.source)
        case .among(let texts): joined(texts).map { (.textAmong, $0) }
        case .notAmong(let texts): joined(texts).map { (.textNotAmong, $0) }
        case .phoneCountryAmong, .phoneCountryNotAmong: nil
        }
    }

    private static func joined(_ texts: [String]) -> String? {
        guard texts.count <= mostTexts, texts.allSatisfy({ !$0.contains(separator) && $0 == $0.trimmed && !$0.isEmpty }) else { return nil }
        return texts.joined(separator: "\(separator) ")
    }

    private static func read(_ filter: NumberFilter) -> (condition: FilterCondition, value: String)? {
        func text(_ number: Double) -> String {
            number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
        }
        return switch filter {
        case .equals(let number): (.numberEquals, text(number))
        case .notEquals(let number): (.numberNotEquals, text(number))
        case .greaterThan(let number): (.greater, text(number))
        case .greaterThanOrEqual(let number): (.atLeast, text(number))
        case .lessThan(let number): (.less, text(number))
        case .lessThanOrEqual(let number): (.atMost, text(number))
        case .between: nil
        }
    }
}
