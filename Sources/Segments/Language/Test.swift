/// One thing that is asked of a profile.
public enum Test: Sendable, Equatable {
    /// How often, or for how much, somebody did something within a time.
    case metric(MetricTest)
    /// Whether somebody did one thing after another.
    case funnel(FunnelTest)
    /// What a property says.
    case property(PropertyTest)
    /// A number that is known or predicted of a customer; false where there is none.
    case number(NumberDimension, NumberFilter)
    /// A moment that is known or predicted of a customer; false where there is none.
    case moment(MomentDimension, DateFilter)
    /// A word that a customer is described by.
    case word(WordDimension, TextFilter)
    /// What is known of a customer's RFM scores and groups by a model that is named.
    case model(RFMModelTest)
    /// Whether a customer is silent for longer than is usual for them.
    case overdue(Bool)
    /// Whether somebody is among those with the greatest, or least, of a number.
    case top(TopTest)
    /// Whether somebody is in any of some lists and segments.
    case membership(MembershipTest)
    /// Whether somebody may be written to, and what was said about it.
    case consent(ConsentTest)
    /// Whether somebody lives in a part of the world.
    case region(Region, isIn: Bool)
    /// How far from a postal code somebody lives.
    case distance(DistanceTest)
    /// Whether somebody is in a part of all profiles that was drawn by chance, the same for the same seed.
    case sample(percent: Double, seed: UInt64)
}

/// What must be so of a customer's RFM scores and groups by a model that is named.
public struct RFMModelTest: Sendable, Equatable {
    /// What is asked.
    public enum Question: Sendable, Equatable {
        /// A score; false where there is none.
        case score(NumberDimension, NumberFilter)
        /// A group, or the one before.
        case group(WordDimension, TextFilter)
        /// Since when the customer is in its group; false before the first change.
        case changed(DateFilter)
    }

    /// The id of the model, or its name.
    public var model: String
    /// What is asked.
    public var question: Question

    /// A question about a model.
    public init(model: String, question: Question) {
        self.model = model
        self.question = question
    }

    /// The same question about the model that is shown.
    public var ofShown: Test {
        switch question {
        case .score(let dimension, let filter): .number(dimension, filter)
        case .group(let dimension, let filter): .word(dimension, filter)
        case .changed(let filter): .moment(.rfmGroupChanged, filter)
        }
    }

    /// The longest name of a model, in bytes.
    public static let longestName = 255
}

extension Test {
    /// The same about a model that is named; `nil` where models have no answer.
    func of(model: String) -> Test? {
        switch self {
        case .number(let dimension, let filter) where dimension.isOfRFM:
            .model(RFMModelTest(model: model, question: .score(dimension, filter)))
        case .word(let dimension, let filter) where dimension.isOfRFM:
            .model(RFMModelTest(model: model, question: .group(dimension, filter)))
        case .moment(.rfmGroupChanged, let filter): .model(RFMModelTest(model: model, question: .changed(filter)))
        default: nil
        }
    }
}

/// How often, or for how much, somebody did something within a time.
public struct MetricTest: Sendable, Equatable {
    /// What is counted.
    public enum Measurement: String, CaseIterable, Sendable {
        /// How many events.
        case count
        /// What they were worth together.
        case sum
        /// What one was worth on average: with orders, the average order value of a time. False without any event.
        case average
    }

    /// Which kind of event.
    public var metric: MetricReference
    /// What is counted.
    public var measurement: Measurement
    /// What the number must be.
    public var filter: NumberFilter
    /// Which events count, by when they happened.
    public var timeFrame: DateFilter
    /// Which events count, by what they say: those that meet all of these.
    public var properties: [EventPropertyTest]

    /// A test of events.
    public init(
        metric: MetricReference, measurement: Measurement = .count, filter: NumberFilter, timeFrame: DateFilter = .allTime,
        properties: [EventPropertyTest] = []
    ) {
        self.metric = metric
        self.measurement = measurement
        self.filter = filter
        self.timeFrame = timeFrame
        self.properties = properties
    }
}

/// A kind of event, by its id in the API or by its name.
public enum MetricReference: Sendable, Hashable {
    case id(String)
    case name(String)
}

/// A list or segment, by its id in the API or by its name.
public enum GroupReference: Sendable, Hashable {
    case id(String)
    case name(String)
}

/// What a property of an event must say. A dot leads into an object.
public struct EventPropertyTest: Sendable, Equatable {
    /// The name of the property: `source`, `shipping.country`.
    public var property: String
    /// What it must say.
    public var filter: ValueFilter

    /// A test of a property.
    public init(property: String, filter: ValueFilter) {
        self.property = property
        self.filter = filter
    }
}

/// Whether somebody did one thing after another, or did not.
public struct FunnelTest: Sendable, Equatable {
    /// One step.
    public struct Step: Sendable, Equatable {
        /// Which kind of event.
        public var metric: MetricReference
        /// Whether it must have happened after the step before, or must not.
        public var hasHappened: Bool
        /// Which events count.
        public var properties: [EventPropertyTest]

        /// A step.
        public init(metric: MetricReference, hasHappened: Bool, properties: [EventPropertyTest] = []) {
            self.metric = metric
            self.hasHappened = hasHappened
            self.properties = properties
        }
    }

