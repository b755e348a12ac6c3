public import CustomerValue
import Dispatch
import Facts
public import Journal
import Population
import Synchronization

/// Where looking back has come to.
struct LookBackState {
    /// What is under way, for the model of a number.
    var underWay: (model: UInt32, run: LookBackRun)?
    /// Models of which all is known, or of which nothing more will be tried until the next start.
    var settled: Set<UInt32> = []
    /// What was read last.
    var known: (model: UInt32, found: LookBack)?
    /// Before that none begins, so that a start, a fit or an import has the machine for itself.
    var begins = DispatchTime.now() + quietSeconds
    /// Since when something is to be looked back for.
    var wanted: DispatchTime?

    static let quietSeconds = 20.0
    static let longestWaitSeconds = 300.0

    /// Waits for another quiet while: something else has just been done.
    mutating func waitForQuiet(_ now: DispatchTime = .now()) { begins = now + Self.quietSeconds }

    /// Whether it is time to begin: after a quiet while, and at the latest some minutes after it was wanted.
    mutating func mayBegin(_ now: DispatchTime = .now()) -> Bool {
        let since = wanted ?? now
        wanted = since
        return now >= begins || now >= since + Self.longestWaitSeconds
    }
}

// How far a model can be trusted: forecasts of earlier days, kept beside the model. A fit does not wait for it.
extension ModelKeeper {
    /// What forecasts of earlier days were worth when a model was fitted; `nil` until that was found out.
    public func lookBack(of model: UInt32, _ shop: Shop) throws(JournalError) -> LookBack? {
        if let known = lookBacks.withLock({ $0.known }), known.model == model { return known.found }
        guard let row = try shop.journal.model(UInt64(model)), let found = LookBack(decoding: row.metrics) else { return nil }
        lookBacks.withLock { $0.known = (model, found) }
        return found
    }

    /// How long the thread waits before the next step of a look back; `nil` where none is under way.
    var untilLookBack: DispatchTimeInterval? { lookBacks.withLock { $0.underWay == nil ? nil : .milliseconds(20) } }

    /// Takes a step of looking back for the model in use, or for the newest one, where that was not done yet.
    ///
    /// One earlier day at a time, so that whoever asks for something waits for a few seconds at most. On the background thread.
    func lookBackAStep(_ shop: Shop) {
        if var underWay = lookBacks.withLock({ $0.underWay }) {
            underWay.run.step()
            if underWay.run.isDone { keep(underWay.run.found, of: underWay.model, shop) }
            lookBacks.withLock { [underWay] in $0.underWay = underWay.run.isDone ? nil : underWay }
        } else if let number = withoutLookBack(shop), lookBacks.withLock({ $0.mayBegin() }) {
            let run = lookBackRun(number, shop)
            lookBacks.withLock { state in
                state.underWay = run.map { (number, $0) }
                state.wanted = nil
                if run == nil { state.settled.insert(number) }
            }
        }
    }

    private func withoutLookBack(_ shop: Shop) -> UInt32? {
        let newest = shop.journal.nextNumber(.model)
        let numbers = [standing.number, newest > 1 ? UInt32(clamping: newest - 1) : nil].compactMap { $0 }
        return lookBacks.withLock { state in numbers.first { !state.settled.contains($0) } }
    }

    /// What is to be tried for a model; `nil` where it is known already, or there is nothing to try on.
    private func lookBackRun(_ number: UInt32, _ shop: Shop) -> LookBackRun? {
        guard let row = try? shop.journal.model(UInt64(number)), LookBack(decoding: row.metrics) == nil,
            let model = try? kept(number, shop)
        else { return nil }
        let orders = collect(shop)
        var counting = shop.summaryOptions
        counting.asOf = row.asOf
        var options = PredictionOptions()
        options.horizonInDays = model.horizonInDays
        options.model = model.model.choice
        let sample = OrderSample(orders.orders, refunds: orders.refunds, options: counting, limit: options.mostCustomersTried)
        guard let summaries = try? CustomerSummaries(orders: orders.orders, refunds: orders.refunds, options: counting) else { return nil }
        return LookBackRun(sample, first: summaries.historyBegins, asOf: row.asOf, options: options)
    }

    private func keep(_ found: LookBack, of model: UInt32, _ shop: Shop) {
        lookBacks.withLock { state in _ = state.settled.insert(model) }
        // Where it cannot be written it is found out once more after the next start.
        try? shop.writeAndWait { (intake) throws(IntakeError) in intake.write(.modelMetrics(UInt64(model), found.encoded)) }
    }
}
