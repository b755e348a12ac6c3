import BuyTillYouDie
import Facts
import Foundation

/// Which models `auto` averages and how each is fitted.
struct AutoRecipe: Sendable {
    var usesPrior = true

    /// The models' names in their order.
    static let names = [MBGNBD.name, ParetoNBD.name]

    func fitModels(_ buyers: Buyers, starts: [String: [Double]], computesHessian: Bool) throws(FitError) -> [AnyPurchaseFit] {
        let histories = buyers.histories
        func options(_ name: String, prior: ParameterPrior?) -> FitOptions {
            var options = FitOptions()
            options.computesHessian = computesHessian
            if let start = starts[name] { options.additionalStarts = [start] }
            if usesPrior { options.prior = prior }
            return options
        }
        return [
            AnyPurchaseFit(
                try MBGNBD.fit(histories, options: options(MBGNBD.name, prior: PublishedShops.betaGeometric(histories)))),
            AnyPurchaseFit(
                try ParetoNBD.fit(histories, options: options(ParetoNBD.name, prior: PublishedShops.pareto(histories)))),
        ]
    }

    func fitSpend(_ summaries: CustomerSummaries, computesHessian: Bool) throws(PredictionFailure) -> SpendModel {
        try SpendModel.fit(
            summaries, basis: .allPurchases, minorUnitsPerMajor: Double(summaries.currency.minorUnitsPerMajor))
    }
}

/// What is known of shops before seeing one.
enum PublishedShops {
    static func betaGeometric(_ histories: PurchaseHistories) -> ParameterPrior? {
        let unit = log(weeksPerPurchase(histories))
        return ParameterPrior(logMeans: [log(0.8), log(0.5) + unit, log(0.5), log(1.5)], logDeviations: [0.7, 1, 0.8, 0.8])
    }

    static func pareto(_ histories: PurchaseHistories) -> ParameterPrior? {
        let unit = log(weeksPerPurchase(histories))
        return ParameterPrior(logMeans: [log(0.8), log(0.5) + unit, log(0.45), unit], logDeviations: [0.7, 1, 0.6, 1.2])
    }

    /// Weeks of age per repeat purchase, one being added to either so that it exists: the shop's own unit of time.
    private static func weeksPerPurchase(_ histories: PurchaseHistories) -> Double {
        var purchases = 1.0
        var weeks = 1.0
        for row in 0..<histories.count {
            purchases += histories.weight[row] * histories.frequency[row]
            weeks += histories.weight[row] * histories.ageInWeeks[row]
        }
        return weeks / purchases
    }
}
