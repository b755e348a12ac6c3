/// Customers drawn from a model: what is seen of them, and what is not.
public struct SimulatedCustomers: Sendable {
    /// What is seen up to each customer's age.
    public internal(set) var histories: [PurchaseHistory] = []
    /// Whether each is still active at that age.
    public internal(set) var isActive: [Bool] = []
    /// Each one's purchases within the horizon after that age, as weeks from then.
    public internal(set) var futurePurchasesInWeeks: [[Double]] = []

    /// The most purchases of one customer that are drawn.
    public static let mostPurchases = 100_000

    /// Draws one customer: Poisson purchases until he stops.
    ///
    /// - Parameters:
    ///   - stop: the time at which he stops, in weeks; infinite where a purchase decides.
    ///   - stopsAfterPurchase: asked after each purchase, the first at time 0 included.
    mutating func add<Generator: RandomNumberGenerator>(
        ageInWeeks: Double, horizonInWeeks: Double, rate: Double, stopsAt stop: Double,
        using generator: inout Generator, stopsAfterPurchase: (inout Generator, Int) -> Bool
    ) {
        var frequency = 0
        var recency = 0.0
        var future: [Double] = []
        var time = 0.0
        var end = stop
        if stopsAfterPurchase(&generator, 0) { end = 0 }
        for purchase in 1...Self.mostPurchases {
            time += generator.exponential(rate: rate)
            guard time < end, time < ageInWeeks + horizonInWeeks else { break }
            if time <= ageInWeeks {
                frequency += 1
                recency = time
            } else {
                future.append(time - ageInWeeks)
            }
            if stopsAfterPurchase(&generator, purchase) { end = time }
        }
        histories.append(PurchaseHistory(frequency: frequency, recencyInWeeks: recency, ageInWeeks: ageInWeeks))
        isActive.append(end > ageInWeeks)
        futurePurchasesInWeeks.append(future)
    }
}
