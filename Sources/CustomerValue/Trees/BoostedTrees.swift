import BuyTillYouDie
import Foundation

/// Gradient-boosted trees that multiply a given mean: log mean = log offset + sum of trees.
///
/// Friedman 2001, "Greedy function approximation: a gradient boosting machine", with rows and features sampled for each tree (Friedman
/// 2002). Since every tree starts from the mean that the models gave, few data leave that mean as it is. Deterministic: chance comes from a
/// fixed seed, sums run in the order of rows.
struct BoostedTrees: Sendable {
    /// How far a target scatters about its mean.
    enum Loss: Sendable {
        /// Counts with variance m + dispersion m^2 (negative binomial).
        case counts(dispersion: Double)
        /// Amounts with variance m^1.5 (Tweedie), in units in which a usual mean is about 1.
        case amounts
        /// Whether something happened; the mean is its probability, and trees add to its log odds.
        case event
    }

    struct Options: Sendable {
        var trees = Int(E("TREES") ?? 120)
        var depth = Int(E("DEPTH") ?? 3)
        var rate = E("RATE") ?? 0.08
        var rowShare = E("ROWS") ?? 0.6
        var featureShare = E("FEATS") ?? 0.6
        var leafPenalty = E("PEN") ?? 30.0
        var leastInLeaf = E("LEAF") ?? 10.0
        var seed: UInt64 = 7
    }

    private(set) var trees: [RegressionTree]
    /// The largest magnitude of the sum that is used.
    private static let longestLog = 1.5

    /// Trains on rows with a target and a mean that is known beforehand.
    static func train(_ table: FeatureTable, target: [Double], mean offset: [Double], loss: Loss, options: Options) -> BoostedTrees {
        let features = BinnedFeatures(table)
        var grower = TreeGrower(features: features)
        grower.depth = options.depth
        grower.leafPenalty = options.leafPenalty
        grower.leastInLeaf = options.leastInLeaf
        var generator = SeededGenerator(seed: options.seed)
        var sum = [Float](repeating: 0, count: table.count)
        var gradient = [Float](repeating: 0, count: table.count)
        var curvature = gradient
        var trees: [RegressionTree] = []
        for _ in 0..<options.trees {
            var rows: [Int32] = []
            for row in 0..<table.count where Double.random(in: 0..<1, using: &generator) < options.rowShare { rows.append(Int32(row)) }
            var chosen = (0..<table.width).filter { _ in Double.random(in: 0..<1, using: &generator) < options.featureShare }
            if chosen.isEmpty { chosen = Array(0..<table.width) }
            for row in rows {
                let index = Int(row)
                let mean = loss.mean(offset[index], logFactor: Double(sum[index]))
                switch loss {
                case .event:
                    gradient[index] = Float(target[index] - mean)
                    curvature[index] = Float(mean * (1 - mean))
                case .counts(let dispersion):
                    let scale = 1 / (1 + dispersion * mean)
                    gradient[index] = Float((target[index] - mean) * scale)
                    curvature[index] = Float(mean * scale)
                case .amounts:
                    let root = mean.squareRoot()
                    gradient[index] = Float((target[index] - mean) / root)
                    curvature[index] = Float(root)
                }
            }
            let tree = grower.grow(rows: rows, chosen: chosen, gradient: gradient, curvature: curvature, rate: options.rate)
            guard tree.nodes.count > 1 else { continue }
            table.values.withUnsafeBufferPointer { values in
                guard let base = values.baseAddress else { return }
                for row in 0..<table.count { sum[row] += tree.value(base + row * table.width) }
            }
            trees.append(tree)
        }
        return BoostedTrees(trees: trees)
    }

    /// The log of the factor on the mean of a row.
    func logFactor(_ row: UnsafePointer<Float>) -> Double {
        var sum: Float = 0
        for tree in trees { sum += tree.value(row) }
        return min(max(Double(sum), -Self.longestLog), Self.longestLog)
    }

    /// The log factors of all rows of a table.
    func logFactors(_ table: FeatureTable) -> [Double] {
        table.values.withUnsafeBufferPointer { values in
            guard let base = values.baseAddress else { return [] }
            return (0..<table.count).map { logFactor(base + $0 * table.width) }
        }
    }
}

func E(_ n: String) -> Double? { Double(ProcessInfo.processInfo.environment[n] ?? "") }
