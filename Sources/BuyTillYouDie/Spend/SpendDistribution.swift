import Foundation

/// What a customer will spend within a horizon, exactly: a probability of nothing, and a mixture of scaled beta primes.
///
/// Given n purchases ahead, their sum S is Gamma(p n, ν) with ν ~ Gamma(q', V'), where q' = q + p · observed count and
/// V' = v + observed count · observed mean: so S / V' is beta prime and P(S <= s | n) = I_z(p n, q') with z = s / (s + V')
/// (Fader & Hardie 2013, sections 2 and 3). Purchases and amounts are independent, as gamma-gamma has it.
/// One evaluation costs an incomplete beta function per possible n; ``SpendCurves`` is the fast way for many customers.
public struct SpendDistribution: Sendable {
    /// q', the shape of what is known of the customer's ν.
    private let shape: Double
    /// V', the unit of money in which the sum is beta prime.
    public let scale: Double
    private let p: Double
    private let counts: [Double]
    private let probabilityAlive: Double

    /// - Parameters:
    ///   - spend: the model of amounts.
    ///   - countsGivenAlive: ``Outlook/purchaseCountDistribution(withinWeeks:)`` over the horizon.
    ///   - probabilityAlive: of being active now.
    ///   - observedCount: purchases whose amounts were seen.
    ///   - observedMean: their mean amount; of no account where the count is 0.
    public init(
        spend: GammaGamma, observedCount: Int, observedMean: Double, countsGivenAlive: [Double], probabilityAlive: Double
    ) {
        (shape, scale) = spend.posterior(count: observedCount, mean: observedMean)
        p = spend.p
        counts = countsGivenAlive
        self.probabilityAlive = probabilityAlive
    }

    /// P(S > s), for s >= 0.
    public func survival(_ s: Double) -> Double {
        var sum = 0.0
        let total = max(s, 0) + scale
        for n in counts.indices.dropFirst() where counts[n] > 0 {
            // The upper tail directly, by the symmetry of the incomplete beta function: 1 - I would lose it.
            sum += counts[n] * IncompleteBeta.regularized(scale / total, complement: max(s, 0) / total, a: shape, b: p * Double(n))
        }
        return probabilityAlive * sum
    }

    /// P(S <= s), for s >= 0; at 0 the probability of spending nothing.
    public func cumulative(_ s: Double) -> Double { s < 0 ? 0 : 1 - survival(s) }

    /// E[S]; infinite where q' <= 1.
    public var mean: Double {
        guard shape > 1 else { return .infinity }
        var purchases = 0.0
        for n in counts.indices { purchases += Double(n) * counts[n] }
        return probabilityAlive * purchases * p * scale / (shape - 1)
    }

    /// The smallest s with P(S <= s) >= u: 0 where nothing is bought with at least that probability.
    ///
    /// Brackets in log(s / V') by doubling, then halves: 1e-12 relative.
    public func quantile(_ u: Double) -> Double {
        let beyond = 1 - min(max(u, 0), 1)
        guard survival(0) > beyond else { return 0 }
        guard beyond > 0 else { return .infinity }
        var low = -1.0
        var high = 1.0
        while survival(scale * exp(low)) <= beyond, low > -700 { low *= 2 }
        while survival(scale * exp(high)) > beyond, high < 700 { high *= 2 }
        for _ in 0..<100 where high - low > 1e-13 * max(1, abs(low)) {
            let middle = (low + high) / 2
            if survival(scale * exp(middle)) > beyond { low = middle } else { high = middle }
        }
        return scale * exp((low + high) / 2)
    }
}
