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
                general.append(.found(fault.detail))
                continue
            }
            // Where fields show nothing of it, its place in what is spelled is told.
            let detail = found.rest.isEmpty ? fault.detail : "\(fault.detail) (\(found.rest))"
            if fields[found.place]?[found.field] == nil { fields[found.place, default: [:]][found.field] = .found(detail) }
        }
    }
}
