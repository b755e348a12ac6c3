public import Facts

/// When something is, or was.
///
/// The evaluation's instant is the first that is not known yet: "the last N days" is from N x 86,400 seconds before it up to it, itself
/// excluded. Times before and after it are half open alike, so that every moment lies in one of two that touch.
public enum DateFilter: Sendable, Equatable {
    /// At any time; of events alone.
    case allTime
    case before(Instant)
    case after(Instant)
    /// From one moment to another; of events both are included, of joining a list the second is not.
    case betweenInstants(Instant, Instant)
    /// Within so long before now.
    case inTheLast(Span)
    /// Within so long from now on.
    case inTheNext(Span)
    /// So long ago, or longer.
    case atLeastAgo(Span)
    /// Between so long ago and so long ago.
    case betweenAgo(from: Int, to: Int, Span.Unit)
    /// The day and month came round within so long before now.
    case anniversaryInTheLast(Span)
    /// The day and month come round within so long from now on.
    case anniversaryInTheNext(Span)
    /// The day and month are today's.
    case anniversaryToday
    /// The month is this month's.
    case anniversaryThisMonth
    /// The month is this one, 1 to 12.
    case calendarMonth(Int)
    /// There is such a moment at all.
    case isKnown

    /// Whether it changes as time goes by.
    public var isRelative: Bool {
        switch self {
        case .allTime, .before, .after, .betweenInstants, .calendarMonth, .isKnown: false
        case .inTheLast, .inTheNext, .atLeastAgo, .betweenAgo, .anniversaryInTheLast, .anniversaryInTheNext, .anniversaryToday,
            .anniversaryThisMonth:
            true
        }
    }
}

/// A length of time.
public struct Span: Sendable, Hashable {
    /// What it is counted in; days and weeks are of 24 and 168 hours.
    public enum Unit: String, CaseIterable, Sendable {
        case hour, day, week

        /// Its length in seconds.
        public var seconds: Int64 {
            switch self {
            case .hour: 3_600
            case .day: 86_400
            case .week: 604_800
            }
        }
    }

    /// How many.
    public var quantity: Int
    /// Of what.
    public var unit: Unit

    /// The greatest length that is taken: a hundred years of hours.
    public static let greatestQuantity = 876_600

    /// A length of time.
    public init(_ quantity: Int, _ unit: Unit) {
        self.quantity = quantity
        self.unit = unit
    }

    /// In seconds.
    public var seconds: Int64 { Int64(quantity).multipliedReportingOverflow(by: unit.seconds).partialValue }
}
