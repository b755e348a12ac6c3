/// Low, moderate or high, as predicted value and purchase likelihood are put in words; `new` while there is too little to go by.
public enum CustomerClass: String, CaseIterable, Sendable {
    case low, moderate, high, new
}

/// The borders between classes, always on predictions for 365 days, so that they mean the same whatever horizon is printed.
public struct ClassThresholds: Sendable, Equatable {
    /// A customer with one purchase day who is younger than this, in days, is `new`.
    public var newUnderDays: Int
    /// Predicted CLV under this, in minor units, is low. `nil` where every customer is new.
    public var clvLowUnder: Double?
    /// Predicted CLV from this on, in minor units, is high.
    public var clvHighFrom: Double?
    /// A probability of order under this is low.
    public var likelihoodLowUnder: Double?
    /// A probability of order from this on is high.
    public var likelihoodHighFrom: Double?

    /// Borders without any class but `new`: before a shop's are settled.
    init() { newUnderDays = 0 }

    /// The borders of a shop.
    ///
    /// CLV: low under half the mean predicted CLV of customers who are not new, high from one and a half times that mean. Likelihood,
    /// with m the mean probability of order of the same customers: low under m / 2, high from max(0.5, min(1.5 m, (1 + m) / 2)), so
    /// that "likely" is true (at least even odds) and reachable (below 1).
    init(summaries: CustomerSummaries, clvMinorUnits: (Int) -> Double, probabilityOfOrder: (Int) -> Double) {
        newUnderDays = Self.newUnderDays(daysToSecondPurchase: summaries.daysToSecondPurchase)
        var count = 0
        var clv = 0.0
        var probability = 0.0
        for customer in 0..<summaries.count where summaries.hasPurchase(customer) {
            if Self.isNew(frequency: summaries.frequency[customer], ageInDays: summaries.ageInDays[customer], underDays: newUnderDays) {
                continue
            }
            count += 1
            clv += clvMinorUnits(customer)
            probability += probabilityOfOrder(customer)
        }
        guard count > 0 else { return }
        let meanCLV = clv / Double(count)
        let m = probability / Double(count)
        clvLowUnder = meanCLV / 2
        clvHighFrom = meanCLV * 1.5
        likelihoodLowUnder = m / 2
        likelihoodHighFrom = max(0.5, min(1.5 * m, (1 + m) / 2))
    }

    /// The 75th percentile of days from the first to the second purchase, held within 30 to 180 days; 180 where nobody bought twice.
    static func newUnderDays(daysToSecondPurchase counts: [Int]) -> Int {
        let total = counts.reduce(0, +)
        guard total > 0 else { return 180 }
        let rank = (3 * total + 3) / 4
        var seen = 0
        for (days, count) in counts.enumerated() {
            seen += count
            if seen >= rank { return min(180, max(30, days)) }
        }
        return 180
    }

    static func isNew(frequency: Int32, ageInDays: Int32, underDays: Int) -> Bool {
        frequency == 0 && Int(ageInDays) < underDays
    }

    /// The class of a predicted CLV for 365 days, in minor units.
    func clvClass(_ minorUnits: Double) -> CustomerClass {
        guard let clvLowUnder, let clvHighFrom else { return .new }
        return minorUnits < clvLowUnder || minorUnits <= 0 ? .low : minorUnits >= clvHighFrom ? .high : .moderate
    }

    /// The class of a probability of order within 365 days.
    func likelihoodClass(_ probability: Double) -> CustomerClass {
        guard let likelihoodLowUnder, let likelihoodHighFrom else { return .new }
        return probability < likelihoodLowUnder || probability <= 0 ? .low : probability >= likelihoodHighFrom ? .high : .moderate
    }
}
