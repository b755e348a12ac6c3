extension Backtest {
    /// Customers in tenths by forecast, highest first, of what predicts: means over all folds, weighted by customers. Empty without a fold.
    public var tenths: [ForecastScores.Decile] {
        var sums: [Int: ForecastScores.Decile] = [:]
        for fold in folds {
            for tenth in fold.candidates.first(where: { $0.name == Self.predicting })?.scores.deciles ?? [] where tenth.customers > 0 {
                var sum = sums[tenth.number] ?? ForecastScores.Decile(number: tenth.number)
                let (old, new) = (Double(sum.customers), Double(tenth.customers))
                func mean(_ of: KeyPath<ForecastScores.Decile, Double>) -> Double {
                    (old * sum[keyPath: of] + new * tenth[keyPath: of]) / (old + new)
                }
                sum = ForecastScores.Decile(
                    number: tenth.number, customers: sum.customers + tenth.customers, predictedOrders: mean(\.predictedOrders),
                    actualOrders: mean(\.actualOrders), predictedValue: mean(\.predictedValue), actualValue: mean(\.actualValue),
                    probability: mean(\.probability), orderedShare: mean(\.orderedShare))
                sums[tenth.number] = sum
            }
        }
        return sums.values.sorted { $0.number < $1.number }
    }
}
