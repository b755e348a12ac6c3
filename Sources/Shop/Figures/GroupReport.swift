public import Facts
public import Population

/// Whom figures are of.
public enum FiguredGroup: Sendable, Hashable {
    /// Every profile that lives.
    case everybody
    /// The members of a list.
    case list(ListNumber)
    /// The members of a segment.
    case segment(SegmentNumber)
}

/// A segment, a list or everybody as of now: how many, how that changed, and their figures.
public struct GroupReport: Sendable {
    /// Entries and exits of a segment within so many days of 86,400 seconds before now.
    public struct Change: Sendable {
        /// How many days.
        public var days: Int
        /// How many entered and left.
        public var changes: SegmentChanges
    }

    /// Days over which a segment's change is told.
    public static let daysOfChange = [1, 7, 30]

    /// Whom it is of.
    public let group: FiguredGroup
    /// The segment's or list's name; `nil` of everybody.
    public let name: String?
    /// The figures.
    public let figures: ProfileFigures
    /// Entries and exits; `nil` for what is no segment.
    public let changes: [Change]?
    /// When it was found out.
    public let computedAt: Instant
    /// The day that numbers of customers are as of; `nil` before there are any.
    public let asOf: ShopDay?
    /// The currency of money.
    public let currency: Currency
    /// Over how many days is predicted; `nil` without predictions.
    public let horizonInDays: Int?
    /// Whether it is a segment that asks for predictions that there are none of: its members are those of the last time there were.
    public let isStale: Bool
    /// Whether something is being found out still: who is in a segment, since it was made or changed, or numbers of customers, since orders,
    /// or what counts as one, changed.
    public let isProcessing: Bool
}

/// Two groups beside each other.
public struct GroupComparison: Sendable {
    /// One of them.
    public let first: GroupReport
    /// The other.
    public let second: GroupReport
    /// Whoever is in both.
    public let inBoth: ProfileFigures
    /// Whoever is in the first alone.
    public let onlyInFirst: ProfileFigures
    /// Whoever is in the second alone.
    public let onlyInSecond: ProfileFigures
}
