import Facts
import Foundation

/// Rows of all folds on which a ranker is trained: features, what was expected, what came.
struct RankerTraining {
    private(set) var table = FeatureTable(width: CustomerFeatures.count)
    /// What the models expected, brought to the fold's total.
    private(set) var mean: [Double] = []
    private(set) var target: [Double] = []
    /// The fold of each row.
    private(set) var fold: [Int] = []
    /// The half of the customers that a row's customer belongs to.
    private(set) var half: [Int] = []
    let loss: BoostedTrees.Loss
    var options = BoostedTrees.Options()

    init(loss: BoostedTrees.Loss) { self.loss = loss }

    mutating func add(_ features: FeatureTable, rows: [Int], customers: [UInt32], mean: [Double], target: [Double], fold number: Int) {
        var expected = 0.0
        var came = 0.0
        for row in rows {
            expected += mean[row]
            came += target[row]
        }
        guard expected > 0, came > 0 else { return }
        for row in rows {
            table.append(features.values[row * features.width..<(row + 1) * features.width])
            self.mean.append(loss.keepsTotals ? mean[row] * came / expected : mean[row])
            self.target.append(target[row])
            fold.append(number)
            half.append(Int(customers[row] % 2))
        }
    }

    /// The log factor of each row, from trees that never saw its customer.
    func outOfSample() -> [Double] {
        var factors = [Double](repeating: 0, count: table.count)
        for part in 0..<2 {
            let trees = train { half[$0] != part }
            let all = trees.logFactors(table)
            for row in 0..<table.count where half[row] == part { factors[row] = all[row] }
        }
        return factors
    }

    func train(where isIn: (Int) -> Bool = { _ in true }) -> BoostedTrees {
        var part = FeatureTable(width: table.width)
        var partMean: [Double] = []
        var partTarget: [Double] = []
        for row in 0..<table.count where isIn(row) {
            part.append(table.values[row * table.width..<(row + 1) * table.width])
            partMean.append(mean[row])
            partTarget.append(target[row])
        }
        return BoostedTrees.train(part, target: partTarget, mean: partMean, loss: loss, options: options)
    }

    /// How much of the trees' word makes the forecasts of the other half best, and the loss without and with it.
    func bestShare(_ factors: [Double]) -> (share: Double, without: Double, with: Double) {
        let without = meanLoss(factors, share: 0)
        var best = (share: 0.0, without: without, with: without)
        for share in [0.25, 0.5, 0.75, 1] {
            let with = meanLoss(factors, share: share)
            if with < best.with { best = (share, without, with) }
        }
        return best
    }

    /// The mean loss with a share of the factors, each fold kept at its total.
    private func meanLoss(_ factors: [Double], share: Double) -> Double {
        let folds = (fold.max() ?? 0) + 1
        var before = [Double](repeating: 0, count: folds)
        var after = before
        for row in mean.indices {
            before[fold[row]] += mean[row]
            after[fold[row]] += loss.mean(mean[row], logFactor: share * factors[row])
        }
        var sum = 0.0
        for row in mean.indices {
            let norm = loss.keepsTotals && after[fold[row]] > 0 ? before[fold[row]] / after[fold[row]] : 1
            sum += loss.value(target: target[row], mean: loss.mean(mean[row], logFactor: share * factors[row]) * norm)
        }
        return mean.isEmpty ? 0 : sum / Double(mean.count)
    }
}

extension BoostedTrees.Loss {
    /// Whether a fold's level is taken out before training: who orders at all is a matter of its own.
    var keepsTotals: Bool { if case .event = self { false } else { true } }

    /// The mean after trees added to its logarithm, or to its log odds.
    func mean(_ before: Double, logFactor: Double) -> Double {
        guard case .event = self else { return max(before, 1e-9) * exp(logFactor) }
        let p = min(max(before, 1e-6), 1 - 1e-6)
        return 1 / (1 + (1 - p) / p * exp(-logFactor))
    }

    /// Minus the log-likelihood, without what does not depend on the mean.
    func value(target y: Double, mean: Double) -> Double {
        let m = max(mean, 1e-9)
        switch self {
        case .counts(let dispersion):
            let size = 1 / dispersion
            return -y * log(m / (m + size)) + size * log1p(m * dispersion)
        case .event:
            let p = min(max(mean, 1e-9), 1 - 1e-9)
            return -(y * log(p) + (1 - y) * log1p(-p))
        case .amounts:
            return 2 * y / m.squareRoot() + 2 * m.squareRoot()
        }
    }
}
