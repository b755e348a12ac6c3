import CVectorMath
import Foundation

/// The times at which a Pareto/NBD customer may stop within a horizon, as nodes of a quadrature: a time and a probability each.
///
/// The last node is the horizon itself, with the probability of being active throughout.
struct DropoutTimes {
    private(set) var times: ContiguousArray<Double> = []
    private(set) var probabilities: ContiguousArray<Double> = []

    /// Over how many e-folds of the chance of being active one panel goes, and after how many nobody is left.
    private static let foldsOfPanel = 16.0
    private static let foldsOfAll = 36.0

    /// Gauss-Legendre panels of 16 nodes in w = log(1 + u / m), m the smaller rate, from the horizon downwards.
    ///
    /// A panel is at most eight standard deviations of the number of purchases long, so that no P(n | u) is narrower than its
    /// nodes are apart: one panel for most customers, some square root of the frequency for frequent ones.
    init(_ outlook: DropoutAtRandomTime, weeks: Double) {
        times.reserveCapacity(20)
        probabilities.reserveCapacity(20)
        let shortest = min(outlook.rate, outlook.dropoutRate)
        // The time at which the chance of being active has fallen by exp(-folds), as w.
        func place(afterFolds folds: Double) -> Double {
            folds > 0 ? log1p(outlook.dropoutRate * expm1(folds / outlook.s) / shortest) : 0
        }
        var upper = min(log1p(weeks / shortest), place(afterFolds: Self.foldsOfAll))
        // A frequency of 10^6 takes a few hundred panels; 2,000 bounds the loop for any input.
        for _ in 0..<2_000 where upper > 0 {
            let time = shortest * expm1(upper)
            let mean = outlook.shape * time / outlook.rate
            let relative = (1 / max(mean, 1e-9) + 1 / outlook.shape).squareRoot()
            let longest = min(2.5, 8 * relative * time / (shortest + time))
            var lower = mean <= 8 && upper <= 2.5 || longest >= upper ? 0 : upper - longest
            let folds = outlook.s * log1p(time / outlook.dropoutRate)
            if folds > Self.foldsOfPanel { lower = max(lower, min(place(afterFolds: folds - Self.foldsOfPanel), upper * 0.999)) }
            addPanel(from: lower, to: upper, shortest: shortest, outlook: outlook)
            upper = lower
        }
        // The nodes' probabilities and the last one's sum to 1 but for the error of the quadrature, which the last one takes.
        let stopped = probabilities.reduce(0, +)
        times.append(weeks)
        probabilities.append(max(1 - stopped, 0))
    }

    private mutating func addPanel(from lower: Double, to upper: Double, shortest: Double, outlook: DropoutAtRandomTime) {
        for index in 0..<GaussLegendre.nodes16.count {
            let time = shortest * expm1(lower + (upper - lower) * GaussLegendre.nodes16[index])
            let density = outlook.s / (outlook.dropoutRate + time) * exp(-outlook.s * log1p(time / outlook.dropoutRate))
            times.append(time)
            probabilities.append((upper - lower) * GaussLegendre.weights16[index] * density * (shortest + time))
        }
    }

    /// Σ over nodes of P(node) P(n | node), all nodes advancing together from n to n + 1.
    func fillTogether(_ buffer: UnsafeMutableBufferPointer<Double>, shape: Double, rate: Double) -> Int {
        let count = (times.count + 3) / 4 * 4
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * count) { scratch in
            scratch.initialize(repeating: 0)
            for node in times.indices {
                let horizon = times[node] / rate
                scratch[node] = probabilities[node] * exp(-shape * log1p(horizon))
                scratch[count + node] = horizon / (1 + horizon)
            }
            guard let terms = scratch.baseAddress else { return 0 }
            return cvm_mix_negative_binomials(
                terms, terms + count, count, shape, buffer.baseAddress, buffer.count, cvm_best_path())
        }
    }

    /// The same for customers so frequent that P(0 | t) underflows: each node's distribution from its largest term.
    func fillOneByOne(_ buffer: UnsafeMutableBufferPointer<Double>, shape: Double, rate: Double) -> Int {
        for n in 0..<buffer.count { buffer[n] = 0 }
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: buffer.count) { scratch in
            var longest = 1
            for node in times.indices {
                let count = NegativeBinomial(shape: shape, horizon: times[node] / rate).fill(scratch)
                for n in 0..<count { buffer[n] += probabilities[node] * scratch[n] }
                longest = max(longest, count)
            }
            return longest
        }
    }
}
