import CustomerValue
import Dispatch
public import Facts
import Population
import Synchronization

// Scoring customers one by one, on the writer's thread, as their orders change.
extension ModelKeeper {
    /// So many customers of one commit are scored before the next is looked at; the others when there is time.
    private static let mostAtOnce = 64
    /// From so many waiting on, all customers are scored together in the background instead.
    private static let mostWaiting = 20_000

    /// Takes up what a commit changed.
    func facts(_ shop: Shop, _ facts: [Fact], first: UInt64) {
        guard isAtWork else { return shop.population.write { $0.forgetTouched() } }
        let (touched, isRecounted, others) = shop.population.write { ($0.takeTouched(), $0.takeRecounted(), $0.takeRFMTouched()) }
        if !others.isEmpty {
            // Who is scored anyway is scored by all models.
            let scored = Set(touched)
            noteEvents(shop, of: scored.isEmpty ? others : others.filter { !scored.contains($0) }, most: Self.mostAtOnce)
        }
        // Whoever was erased is counted no more.
        let isAnyErased = facts.contains { if case .erasure = $0 { true } else { false } }
        if isAnyErased || !touched.isEmpty { state.withLock { ($0.standing.isOvertaken, $0.isOvertakenSince) = (true, true) } }
        guard !touched.isEmpty else { return }
        let orders = facts.reduce(0) { count, fact in
            if case .event(let event) = fact, event.order != 0, event.source != .client { count + 1 } else { count }
        }
        let now = state.withLock { state -> [ProfileNumber] in
            state.ordersSeen += orders
            state.touchedSince?.formUnion(touched)
            if isRecounted {
                state.recounted.formUnion(touched)
                state.isCounting = true
            }
            if touched.count <= Self.mostAtOnce { return touched }
            state.waiting += touched
            state.unscored.formUnion(touched)
            return []
        }
        for profile in now { score(shop, profile) }
    }

    /// Scores a few of those who wait; says whether there are more.
    func scoreSome(_ shop: Shop) -> Bool {
        let (some, hasMore, isTooMany) = state.withLock { state -> ([ProfileNumber], Bool, Bool) in
            if state.waiting.count > Self.mostWaiting {
                state.waiting = []
                state.requests.append(.score([.orders]))
                return ([], false, true)
            }
            let some = Array(state.waiting.suffix(Self.mostAtOnce))
            state.waiting.removeLast(some.count)
            return (some.filter { state.unscored.contains($0) }, !state.waiting.isEmpty, false)
        }
        if isTooMany { wake.signal() }
        for profile in Set(some) { score(shop, profile) }
        let hasMoreEvents = scoreSomeEvents(shop, most: Self.mostAtOnce, mostWaiting: Self.mostWaiting)
        return hasMore || hasMoreEvents
    }

    /// Scores those who wait among some profiles. On the writer's thread.
    func scoreNow(_ shop: Shop, _ profiles: [ProfileNumber]) {
        for profile in unscored(profiles) { score(shop, profile) }
    }

    /// Those of some profiles whose score is older than what is known of them.
    func unscored(_ profiles: [ProfileNumber]) -> [ProfileNumber] {
        state.withLock { state in state.unscored.isEmpty ? [] : profiles.filter { state.unscored.contains($0) } }
    }

    /// Scores one customer as of today, by the model in use.
    private func score(_ shop: Shop, _ profile: ProfileNumber) {
        let orders = shop.population.readAsWriter { $0.isLive(profile) ? $0.orders(of: profile) : OrdersOfShop() }
        let hasObjected = shop.population.readAsWriter { $0.isLive(profile) && $0.hasObjected(profile) }
        let (isEligible, scorings) = state.withLock { ($0.standing.eligibility?.isEligible == true, $0.scorings) }
        var score: CustomerScore?
        if !orders.profiles.isEmpty,
            let summaries = try? CustomerSummaries(orders: orders.orders, refunds: orders.refunds, options: shop.summaryOptions)
        {
            let isPredicted = !hasObjected && isEligible
            let predictions = !isPredicted ? nil : predictor.withLock { predictor in predictor?.predict(summaries) }
            let inUse = state.withLock { $0.rfm }
            let rfm = hasObjected ? nil : inUse.borders.map { RFMScores(summaries, borders: $0, map: inUse.settings.map) }
            score = CustomerScore(0, summaries: summaries, predictions: predictions, rfm: rfm)
        }
        shop.population.write { $0.set(score: score, of: profile) }
        let isRecounted = state.withLock { state in
            state.unscored.remove(profile)
            // Who is scored while all are may have been scored by what no longer holds once these are done: they are scored once more then.
            state.touchedSince?.insert(profile)
            if state.scorings != scorings {
                state.unscored.insert(profile)
                state.waiting.append(profile)
            }
            // Until all were counted they may be scored again and again, as borders move.
            return state.isCounting ? state.recounted.contains(profile) : state.recounted.remove(profile) != nil
        }
        scoreModels(shop, of: profile)
        noteGroup(shop, of: profile, because: isRecounted ? .settings : .order)
        shop.segments.scored(shop, profile)
        if let score { notes.note(score, of: profile, model: standing.number) } else { notes.forget(profile) }
    }
}

extension Shop {
    /// Returns once nobody among some profiles waits to be scored: what was taken in is in the numbers that are read then.
    public func settleScores(of profiles: [ProfileNumber]) async {
        guard !models.unscored(profiles).isEmpty else { return }
        // A shop that is closing scores nobody any more; what is read then is what there is.
        _ = try? await write { [unowned self] (_) throws(IntakeError) in models.scoreNow(self, profiles) }
    }

    /// How orders are counted, as of today.
    var summaryOptions: SummaryOptions {
        let settings = settings
        let today = settings.timeZone.day(of: clock())
        var options = SummaryOptions(today: today)
        options.asOf = today
        options.timeZone = settings.timeZone
        options.currency = settings.currency
        options.rates = exchangeRates
        return options
    }
}
