import Facts
import Segments

/// The page on which a segment is put together.
struct BuilderModel: Sendable {
    /// What is known of whom the draft means.
    struct Preview: Sendable {
        var count: Int
        var share: Double
        var customers: Int
        var withPredictions: Int
        var historicMinorUnits: Int64
        var predictedMinorUnits: Int64
        var lacksPredictions: Bool
        /// In words, each with how deep it stands.
        var lines: [(depth: Int, text: String)]
    }

    /// What can be chosen.
    struct Choices: Sendable {
        var metrics: [(value: String, name: String)] = []
        var lists: [(value: String, name: String)] = []
        var segments: [(value: String, name: String)] = []
        var rfmModels: [(value: String, name: String)] = []
        /// Properties that the shop gave, as definitions spell them.
        var properties: [String] = []
    }

    /// The id of the segment that is edited; `nil` for a new one.
    var id: String?
    /// Whether the segment was deleted while it was edited: saving makes a new one.
    var wasDeleted = false
    /// The state of the segment that the form was made of; empty for a new one.
    var madeOf = ""
    var draft: SegmentDraft
    /// Whether another segment is called the same: nothing wrong, but they are easily taken for each other.
    var hasTwin = false
    var problems = DraftProblems()
    /// Whether problems of fields are shown: not before somebody asked for something.
    var showsProblems = false
    /// Whether it is shown what keeps the segment from being evaluated: nobody has saved anything.
    var standsStill = false
    var choices = Choices()
    /// Whether values may be compared with dates.
    var offersDates = true
    var preview: Preview?
    /// The conditions in words, where they can be said.
    var words: [SegmentDraft.Place: String] = [:]
    /// Where typing begins.
    var first: SegmentDraft.Place?
    /// What the horizon is of predicted amounts.
    var basis: PredictionBasis?
}
