import Foundation

/// Weights of models from the probabilities they gave to what came.
enum ModelWeights {
    /// The weights whose average of distributions gives the highest log score on all rows ("stacking" of predictive distributions; Yao,
    /// Vehtari, Simpson & Gelman 2018, eq. 4), drawn half way to equal weights; where the folds cover less than the horizon, three quarters of it.
    static func stacked(_ folds: [FoldForecast], coversHorizon: Bool) -> [Double] {
        let share = bestShare(folds.map { ($0.logOutcome[0], $0.logOutcome[1]) })
        let taken = coversHorizon ? 0.5 : 0.25
        let first = 0.5 + taken * (share - 0.5)
        return [first, 1 - first]
    }

    /// The share of the first of two models with the highest log score.
    ///
    /// The score is concave in the share, so its slope, the mean of (p - q) / (s p + (1 - s) q), changes sign once: it is bisected.
    ///
    /// - Parameter outcomes: ln of the probability that each model gave to what came, row by row.
    static func bestShare(_ outcomes: [(first: [Double], second: [Double])]) -> Double {
        func slope(_ share: Double) -> Double {
            var sum = 0.0
            for rows in outcomes {
                for (first, second) in zip(rows.first, rows.second) {
                    // p / q alone matters; held where one model all but ruled out what came.
                    let ratio = exp(min(max(first - second, -30), 30))
                    sum += (ratio - 1) / (share * ratio + 1 - share)
                }
            }
            return sum
        }
        guard outcomes.contains(where: { !$0.first.isEmpty }) else { return 0.5 }
        if slope(0) <= 0 { return slope(1) >= 0 ? 0.5 : 0 }
        if slope(1) >= 0 { return 1 }
        var low = 0.0
        var high = 1.0
        for _ in 0..<30 {
            let middle = (low + high) / 2
            if slope(middle) > 0 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The mean log score of one model alone.
    static func logScore(_ folds: [FoldForecast], ofModel model: Int) -> Double {
        var sum = 0.0
        var rows = 0.0
        for fold in folds {
            for value in fold.logOutcome[model] { sum += value }
            rows += Double(fold.count)
        }
        return rows > 0 ? sum / rows : 0
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
