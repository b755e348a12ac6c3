import Facts
import Shop

/// All lists and segments.
struct GroupsModel: Sendable {
    /// One of them.
    struct Row: Sendable {
        var kind: ProfileGroup
        /// The public id.
        var id: String
        var name: String
        var members: Int
        /// Who entered and left within a day and a week.
        var lastDay: Change?
        var lastWeek: Change?
        var standing: GroupStanding
        var isStarred: Bool
        var tags: [String]
        var updated: Instant
    }

    /// Who entered and left.
    struct Change: Sendable, Equatable {
        var added: Int
        var removed: Int
        var net: Int { added - removed }
    }

    var query: GroupsQuery
    /// Of this page.
    var rows: [Row]
    /// The place of the first of them among those that match, from 1.
    var first = 1
    /// Where the page before ends, and the next begins; `nil` where there is none.
    var previous: RowCursor?
    /// See ``previous``.
    var next: RowCursor?
    /// Those that match.
    var total: Int
    /// All there are.
    var all: Int
    /// Whether whoever looks may make some.
    var mayChange: Bool
    /// One that was just deleted.
    var isDeleted = false
}

/// How it stands with who is in a list or segment.
struct GroupStanding: Sendable, Equatable {
    /// Whether who is in is being found out for the first time.
    var isProcessing = false
    /// Why it stands still, in words of the program.
    var fault: SegmentStandstill?
    /// Whether it asks for predictions that there are none of.
    var isStale = false
    /// Whether it is kept current.
    var isActive = true
    /// When everybody was looked at last, and how long that took.
    var looked: (at: Instant, milliseconds: Double)?

    static func == (a: GroupStanding, b: GroupStanding) -> Bool {
        (a.isProcessing, a.fault, a.isStale, a.isActive, a.looked?.at) == (b.isProcessing, b.fault, b.isStale, b.isActive, b.looked?.at)
    }
}
