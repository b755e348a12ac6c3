import BuyTillYouDie
import Facts

extension PredictionModel {
    /// Fits the models of a choice to a shop.
    ///
    /// A named model is plain maximum likelihood with gamma-gamma on repeat purchases; for `auto` see ``auto(_:buyers:options:sample:stage:)``.
    init(
        _ summaries: CustomerSummaries, buyers: Buyers, options: PredictionOptions, sample: OrderSample?, stage: (String) -> Void
    ) throws(PredictionFailure) {
        let choice = options.model
        let leansOnOthers = choice == .auto && !options.withoutSteps.contains(.prior)
        guard leansOnOthers || buyers.histories.ageInWeeks.contains(where: { $0 > 0 }) else {
            throw .noFit("everybody's first purchase was on the as-of day, so that nothing is known of how they come back")
        }
        guard choice != .auto else {
            var model = try PredictionModel.auto(summaries, buyers: buyers, options: options, sample: sample, stage: stage)
            model.settleParameterError(buyers, horizonInDays: options.horizonInDays)
            self = model
            return
        }
        self.choice = choice
        var components: [Component] = []
        do {
            switch choice {
            case .bgNBD: components = [Component(fit: AnyPurchaseFit(try BGNBD.fit(buyers.histories)), weight: 1)]
            case .mbgNBD: components = [Component(fit: AnyPurchaseFit(try MBGNBD.fit(buyers.histories)), weight: 1)]
            case .paretoNBD: components = [Component(fit: AnyPurchaseFit(try ParetoNBD.fit(buyers.histories)), weight: 1)]
            case .auto: break
            }
        } catch {
            throw .noFit("\(error)")
        }
        self.components = components
        spend = try SpendModel.fit(
            summaries, basis: .repeatPurchases,
            minorUnitsPerMajor: Double(summaries.currency.minorUnitsPerMajor))
        ordersPerPurchaseDay = OrdersPerPurchaseDay(summaries)
        includesParameterError = false
        settleParameterError(buyers, horizonInDays: options.horizonInDays)
    }

    private mutating func settleParameterError(_ buyers: Buyers, horizonInDays: Int) {
        let hasPoints = components.contains { !$0.fit.parameterPairs.isEmpty } || spend.logCovariance != nil
        includesParameterError = hasPoints && buyers.customers.count <= Self.parameterErrorLimit
        if includesParameterError { parameterErrorOfTotal = parameterErrorOfTotal(buyers, horizon: Horizon(days: horizonInDays)) }
    }
}
