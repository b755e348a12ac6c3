public import CustomerValue
public import Facts
import Journal
import Population
import Synchronization

/// What changes for whom where one model takes the place of another.
public struct RefitEffect: Sendable {
    /// The number of the model that predicts now.
    public var before: UInt32
    /// The number of the one that is to follow.
    public var after: UInt32
    /// The day as of which both predict.
    public var asOf: ShopDay
    /// The currency of amounts.
    public var currency: Currency
    /// The changes; customers are numbered as in ``profiles``.
    public var comparison: ModelComparison
    /// Whose predictions change most, in the order of the comparison's movers.
    public var movers: [ProfileNumber]
}

extension ModelKeeper {
    /// A model that was fitted before.
    public func kept(_ number: UInt32, _ shop: Shop) throws(IntakeError) -> ShopModel {
        if let current = standing.model, standing.number == number { return current }
        let body: [UInt8]?
        do throws(JournalError) { body = try shop.journal.modelBody(UInt64(number)) } catch { throw .unavailable(error) }
        guard let body else { throw .notFound("There is no model with the number \(number).") }
        do throws(ShopModelError) { return try ShopModel(decoding: body) } catch { throw .conflict("\(error)") }
    }

    /// Compares what two models say of all customers today, in the background. `nil` where nobody has ordered yet.
    public func effect(of after: UInt32, insteadOf before: UInt32, _ shop: Shop) async throws(IntakeError) -> RefitEffect? {
        let (old, new) = (try kept(before, shop), try kept(after, shop))
        let outcome: Result<RefitEffect?, IntakeError> = await withCheckedContinuation { continuation in
            requestWork { shop in
                guard let shop else { return continuation.resume(returning: .failure(.closing)) }
                continuation.resume(returning: .success(self.compare((before, old), (after, new), shop)))
            }
        }
        return try outcome.get()
    }

    /// Compares on the background thread.
    func compare(_ before: (number: UInt32, model: ShopModel), _ after: (number: UInt32, model: ShopModel), _ shop: Shop) -> RefitEffect? {
        let orders = collect(shop)
        guard !orders.profiles.isEmpty,
            let summaries = try? CustomerSummaries(orders: orders.orders, refunds: orders.refunds, options: shop.summaryOptions)
        else { return nil }
        let comparison = ModelComparison(before: before.model.predictions(summaries), after: after.model.predictions(summaries))
        return RefitEffect(
            before: before.number, after: after.number, asOf: summaries.asOf, currency: summaries.currency, comparison: comparison,
            movers: comparison.movers.map { orders.profiles[$0.customer] })
    }
}
