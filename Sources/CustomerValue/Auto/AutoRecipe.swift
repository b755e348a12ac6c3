import BuyTillYouDie
import Facts

/// Which models `auto` averages and how each is fitted: on all days alike.
struct AutoRecipe: Sendable {
    /// Whether parameters are drawn towards those of ``PublishedShops``.
    var usesPrior = true
    /// Whether standard errors are wanted, for ranges.
    var computesHessian = true
    /// Parameters of each model to start from as well, by its name.
    var starts: [String: [Double]] = [:]

    /// Both models, fitted: in either a customer can leave after the first purchase.
    func fitModels(_ buyers: Buyers) throws(PredictionFailure) -> [AnyPurchaseFit] {
        let histories = buyers.histories
        func options(_ name: String, _ prior: ParameterPrior?) -> FitOptions {
            var options = FitOptions()
            options.computesHessian = computesHessian
            options.additionalStarts = starts[name].map { [$0] } ?? []
            options.prior = usesPrior ? prior : nil
            return options
        }
        do {
            let dropsAtPurchase = try MBGNBD.fit(histories, options: options(MBGNBD.name, PublishedShops.betaGeometric(histories)))
            let dropsAtRandom = try ParetoNBD.fit(histories, options: options(ParetoNBD.name, PublishedShops.pareto(histories)))
            return [AnyPurchaseFit(dropsAtPurchase), AnyPurchaseFit(dropsAtRandom)]
        } catch {
            throw .noFit("\(error)")
        }
    }

    /// The model of spend, on all purchases.
    ///
    /// - Parameter limit: see ``SpendModel/limit``.
    func fitSpend(_ summaries: CustomerSummaries, limit: Double?) throws(PredictionFailure) -> SpendModel {
        try SpendModel.fit(
            summaries, basis: .allPurchases, minorUnitsPerMajor: Double(summaries.currency.minorUnitsPerMajor), limit: limit,
            usesPrior: usesPrior, computesHessian: computesHessian)
    }
}