    /// The steps in their order; the first must have happened.
    public var steps: [Step]
    /// When the first step happened.
    public var timeFrame: DateFilter
    /// Seconds from the first step within which the others must come; `nil`: any time.
    public var completionSeconds: Int64?

    /// A funnel.
    public init(steps: [Step], timeFrame: DateFilter, completionSeconds: Int64?) {
        self.steps = steps
        self.timeFrame = timeFrame
        self.completionSeconds = completionSeconds
    }

    /// The lengths of time in which it may have to be complete, as definitions call them.
    public static let windows: [(name: String, seconds: Int64)] = [
        ("HOURS_1", 3_600), ("DAYS_1", 86_400), ("DAYS_3", 259_200), ("DAYS_5", 432_000), ("WEEKS_1", 604_800), ("DAYS_30", 2_592_000),
        ("DAYS_90", 7_776_000), ("DAYS_180", 15_552_000), ("YEARS_1", 31_536_000),
    ]
}

/// What a property of a profile must say.
public struct PropertyTest: Sendable, Equatable {
    /// Which property.
    public var property: ProfileProperty
    /// What it must say.
    public var filter: ValueFilter

    /// A test of a property.
    public init(property: ProfileProperty, filter: ValueFilter) {
        self.property = property
        self.filter = filter
    }
}

/// A property of a profile.
public enum ProfileProperty: Sendable, Hashable {
    /// One that every profile may have, by its name in the API: `email`, `first_name`, `location.city`, `created`.
    case standard(String)
    /// One that the shop gave, as `properties['Favorite Color']`; more names lead into objects.
    case custom([String])

    /// The names of the standard ones. Times of their own: `created`, `updated`, `last_event_date`.
    public static let standardNames = [
        "email", "phone_number", "external_id", "anonymous_id", "customer_id", "first_name", "last_name", "organization", "title",
        "locale", "image", "location.address1", "location.address2", "location.city", "location.country", "location.region", "location.zip",
        "location.timezone", "location.latitude", "location.longitude", "location.ip", "created", "updated", "last_event_date",
    ]

    /// Other names by which Klaviyo's definitions call the standard ones.
    static let aliases: [String: String] = [
        "phone": "phone_number", "unique_id": "external_id", "city": "location.city", "country": "location.country",
        "region": "location.region", "state": "location.region", "zip": "location.zip", "zip_code": "location.zip",
        "address1": "location.address1", "address2": "location.address2", "timezone": "location.timezone",
        "latitude": "location.latitude", "longitude": "location.longitude", "ip": "location.ip", "last_active": "last_event_date",
        "date_added": "created", "created_at": "created", "$email": "email", "$phone_number": "phone_number",
        "$first_name": "first_name", "$last_name": "last_name", "$city": "location.city", "$country": "location.country",
        "$region": "location.region", "$zip": "location.zip", "$organization": "organization", "$title": "title", "$id": "external_id",
    ]
}

/// Whether somebody is among those with the greatest, or least, of a number. Whoever ties with the last is in.
public struct TopTest: Sendable, Equatable {
    /// How many.
    public enum Size: Sendable, Equatable {
        /// So many customers.
        case count(Int)
        /// So many of a hundred of those who have the number, rounded up.
        case percent(Double)
    }

    /// Which number; who has none is not counted.
    public var dimension: NumberDimension
    /// How many.
    public var size: Size
    /// The least instead of the greatest.
    public var isBottom: Bool
    /// Whom they are compared with; `nil`: everybody.
    public var among: Condition?

    /// A part at the top.
    public init(dimension: NumberDimension, size: Size, isBottom: Bool = false, among: Condition? = nil) {
        self.dimension = dimension
        self.size = size
        self.isBottom = isBottom
        self.among = among
    }
}

/// Whether somebody is in any of some lists and segments.
public struct MembershipTest: Sendable, Equatable {
    /// Whether somebody must be in any of them, or in none.
    public var isMember: Bool
    /// The lists and segments.
    public var groups: [GroupReference]
    /// When somebody joined; of members alone.
    public var joined: DateFilter?

    /// A test of membership.
    public init(isMember: Bool, groups: [GroupReference], joined: DateFilter? = nil) {
        self.isMember = isMember
        self.groups = groups
        self.joined = joined
    }
}

/// A part of the world.
public enum Region: String, CaseIterable, Sendable {
    case europeanUnion = "european_union"
    case unitedStates = "united_states"
}

/// How far from a postal code somebody lives.
public struct DistanceTest: Sendable, Equatable {
    /// The country of the postal code, ISO 3166 alpha-2.
    public var country: String
    /// The postal code.
    public var postalCode: String
    /// How far, in kilometres.
    public var kilometers: Double
    /// How far as it was written, for writing it again.
    public var isInMiles: Bool
    /// Farther than that instead of nearer.
    public var isFarther: Bool

    /// A distance.
    public init(country: String, postalCode: String, kilometers: Double, isInMiles: Bool, isFarther: Bool) {
        self.country = country
        self.postalCode = postalCode
        self.kilometers = kilometers
        self.isInMiles = isInMiles
        self.isFarther = isFarther
    }
}
