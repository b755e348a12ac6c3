import CustomerValue
import Facts
import JSON
public import Journal
import Synchronization

/// A fit that somebody asked for, as the journal keeps it: a job that says what came of it and what it changes.
public enum Refit {
    /// The kind of its job.
    public static let jobKind = "refit"

    /// What came of it.
    enum Outcome: String, Sendable {
        /// The new model is in use.
        case adopted
        /// There is a new model, which waits to be put to use.
        case fitted
        /// There is not enough to fit on.
        case notEligible = "not_eligible"
        /// The orders fit no model.
        case failed
        /// The journal did not take it.
        case notStored = "not_stored"
    }

    /// What the job says beside its status.
    static func detail(
        _ ids: PublicIDs, isPreview: Bool, outcome: Outcome? = nil, model: UInt32? = nil, failure: String? = nil, effect: RefitEffect? = nil
    ) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("preview", isPreview)
            json.member("outcome", outcome?.rawValue)
            json.member("model", model.map { ids.id(.model, UInt64($0)) })
            json.member("failure", failure)
            json.key("effect")
            if let effect { effect.write(to: &json, ids) } else { json.null() }
        }
        return json.text
    }
}

extension ModelKeeper {
    /// Asks for a fit, whose effect is told once it is done; the job is on the disk when this returns.
    ///
    /// - Parameter isPreview: whether the new model only waits to be put to use by ``ModelKeeper/adopt(_:_:by:)``.
    public func refit(_ shop: Shop, isPreview: Bool, by who: String) async throws(IntakeError) -> JobRow {
        let number = shop.journal.nextNumber(.job)
        let ids = shop.ids
        let job = try await shop.write { (intake) throws(IntakeError) -> JobRow in
            let job = JobRow(
                number: number, kind: Refit.jobKind, who: who, createdAt: intake.now, totalCount: 1,
                detail: Refit.detail(ids, isPreview: isPreview))
            intake.write(.job(job))
            intake.audit("model.refit", "refit", ids.id(.job, number), by: who)
            return job
        }
        requestWork { shop in
            guard let shop else { return }
            self.perform(job, isPreview: isPreview, by: who, shop)
        }
        return job
    }

    /// Fits, compares, and puts the model to use. On the background thread.
    private func perform(_ job: JobRow, isPreview: Bool, by who: String, _ shop: Shop) {
        var job = job
        job.status = .processing
        job.startedAt = shop.clock()
        write(job, shop)
        let current = standing
        var (outcome, model, failure, effect): (Refit.Outcome, UInt32?, String?, RefitEffect?) = (.failed, nil, nil, nil)
        switch fit(shop, adopts: false) {
        case .fitted(let number, _):
            model = number
            outcome = .fitted
            if let before = current.model, let beforeNumber = current.number, let after = try? kept(number, shop) {
                effect = compare((beforeNumber, before), (number, after), shop)
            }
            if !isPreview {
                do throws(IntakeError) {
                    try put(number, toUse: shop, by: who)
                    outcome = .adopted
                } catch {
                    failure = "\(error)"
                }
            }
        case .notEligible: outcome = .notEligible
        case .failed(let reason): failure = "\(reason)"
        case .notStored(let error):
            outcome = .notStored
            failure = "\(error)"
        case .stopped: return
        }
        job.status = .complete
        job.completedAt = shop.clock()
        job.completedCount = outcome == .adopted || outcome == .fitted ? 1 : 0
        job.failedCount = 1 - job.completedCount
        job.detail = Refit.detail(shop.ids, isPreview: isPreview, outcome: outcome, model: model, failure: failure, effect: effect)
        write(job, shop)
    }

    func write(_ job: JobRow, _ shop: Shop) {
        // Where it cannot be written the fit itself could not be either; the job then stays as it was, and is ended at the next start.
        try? shop.writeAndWait { (intake) throws(IntakeError) in intake.write(.job(job)) }
    }

    private func put(_ number: UInt32, toUse shop: Shop, by who: String) throws(IntakeError) {
        let model = try kept(number, shop)
        let id = shop.ids.id(.model, UInt64(number))
        let now = try shop.writeAndWait { (intake) throws(IntakeError) -> Instant in
            intake.model(number)
            intake.audit("model.adopt", "model", id, by: who)
            return intake.now
        }
        use(model, number, since: now, fittedAt: now)
    }

    /// Goes back, or forward, to a model that was fitted before. It stays in use as long as one that was fitted just now would.
    public func adopt(_ number: UInt32, _ shop: Shop, by who: String) async throws(IntakeError) {
        let model = try kept(number, shop)
        let row: ModelRow?
        do throws(JournalError) { row = try shop.journal.model(UInt64(number)) } catch { throw .unavailable(error) }
        let id = shop.ids.id(.model, UInt64(number))
        let now = try await shop.write { (intake) throws(IntakeError) -> Instant in
            intake.model(number)
            intake.audit("model.adopt", "model", id, by: who)
            return intake.now
        }
        use(model, number, since: now, fittedAt: row?.fittedAt ?? now)
    }

    private func use(_ model: ShopModel, _ number: UInt32, since: Instant, fittedAt: Instant) {
        state.withLock { state in
            state.adoptedAt = since
            state.ordersAtFit = state.ordersSeen
        }
        use(model, number: number, fittedAt: fittedAt)
        requestScoring(because: [.borders])
    }

    /// Ends the fits that were cut off when the shop was closed: what they would have found is out of date.
    public func endUnfinishedRefits(_ shop: Shop) async throws {
        for var job in try shop.journal.unfinishedJobs() where job.kind == Refit.jobKind || job.kind == OrdersChange.jobKind {
            // Other events are orders than those that the model was fitted on.
            if job.kind == OrdersChange.jobKind {
                requestFit(adopts: true, because: [.counting])
                job.detail = OrdersChange.cutOff(job.detail)
            }
            job.status = .cancelled
            job.completedAt = shop.clock()
            try await shop.write { [job] (intake) throws(IntakeError) in intake.write(.job(job)) }
        }
    }
}
