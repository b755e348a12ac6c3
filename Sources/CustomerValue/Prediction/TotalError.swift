import BuyTillYouDie

extension PredictionModel {
    /// Expected purchase days of all buyers together within a horizon, by the models alone.
    func expectedPurchases(_ buyers: Buyers, horizon: Horizon) -> Double {
        var sum = 0.0
        for component in components {
            sum += component.weight * Self.expectedPurchases(component.fit.model, buyers.histories, horizon: horizon)
        }
        return sum
    }

    private static func expectedPurchases(_ model: any PurchaseModel, _ histories: PurchaseHistories, horizon: Horizon) -> Double {
        let alive = model.probabilitiesAlive(histories)
        var known = (frequency: -1, ageInWeeks: -1.0, expected: 0.0)
        var sum = 0.0
        for group in 0..<histories.count {
            let history = histories[group]
            if history.frequency != known.frequency || history.ageInWeeks != known.ageInWeeks {
                let expected = model.outlook(of: history).expectedPurchases(withinWeeks: horizon.weeks)
                known = (history.frequency, history.ageInWeeks, expected)
            }
            sum += histories.weight[group] * alive[group] * known.expected
        }
        return sum
    }

    /// The relative standard deviation of the total that the error of the parameters leaves, which all customers share.
    ///
    /// From the same weighted points around the estimates as the ranges of customers: how far the total of purchases and the mean spend of a
    /// newcomer move.
    func parameterErrorOfTotal(_ buyers: Buyers, horizon: Horizon) -> Double {
        var variance = 0.0
        for component in components {
            let center = Self.expectedPurchases(component.fit.model, buyers.histories, horizon: horizon)
            guard center > 0 else { continue }
            for pair in component.fit.parameterPairs {
                let moved = Self.expectedPurchases(pair.model, buyers.histories, horizon: horizon) / center - 1
                variance += component.weight * pair.weight * moved * moved
            }
        }
        // Where the mean of all is infinite the shop's own stands in for it, here as in predictions.
        func meanSpend(_ model: GammaGamma) -> Double {
            let mean = model.expectedSpend(count: 0, mean: 0)
            return mean.isFinite ? mean : spend.meanSpend
        }
        let center = meanSpend(spend.gammaGamma)
        guard center > 0 else { return variance.squareRoot() }
        let dimension = GammaGamma.parameterNames.count + (components.first?.fit.parameters.count ?? 0)
        for pair in spend.parameterPairs(jointDimension: dimension) {
            let moved = meanSpend(pair.model) / center - 1
            variance += pair.weight * moved * moved
        }
        return variance.squareRoot()
    }
}
