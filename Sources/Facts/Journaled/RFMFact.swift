/// A customer came into another RFM group.
public struct RFMFact: Sendable, Equatable {
    /// Why.
    public enum Cause: UInt8, CaseIterable, Sendable {
        /// An order, or money given back.
        case order = 1
        /// Days went by.
        case time = 2
        /// Borders were settled anew over everybody.
        case borders = 3
        /// Other settings were taken into use.
        case settings = 4
        /// The person objected to being profiled, or took that back.
        case profiling = 5

        /// The word for it in files and answers.
        public var name: String {
            switch self {
            case .order: "order"
            case .time: "time"
            case .borders: "borders"
            case .settings: "settings"
            case .profiling: "profiling"
            }
        }
    }

    /// Three scores, and the place of their group among the six.
    public struct Standing: Sendable, Hashable {
        /// Scores, 1 to 5.
        public var recency: UInt8
        /// See ``recency``.
        public var frequency: UInt8
        /// See ``recency``.
        public var monetary: UInt8
        /// The place of the group, from 0: Champions, Loyal, Recent, Needs Attention, At Risk, Inactive.
        public var group: UInt8

        /// A standing.
        public init(recency: UInt8, frequency: UInt8, monetary: UInt8, group: UInt8) {
            self.recency = recency
            self.frequency = frequency
            self.monetary = monetary
            self.group = group
        }
    }

    /// Who.
    public var profile: ProfileNumber
    /// By which RFM model.
    public var model: RFMModelNumber
    /// What they are now; `nil` where no order counts any more, or they objected.
    public var standing: Standing?
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32
    /// Why.
    public var cause: Cause
    /// Whether it was worked out afterwards from orders that came with their past: nobody was told at the time.
    public var isReconstructed: Bool

    /// A change of group.
    public init(
        profile: ProfileNumber, model: RFMModelNumber, standing: Standing?, seconds: UInt32, cause: Cause, isReconstructed: Bool = false
    ) {
        self.profile = profile
        self.model = model
        self.standing = standing
        self.seconds = seconds
        self.cause = cause
        self.isReconstructed = isReconstructed
    }

    /// All but whom, which model and when, in 16 bits: scores, group or 7 for none, cause, whether it is reconstructed.
    public var packed: UInt16 {
        let scores = standing.map { UInt16($0.recency & 7) | UInt16($0.frequency & 7) << 3 | UInt16($0.monetary & 7) << 6 } ?? 0
        return scores | UInt16((standing?.group ?? 7) & 7) << 9 | UInt16(cause.rawValue & 7) << 12 | (isReconstructed ? 1 << 15 : 0)
    }

    /// The standing of ``packed``.
    @inlinable
    public static func standing(packed bits: UInt16) -> Standing? {
        let group = UInt8(bits >> 9 & 7)
        guard group < 6 else { return nil }
        return Standing(
            recency: UInt8(bits & 7), frequency: UInt8(bits >> 3 & 7), monetary: UInt8(bits >> 6 & 7), group: group)
    }

    /// The cause of ``packed``; `nil` for one that is not known.
    @inlinable
    public static func cause(packed bits: UInt16) -> Cause? { Cause(rawValue: UInt8(bits >> 12 & 7)) }
}
