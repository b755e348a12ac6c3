public import CustomerValue
public import Facts
import Population
import Synchronization

extension ModelKeeper {
    /// Why a customer's prediction is what it is; `nil` without a prediction.
    public func reason(of profile: ProfileNumber, _ shop: Shop) -> Reason? {
        let standing = standing
        guard let reasons = standing.reasons, let model = standing.model else { return nil }
        let orders = shop.read { $0.isLive(profile) && !$0.hasObjected(profile) ? $0.orders(of: profile) : OrdersOfShop() }
        guard !orders.profiles.isEmpty,
            let summaries = try? CustomerSummaries(orders: orders.orders, refunds: orders.refunds, options: shop.summaryOptions)
        else { return nil }
        let rfm = state.withLock { $0.rfm }
        let scores = RFMScores(summaries, borders: rfm.borders ?? model.rfmBorders, map: rfm.settings.map)
        return reasons.of(summaries, predictions: model.predictions(summaries), rfm: scores)[0]
    }
}
