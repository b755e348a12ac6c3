import BuyTillYouDie
import Foundation

/// Gradient-boosted trees that multiply a given mean: log mean = log given mean + sum of trees.
///
/// Friedman 2001, "Greedy function approximation: a gradient boosting machine", with rows and features sampled for each tree (Friedman
/// 2002). Since trees start from the mean that the models gave, few data leave that mean as it is. Deterministic: chance comes from a
/// fixed seed, sums run in the order of rows.
struct BoostedTrees: Sendable {
    /// How far a target scatters about its mean.
    enum Loss: Sendable {
        /// Counts with variance m + dispersion m^2 (negative binomial).
        case counts(dispersion: Double)
        /// Amounts with variance m^1.5 (Tweedie), in units in which a usual mean is about 1.
        case amounts

        /// Minus the log-likelihood, without what does not depend on the mean.
        func value(target y: Double, mean: Double) -> Double {
            let m = max(mean, 1e-9)
            switch self {
            case .counts(let dispersion):
                let size = 1 / dispersion
                return -y * log(m / (m + size)) + size * log1p(m * dispersion)
            case .amounts:
                return 2 * y / m.squareRoot() + 2 * m.squareRoot()
            }
        }

        /// Minus the slope of the loss by the log mean, and its expected curvature.
        fileprivate func derivatives(target y: Double, mean m: Double) -> (gradient: Double, curvature: Double) {
            switch self {
            case .counts(let dispersion):
                let scale = 1 / (1 + dispersion * m)
                return ((y - m) * scale, m * scale)
            case .amounts:
                let root = m.squareRoot()
                return ((y - m) / root, root)
            }
        }
    }

    /// How trees are grown. Chosen on the development logs, where results hardly depend on them.
    struct Options: Sendable {
        var trees = 120
        var depth = 3
        /// How much of Newton's step a leaf takes.
        var rate = 0.08
        /// The share of rows, and of features, that each tree sees.
        var rowShare = 0.6
        var featureShare = 0.6
        var seed: UInt64 = 7
    }

    let trees: [RegressionTree]
    private let complete: CompleteTrees?
    /// The largest magnitude of the sum that is used: a factor of 4.5.
    private static let longestLog = 1.5

    /// Trees in the order in which their numbers are added up.
    init(trees: [RegressionTree]) {
        self.trees = trees
        complete = CompleteTrees(trees)
    }

    /// Trains on rows with a target and a mean that is known beforehand.
    static func train(
        _ table: FeatureTable, target: [Double], mean given: [Double], loss: Loss, options: Options = Options()
    ) -> BoostedTrees {
        let grower = TreeGrower(features: BinnedFeatures(table), depth: options.depth, rate: options.rate)
        var generator = SeededGenerator(seed: options.seed)
        var sum = [Float](repeating: 0, count: table.count)
        var gradient = sum
        var curvature = sum
        var trees: [RegressionTree] = []
        for _ in 0..<options.trees {
            let rows = (0..<Int32(table.count)).filter { _ in Double.random(in: 0..<1, using: &generator) < options.rowShare }
            let chosen = (0..<table.width).filter { _ in Double.random(in: 0..<1, using: &generator) < options.featureShare }
            for row in rows.map({ Int($0) }) {
                let mean = max(given[row], 1e-9) * exp(Double(sum[row]))
                let derivatives = loss.derivatives(target: target[row], mean: mean)
                gradient[row] = Float(derivatives.gradient)
                curvature[row] = Float(derivatives.curvature)
            }
            let tree = grower.grow(rows: rows, chosen: chosen, gradient: gradient, curvature: curvature)
            guard tree.hasSplits else { continue }
            for row in 0..<table.count { sum[row] += table.withRow(row) { tree.value($0) } }
            trees.append(tree)
        }
        return BoostedTrees(trees: trees)
    }

    /// The log of the factor on the mean of a row of features.
    func logFactor(_ row: UnsafeBufferPointer<Float>) -> Double {
        var sum: Float = 0
        if let complete { sum = complete.sum(row) } else { for tree in trees { sum += tree.value(row) } }
        return min(max(Double(sum), -Self.longestLog), Self.longestLog)
    }

    /// The same for a row of a table.
    func logFactor(_ table: FeatureTable, row: Int) -> Double { table.withRow(row) { logFactor($0) } }
}
