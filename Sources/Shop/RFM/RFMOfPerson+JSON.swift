import CustomerValue
import Facts
public import JSON
import Population

extension RFMOfPerson {
    /// What is told, by name.
    public enum Part: String, CaseIterable, Sendable {
        case day, group
        case previousGroup = "previous_group"
        case changedAt = "changed_at"
        case scores
        case scoresAsOf = "scores_as_of"
        case cause
        case isReconstructed = "is_reconstructed"
        case missing
    }

    /// Writes one part as a JSON value.
    public func write(_ part: Part, to json: inout JSONWriter) {
        switch part {
        case .day: json.string(day.description)
        case .group: json.optional(standing?.current.rawValue)
        case .previousGroup: json.optional(standing?.previous?.rawValue)
        case .changedAt: json.optional(standing?.changedAt.map { Timestamp.text($0) })
        case .scores: json.scores(scores)
        case .scoresAsOf: json.optional(scoresAsOf?.description)
        case .cause: json.optional(change?.cause.name)
        case .isReconstructed: if let change { json.bool(change.isReconstructed) } else { json.null() }
        case .missing: json.optional(missing?.rawValue)
        }
    }
}

extension PastRFMGroup {
    /// What is told, by name.
    public enum Part: String, CaseIterable, Sendable {
        case at, group
        case previousGroup = "previous_group"
        case cause, scores
        case isReconstructed = "is_reconstructed"
    }

    /// Writes one part as a JSON value.
    public func write(_ part: Part, to json: inout JSONWriter) {
        switch part {
        case .at: json.string(Timestamp.text(change.at))
        case .group: json.optional(change.current?.group.rawValue)
        case .previousGroup: json.optional(previous?.rawValue)
        case .cause: json.string(change.cause.name)
        case .scores: json.scores(change.current)
        case .isReconstructed: json.bool(change.isReconstructed)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func optional(_ text: String?) { if let text { string(text) } else { null() } }

    fileprivate mutating func scores(_ scores: CustomerScore.RFM?) {
        guard let scores else { return null() }
        object { json in
            json.member("recency", scores.recency)
            json.member("frequency", scores.frequency)
            json.member("monetary", scores.monetary)
        }
    }
}
