import Facts

/// What somebody said about being written to by one channel, and what forbids it.
public struct ConsentState: Sendable, Equatable, BitwiseCopyable {
    /// What the person said.
    public enum Status: UInt8, Sendable, BitwiseCopyable {
        case neverSubscribed = 0
        case subscribed, unsubscribed
        /// Asked to confirm, and has not.
        case pending
    }

    /// Why a channel must not be used, whatever was said.
    public struct Suppressions: OptionSet, Sendable, BitwiseCopyable {
        /// The bit pattern.
        public let rawValue: UInt8
        /// The reasons of a bit pattern.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Suppressed by a user or an integration.
        public static let user = Suppressions(rawValue: 1)
        /// The address bounced for good.
        public static let hardBounce = Suppressions(rawValue: 2)
        /// The person complained of spam.
        public static let spamComplaint = Suppressions(rawValue: 4)
        /// The address cannot exist.
        public static let invalidAddress = Suppressions(rawValue: 8)

        /// What a later consent of the person lifts. A dead address stays dead, whatever is said.
        static let lifted: Suppressions = [.user, .spamComplaint]
    }

    // In an order in which no room is lost: 24 bytes.

    /// What was said last.
    public var status: Status = .neverSubscribed
    /// What forbids the channel.
    public var suppressions: Suppressions = []
    /// By which way it was said, as ``ConsentWays`` number them; 0 where that is not known.
    var way: UInt32 = 0
    /// When, seconds of UTC since 1970.
    public var statusSeconds: UInt32 = 0
    /// The number of the fact that holds the proof; 0 without one.
    public var proofSequence: UInt32 = 0
    /// When the address was last found to be dead, seconds of UTC since 1970.
    public var addressSeconds: UInt32 = 0
    /// When a user last suppressed it or the person last complained, seconds of UTC since 1970.
    public var objectionSeconds: UInt32 = 0

    /// Nothing said.
    public init() {}

    /// Since when a reason holds, seconds of UTC since 1970.
    public func seconds(of reason: Suppressions) -> UInt32 {
        reason.isDisjoint(with: .lifted) ? addressSeconds : objectionSeconds
    }

    /// When a channel was last forbidden, seconds of UTC since 1970; 0 where nothing forbids it.
    public var suppressionSeconds: UInt32 { max(addressSeconds, objectionSeconds) }

    /// Whether marketing may be sent: subscribed and not suppressed.
    public var canReceiveMarketing: Bool { status == .subscribed && suppressions.isEmpty }

    /// Takes up what was said or found. What was said earlier than what is known changes nothing.
    mutating func apply(_ fact: ConsentFact, sequence: UInt32, way: UInt32 = 0) {
        switch fact.change {
        case .subscribed: say(.subscribed, fact, sequence, way)
        case .unsubscribed: say(.unsubscribed, fact, sequence, way)
        case .pending: if status != .subscribed { say(.pending, fact, sequence, way) }
        case .suppressed: forbid(.user, fact)
        case .hardBounced: forbid(.hardBounce, fact)
        case .spamComplaint: forbid(.spamComplaint, fact)
        case .invalidAddress: forbid(.invalidAddress, fact)
        case .unsuppressed: lift(.user)
        }
    }

    private mutating func say(_ new: Status, _ fact: ConsentFact, _ sequence: UInt32, _ way: UInt32) {
        guard fact.seconds >= statusSeconds else { return }
        status = new
        self.way = way
        statusSeconds = fact.seconds
        proofSequence = sequence
        // A consent that was given before and is told late says nothing of what came after it.
        if new == .subscribed, fact.seconds >= objectionSeconds { lift(.lifted) }
    }

    private mutating func forbid(_ reason: Suppressions, _ fact: ConsentFact) {
        suppressions.insert(reason)
        if reason.isDisjoint(with: .lifted) {
            addressSeconds = max(addressSeconds, fact.seconds)
        } else {
            objectionSeconds = max(objectionSeconds, fact.seconds)
        }
    }

    private mutating func lift(_ reasons: Suppressions) {
        suppressions.subtract(reasons)
        if suppressions.isDisjoint(with: .lifted) { objectionSeconds = 0 }
    }

    /// Of two people who are one: what was said later, and every reason against.
    mutating func merge(_ other: ConsentState) {
        if other.statusSeconds > statusSeconds {
            status = other.status
            statusSeconds = other.statusSeconds
            proofSequence = other.proofSequence
            way = other.way
        }
        suppressions.formUnion(other.suppressions)
        addressSeconds = max(addressSeconds, other.addressSeconds)
        objectionSeconds = max(objectionSeconds, other.objectionSeconds)
    }
}
