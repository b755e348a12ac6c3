import Foundation

/// Weights of models from the probabilities they gave to what came.
enum ModelWeights {
    /// The weights whose average of distributions gives the highest log score on all rows ("stacking" of predictive distributions; Yao,
    /// Vehtari, Simpson & Gelman 2018, eq. 4), by expectation-maximisation; then drawn half way to equal weights.
    static func stacked(_ folds: [FoldForecast]) -> [Double] {
        guard let models = folds.first?.logOutcome.count, models > 1 else { return [1] }
        let equal = 1 / Double(models)
        var weights = [Double](repeating: equal, count: models)
        for _ in 0..<60 {
            var sums = [Double](repeating: 0, count: models)
            var rows = 0.0
            for fold in folds {
                for row in 0..<fold.count {
                    var parts = [Double](repeating: 0, count: models)
                    var total = 0.0
                    for model in 0..<models {
                        parts[model] = weights[model] * exp(fold.logOutcome[model][row])
                        total += parts[model]
                    }
                    guard total > 0 else { continue }
                    for model in 0..<models { sums[model] += parts[model] / total }
                    rows += 1
                }
            }
            guard rows > 0 else { break }
            weights = sums.map { $0 / rows }
        }
        return weights.map { ($0 + equal) / 2 }
    }

    /// The mean log score of an average.
    static func logScore(_ folds: [FoldForecast], weights: [Double]) -> Double {
        var sum = 0.0
        var rows = 0.0
        for fold in folds {
            for row in 0..<fold.count {
                var probability = 0.0
                for model in weights.indices { probability += weights[model] * exp(fold.logOutcome[model][row]) }
                sum += log(max(probability, 1e-12))
                rows += 1
            }
        }
        return rows > 0 ? sum / rows : 0
    }
}
