public import Facts

/// What a test saw of somebody: the value that it compared.
public enum Observed: Sendable, Equatable {
    /// A number of a customer; `nil` where there is none.
    case number(Double?)
    /// A moment; `nil` where there is none.
    case moment(Instant?)
    /// A word that a customer is described by; `nil` where there is none.
    case word(String?)
    /// Whether a customer is overdue; `nil` without a prediction.
    case overdue(Bool?)
    /// A number, and that of the last who is in, among the greatest or the least.
    case ranked(number: Double?, border: Double?)
    /// The events that count.
    case events(Events)
    /// The moments at which the first step of a funnel happened within the time.
    case starts(count: Int, last: Instant?)
    /// What a property says, as JSON; `nil` where it says nothing.
    case value(String?)
    /// In which of the lists and segments somebody is, and since when.
    case groups([Joined])
    /// What was said about being written to.
    case consent(Consent)
    /// The country of the address; `nil` where it is not known.
    case country(String?)
    /// How many kilometres away somebody lives; `nil` where the place is not known.
    case distance(Double?)
    /// The number from 0 to 100 that somebody was drawn.
    case drawn(Double)
    /// Nothing: what is asked cannot be answered here.
    case nothing

    /// A list or segment that somebody is in.
    public struct Joined: Sendable, Equatable {
        /// Which.
        public enum Group: Sendable, Equatable {
            case list(ListNumber)
            case segment(SegmentNumber)
        }

        /// Which it is.
        public var group: Group
        /// Since when.
        public var since: Instant

        /// A list or segment since a moment.
        public init(_ group: Group, since: Instant) {
            self.group = group
            self.since = since
        }
    }

    /// Events that count.
    public struct Events: Sendable, Equatable {
        /// How many.
        public var count: Int
        /// What they are worth together, in whole units.
        public var sum: Double
        /// What one is worth on average; `nil` without any that can be added up.
        public var average: Double?
        /// When the last happened.
        public var last: Instant?

        /// Some events.
        public init(count: Int, sum: Double, average: Double?, last: Instant?) {
            self.count = count
            self.sum = sum
            self.average = average
            self.last = last
        }
    }

    /// What was said about being written to, and what forbids it.
    public struct Consent: Sendable, Equatable {
        /// Why a channel must not be used, whatever was said.
        public enum Suppression: String, CaseIterable, Sendable {
            case user
            case hardBounce = "hard_bounce"
            case spamComplaint = "spam_complaint"
            case invalidAddress = "invalid_address"
        }

        /// What else stands in the way of a channel.
        public enum Obstacle: String, CaseIterable, Sendable {
            /// There is nothing to send to.
            case noAddress = "no_address"
            /// The address is a mask of a marketplace, which must not be written to.
            case maskedAddress = "masked_address"
        }

        /// Whether marketing may be sent.
        public var canReceive: Bool
        /// What was said last; never ``ConsentTest/Subscription/any``.
        public var subscription: ConsentTest.Subscription
        /// When that was said.
        public var at: Instant?
        /// What forbids it.
        public var suppressions: [Suppression]
        /// What else stands in the way.
        public var obstacle: Obstacle?
        /// How that was said; `nil` where no proof tells.
        public var way: Way?

        /// How something was said.
        public struct Way: Sendable, Equatable {
            /// By which method, of ``ConsentTest/methods`` or another; `nil` where the proof does not say.
            public var method: String?
            /// What the caller said of the source.
            public var customSource: String?
            /// Whether the person confirmed.
            public var isDoubleOptIn: Bool

            /// A way.
            public init(method: String?, customSource: String?, isDoubleOptIn: Bool) {
                self.method = method
                self.customSource = customSource
                self.isDoubleOptIn = isDoubleOptIn
            }
        }

        /// A state of consent.
        public init(
            canReceive: Bool, subscription: ConsentTest.Subscription, at: Instant?, suppressions: [Suppression], obstacle: Obstacle? = nil,
            way: Way? = nil
        ) {
            self.obstacle = obstacle
            self.way = way
            self.canReceive = canReceive
            self.subscription = subscription
            self.at = at
            self.suppressions = suppressions
        }
    }
}
