import Foundation

/// P(S > s) of active customers as a function of y = log(s / V'), S what they spend within a horizon.
///
/// Cubic Hermite interpolation between nodes at which the value and the slope are exact.
public struct SpendCurve: Sendable {
    /// A node, with the survival and the density there.
    private struct Node {
        var place: Double
        var survival: Double
        var density: Double
    }

    private let nodes: [Node]
    /// P(S > 0) given active: what ``survival(logScaledSpend:)`` tends to for small amounts.
    public let probabilityOfPurchase: Double

    /// - Parameters: columns of equal length, one entry per node.
    init(nodes: [Double], survivals: [Double], densities: [Double], probabilityOfPurchase: Double) {
        self.nodes = nodes.indices.map { Node(place: nodes[$0], survival: survivals[$0], density: densities[$0]) }
        self.probabilityOfPurchase = probabilityOfPurchase
    }

    /// P(S > V' e^y) given active, and its slope in y.
    public func survival(logScaledSpend y: Double) -> (value: Double, slope: Double) {
        guard let first = nodes.first, let last = nodes.last, y > first.place else { return (probabilityOfPurchase, 0) }
        if y >= last.place {
            // The tail of a beta prime falls like a power of s.
            let value = last.survival * exp(-tailRate * (y - last.place))
            return (value, -tailRate * value)
        }
        let interval = Self.interval(nodes.count) { nodes[$0].place <= y }
        let width = nodes[interval + 1].place - nodes[interval].place
        return hermite((y - nodes[interval].place) / width, interval: interval, width: width)
    }

    /// The y at which P(S > V' e^y) given active is `u`; `nil` where u is at least P(S > 0): that quantile of spend is zero.
    public func logScaledSpend(survival u: Double) -> Double? {
        guard u < probabilityOfPurchase, let first = nodes.first, let last = nodes.last else { return nil }
        if u >= first.survival { return first.place }
        let end = last.survival
        if u <= end { return u > 0 && tailRate > 0 ? last.place + log(end / u) / tailRate : last.place }
        let interval = Self.interval(nodes.count) { nodes[$0].survival > u }
        let width = nodes[interval + 1].place - nodes[interval].place
        let fall = nodes[interval].survival - nodes[interval + 1].survival
        var low = 0.0
        var high = 1.0
        var place = fall > 0 ? (nodes[interval].survival - u) / fall : 0.5
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
        return nodes[interval].place + place * width
    }

    /// - density / survival at the last node.
    private var tailRate: Double {
        guard let last = nodes.last else { return 0 }
        return last.survival > 0 ? last.density / last.survival : 0
    }

    private func hermite(_ place: Double, interval: Int, width: Double) -> (value: Double, slope: Double) {
        let left = nodes[interval].survival
        let fall = nodes[interval + 1].survival - left
        let leftSlope = -nodes[interval].density * width
        let rightSlope = -nodes[interval + 1].density * width
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
