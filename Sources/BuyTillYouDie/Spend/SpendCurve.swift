import Foundation

/// P(S > s) of active customers as a function of y = log(s / V'), S what they spend within a horizon.
///
/// Cubic Hermite interpolation between nodes at which the value and the slope are exact.
public struct SpendCurve: Sendable {
    private let nodes: [Double]
    private let survivals: [Double]
    private let densities: [Double]
    /// P(S > 0) given active: what ``survival(logScaledSpend:)`` tends to for small amounts.
    public let probabilityOfPurchase: Double

    init(nodes: [Double], survivals: [Double], densities: [Double], probabilityOfPurchase: Double) {
        self.nodes = nodes
        self.survivals = survivals
        self.densities = densities
        self.probabilityOfPurchase = probabilityOfPurchase
    }

    /// P(S > V' e^y) given active, and its slope in y.
    public func survival(logScaledSpend y: Double) -> (value: Double, slope: Double) {
        guard let first = nodes.first, let last = nodes.last, y > first else { return (probabilityOfPurchase, 0) }
        if y >= last {
            // The tail of a beta prime falls like a power of s.
            let value = survivals[nodes.count - 1] * exp(-tailRate * (y - last))
            return (value, -tailRate * value)
        }
        let interval = Self.interval(nodes.count) { nodes[$0] <= y }
        let width = nodes[interval + 1] - nodes[interval]
        return hermite((y - nodes[interval]) / width, interval: interval, width: width)
    }

    /// The y at which P(S > V' e^y) given active is `u`; `nil` where u is at least P(S > 0): that quantile of spend is zero.
    public func logScaledSpend(survival u: Double) -> Double? {
        guard u < probabilityOfPurchase, let first = nodes.first, let last = nodes.last else { return nil }
        if u >= survivals[0] { return first }
        let end = survivals[nodes.count - 1]
        if u <= end { return u > 0 && tailRate > 0 ? last + log(end / u) / tailRate : last }
        let interval = Self.interval(nodes.count) { survivals[$0] > u }
        let width = nodes[interval + 1] - nodes[interval]
        let fall = survivals[interval] - survivals[interval + 1]
        var low = 0.0
        var high = 1.0
        var place = fall > 0 ? (survivals[interval] - u) / fall : 0.5
        for _ in 0..<50 {
            let here = hermite(place, interval: interval, width: width)
            let excess = here.value - u
            if excess > 0 { low = place } else { high = place }
            var moved = place - excess / (here.slope * width)
            if !(moved > low && moved < high) { moved = (low + high) / 2 }
            let isDone = abs(moved - place) < 1e-9
            place = moved
            if isDone { break }
        }
        return nodes[interval] + place * width
    }

    /// - density / survival at the last node.
    private var tailRate: Double {
        let end = survivals[nodes.count - 1]
        return end > 0 ? densities[nodes.count - 1] / end : 0
    }

    private func hermite(_ place: Double, interval: Int, width: Double) -> (value: Double, slope: Double) {
        let left = survivals[interval]
        let fall = survivals[interval + 1] - left
        let leftSlope = -densities[interval] * width
        let rightSlope = -densities[interval + 1] * width
        // left + place (leftSlope + place (quadratic + place cubic))
        let quadratic = 3 * fall - 2 * leftSlope - rightSlope
        let cubic = leftSlope + rightSlope - 2 * fall
        let value = left + place * (leftSlope + place * (quadratic + place * cubic))
        let slope = leftSlope + place * (2 * quadratic + 3 * place * cubic)
        return (value, slope / width)
    }

    /// The last node but one, at most, up to which the condition holds; it holds for some first nodes and for none after.
    @inline(__always)
    private static func interval(_ count: Int, _ holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return low
    }
}
