import Foundation

/// Where a table of spend has its nodes in y = log(s / V').
///
/// Given n, y has mean ψ(p n) - ψ(q') and variance ψ'(p n) + ψ'(q'). Nodes stand 0.45 of the local scale of the curve apart: there
/// cubic Hermite interpolation with exact slopes is within 6e-5 of a normal distribution function, some 2e-4 of its deviation.
struct SpendNodes {
    let p: Double
    /// q'.
    let shape: Double

    private static let spacing = 0.45
    private static let mostNodes = 4_096
    /// Where one n stands out from the next only up to this many purchases; beyond, n itself is uncertain by its square root.
    private static let mostSeparateSteps = 24.0

    func center(_ n: Double) -> Double { digamma(p * n) - digamma(shape) }
    func deviation(_ n: Double) -> Double { (trigamma(p * n) + trigamma(shape)).squareRoot() }
    /// Below this y less than 1e-7 of the distribution of n is left.
    func lowest(_ n: Double) -> Double { center(n) - max(6 * deviation(n), 16 / max(p * n, 0.4)) }
    /// Beyond this y less than 1e-7 of the distribution of n is left, unless q' is so small that it has hardly an end.
    func highest(_ n: Double) -> Double { center(n) + max(6 * deviation(n), 16 / max(shape, 0.25)) }

    /// The nodes for sums of 1 to `mostPurchases` purchases.
    func nodes(mostPurchases: Int) -> [Double] {
        let end = highest(Double(mostPurchases))
        var nodes = [lowest(1)]
        var y = nodes[0]
        let unit = exp(digamma(shape)) / p
        while y < end, nodes.count < Self.mostNodes {
            let typical = max(exp(min(y, 600)) * unit, 1)
            let own = deviation(typical)
            let isStaircase = typical < Self.mostSeparateSteps && own * typical < 0.67
            if isStaircase {
                y = afterPlateau(y + Self.spacing * own, typical: typical)
            } else {
                // The number of purchases is at least as uncertain as Poisson's.
                let smooth = (own * own + (typical > 1 ? 1 / typical : 0)).squareRoot()
                y += Self.spacing * min(smooth, 1)
            }
            nodes.append(y)
        }
        return nodes
    }

    /// Between two steps of a staircase the curve is flat: on to where the next begins.
    private func afterPlateau(_ y: Double, typical: Double) -> Double {
        let passed = typical.rounded(.down)
        let next = center(passed + 1) - 5 * deviation(passed + 1)
        let left = center(passed) + 5 * deviation(passed)
        return y > left && y < next ? next : y
    }
}
