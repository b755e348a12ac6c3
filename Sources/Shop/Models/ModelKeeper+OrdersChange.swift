import CustomerValue
import Dispatch
import Facts
import Journal
import Population
import Synchronization

/// A change of what orders are that is not told yet, with those that came before it was.
struct PendingOrdersChange: Sendable {
    /// Its job, as the journal has it.
    var job: JobRow
    /// Everybody's figures before the first of the changes.
    let before: OrdersChange.Look
    /// What was changed, in order.
    var changes: [OrdersChange.Cause]
}

// What changes for whom where other events become orders. Changes are made on the queue of custom metrics, customers counted on the models'
// thread: what both need to know is ``pendingOrdersChange``, which is changed on that queue alone.
extension ModelKeeper {
    /// Profiles that are looked at before writers get their turn.
    private static let lookedAtOnce = 20_000

    /// Everybody's figures as they are now.
    func look(_ shop: Shop) -> OrdersChange.Look {
        var look = OrdersChange.Look()
        let standing = standing
        look.model = standing.number
        look.short = standing.eligibility.short
        var row = 0
        while true {
            let count = shop.read { population in
                let rows = row..<max(row, min(row + Self.lookedAtOnce, population.profileCount))
                for row in rows {
                    let profile = ProfileNumber(UInt32(row))
                    let score = population.isLive(profile) ? population.scores[profile] : nil
                    var figures = score.map { OrdersChange.Figures($0) } ?? OrdersChange.Figures()
                    figures.group = score == nil ? nil : population.rfmScores(of: profile)?.group
                    look.figures.append(figures)
                }
                look.ordersGivenBackBeyondWorth += population.ordersGivenBackBeyondWorth(of: rows)
                return population.profileCount
            }
            row += Self.lookedAtOnce
            if row >= count { return look }
        }
    }

    /// Counts customers anew, fits a model on what are orders now, and tells what changed: of all changes that came until that was done. On the
    /// background thread.
    func performOrdersChange(_ shop: Shop) {
        shop.customMetricQueue.sync {
            pendingOrdersChange.withLock { pending in
                pending?.job.status = .processing
                pending?.job.startedAt = shop.clock()
            }
            if let job = pendingOrdersChange.withLock({ $0?.job }) { write(job, shop) }
        }
        while let pending = pendingOrdersChange.withLock({ $0 }) {
            // By the model that there is, so that numbers are right soon; then by one that was fitted on these orders. The old one stays in the journal.
            scoreAll(shop, because: [.counting])
            let outcome = fit(shop, adopts: true, because: [.counting])
            let after = look(shop)
            // Where orders changed once more meanwhile, some of this was counted by one meaning and some by the other: all of it is done again.
            let isLast = shop.customMetricQueue.sync {
                pendingOrdersChange.withLock { now -> Bool in
                    guard now?.changes.count == pending.changes.count else { return false }
                    now = nil
                    return true
                }
            }
            if isLast {
                state.withLock { state in
                    state.isCounting = false
                    state.recounted.formIntersection(state.unscored)
                }
                return tell(pending, after, outcome, shop)
            }
            if state.withLock({ $0.isStopping }) { return }
        }
    }

    private func tell(_ pending: PendingOrdersChange, _ after: OrdersChange.Look, _ outcome: FitOutcome, _ shop: Shop) {
        let change = OrdersChange(pending.before, after, currency: shop.settings.currency ?? .none, asOf: standing.scoredAsOf)
        var job = pending.job
        job.status = .complete
        job.completedAt = shop.clock()
        job.completedCount = 1
        job.detail = OrdersChange.detail(pending.changes, shop.ids, outcome: outcome, change)
        write(job, shop)
    }
}

extension Shop {
    /// Does something that may change which events are orders. On the queue of custom metrics.
    ///
    /// Where customers are being counted anew for an earlier change, both are told together by its job: what was between them nobody saw whole.
    ///
    /// - Parameter body: does it; the function that it is handed must be called within its commit.
    /// - Returns: the job that counts customers anew and tells what changed; `nil` where orders stay as they are, or nothing is counted.
    func recounted(
        _ isOfOrders: Bool, _ cause: OrdersChange.Cause, by who: String,
        _ body: (_ note: @escaping @Sendable (Intake) -> Void) throws(IntakeError) -> Void
    ) throws(IntakeError) -> JobRow? {
        guard isOfOrders, models.isAtWork else {
            try body { _ in }
            return nil
        }
        let earlier = models.pendingOrdersChange.withLock { $0 }
        var pending =
            earlier
            ?? PendingOrdersChange(
                job: JobRow(
                    number: journal.nextNumber(.job), kind: OrdersChange.jobKind, who: who, createdAt: clock(), totalCount: 1),
                before: models.look(self), changes: [])
        pending.changes.append(cause)
        pending.job.detail = OrdersChange.detail(pending.changes, ids, outcome: nil, nil)
        let job = pending.job
        try body { intake in intake.write(.job(job)) }
        let new = pending
        models.pendingOrdersChange.withLock { $0 = new }
        guard earlier == nil else { return job }
        models.requestWork { shop in
            guard let shop else { return }
            shop.models.performOrdersChange(shop)
        }
        return job
    }
}
