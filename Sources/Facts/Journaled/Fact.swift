/// Something that happened, as the journal keeps it: who it is about is resolved, so that replaying facts in order gives the same shop.
///
/// Bytes are slices of the block that a fact was read from.
public enum Fact: Sendable {
    case profile(ProfileFact)
    case event(EventFact)
    case merge(MergeFact)
    case consent(ConsentFact)
    case membership(MembershipFact)
    case erasure(ErasureFact)
    case profiling(ProfilingFact)
    case metric(MetricFact)
    case model(ModelFact)
    case segment(SegmentFact)
    case rfm(RFMFact)
}

/// A profile was created or changed.
public struct ProfileFact: Sendable {
    /// Whose. A new profile has the number after the last.
    public var profile: ProfileNumber
    /// Whether this fact creates it.
    public var isNew: Bool
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32
    /// What changed, as JSON: attributes by their names in the API (`email`, `first_name`, `location`, `properties`, …), `null` clears;
    /// `created` (seconds of UTC since 1970, an earlier moment than is known), and `append`, `unappend`, `unset` of properties.
    public var change: ArraySlice<UInt8>

    /// A creation or change.
    public init(profile: ProfileNumber, isNew: Bool, seconds: UInt32, change: ArraySlice<UInt8>) {
        self.profile = profile
        self.isNew = isNew
        self.seconds = seconds
        self.change = change
    }
}

/// Somebody did something.
public struct EventFact: Sendable {
    /// Who.
    public var profile: ProfileNumber
    /// What kind of thing.
    public var metric: MetricNumber
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32
    /// What it was worth, in units of ``currency`` (or without one).
    public var value: Double?
    /// The currency of ``value``; `nil`: the shop's.
    public var currency: Currency?
    /// The fingerprint that makes it one event for ever: of profile, metric and unique id, or of profile, metric and second.
    public var identity: UInt64
    /// The ``Fingerprint`` of the order's id that it names; 0 where it names none.
    public var order: UInt64
    /// Whether it is told after the fact: no flow starts.
    public var isBackfill: Bool
    /// Through which door it came.
    public var source: FactSource
    /// Its properties, a JSON object; empty where there are none.
    public var properties: ArraySlice<UInt8>

    /// An event.
    public init(
        profile: ProfileNumber, metric: MetricNumber, seconds: UInt32, value: Double?, currency: Currency?, identity: UInt64, order: UInt64,
        isBackfill: Bool, source: FactSource, properties: ArraySlice<UInt8>
    ) {
        self.profile = profile
        self.metric = metric
        self.seconds = seconds
        self.value = value
        self.currency = currency
        self.identity = identity
        self.order = order
        self.isBackfill = isBackfill
        self.source = source
        self.properties = properties
    }
}

/// Through which door a fact came.
public enum FactSource: UInt8, Sendable {
    case api = 0
    case client, importFile, webhook, shop, page

    /// The door in a word, as refusals and counts have it.
    public var door: String {
        switch self {
        case .api: "api"
        case .client: "client"
        case .importFile: "import"
        case .webhook: "webhook"
        case .shop: "shop"
        case .page: "page"
        }
    }
}

/// Two profiles were found to be one person: all that was known of the first is the second's from now on.
public struct MergeFact: Sendable {
    /// Who is no more.
    public var from: ProfileNumber
    /// Who stays.
    public var into: ProfileNumber
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32

    /// A merge.
    public init(from: ProfileNumber, into: ProfileNumber, seconds: UInt32) {
        self.from = from
        self.into = into
        self.seconds = seconds
    }
}

/// Somebody agreed to be written to, or not; with the proof.
public struct ConsentFact: Sendable {
    /// What changed.
    public enum Change: UInt8, Sendable {
        case subscribed = 1
        case unsubscribed = 2
        /// Must not be written to, whatever was agreed.
        case suppressed = 3
        case unsuppressed = 4
        /// The address bounced for good.
        case hardBounced = 5
        case spamComplaint = 6
        case invalidAddress = 7
        /// Asked to confirm; not agreed yet.
        case pending = 8

