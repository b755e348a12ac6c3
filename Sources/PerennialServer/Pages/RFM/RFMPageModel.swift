import CustomerValue
import Facts

/// What the page of RFM groups says.
struct RFMPageModel: Sendable {
    /// A model that can be looked at.
    struct Choice: Sendable {
        var id: String
        /// From outside.
        var name: String
        var isChosen: Bool
        /// Whether it is the one that profiles, segments and the other pages show.
        var isShown: Bool
    }

    /// Two days beside each other.
    struct Comparison: Sendable {
        var report: RFMReport
        /// Whether ``report`` has medians; in a large shop they are counted apart.
        var hasMedians: Bool
        /// The medians of a large shop, as far as they are counted.
        var medians = RFMMedianCounts.Standing()
        /// When it was changed between the two days how groups are made.
        var settingsChangedAt: Instant?
    }

    var question: RFMQuestion
    /// The standard one first.
    var models: [Choice]
    /// How many are in each group now.
    var groups: RFMDistribution
    /// Money and advice beside the number of people; empty where it is another model than the one that is shown.
    var figures: [HomeModel.Group]
    /// Days of the horizon of what is expected; `nil` without predictions.
    var horizonInDays: Int?
    /// The two days that fields show, and what is wrong with them.
    var start: ShopDay
    var end: ShopDay
    var startProblem: RFMQuestion.Problem?
    var endProblem: RFMQuestion.Problem?
    /// `nil` where a day was refused, or nobody has a group.
    var comparison: Comparison?
    var settings: RFMSettings
    /// `nil` before anybody was scored.
    var borders: RFMBorders?
    var bordersSettledAt: Instant?
    /// When groups were counted.
    var computedAt: Instant
    /// Whether groups are still being found out.
    var isProcessing: Bool
    /// Whether settings were saved just now.
    var isSaved = false

    /// Whether it is the model whose groups lists and segments go by.
    var isShown: Bool { models.contains { $0.isChosen && $0.isShown } }
}
