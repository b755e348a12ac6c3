import CVectorMath
import Foundation

/// The outlook of Pareto/NBD: λ ~ Gamma(shape, rate), and the customer stops at rate μ ~ Gamma(s, dropoutRate).
struct DropoutAtRandomTime {
    /// r + x.
    let shape: Double
    /// α + T.
    let rate: Double
    let s: Double
    /// β + T.
    let dropoutRate: Double

    /// shape / rate · E[time active within t]; Schmittlein, Morrison & Colombo 1987, eq. 22.
    ///
    /// E[time] = dropoutRate (e^{(1-s) l} - 1) / (1 - s) with l = log(1 + t / dropoutRate): `expm1` keeps the digits near s = 1.
    func expectedPurchases(_ weeks: Double) -> Double {
        let growth = log1p(weeks / dropoutRate)
        let power = (1 - s) * growth
        let stretched = power == 0 ? growth : expm1(power) / (1 - s)
        return shape / rate * dropoutRate * stretched
    }

    /// H(t) = ∫_0^t density of the next purchase, which comes at time u if the customer is still active then.
    func probabilityOfPurchase(_ weeks: Double) -> Double {
        min(NextPurchase(self).probability(upTo: log1p(weeks / min(rate, dropoutRate))), 1)
    }

    /// H(τ) = q H(t), by Newton's method in w = log(1 + τ / smaller rate), kept inside a bracket that halves otherwise.
    func quantile(_ q: Double, _ weeks: Double) -> Double {
        let next = NextPurchase(self)
        var low = 0.0
        var high = log1p(weeks / min(rate, dropoutRate))
        let target = q * next.probability(upTo: high)
        guard target > 0 else { return q * weeks }
        // As if the density fell at its first rate throughout.
        let decay = next.near + next.far * next.ratio
        let fraction = decay * high > 1e-8 ? -log1p(q * expm1(-decay * high)) / decay : q * high
        var w = min(max(fraction, low), high)
        for _ in 0..<80 {
            let excess = next.probability(upTo: w) - target
            if excess > 0 { high = w } else { low = w }
            var moved = w - excess / next.density(at: w)
            if !(moved > low && moved < high) { moved = (low + high) / 2 }
            let isDone = abs(moved - w) <= 1e-12 * moved
            w = moved
            if isDone { break }
        }
        return min(min(rate, dropoutRate) * expm1(w), weeks)
    }

    /// P(N = n) = P(active at t) P(n | t) + ∫_0^t P(stops at u) P(n | u) du, all terms positive.
    func countDistribution(_ weeks: Double) -> [Double] {
        let nodes = DropoutTimes(self, weeks: weeks)
        let longest = NegativeBinomial(shape: shape, horizon: weeks / rate)
        var result = withUnsafeTemporaryAllocation(of: Double.self, capacity: Outlook.longestDistribution) { buffer in
            let count =
                shape * log1p(longest.horizon) < 650
                ? nodes.fillTogether(buffer, shape: shape, rate: rate) : nodes.fillOneByOne(buffer, shape: shape, rate: rate)
            return Array(buffer[..<count])
        }
        DropoutAtPurchase.closeDistribution(&result)
        return result
    }
}

/// The density of the next purchase, shape rate^shape / (rate + u)^(shape + 1) (dropoutRate / (dropoutRate + u))^s, in
/// w = log(1 + u / m), m the smaller of the two rates: smooth over the whole range, however far the rates lie apart.
private struct NextPurchase {
    let near: Double
    let far: Double
    let ratio: Double
    let scale: Double
    private let path = cvm_best_path()

    init(_ outlook: DropoutAtRandomTime) {
        if outlook.rate <= outlook.dropoutRate {
            near = outlook.shape
            far = outlook.s
            ratio = outlook.rate / outlook.dropoutRate
            scale = outlook.shape
        } else {
            near = outlook.s - 1
            far = outlook.shape + 1
            ratio = outlook.dropoutRate / outlook.rate
            scale = outlook.shape * ratio
        }
    }

    func probability(upTo w: Double) -> Double { scale * cvm_power_integral(near, far, ratio, w, path) }

    func density(at w: Double) -> Double { scale * exp(-near * w - far * log1p(ratio * expm1(w))) }
}
