public import Facts

/// Something that the demo shop tells, as a shop's systems would tell it through the API: who is meant stands in identities.
public enum DemoFact: Sendable {
    case profile(DemoProfile)
    case event(DemoEvent)
    case subscription(DemoSubscription)
    case membership(DemoMembership)

    /// When it happened.
    public var time: Instant {
        switch self {
        case .profile(let profile): profile.time
        case .event(let event): event.time
        case .subscription(let subscription): subscription.time
        case .membership(let membership): membership.time
        }
    }

    /// Of whom it is told.
    public var identities: DemoIdentities {
        switch self {
        case .profile(let profile): profile.identities
        case .event(let event): event.profile
        case .subscription(let subscription): subscription.profile
        case .membership(let membership): membership.profile
        }
    }
}

/// What says who somebody is; at least one is there.
public struct DemoIdentities: Hashable, Sendable {
    /// An e-mail address, as it was typed: now and then with capital letters.
    public var email: String?
    /// A phone number in E.164, out of a range that no network assigns.
    public var phone: String?
    /// The number of the shop's loyalty programme.
    public var externalID: String?
    /// What a browser was given before anybody said who sits before it.
    public var anonymousID: String?
    /// The account in the shop; guests have none.
    public var customerID: String?

    /// Nobody yet.
    init(email: String? = nil, phone: String? = nil, externalID: String? = nil, anonymousID: String? = nil, customerID: String? = nil) {
        self.email = email
        self.phone = phone
        self.externalID = externalID
        self.anonymousID = anonymousID
        self.customerID = customerID
    }
}

/// A profile as the shop knows it at a moment: an upsert.
public struct DemoProfile: Sendable {
    /// When the shop told it.
    public var time: Instant
    /// Who.
    public var identities: DemoIdentities
    /// The given name; absent where a fact changes ``properties`` alone.
    public var firstName: String?
    /// The family name.
    public var lastName: String?
    /// The company, for the few that buy for one.
    public var organization: String?
    /// Where they live.
    public var location: DemoLocation?
    /// BCP 47: `fr-FR`.
    public var locale: String?
    /// Custom properties, a JSON object: `Loyalty Tier`, `Loyalty Points`, `Birthday`, `Favourite Category`, `Acquisition Channel`, `Source`.
    public var properties: [UInt8]
}

/// Where somebody lives, to the city.
public struct DemoLocation: Hashable, Sendable {
    /// The city, as it is written there.
    public var city: String
    /// Region, Land, voivodeship or state.
    public var region: String
    /// The country in English, as Klaviyo keeps it: `France`.
    public var country: String
    /// The postal code.
    public var zip: String
    /// IANA: `Europe/Paris`.
    public var timeZone: String
    /// Degrees north of the city.
    public var latitude: Double
    /// Degrees east of the city.
    public var longitude: Double
}

/// Something that somebody did, under Klaviyo's usual names.
public struct DemoEvent: Sendable {
    /// What was done.
    public var metric: DemoMetric
    /// When.
    public var time: Instant
    /// Who did it.
    public var profile: DemoIdentities
    /// Makes it one event for ever, among those of the profile and metric.
    public var uniqueID: String
    /// What it was worth: of an order what was paid for it, of a refund what was given back.
    public var value: Money?
    /// A JSON object.
    public var properties: [UInt8]
}

/// The kinds of events that the demo shop tells of, by the names that Klaviyo gives them.
public enum DemoMetric: String, CaseIterable, Sendable {
    case placedOrder = "Placed Order"
    case orderedProduct = "Ordered Product"
    case fulfilledOrder = "Fulfilled Order"
    case refundedOrder = "Refunded Order"
    case cancelledOrder = "Cancelled Order"
    case startedCheckout = "Started Checkout"
    case addedToCart = "Added to Cart"
    case viewedProduct = "Viewed Product"
    case activeOnSite = "Active on Site"
    case receivedEmail = "Received Email"
    case openedEmail = "Opened Email"
    case clickedEmail = "Clicked Email"
    case bouncedEmail = "Bounced Email"
    case markedAsSpam = "Marked Email as Spam"
    case unsubscribedFromEmail = "Unsubscribed from Email Marketing"
    case subscribedToList = "Subscribed to List"
    case receivedSMS = "Received SMS"
    case clickedSMS = "Clicked SMS"
}

/// Somebody agreed to be written to, or no longer, or can no longer be reached; with the proof.
public struct DemoSubscription: Sendable {
    /// When.
    public var time: Instant
    /// Who.
    public var profile: DemoIdentities
    /// By which way.
    public var channel: Channel
    /// What changed.
    public var change: ConsentFact.Change
    /// The name of the list that goes with it.
    public var list: String?
    /// How: `CHECKOUT`, `FORM`, `POINT_OF_SALE`, `ONE_CLICK_UNSUBSCRIBE`, …
    public var method: String
    /// Where: the page, or the shop on the street.
    public var methodDetail: String?
    /// The sentence that was agreed to, in the language in which it was read.
    public var wording: String?
    /// Whether the address was confirmed by a link in a mail.
    public var isDoubleOptIn: Bool
    /// From where, an address of a range kept for documentation.
    public var ip: String?
}

/// Somebody joined a list, or left it.
public struct DemoMembership: Sendable {
    /// When.
    public var time: Instant
    /// Who.
    public var profile: DemoIdentities
    /// The name of the list.
    public var list: String
    /// Joined, or left.
    public var isMember: Bool
}

/// A list of the demo shop.
public struct DemoList: Hashable, Sendable {
    /// Its name, by which facts name it.
    public var name: String
    /// Whether joining is confirmed by mail.
    public var isDoubleOptIn: Bool
}
