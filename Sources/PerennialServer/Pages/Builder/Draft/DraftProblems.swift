import Segments
import Wording

/// Everything that is wrong with a draft.
struct DraftProblems: Sendable, Equatable {
    var name: Phrase?
    /// By condition and field; what is not of one field stands at the kind.
    var fields: [SegmentDraft.Place: [ConditionDraft.Field: DraftProblem]] = [:]
    /// Of no condition.
    var general: [DraftProblem] = []

    var isEmpty: Bool { name == nil && fields.isEmpty && general.isEmpty }

    /// Notes what is wrong with a definition beside the fields that say it.
    mutating func note(_ faults: SegmentFaults, in draft: SegmentDraft) {
        for fault in faults.list {
            guard let found = draft.field(at: fault.pointer) else {
                general.append(.found(fault.reason))
                continue
            }
            guard fields[found.place]?[found.field] == nil else { continue }
            let isUsual = found.rest.isEmpty && !Self.saysMore(fault.reason)
            let usual = isUsual ? draft[found.place].flatMap { Self.usual(found.field, $0) } : nil
            fields[found.place, default: [:]][found.field] = usual ?? .found(fault.reason, at: found.rest)
        }
    }

    /// Whether the reason tells more than what a field should hold: how many values are taken, or which part of a pattern is wrong.
    private static func saysMore(_ reason: SegmentFault.Reason) -> Bool {
        switch reason {
        case .shape(.elements), .value(.badPattern): true
        default: false
        }
    }

    /// What the reader of definitions finds where a field is filled in: there is one thing that can be wrong with it.
    private static func usual(_ field: ConditionDraft.Field, _ draft: ConditionDraft) -> DraftProblem? {
        let isText = field == .text || field == .value || field == .lines
        return switch field {
        case .value where draft[.op] == "string:regex" || draft[.op] == "string:nregex": .badPattern
        case .lines where draft[.op].hasPrefix("string:phone-country-code"): .badCountries
        case .n where draft.kind == .sample || draft.kind == .top && draft[.size] == "percent": .badPart
        case .q, .q2, .seed: .tooLarge
        case .what where draft.kind == .counted: .needsChoice
        case .kind where draft.kind == .counted: .sameGroup
        case _ where isText && (draft.kind == .event || draft.kind == .counted): .tooLong
        case .n where draft.kind == .top || draft[.op].hasPrefix("list:length-"): .tooLarge
        default: nil
        }
    }
}
