public import CustomerValue
import Facts
import Foundation
import JSON
import Journal
import Population
import Synchronization

/// What came of a fit.
public enum FitOutcome: Sendable {
    /// A model of this number was fitted, and put to use where that was asked for.
    case fitted(number: UInt32, isInUse: Bool)
    /// There is not enough to fit on; the standing says what is short.
    case notEligible
    /// The orders fit no model.
    case failed(PredictionFailure)
    /// The journal did not take it.
    case notStored(IntakeError)
    /// The shop is closing.
    case stopped
}

// Scoring all customers and fitting models, on the background thread.
extension ModelKeeper {
    /// Profiles whose orders are collected, and scores set, before writers get their turn.
    private static let chunk = 20_000

    /// Scores every customer as of today by the model in use.
    func scoreAll(_ shop: Shop) {
        _ = work(shop) { orders -> Scoring in
            try Scoring(
                orders, options: shop.summaryOptions, minimumCustomers: shop.settings.minimumCustomers, model: standing.model)
        }
    }

    /// Fits a model on all orders, and puts it to use.
    func fit(_ shop: Shop, adopts: Bool) -> FitOutcome {
        state.withLock { $0.standing.isFitting = true }
        defer { state.withLock { $0.standing.isFitting = false } }
        let sequence = shop.read { $0.sequence }
        var options = PredictionOptions()
        options.horizonInDays = shop.settings.horizonInDays
        let orders = collect(shop)
        guard !orders.profiles.isEmpty,
            let analysis = try? Analysis(
                orders: orders.orders, refunds: orders.refunds, summary: shop.summaryOptions, prediction: options,
                minimumCustomers: shop.settings.minimumCustomers, orderSource: "shop")
        else { return .notEligible }
        guard let model = ShopModel(analysis) else {
            return analysis.failure.map { failure in
                state.withLock { $0.standing.failure = failure }
                return .failed(failure)
            } ?? .notEligible
        }
        do throws(IntakeError) {
            let number = try store(model, shop, lastSequence: sequence, adopts: adopts)
            if adopts {
                state.withLock { $0.ordersAtFit = $0.ordersSeen }
                use(model, number: number, fittedAt: shop.clock())
                scoreAll(shop)
            }
            return .fitted(number: number, isInUse: adopts)
        } catch {
            return .notStored(error)
        }
    }

    private func store(_ model: ShopModel, _ shop: Shop, lastSequence: UInt64, adopts: Bool) throws(IntakeError) -> UInt32 {
        let number = UInt32(clamping: shop.journal.nextNumber(.model))
        let bytes = model.encoded
        let asOf = model.fittedAsOf
        return try shop.writeAndWait(weight: bytes.count) { (intake) throws(IntakeError) -> UInt32 in
            intake.write(
                .model(
                    ModelRow(number: UInt64(number), kind: "auto", fittedAt: intake.now, asOf: asOf, lastSequence: lastSequence),
                    body: bytes))
            if adopts { intake.model(number) }
            return number
        }
    }

    /// Goes back, or forward, to a model that was fitted before.
    public func adopt(_ number: UInt32, _ shop: Shop) throws(IntakeError) {
        let row: ModelRow?
        let body: [UInt8]?
        do throws(JournalError) {
            row = try shop.journal.model(UInt64(number))
            body = try shop.journal.modelBody(UInt64(number))
        } catch {
            throw .unavailable(error)
        }
        guard let row, let body else { throw .notFound("There is no model with the number \(number).") }
        let model: ShopModel
        do throws(ShopModelError) { model = try ShopModel(decoding: body) } catch { throw .conflict("\(error)") }
        try shop.writeAndWait { (intake) throws(IntakeError) in intake.model(number) }
        use(model, number: number, fittedAt: row.fittedAt)
        requestScoring()
    }

    // MARK: Collecting and setting

    /// The orders of all customers, gathered a few thousand profiles at a time so that nobody waits for long.
    private func collect(_ shop: Shop, includesObjectors: Bool = false) -> OrdersOfShop {
        var orders = OrdersOfShop()
        var row = 0
        while true {
            let count = shop.read { population in
                population.addOrders(of: row..<row + Self.chunk, to: &orders, includesObjectors: includesObjectors)
                return population.profileCount
            }
            row += Self.chunk
            if row >= count { return orders }
        }
    }

    private func work(_ shop: Shop, _ make: (OrdersOfShop) throws -> Scoring) -> Bool {
        let ordersSeen = state.withLock { state -> Int in
            state.touchedSince = []
            return state.ordersSeen
        }
        defer { state.withLock { $0.touchedSince = nil } }
        let orders = collect(shop)
        let profiles = orders.profiles
        guard let scoring = try? make(orders) else {
            // No order counts (yet): there is nothing to score.
            state.withLock { $0.ordersAtScoring = ordersSeen }
            return false
        }
        state.withLock { $0.borders = scoring.borders }
        var start = 0
        while start < profiles.count {
            let end = min(profiles.count, start + Self.chunk)
            let range = start..<end
            let touched = state.withLock { $0.touchedSince ?? [] }
            shop.population.write { population in
                for row in range where !touched.contains(profiles[row]) && population.isLive(profiles[row]) {
                    population.set(score: scoring.score(row), of: profiles[row])
                }
            }
            start = end
        }
        let reasons = scoring.reasons(shop.read { population in profiles.first.map { population.orders(of: $0) } }, shop.summaryOptions)
        state.withLock { state in
            state.waiting += state.touchedSince ?? []
            state.ordersAtScoring = ordersSeen
            state.standing.take(scoring, profiles: profiles, at: shop.clock())
            state.standing.reasons = reasons
        }
        return true
    }
}
