/// A model of when customers buy and when they stop: one number for each of the questions a shop asks.
///
/// Times are weeks. All models share the first half, Poisson purchases whose rates differ between customers by a gamma
/// distribution with shape r and rate α, and differ in how a customer stops.
public protocol PurchaseModel: ParametricModel {
    /// How the model is called in options, tables and reports: "bg-nbd", "mbg-nbd", "pareto-nbd".
    static var name: String { get }

    /// log L(x, t_x, T) of one customer, with all constants, as the papers print it.
    func logLikelihood(of history: PurchaseHistory) -> Double

    /// P(active at T | x, t_x, T).
    func probabilityAlive(_ history: PurchaseHistory) -> Double

    /// What lies ahead of a customer who is still active at the end of an age with a frequency.
    ///
    /// It does not depend on the recency, which speaks only of whether the customer is still active. So a table over
    /// (frequency, age) serves all customers.
    func outlook(frequency: Int, ageInWeeks: Double) -> Outlook

    /// The maximum likelihood fit.
    ///
    /// - Throws: ``FitError`` where there is nothing to fit. A search that ends badly is reported in the ``Fit``.
    static func fit(_ histories: PurchaseHistories, options: FitOptions) throws(FitError) -> Fit<Self>

    /// Customers drawn from the model, one for each age T, with their purchases in the horizon after it.
    func simulate(
        agesInWeeks: [Double], horizonInWeeks: Double, using generator: inout some RandomNumberGenerator
    ) -> SimulatedCustomers
}

extension PurchaseModel {
    /// log L of all customers together, each history as often as its weight says.
    public func logLikelihood(of histories: PurchaseHistories) -> Double {
        var sum = 0.0
        for row in 0..<histories.count { sum += histories.weight[row] * logLikelihood(of: histories[row]) }
        return sum
    }

    /// The fit with the usual options.
    public static func fit(_ histories: PurchaseHistories) throws(FitError) -> Fit<Self> {
        try fit(histories, options: FitOptions())
    }

    /// P(active at T | x, t_x, T) of each row.
    public func probabilitiesAlive(_ histories: PurchaseHistories) -> [Double] {
        (0..<histories.count).map { probabilityAlive(histories[$0]) }
    }

    /// What lies ahead of this customer, if still active.
    public func outlook(of history: PurchaseHistory) -> Outlook {
        outlook(frequency: history.frequency, ageInWeeks: history.ageInWeeks)
    }

    /// E[purchases in the next `weeks` | x, t_x, T].
    public func expectedPurchases(_ history: PurchaseHistory, withinWeeks weeks: Double) -> Double {
        probabilityAlive(history) * outlook(of: history).expectedPurchases(withinWeeks: weeks)
    }

    /// P(at least one purchase in the next `weeks` | x, t_x, T).
    public func probabilityOfPurchase(_ history: PurchaseHistory, withinWeeks weeks: Double) -> Double {
        probabilityAlive(history) * outlook(of: history).probabilityOfPurchase(withinWeeks: weeks)
    }

    /// P(n purchases in the next `weeks` | x, t_x, T) for n = 0, 1, ...; see ``Outlook/purchaseCountDistribution(withinWeeks:)``.
    public func purchaseCountDistribution(_ history: PurchaseHistory, withinWeeks weeks: Double) -> [Double] {
        let alive = probabilityAlive(history)
        var distribution = outlook(of: history).purchaseCountDistribution(withinWeeks: weeks).map { $0 * alive }
        distribution[0] += 1 - alive
        return distribution
    }

    /// The time by which the next purchase has come with probability q, given that one comes within `weeks`.
    ///
    /// One who buys again is active, so the answer is the outlook's: it does not depend on recency.
    public func quantileOfNextPurchaseInWeeks(_ q: Double, _ history: PurchaseHistory, withinWeeks weeks: Double) -> Double {
        outlook(of: history).quantileOfNextPurchaseInWeeks(q, withinWeeks: weeks)
    }
}
