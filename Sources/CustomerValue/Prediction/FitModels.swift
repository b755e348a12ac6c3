import BuyTillYouDie
import Facts

extension PredictionModel {
    /// Fits the models of a choice to a shop.
    ///
    /// A named model is plain maximum likelihood with gamma-gamma on repeat purchases. `auto` averages MBG/NBD and Pareto/NBD, in both of which
    /// one-time buyers can have left, in equal parts, with gamma-gamma on all purchases, which ranks customers by value better on nearly
    /// every log that was tried; plain BG/NBD is never among them.
    init(_ summaries: CustomerSummaries, buyers: Buyers, choice: ModelChoice) throws(PredictionFailure) {
        guard buyers.histories.ageInWeeks.contains(where: { $0 > 0 }) else {
            throw .noFit("everybody's first purchase was on the as-of day, so that nothing is known of how they come back")
        }
        self.choice = choice
        var components: [Component] = []
        do {
            switch choice {
            case .bgNBD: components = [Component(fit: AnyPurchaseFit(try BGNBD.fit(buyers.histories)), weight: 1)]
            case .mbgNBD: components = [Component(fit: AnyPurchaseFit(try MBGNBD.fit(buyers.histories)), weight: 1)]
            case .paretoNBD: components = [Component(fit: AnyPurchaseFit(try ParetoNBD.fit(buyers.histories)), weight: 1)]
            case .auto:
                components = [
                    Component(fit: AnyPurchaseFit(try MBGNBD.fit(buyers.histories)), weight: 0.5),
                    Component(fit: AnyPurchaseFit(try ParetoNBD.fit(buyers.histories)), weight: 0.5),
                ]
            }
        } catch {
            throw .noFit("\(error)")
        }
        self.components = components
        spend = try SpendModel.fit(
            summaries, basis: choice == .auto ? .allPurchases : .repeatPurchases,
            minorUnitsPerMajor: Double(summaries.currency.minorUnitsPerMajor))
        ordersPerPurchaseDay = OrdersPerPurchaseDay(summaries)
        let hasPoints = components.contains { !$0.fit.parameterPairs.isEmpty } || spend.fit.hessianIsUsable
        includesParameterError = hasPoints && buyers.customers.count <= Self.parameterErrorLimit
    }
}
