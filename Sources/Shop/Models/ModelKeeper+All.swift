public import CustomerValue
import Dispatch
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

    /// Scores every customer as of today by the model in use: whoever has a score afterwards has one of today.
    ///
    /// - Parameter occasions: why; that days turned, or borders are settled anew, is found out here.
    func scoreAll(_ shop: Shop, because occasions: Set<Occasion> = []) {
        let today = shop.today
        let start = DispatchTime.now().uptimeNanoseconds
        let hadPredictions = standing.hasPredictions
        var due = GroupsDue(occasions: occasions)
        let (ordersSeen, unscored, rfm) = state.withLock { state -> (Int, Set<ProfileNumber>, RFMScoring) in
            state.touchedSince = []
            state.isOvertakenSince = false
            if let scored = state.standing.scoredAsOf, scored < today { due.occasions.insert(.day) }
            if !state.recounted.isDisjoint(with: state.unscored) { due.occasions.insert(.counting) }
            due.ordered = state.unscored.union(state.modelsWaiting)
            state.modelsWaiting = []
            return (state.ordersSeen, state.unscored, RFMScoring(settings: state.rfm.settings, borders: state.settledBorders))
        }
        let orders = collect(shop)
        let profiles = orders.profiles
        // Where no order counts (yet) there is nothing to score.
        let scoring = try? Scoring(
            orders, options: shop.summaryOptions, minimumCustomers: shop.settings.minimumCustomers, model: standing.model, rfm: rfm)
        let rfmBefore = state.withLock { state in
            let before = state.rfm
            // Settings that were changed meanwhile have borders of their own.
            if let scoring, state.rfm.settings == rfm.settings { state.rfm.borders = scoring.borders }
            return before
        }
        // Whoever objected is counted, and neither compared nor predicted.
        let objectors = collect(shop, objectors: true)
        let counted = try? CustomerSummaries(orders: objectors.orders, refunds: objectors.refunds, options: shop.summaryOptions)
        set(
            [
                Scores(profiles: scoring == nil ? [] : profiles) { scoring?.score($0) },
                Scores(profiles: counted == nil ? [] : objectors.profiles) { row in
                    counted.flatMap { CustomerScore(row, summaries: $0, predictions: nil, rfm: nil) }
                },
            ], shop)
        scoreModels(shop, &due)
        // Whoever waits for the groups waits until they were compared.
        groups.withLock { $0.isAtWork = true }
        let reasons = scoring?.reasons(
            shop.read { population in profiles.first.map { population.orders(of: $0) } }, shop.summaryOptions)
        state.withLock { state in
            let touched = state.touchedSince ?? []
            state.touchedSince = nil
            state.scorings += 1
            state.unscored.subtract(unscored)
            state.waiting += touched
            state.unscored.formUnion(touched)
            state.ordersAtScoring = ordersSeen
            if let scoring {
                state.standing.take(scoring, profiles: profiles, at: shop.clock())
            } else {
                state.standing.takeNothing(asOf: shop.today, at: shop.clock())
            }
            state.standing.reasons = reasons
            state.standing.isOvertaken = state.isOvertakenSince
            state.scoredBy = rfm.settings
            if !state.isCounting { state.recounted.formIntersection(state.unscored) }
            if state.rfm.borders != rfmBefore.borders { due.occasions.insert(.borders) }
        }
        due.before = rfmBefore
        let end = DispatchTime.now().uptimeNanoseconds
        state.withLock { $0.countedAgainAt = DispatchTime(uptimeNanoseconds: end + max(2_000_000_000, (end - start) * 20)) }
        allGroupsDue(due)
        // Before the thread runs, nothing can be written yet.
        if state.withLock({ $0.hasThread || $0.isLooking }) { keepGroups(shop) }
        groups.withLock { $0.isAtWork = false }
        shop.segments.allScored()
        shop.wakeWriter()
        // Of whom nothing was predicted until now, today's notes say so: they are put right for everybody at once.
        if !hadPredictions, state.withLock({ $0.hasThread }) { keepAll(shop) }
    }

    /// Fits a model on all orders, and puts it to use.
    ///
    /// - Parameter occasions: what else may change groups.
    func fit(_ shop: Shop, adopts: Bool, because occasions: Set<Occasion> = []) -> FitOutcome {
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
                let hadPredictions = standing.hasPredictions
                state.withLock { $0.ordersAtFit = $0.ordersSeen }
                use(model, number: number, fittedAt: shop.clock())
                scoreAll(shop, because: occasions.union([.borders]))
                if !hadPredictions { keepAll(shop) }
                keepMonth(shop)
            }
            return .fitted(number: number, isInUse: adopts)
        } catch {
            return .notStored(error)
        }
    }

    /// Fits a model on all orders and uses it, without anything being kept: for a shop that is only looked at.
    func fitForLooking(_ shop: Shop) {
        var options = PredictionOptions()
        options.horizonInDays = shop.settings.horizonInDays
        let orders = collect(shop)
        guard !orders.profiles.isEmpty,
            let analysis = try? Analysis(
                orders: orders.orders, refunds: orders.refunds, summary: shop.summaryOptions, prediction: options,
                minimumCustomers: shop.settings.minimumCustomers, orderSource: "shop"),
            let model = ShopModel(analysis)
        else { return }
        use(model, number: nil, fittedAt: shop.clock())
        scoreAll(shop, because: [.opening, .borders])
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

    // MARK: Collecting and setting

    /// The orders of all customers, or those of all who objected to being profiled, gathered a few thousand profiles at a time so that nobody
    /// waits for long.
    func collect(_ shop: Shop, objectors: Bool = false) -> OrdersOfShop {
        var orders = OrdersOfShop()
        var row = 0
        while true {
            let count = shop.read { population in
                population.addOrders(of: row..<row + Self.chunk, to: &orders, objectors: objectors)
                return population.profileCount
            }
            row += Self.chunk
            if row >= count { return orders }
        }
    }

    /// Scores of some profiles, which stand in order of their numbers.
    private struct Scores {
        var profiles: [ProfileNumber]
        var score: (Int) -> CustomerScore?
        private var place = 0

        init(profiles: [ProfileNumber], score: @escaping (Int) -> CustomerScore?) {
            self.profiles = profiles
            self.score = score
        }

        /// The score of a profile, when all are asked for in order.
        mutating func next(_ profile: ProfileNumber) -> CustomerScore? {
            while place < profiles.count, profiles[place] < profile { place += 1 }
            return place < profiles.count && profiles[place] == profile ? score(place) : nil
        }
    }

    /// Sets everybody's score, and clears that of whoever has none. Whoever was touched meanwhile has a newer one.
    private func set(_ scores: [Scores], _ shop: Shop) {
        var scores = scores
        var start = 0
        while true {
            let count = shop.population.write { population in
                // Read where nobody else writes: whoever is touched after that is scored after this.
                let touched = state.withLock { $0.touchedSince ?? [] }
                for row in start..<max(start, min(start + Self.chunk, population.profileCount)) {
                    let profile = ProfileNumber(UInt32(row))
                    guard population.isLive(profile), !touched.contains(profile) else { continue }
                    var score: CustomerScore?
                    for place in scores.indices where score == nil { score = scores[place].next(profile) }
                    population.set(score: score, of: profile)
                }
                return population.profileCount
            }
            start += Self.chunk
            if start >= count { return }
        }
    }
}
