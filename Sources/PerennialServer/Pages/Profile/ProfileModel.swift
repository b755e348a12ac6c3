import CustomerValue
import Facts

/// What the page of one person says.
struct ProfileModel: Sendable {
    /// Something that says who somebody is.
    struct Identity: Sendable {
        var kind: IdentityKind
        var value: String
        /// An address that a marketplace made up for one order.
        var isMasked: Bool
    }

    /// A list that the person belongs to.
    struct Membership: Sendable {
        var id: String
        var name: String
        var joinedAt: Instant
    }

    /// A segment that the person is in, and why.
    struct Segment: Sendable {
        /// A condition with what it saw.
        struct Line: Sendable {
            var depth: Int
            var text: String
            var holds: Bool
            /// `nil` for what holds others together.
            var seen: String?
            /// When time alone may change it.
            var mayChange: Instant?
        }

        var id: String
        var name: String
        var since: Instant
        /// Empty where it cannot be told.
        var why: [Line]
    }

    /// A property that is not one of the standard ones.
    struct Property: Sendable {
        var key: String
        /// As text; lists and objects as JSON.
        var value: String
    }

    var name: ProfileName
    /// City and country, where known.
    var place: String?
    var createdAt: Instant
    /// The newest event.
    var lastActive: Instant?
    /// `nil` before the first order that counts.
    var orders: OrderHistory?
    var outlook: ProfileOutlook
    /// `nil` before the first order that counts.
    var rfm: RFMCard?
    var identities: [Identity]
    /// One entry for each channel, also where nothing is known.
    var consent: [ChannelConsent]
    var lists: [Membership]
    var segments: [Segment]
    /// In the order of their keys.
    var properties: [Property]
    var timeline: Timeline
    /// Whether the person objected to profiling.
    var hasObjected = false
}
