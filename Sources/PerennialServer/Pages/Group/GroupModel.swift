import Facts
import Shop
import Wording

/// The page of one list or segment.
struct GroupModel: Sendable {
    /// A day of the past, with how many were in at its end.
    struct Day: Sendable {
        var day: ShopDay
        var members: Int
        var added: Int
        var removed: Int
    }

    /// Why somebody is in, or is not.
    struct Explained: Sendable {
        var profile: ProfileName
        var isIn: Bool
        var since: Instant?
        /// Empty for a list: somebody was put on it, or not.
        var lines: [ProfileModel.Segment.Line]
        /// The past day at whose end it was so, by what was known then; `nil` for now.
        var day: ShopDay?
    }

    /// What was asked of somebody.
    enum Explanation: Sendable {
        case nobody(asked: String)
        /// What is wrong with a question about a past day.
        case past(asked: String, problem: Phrase)
        case found(Explained)
    }

    /// What was just done.
    enum Done: String, Sendable {
        case created, saved, added, removed, export, tagged
    }

    var kind: ProfileGroup
    var id: String
    var name: String
    var isStarred: Bool
    var tags: [String]
    var created: Instant
    var updated: Instant
    var standing: GroupStanding
    var report: GroupReport
    /// All profiles of the shop.
    var everybody: Int
    var basis: PredictionBasis?
    /// Oldest first.
    var history: [Day]
    /// The most valuable ones.
    var members: [ProfilesModel.Row]
    /// The definition in words, each with how deep it stands; of segments alone.
    var definition: [(depth: Int, text: String)]
    /// What goes by it.
    var uses: [GroupUse]
    var explanation: Explanation?
    /// The past day that was asked about, as it was typed.
    var askedDay: String?
    /// Its tags, and those it may get; `nil` for who may not change them.
    var tagging: TaggingModel?
    /// How somebody joins a list.
    var optIn: ListResource.OptInProcess?
    var mayChange: Bool
    var done: Done?
    /// What was typed to add or remove somebody, and is nobody.
    var unknownMember: String?
}
