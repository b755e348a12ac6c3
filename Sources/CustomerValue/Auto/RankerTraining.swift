import Facts
import Foundation

/// Rows of all folds on which a ranker is trained: features, what was expected, what came.
struct RankerTraining {
    private(set) var table = FeatureTable(width: CustomerFeatures.count)
    /// What the models expected, brought to the fold's total: a ranker reorders, it does not move totals.
    private(set) var mean: [Double] = []
    private(set) var target: [Double] = []
    /// The fold of each row.
    private(set) var fold: [Int] = []
    /// The half of the customers that a row's customer belongs to.
    private var half: [Int] = []
    private let loss: BoostedTrees.Loss

    init(loss: BoostedTrees.Loss) { self.loss = loss }

    /// Adds some rows of a fold.
    mutating func add(_ features: FeatureTable, rows: [Int], halves: [Int], mean: [Double], target: [Double], fold number: Int) {
        var expected = 0.0
        var came = 0.0
        for row in rows {
            expected += mean[row]
            came += target[row]
        }
        guard expected > 0, came > 0 else { return }
        for row in rows {
            table.append(features.row(row))
            self.mean.append(mean[row] * came / expected)
            self.target.append(target[row])
            fold.append(number)
            half.append(halves[row])
        }
    }

    /// The log factor of each row, from trees that never saw its customer on any day.
    func outOfSample() -> [Double] {
        var factors = [Double](repeating: 0, count: table.count)
        for part in 0..<2 {
            let trees = train { half[$0] != part }
            for row in 0..<table.count where half[row] == part { factors[row] = trees.logFactor(table, row: row) }
        }
        return factors
    }

    /// Trees trained on the rows for which the condition holds.
    func train(where isIn: (Int) -> Bool = { _ in true }) -> BoostedTrees {
        var part = FeatureTable(width: table.width)
        var partMean: [Double] = []
        var partTarget: [Double] = []
        for row in 0..<table.count where isIn(row) {
            part.append(table.row(row))
            partMean.append(mean[row])
            partTarget.append(target[row])
        }
        return BoostedTrees.train(part, target: partTarget, mean: partMean, loss: loss)
    }

    /// How much of the trees' word makes forecasts of customers they never saw best, up to a most, and the loss without and with it.
    func bestShare(_ factors: [Double], most: Double) -> (share: Double, without: Double, with: Double) {
        let without = meanLoss(factors, share: 0)
        var best = (share: 0.0, without: without, with: without)
        for quarter in 1...4 where Double(quarter) / 4 <= most {
            let share = Double(quarter) / 4
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
            after[fold[row]] += mean[row] * exp(share * factors[row])
        }
        var sum = 0.0
        for row in mean.indices {
            let norm = after[fold[row]] > 0 ? before[fold[row]] / after[fold[row]] : 1
            sum += loss.value(target: target[row], mean: mean[row] * exp(share * factors[row]) * norm)
        }
        return mean.isEmpty ? 0 : sum / Double(mean.count)
    }
}
