import Facts
import Journal
import Markup

/// What the page of the activity says.
struct ActivityModel: Sendable {
    /// What somebody did.
    struct Entry: Sendable {
        var id: Int64
        var at: Instant
        var who: String
        var action: String
        var subject: Subject
    }

    /// Of what somebody did something.
    enum Subject: Sendable {
        case none
        /// A customer who is there, by their id.
        case profile(String)
        /// Something by its name.
        case named(String)
    }

    /// What is asked for, as it stands in the address.
    struct Filter: Sendable, Equatable {
        var who = ""
        var kind: ActivityKind?
        var from: ShopDay?
        var until: ShopDay?

        /// Characters of a name that is asked for.
        static let longestName = 300

        static let whoParameter = "who"
        static let kindParameter = "kind"
        static let fromParameter = "from"
        static let untilParameter = "until"

        var isEmpty: Bool { self == Filter() }

        init() {}

        init(_ query: QueryString) {
            who = query[Self.whoParameter] ?? ""
            kind = query[Self.kindParameter].flatMap { ActivityKind(rawValue: $0) }
            from = query[Self.fromParameter].flatMap { ShopDay($0) }
            until = query[Self.untilParameter].flatMap { ShopDay($0) }
        }

        /// An address with it.
        func added(to path: PagePath) -> PagePath {
            var path = path
            if !who.isEmpty, who.utf8.count <= Self.longestName { path = path.with(Self.whoParameter, who) }
            if let kind { path = path.with(Self.kindParameter, kind.rawValue) }
            if let from { path = path.with(Self.fromParameter, from.description) }
            if let until { path = path.with(Self.untilParameter, until.description) }
            return path
        }

        /// The same for the journal.
        func audit(_ zone: ShopTimeZone) -> AuditFilter {
            var filter = AuditFilter(who: who.isEmpty ? nil : who, kinds: kind?.actions ?? [])
            if let from { filter.from = zone.start(of: from) }
            if let until { filter.before = zone.start(of: until.advanced(byDays: 1)) }
            return filter
        }
    }

    var filter: Filter
    /// Who may be chosen.
    var people: [String]
    var entries: [Entry]
    /// Where older ones begin; `nil` where these are the last.
    var older: Int64?
    /// Whether newer ones were left out.
    var isLater: Bool

    static let perPage = 50
    static let beforeParameter = "before"
}
