/// The numbers of purchases at which spend is tabulated: 1 to 64, then about half a square root of n apart, to 8,191.
///
/// A count distribution is carried over to these nodes so that sums over n of any quadratic keep their value: each n beyond 64
/// is spread over the three nodes about it with Lagrange's weights. The distribution of the number of purchases is at least
/// as wide as Poisson's, sqrt(n), so neighbouring nodes are half its deviation apart.
struct CountGrid: Sendable {
    static let shared = CountGrid()

    /// The numbers of purchases, growing.
    let nodes: [Int]
    /// For each n from 0: the first of its three nodes.
    private let firstNode: [Int32]
    /// For each n from 0: three weights.
    private let weights: [Double]
    private static let exact = 64

    private init() {
        var nodes = Array(1...Self.exact)
        var last = Self.exact
        while last < Outlook.longestDistribution - 1 {
            last = min(last + Int(0.5 * Double(last).squareRoot()), Outlook.longestDistribution - 1)
            nodes.append(last)
        }
        self.nodes = nodes
        var firstNode = [Int32](repeating: 0, count: Outlook.longestDistribution)
        var weights = [Double](repeating: 0, count: 3 * Outlook.longestDistribution)
        var middle = Self.exact - 1
        for n in (Self.exact + 1)..<Outlook.longestDistribution {
            while middle + 2 < nodes.count, abs(nodes[middle + 1] - n) < abs(nodes[middle] - n) { middle += 1 }
            firstNode[n] = Int32(middle - 1)
            let places = [Double(nodes[middle - 1]), Double(nodes[middle]), Double(nodes[middle + 1])]
            for one in 0..<3 {
                var weight = 1.0
                for other in 0..<3 where other != one { weight *= (Double(n) - places[other]) / (places[one] - places[other]) }
                weights[3 * n + one] = weight
            }
        }
        self.firstNode = firstNode
        self.weights = weights
    }

    /// P(n) for n from 1, carried to the nodes; entries beyond the last n that matters are left out.
    ///
    /// What lies beyond where 1e-7 remains is counted at that n.
    func factors(_ counts: [Double]) -> [Double] {
        var end = min(counts.count, Outlook.longestDistribution)
        var rest = 0.0
        while end > 2, rest + counts[end - 1] < 1e-7 {
            rest += counts[end - 1]
            end -= 1
        }
        guard end > 1 else { return [] }
        let isExact = end - 1 <= Self.exact
        var factors = [Double](repeating: 0, count: isExact ? end - 1 : Int(firstNode[end - 1]) + 3)
        for n in 1..<min(end, Self.exact + 1) { factors[n - 1] = counts[n] }
        if isExact {
            factors[end - 2] += rest
            return factors
        }
        for n in (Self.exact + 1)..<end {
            let probability = counts[n] + (n == end - 1 ? rest : 0)
            let first = Int(firstNode[n])
            for one in 0..<3 { factors[first + one] += probability * weights[3 * n + one] }
        }
        return factors
    }
}
