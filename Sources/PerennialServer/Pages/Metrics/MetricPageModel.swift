import Facts
import Markup
import Population
import Segments

/// What the page of one metric, or custom metric, says.
struct MetricPageModel: Sendable {
    /// How long a part of the course is.
    enum Interval: String, CaseIterable, Sendable {
        case day, week, month
    }

    /// Figures of one part.
    struct Part: Sendable, Equatable {
        var first: ShopDay
        var events: Int
        var people: Int
        /// `nil` where events are worth nothing.
        var worth: Double?
    }

    /// What belongs to a custom metric alone.
    struct Custom: Sendable {
        /// One of its groups, in words.
        struct Group: Sendable {
            /// From outside.
            var metric: String
            /// What an event must say.
            var filters: [EventPropertyTest]
            /// From outside; `nil`: the events' own value.
            var valueProperty: String?
            var events: Int
            var counted: Int
            var withoutValue: Int
            /// Properties that no newer event has; from outside.
            var unseen: [String]
        }

        var isWorth: Bool
        var groups: [Group]
        var people: Int
        /// Amounts in other currencies than the shop's, for which there is no rate.
        var currenciesWithoutRate: [(currency: Currency, events: Int)]
        /// What goes by it, from outside.
        var uses: [(kind: UseKind, name: String)]
    }

    enum UseKind: Sendable { case segment, meaning, rfmModel }

    var id: String
    /// From outside.
    var name: String
    var interval: Interval
    /// Earliest first.
    var parts: [Part]
    var events: Int
    var last: Instant?
    var meanings: [MetricMapping.Meaning]
    /// `nil` for a metric that events name.
    var custom: Custom?
    /// Properties of the newest events, with their types; from outside.
    var properties: [(name: String, type: String)]
    var isSaved = false
    /// Of the page's address.
    static let inUseParameter = "in-use"
    /// Whether it was to be deleted, and something goes by it.
    var isInUse = false
}
