extension ConditionDraft {
    /// What a new one of a kind begins with.
    static func new(_ kind: Kind) -> ConditionDraft {
        var draft = ConditionDraft(kind)
        for (field, text) in beginning(kind) { draft[field] = text }
        if kind == .funnel { draft.parts = [.new(.step), .new(.step)] }
        return draft
    }

    private static func beginning(_ kind: Kind) -> [(Field, String)] {
        switch kind {
        case .predicted: [(.what, "predicted_clv"), (.op, "less-than-or-equal"), (.when, "in-the-next"), (.unit, "day")]
        case .done: [(.op, DoneOperator.atLeastOnce), (.measure, "count"), (.when, "in-the-last"), (.q, "90"), (.unit, "day")]
        case .funnel: [(.when, "in-the-last"), (.q, "90"), (.unit, "day")]
        case .property, .event: [(.op, "string:equals"), (.when, "in-the-last"), (.unit, "day")]
        case .group: [(.yes, "yes"), (.when, "alltime")]
        case .consent: [(.channel, "email"), (.yes, "yes"), (.status, "any")]
        case .proof: [(.what, "status_date"), (.when, "in-the-last"), (.q, "90"), (.unit, "day"), (.yes, "yes"), (.method, "form")]
        case .region: [(.what, "european_union"), (.yes, "yes")]
        case .distance: [(.unit, "kilometers"), (.op, "less-than")]
        case .top: [(.what, "total_clv"), (.order, "greatest"), (.size, "percent"), (.n, "10")]
        case .sample: [(.n, "10"), (.seed, "1")]
        case .step: [(.yes, "yes")]
        case .all, .any, .not, .other, .counted: []
        }
    }
}
