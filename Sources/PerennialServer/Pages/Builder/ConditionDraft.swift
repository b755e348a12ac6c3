/// One condition as a form holds it: texts as they were typed.
struct ConditionDraft: Sendable, Equatable {
    /// What is asked, as people choose it.
    enum Kind: String, CaseIterable, Sendable {
        /// Predictive analytics about someone.
        case predicted
        /// What someone has done, or not done.
        case done
        /// Properties about someone.
        case property
        /// If someone is in or not in a list or segment.
        case group
        /// If someone can or cannot receive marketing.
        case consent
        case region, distance, top, sample
        /// Anything else that the language knows, as it is spelled.
        case other
    }

    /// The fields that conditions have.
    enum Field: String, CaseIterable, Sendable {
        case kind
        /// What it is about: a dimension, a metric, a property.
        case what
        /// How it is compared.
        case op
        /// A number, and the second of two.
        case n, n2
        case text, lines
        case yes
        /// Words of a class or group, of which any or none is meant.
        case words, which
        case model
        /// Of dates: how, a quantity and a second, their unit, a day and a second, a month.
        case when, q, q2, unit, d, d2, month
        case measure
        /// What events must say: which property, how, what.
        case part
        case partOp = "part-op"
        case partValue = "part-value"
        /// JSON that fields do not show, kept as it is.
        case kept
        case groups, channel, status, country, code
        case order, size, seed, json
    }

    var kind: Kind
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

    /// What a new one of a kind begins with.
    static func new(_ kind: Kind) -> ConditionDraft {
        var draft = ConditionDraft(kind)
        switch kind {
        case .predicted:
            draft[.what] = "predicted_clv"
            draft[.op] = "less-than-or-equal"
            draft[.when] = "in-the-next"
            draft[.unit] = "day"
        case .done:
            draft[.op] = DoneOperator.atLeastOnce
            draft[.measure] = "count"
            draft[.when] = "in-the-last"
            draft[.q] = "90"
            draft[.unit] = "day"
        case .property:
            draft[.op] = "string:equals"
            draft[.when] = "in-the-last"
            draft[.unit] = "day"
        case .group:
            draft[.yes] = "yes"
            draft[.when] = "alltime"
        case .consent:
            draft[.channel] = "email"
            draft[.yes] = "yes"
            draft[.status] = "any"
        case .region:
            draft[.what] = "european_union"
            draft[.yes] = "yes"
        case .distance:
            draft[.unit] = "kilometers"
            draft[.op] = "less-than"
        case .top:
            draft[.what] = "total_clv"
            draft[.order] = "greatest"
            draft[.size] = "percent"
            draft[.n] = "10"
        case .sample:
            draft[.n] = "10"
            draft[.seed] = "1"
        case .other: break
        }
        return draft
    }

    /// How often somebody did something, beside comparisons of a number.
    enum DoneOperator {
        static let atLeastOnce = "at-least-once"
        static let never = "never"
    }
}
