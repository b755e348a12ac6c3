/// When a customer's purchase days came, beyond the first and the last: what the models do not see and the trained ranker does.
public struct PurchaseRhythm: Sendable, Equatable {
    /// Purchase days within the last 30 days up to the as-of day.
    public private(set) var within30Days: UInt16 = 0
    /// Within the last 90 days.
    public private(set) var within90Days: UInt16 = 0
    /// Within the last 180 days.
    public private(set) var within180Days: UInt16 = 0
    /// Within the last 365 days.
    public private(set) var within365Days: UInt16 = 0
    /// Days between the last two purchase days; 0 with one alone.
    public private(set) var lastGapInDays: Int32 = 0
    /// The sum of the squares of all gaps between purchase days, in squared days.
    public private(set) var squaredGaps: Float = 0
    /// What the last purchase day brought, in minor units.
    public internal(set) var lastDayMinorUnits: Float = 0

    /// Nothing bought yet.
    public init() {}

    mutating func addPurchaseDay(daysBeforeAsOf age: Int32, gapInDays: Int32?) {
        if age < 365 {
            within365Days &+= within365Days < .max ? 1 : 0
            if age < 180 { within180Days &+= within180Days < .max ? 1 : 0 }
            if age < 90 { within90Days &+= within90Days < .max ? 1 : 0 }
            if age < 30 { within30Days &+= within30Days < .max ? 1 : 0 }
        }
        guard let gapInDays else { return }
        lastGapInDays = gapInDays
        squaredGaps += Float(gapInDays) * Float(gapInDays)
    }
}
