/// What the models know of one customer: how many repeat purchases, when the last one was, and since when the customer is known.
///
/// Times are weeks since the customer's first purchase. Purchases of one day count once.
public struct PurchaseHistory: Hashable, Sendable {
    /// x: repeat purchases; the first purchase is not counted.
    public var frequency: Int
    /// t_x: from the first purchase to the last; 0 where there was no repeat purchase.
    public var recencyInWeeks: Double
    /// T: from the first purchase to the end of the observation.
    public var ageInWeeks: Double

    /// A history. A usable one has 0 <= recency <= age, all finite, and recency 0 at frequency 0; see ``isUsable``.
    /// A fit refuses others; a prediction answers for the nearest usable one.
    public init(frequency: Int, recencyInWeeks: Double, ageInWeeks: Double) {
        self.frequency = frequency
        self.recencyInWeeks = recencyInWeeks
        self.ageInWeeks = ageInWeeks
    }

    /// Whether the numbers can be a customer's.
    public var isUsable: Bool {
        guard frequency >= 0, recencyInWeeks >= 0, ageInWeeks.isFinite, recencyInWeeks <= ageInWeeks else { return false }
        return frequency > 0 || recencyInWeeks == 0
    }

    /// The most repeat purchases, and the most weeks, that predictions tell apart.
    static let largestFrequency = 1_000_000
    static let largestAgeInWeeks = 1e6

    /// The nearest history that a customer can have: predictions answer for it, so that no input makes them NaN.
    var nearestUsable: PurchaseHistory {
        let age = ageInWeeks > 0 ? min(ageInWeeks, Self.largestAgeInWeeks) : 0
        let count = min(max(frequency, 0), Self.largestFrequency)
        let recency = recencyInWeeks > 0 && count > 0 ? min(recencyInWeeks, age) : 0
        return PurchaseHistory(frequency: count, recencyInWeeks: recency, ageInWeeks: age)
    }
}
