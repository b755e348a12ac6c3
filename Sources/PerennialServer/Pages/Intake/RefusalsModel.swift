import Facts
import Journal

/// What the page of the data that arrives says.
struct RefusalsModel: Sendable {
    /// Something that was refused.
    struct Refusal: Sendable {
        var id: Int64
        var at: Instant
        var door: String
        var code: String
        /// In English, as programs are told it.
        var detail: String
        var rows: Int
        /// The beginning of what came; `nil` where it was not kept.
        var original: String?
    }

    var intake: IntakeHealth
    /// The reason that is asked for.
    var code: String?
    var refusals: [Refusal]
    /// Where older ones begin.
    var older: Int64?
    var isLater: Bool

    static let perPage = 30
    /// Characters of what came that are shown.
    static let longestOriginal = 1_000
    static let codeParameter = "reason"
    static let beforeParameter = "before"
}
