/// One condition as a form holds it: texts as they were typed, and the conditions or parts that stand within it.
struct ConditionDraft: Sendable, Equatable {
    /// The fields that conditions have.
    enum Field: String, CaseIterable, Sendable {
        case kind
        /// What it is about: a dimension, a metric, a property, a question about consent.
        case what
        /// How it is compared, after the type of the value where there are several: `string:equals`.
        case op
        /// A number, and the second of two.
        case n, n2
        /// The name of a property: of a person, of an event, or that says what events are worth.
        case text
        /// What a text is compared with: one, or several on lines.
        case value, lines
        case yes
        /// Words of a class or group, of which any or none is meant.
        case words, which
        case model
        /// Of dates: how, a quantity and a second, their unit, a day and a second, a month.
        case when, q, q2, unit, d, d2, month
        case measure
        /// In which time a funnel must be complete.
        case within
        /// How consent was given.
        case method
        case groups, channel, status, country, code
        case order, size, seed
        /// What no fields show, as it is spelled.
        case json
    }

    var kind: Kind
    /// What stands within it, in order.
    var parts: [ConditionDraft] = []
    private var texts: [Field: [String]] = [:]

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// What stands in a field; empty where nothing does.
    subscript(field: Field) -> String {
        get { texts[field]?.first ?? "" }
        set { texts[field] = newValue.isEmpty ? nil : [newValue] }
    }

    /// Everything that was chosen in a field of which more may be.
    func all(_ field: Field) -> [String] { texts[field] ?? [] }

    mutating func set(_ field: Field, _ values: [String]) { texts[field] = values.isEmpty ? nil : values }

    mutating func add(_ field: Field, _ value: String) { texts[field, default: []].append(value) }

    /// How many drafts it is made of: itself, and all within it.
    var count: Int { parts.reduce(1) { $0 + $1.count } }

    /// The part at a path of numbers; `nil` where there is none.
    subscript(path: ArraySlice<Int>) -> ConditionDraft? {
        get {
            guard let first = path.first else { return self }
            return parts.indices.contains(first) ? parts[first][path.dropFirst()] : nil
        }
        set {
            guard let first = path.first else {
                if let newValue { self = newValue }
                return
            }
            guard parts.indices.contains(first) else { return }
            if newValue == nil, path.count == 1 {
                parts.remove(at: first)
            } else {
                parts[first][path.dropFirst()] = newValue
            }
        }
    }

    /// How often somebody did something, beside comparisons of a number.
    enum DoneOperator {
        static let atLeastOnce = "at-least-once"
        static let never = "never"
    }

    /// Of dates of consent: there is one at all.
    static let isKnown = "known"
}