        /// Whether it is a reason why the channel must not be used, whatever was agreed.
        public var forbids: Bool {
            switch self {
            case .suppressed, .hardBounced, .spamComplaint, .invalidAddress: true
            case .subscribed, .unsubscribed, .pending, .unsuppressed: false
            }
        }
    }

    /// Who.
    public var profile: ProfileNumber
    /// By which way to be reached.
    public var channel: Channel
    /// What changed.
    public var change: Change
    /// When the person agreed, seconds of UTC since 1970; it may lie before the fact was told.
    public var seconds: UInt32
    /// The proof, a JSON object: `method`, `method_detail`, `custom_source`, `wording`, `list_id`, `ip`, `import`, `double_optin`.
    public var proof: ArraySlice<UInt8>

    /// A change of consent.
    public init(profile: ProfileNumber, channel: Channel, change: Change, seconds: UInt32, proof: ArraySlice<UInt8>) {
        self.profile = profile
        self.channel = channel
        self.change = change
        self.seconds = seconds
        self.proof = proof
    }
}

/// Somebody joined or left a list.
public struct MembershipFact: Sendable {
    /// Who.
    public var profile: ProfileNumber
    /// Which list.
    public var list: ListNumber
    /// Joined, or left.
    public var isMember: Bool
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32

    /// A joining or leaving.
    public init(profile: ProfileNumber, list: ListNumber, isMember: Bool, seconds: UInt32) {
        self.profile = profile
        self.list = list
        self.isMember = isMember
        self.seconds = seconds
    }
}

/// Everything about somebody was erased; the number stays as a tombstone.
public struct ErasureFact: Sendable {
    /// Who.
    public var profile: ProfileNumber
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32

    /// An erasure.
    public init(profile: ProfileNumber, seconds: UInt32) {
        self.profile = profile
        self.seconds = seconds
    }
}

/// Somebody objected to being profiled, or took that back.
public struct ProfilingFact: Sendable {
    /// Who.
    public var profile: ProfileNumber
    /// Objected, or took it back.
    public var isObjected: Bool
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32

    /// An objection, or its end.
    public init(profile: ProfileNumber, isObjected: Bool, seconds: UInt32) {
        self.profile = profile
        self.isObjected = isObjected
        self.seconds = seconds
    }
}

/// A metric was met for the first time.
public struct MetricFact: Sendable {
    /// Its number, the next one.
    public var metric: MetricNumber
    /// Its name: `Placed Order`.
    public var name: String
    /// Where it comes from: `API`, `Shopify`, `Perennial`, …
    public var integration: String
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32

    /// A metric.
    public init(metric: MetricNumber, name: String, integration: String, seconds: UInt32) {
        self.metric = metric
        self.name = name
        self.integration = integration
        self.seconds = seconds
    }
}

/// A fitted model was put to use.
public struct ModelFact: Sendable {
    /// Its number among the journal's models.
    public var model: UInt32
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32

    /// A model put to use.
    public init(model: UInt32, seconds: UInt32) {
        self.model = model
        self.seconds = seconds
    }
}

/// Somebody entered or left a segment.
public struct SegmentFact: Sendable {
    /// Why.
    public enum Cause: UInt8, Sendable {
        /// The segment was made or changed.
        case definition = 1
        /// Something happened, was told or was changed.
        case fact = 2
        /// Time went by.
        case time = 3
        /// Numbers were predicted anew.
        case scores = 4
    }

    /// Who.
    public var profile: ProfileNumber
    /// Which segment.
    public var segment: SegmentNumber
    /// Entered, or left.
    public var isMember: Bool
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32
    /// Why.
    public var cause: Cause

    /// An entry or exit.
    public init(profile: ProfileNumber, segment: SegmentNumber, isMember: Bool, seconds: UInt32, cause: Cause) {
        self.profile = profile
        self.segment = segment
        self.isMember = isMember
        self.seconds = seconds
        self.cause = cause
    }
}
