public import BuyTillYouDie
import Facts

/// Spend per purchase day: gamma-gamma in major units of the shop's currency, and which purchases it was fitted on.
public struct SpendModel: Sendable {
    /// Which purchases of a customer the model has seen.
    public enum Basis: String, Sendable {
        /// All but the first day, as in Fader & Hardie (2013).
        case repeatPurchases = "repeat purchases"
        /// All purchase days: also where nobody bought twice.
        case allPurchases = "all purchases"
    }

    /// The fitted gamma-gamma model.
    public let gammaGamma: GammaGamma
    /// Which purchases it was fitted on.
    public let basis: Basis
    /// Customers it was fitted on.
    public let customers: Int
    /// Whether the optimiser met its tolerance inside the bounds.
    public let didConverge: Bool
    /// Parameters that ended at a bound: the data do not identify them, as when all prices are equal.
    public let boundaryParameters: [String]
    /// Standard errors of p, q, v; `nil` where the Hessian is not usable.
    public let standardErrors: [Double]?
    /// Mean spend of a purchase day in the shop, in major units: what is expected where the model's mean is infinite (q <= 1).
    public let meanSpend: Double
    /// Means of n purchase days above n times this count as that, in major units: one extraordinary order is held, a wholesale customer who comes
    /// again and again is not. `nil`: none.
    public let limit: Double?
    /// Covariance of the logarithms of p, q, v, from which points for the error of the parameters are taken; `nil` where the Hessian is
    /// not usable.
    let logCovariance: [[Double]]?

    /// Fits on repeat purchases, or on all where fewer than two customers bought twice.
    ///
    /// - Parameters:
    ///   - limit: see ``limit``.
    ///   - computesHessian: whether standard errors are wanted, for ranges.
    ///   - usesPrior: whether parameters are drawn towards those of ``PublishedShops``.
    static func fit(
        _ summaries: CustomerSummaries, basis wanted: Basis, minorUnitsPerMajor: Double, limit: Double? = nil, usesPrior: Bool = false,
        computesHessian: Bool = true
    ) throws(PredictionFailure) -> SpendModel {
        var basis = wanted
        var histories = Self.histories(summaries, basis: basis, minorUnitsPerMajor: minorUnitsPerMajor, limit: limit)
        if histories.count.count < 2, basis == .repeatPurchases {
            basis = .allPurchases
            histories = Self.histories(summaries, basis: basis, minorUnitsPerMajor: minorUnitsPerMajor, limit: limit)
        }
        guard !histories.count.isEmpty else { throw .noSpend }
        var total = 0.0
        var days = 0.0
        for customer in 0..<summaries.count where summaries.hasPurchase(customer) {
            total += Double(summaries.purchasesMinorUnits(customer)) / minorUnitsPerMajor
            days += Double(summaries.frequency[customer]) + 1
        }
        do {
            var options = FitOptions()
            options.computesHessian = computesHessian
            let meanSpend = total / max(1, days)
            if usesPrior, meanSpend > 0 { options.prior = PublishedShops.gammaGamma(meanSpend: meanSpend) }
            let fit = try GammaGamma.fit(histories, options: options)
            return SpendModel(
                gammaGamma: fit.model, basis: basis, customers: histories.count.count, didConverge: fit.didConverge,
                boundaryParameters: fit.boundaryParameters, standardErrors: fit.standardErrors, meanSpend: meanSpend, limit: limit,
                logCovariance: fit.logCovariance)
        } catch {
            throw .noFit("spend: \(error)")
        }
    }

    private static func histories(
        _ summaries: CustomerSummaries, basis: Basis, minorUnitsPerMajor: Double, limit: Double?
    ) -> SpendHistories {
        var counts: [Int32] = []
        var means: [Double] = []
        for customer in 0..<summaries.count where summaries.hasPurchase(customer) {
            let observed = Self.observed(
                summaries, customer, basis: basis, minorUnitsPerMajor: minorUnitsPerMajor, limit: limit)
            if observed.count > 0, observed.mean > 0 {
                counts.append(Int32(observed.count))
                means.append(observed.mean)
            }
        }
        return SpendHistories(count: counts, mean: means)
    }

    /// How many purchase days of a customer the model has seen, and their mean spend in major units.
    func observed(_ summaries: CustomerSummaries, _ customer: Int) -> (count: Int, mean: Double) {
        Self.observed(
            summaries, customer, basis: basis, minorUnitsPerMajor: Double(summaries.currency.minorUnitsPerMajor), limit: limit)
    }

    private static func observed(
        _ summaries: CustomerSummaries, _ customer: Int, basis: Basis, minorUnitsPerMajor: Double, limit: Double?
    ) -> (count: Int, mean: Double) {
        let repeats = Int(summaries.frequency[customer])
        switch basis {
        case .repeatPurchases:
            guard repeats > 0 else { return (0, 0) }
            return (repeats, Double(summaries.repeatMinorUnits[customer]) / Double(repeats) / minorUnitsPerMajor)
        case .allPurchases:
            let mean = Double(summaries.purchasesMinorUnits(customer)) / Double(repeats + 1) / minorUnitsPerMajor
            return (repeats + 1, limit.map { min(mean, $0 * Double(repeats + 1)) } ?? mean)
        }
    }

    /// The part of a joint set of points that moves p, q and v: ``ParametricModel/pairs(logCovariance:jointDimension:)``.
    func parameterPairs(jointDimension: Int) -> [(model: GammaGamma, weight: Double)] {
        gammaGamma.pairs(logCovariance: logCovariance, jointDimension: jointDimension)
    }

    /// Expected spend of a purchase day, in major units. Where the population's mean is infinite the shop's own mean stands in for it.
    func expectedSpend(count: Int, mean: Double) -> Double {
        let expected = gammaGamma.expectedSpend(count: count, mean: mean)
        return expected.isFinite && expected > 0 ? expected : meanSpend
    }
}

extension CustomerSummaries {
    /// What all purchases brought, refunds of known orders taken off, in minor units.
    func purchasesMinorUnits(_ customer: Int) -> Int64 {
        unmatchedRefunds.isEmpty
            ? historicMinorUnits[customer] : historicMinorUnits[customer].saturatingAdding(unmatchedRefunds[UInt32(customer)] ?? 0)
    }
}
