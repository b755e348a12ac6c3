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
        var name: String
        var joinedAt: Instant
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
    var rfm: RFMStanding?
    var identities: [Identity]
    /// One entry for each channel, also where nothing is known.
    var consent: [ChannelConsent]
    var lists: [Membership]
    /// In the order of their keys.
    var properties: [Property]
    var timeline: Timeline
}

/// The orders of one customer: counted, not predicted. Money in minor units of the shop's currency.
struct OrderHistory: Sendable {
    /// One order.
    struct Order: Sendable {
        var at: Instant
        var minorUnits: Int64
    }

    var numberOfOrders: Int
    /// What was spent, refunds taken off.
    var historicMinorUnits: Int64
    var averageOrderMinorUnits: Double?
    /// `nil` with a single order.
    var averageDaysBetweenOrders: Double?
    var first: Instant
    var last: Instant
    /// Earliest first; at most the last ``most``.
    var orders: [Order]

    static let most = 2_000
}

/// What is expected of one customer, or why nothing is.
enum ProfileOutlook: Sendable {
    case predicted(ProfilePrediction)
    case none(WhyNoPrediction)
}

/// What is expected of one customer.
struct ProfilePrediction: Sendable {
    /// The churn probability as it would have been predicted at the end of a day.
    struct PastRisk: Sendable {
        var day: ShopDay
        var churnProbability: Double
    }

    var basis: PredictionBasis
    var clv: MoneyEstimate
    var numberOfOrders: Double
    var churnProbability: Double
    /// At least one order within the horizon.
    var probabilityOfOrder: Double
    var expectedDateOfNextOrder: ShopDay
    var isOverdue: Bool
    var valueClass: CustomerClass
    var likelihoodClass: CustomerClass
    /// `nil` where none is known.
    var reason: Reason?
    /// From the first order until today, in order, a few hundred days at most; empty where it was not worked out.
    var pastRisk: [PastRisk]
}

/// Why nothing is predicted for a person.
enum WhyNoPrediction: Sendable {
    /// No order ever.
    case neverOrdered
    /// Orders dated in the future alone, the first at this moment.
    case orderedAhead(Instant)
    /// Every order was cancelled, refunded in full or worth nothing.
    case nothingLeft
    /// Orders without an exchange rate alone.
    case heldAside(orders: Int, currency: Currency)
    /// The person objected to profiling.
    case objected(Instant)
    /// The shop does not meet these conditions.
    case shopNotEligible([Eligibility.Finding])
    /// The shop meets the conditions, but there is no model.
    case failed(PredictionFailure)
    /// The first model is being fitted.
    case notFittedYet
}

/// The RFM group of one customer.
struct RFMStanding: Sendable {
    var group: RFMGroup
    /// 1 to 3 each, 3 being best.
    var recency: Int
    var frequency: Int
    var monetary: Int
    /// The most recent other group; `nil` until a first change.
    var previous: RFMGroup?
    /// `nil` until a first change.
    var changedAt: Instant?
}

/// What a person agreed to for one channel.
struct ChannelConsent: Sendable {
    /// What the person said last.
    enum State: Sendable {
        case never, pending, subscribed, unsubscribed
    }

    /// Why the person must not be written to, whatever was agreed.
    enum Suppression: Sendable {
        case byHand, hardBounced, spamComplaint, invalidAddress
    }

    /// How the state came about.
    struct Proof: Sendable {
        /// By which way: a form, the checkout, an import.
        var method: String?
        /// The page or place.
        var place: String?
        /// The words that were agreed to.
        var wording: String?
        /// The import that brought it.
        var importName: String?

        var isEmpty: Bool { [method, place, wording, importName].allSatisfy { $0?.isEmpty ?? true } }
    }

    var channel: Channel
    var state: State
    /// `nil` where nothing was ever said.
    var since: Instant?
    /// `nil` where none was given.
    var proof: Proof?
    var suppressions: [(reason: Suppression, since: Instant)]

    /// Whether messages may be sent.
    var mayBeWrittenTo: Bool { state == .subscribed && suppressions.isEmpty }

    /// Whether something forbids messages: a word of the person, or a suppression. Somebody who never agreed is not forbidden, and is not
    /// written to either.
    var isForbidden: Bool { state == .unsubscribed || !suppressions.isEmpty }
}

/// What happened to one person, newest first, a page at a time.
struct Timeline: Sendable {
    /// One event.
    struct Event: Sendable {
        /// What it means for the person's value.
        enum Kind: Sendable {
            case order, refund, cancellation, other
        }

        var at: Instant
        /// The metric's name, as it was sent.
        var metric: String
        var kind: Kind
        /// With its own currency; `nil` where it has none.
        var value: Money?
        /// An order in a currency without a rate.
        var isHeldAside: Bool
        /// Dated after today: it counts from then on.
        var isAhead = false
        /// What it is about in a line: the order's number, the product.
        var summary: String?
        /// Names and values, as they were sent.
        var details: [(name: String, value: String)]
    }

    /// Of this page.
    var events: [Event]
    /// Of the person.
    var total: Int
    /// What leads to the next page; `nil` on the last.
    var olderCursor: String?
    /// Whether nothing is newer.
    var isFirstPage: Bool

    /// The parameter that holds the cursor.
    static let cursorParameter = "before"
}
