import Shop

/// A list or segment beside another.
struct ComparisonModel: Sendable {
    /// One that can be chosen.
    struct Other: Sendable {
        var id: String
        var name: String
        var kind: ProfileGroup
    }

    var kind: ProfileGroup
    var id: String
    var name: String
    var others: [Other]
    var chosen: String?
    /// `nil` before one was chosen.
    var comparison: GroupComparison?
    var basis: PredictionBasis?
}
