import Foundation

/// The outlook of BG/NBD and MBG/NBD: N = min(M, K), M negative binomial and K, the purchase after which the customer stops,
/// beta-geometric: P(K >= n) = B(a, b + n - 1) / B(a, b).
struct DropoutAtPurchase {
    /// r + x.
    let shape: Double
    /// τ = t / (α + T).
    let horizon: Double
    let a: Double
    let b: Double

    private var purchases: NegativeBinomial { NegativeBinomial(shape: shape, horizon: horizon) }

    /// Sums longer than this are replaced by a quadrature.
    private static let longestSum = 4_096

    /// E[N] = Σ_{n>=1} P(K >= n) P(M >= n).
    ///
    /// All terms are positive. The closed form (Fader, Hardie & Lee 2005, eq. 10) divides by a - 1 and subtracts a
    /// hypergeometric function from 1: it loses its digits near a = 1 and for short horizons, where this has none to lose.
    func expectedPurchases() -> Double {
        guard purchases.roughLength < Double(Self.longestSum) else { return expectedByQuadrature() }
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.longestSum) { buffer in
            let count = purchases.fill(buffer)
            Self.accumulateFromEnd(buffer, count: count)
            var sum = 0.0
            var surviving = 1.0
            for n in 1..<max(count, 1) {
                sum += surviving * buffer[n]
                surviving *= (b + Double(n) - 1) / (a + b + Double(n) - 1)
            }
            // Where the buffer ends after P(0), one purchase is all that can come.
            return count > 1 ? sum : -expm1(-shape * log1p(horizon))
        }
    }

    /// P(N = n) = P(M = n) P(K > n) + P(M >= n) P(K = n).
    func countDistribution() -> [Double] {
        var result = withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * Outlook.longestDistribution) { buffer in
            let exact = UnsafeMutableBufferPointer(rebasing: buffer[..<Outlook.longestDistribution])
            let atLeast = UnsafeMutableBufferPointer(rebasing: buffer[Outlook.longestDistribution...])
            let count = purchases.fill(exact)
            for n in 0..<count { atLeast[n] = exact[n] }
            Self.accumulateFromEnd(atLeast, count: count)
            var distribution: [Double] = []
            distribution.reserveCapacity(count)
            distribution.append(exact[0])
            var reaching = 1.0
            for n in 1..<max(count, 1) {
                if reaching * atLeast[n] < 1e-14 { break }
                let stopping = reaching * a / (a + b + Double(n) - 1)
                let passing = reaching * (b + Double(n) - 1) / (a + b + Double(n) - 1)
                distribution.append(exact[n] * passing + atLeast[n] * stopping)
                reaching = passing
            }
            return distribution
        }
        Self.closeDistribution(&result)
        return result
    }

    /// The last of the longest possible entries takes what lies beyond; rounding goes where the most is.
    static func closeDistribution(_ distribution: inout [Double]) {
        var sum = 0.0
        for probability in distribution { sum += probability }
        if distribution.count == Outlook.longestDistribution { distribution[distribution.count - 1] += max(1 - sum, 0) }
    }

    /// Replaces P(n) by P(>= n); from the end, so that small tails keep their digits.
    private static func accumulateFromEnd(_ buffer: UnsafeMutableBufferPointer<Double>, count: Int) {
        var sum = 0.0
        for n in (0..<count).reversed() {
            sum += buffer[n]
            buffer[n] = sum
        }
    }

    /// E[N] = E_p[(1 - (1 + p τ)^-shape) / p], p ~ Beta(a, b), for horizons over which thousands of purchases are possible.
    ///
    /// Trapezoidal rule in y = log(p / (1 - p)), where the beta density is a bell with exponential flanks: the error falls like
    /// exp(-2 π² / step) (Trefethen & Weideman 2014, theorem 5.1). Where p is so small that the bracket is constant, the rest
    /// of the left flank is a geometric series.
    private func expectedByQuadrature() -> Double {
        let spread = (1 / a + 1 / b).squareRoot()
        let step = min(0.4, spread / 3)
        let center = log(a / b)
        let constantBelow = -log(max(b, (shape + 1) * horizon, 1)) - 30
        let lowest = max(center - 40 / a - 12 * spread, min(constantBelow, center))
        let highest = center + 40 / b + 12 * spread
        let scale = -logBeta(a, b)
        var sum = 0.0
        let steps = min(((highest - lowest) / step).rounded(.up), 20_000)
        for index in 0...Int(max(steps, 0)) {
            let y = lowest + step * Double(index)
            // log p and log(1 - p), neither of which cancels.
            let logP = y > 0 ? -log1p(exp(-y)) : y - log1p(exp(y))
            let logRest = y > 0 ? -y - log1p(exp(-y)) : -log1p(exp(y))
            let p = exp(logP)
            let bracket = -expm1(-shape * log1p(p * horizon)) / p
            sum += step * exp(scale + a * logP + b * logRest) * bracket
        }
        let flank = step * exp(scale + a * (lowest - step)) / -expm1(-a * step) * shape * horizon
        return sum + flank
    }
}
