import Dispatch
import Facts
import Population
import Synchronization

// What commits change, and deciding about it: on the writer's thread.
extension SegmentKeeper {
    /// Notes what a commit may have changed.
    func facts(_ shop: Shop, _ facts: [Fact]) {
        let mustAsk = state.withLock { state -> Bool in
            guard !state.index.isEmpty else { return false }
            for fact in facts {
                if state.index.concernsOthers(fact) { state.othersChanged = true }
                state.index.ofOne.forEach(fact) { profile, segments in
                    let cause: SegmentFact.Cause = if case .segment(let fact) = fact { fact.cause } else { .fact }
                    for segment in segments { state.ask(Question(profile: profile, segment: segment), Reason(cause: cause)) }
                }
            }
            return state.mustAsk()
        }
        if mustAsk { ask(shop) }
    }

    /// Notes that a customer was scored anew.
    func scored(_ shop: Shop, _ profile: ProfileNumber) {
        let mustAsk = state.withLock { state -> Bool in
            if !state.index.ofOthers.ofScores.isEmpty { state.othersChanged = true }
            for segment in state.index.ofOne.ofScores {
                state.ask(Question(profile: profile, segment: segment), Reason(cause: .fact))
            }
            return state.mustAsk()
        }
        if mustAsk { ask(shop) }
    }

    /// Asks the writer to decide in its next commit.
    func ask(_ shop: Shop) {
        shop.submit(weight: 256) { [self, unowned shop] (intake) throws(IntakeError) in
            decide(shop, intake)
        } then: { [self, unowned shop] result in
            // What could not be written is asked again, but not in a circle: with the next fact, or the next look.
            let hasMore = state.withLock { state -> Bool in
                let undecided = state.underDecision
                state.underDecision = [:]
                guard case .failure = result else { return state.mustAsk() }
                for (question, reason) in undecided { state.ask(question, reason) }
                state.isAsked = false
                return false
            }
            if hasMore { ask(shop) }
        }
    }

    private func decide(_ shop: Shop, _ intake: Intake) {
        let questions = state.withLock { state in
            state.isAsked = false
            let taken = state.takeQuestions(Self.mostAtOnce)
            state.underDecision.merge(taken) { first, _ in first }
            return taken
        }
        decide(questions.sorted { ($0.key.profile, $0.key.segment) < ($1.key.profile, $1.key.segment) }, asksNext: true, intake)
    }

    /// Has many decided about for one segment and one cause, in as many commits as it takes, without them being lined up with other questions.
    ///
    /// Waits for the disk; what could not be written is asked like anything else, later.
    func decide(_ profiles: [ProfileNumber], _ segment: SegmentNumber, _ cause: SegmentFact.Cause, _ shop: Shop) {
        decideInTurn(profiles.map { (key: Question(profile: $0, segment: segment), value: Reason(cause: cause)) }, asksNext: true, shop)
    }

    /// Has it decided about those for whom a moment has come: many at once where they are many, as when the clock made a leap.
    ///
    /// - Parameter asksNext: whether the moment after it is to be found, too.
    func decide(_ due: [ChangeQueue.Change], asksNext: Bool, _ shop: Shop) {
        let reason = { (end: Int64) in Reason(cause: .time, seconds: UInt32(clamping: end - 1)) }
        guard due.count > Self.mostAtOnce / 10 else {
            let mustAsk = state.withLock { state in
                for change in due { state.ask(change.question, reason(change.end)) }
                return state.mustAsk()
            }
            return mustAsk ? ask(shop) : ()
        }
        // One segment after another, profiles in the order in which their events lie; of two moments the earlier counts.
        var due = due
        due.sort { a, b in
            a.question.segment != b.question.segment
                ? a.question.segment < b.question.segment
                : a.question.profile != b.question.profile ? a.question.profile < b.question.profile : a.end < b.end
        }
        var questions: [(key: Question, value: Reason)] = []
        questions.reserveCapacity(due.count)
        for change in due where questions.last?.key != change.question { questions.append((change.question, reason(change.end))) }
        decideInTurn(questions, asksNext: asksNext, shop)
    }

    private func decideInTurn(_ questions: [(key: Question, value: Reason)], asksNext: Bool, _ shop: Shop) {
        for start in stride(from: 0, to: questions.count, by: Self.mostAtOnce) {
            let some = Array(questions[start..<min(questions.count, start + Self.mostAtOnce)])
            do throws(IntakeError) {
                try shop.writeAndWait(weight: 32 * some.count) { [self] (intake) throws(IntakeError) in
                    decide(some, asksNext: asksNext, intake)
                }
            } catch {
                state.withLock { state in for (question, reason) in some { state.ask(question, reason) } }
            }
            if state.withLock({ $0.isStopping }) { return }
        }
    }

    private func decide(_ questions: [(key: Question, value: Reason)], asksNext: Bool, _ intake: Intake) {
        let end = intake.now.secondsSince1970 + 1
        let (segments, hasPredictions, lookedUntil) = state.withLock { ($0.segments, $0.hasPredictions, $0.lookedUntil) }
        let population = intake.population
        let view = SegmentView(population, before: end)
        var changes: [ChangeQueue.Change] = []
        for (question, reason) in questions {
            guard let live = segments[question.segment], let plan = live.plan, hasPredictions || !plan.dependencies.isOfPredictions,
                population.isLive(question.profile), intake.canonical(question.profile) == question.profile
            else { continue }
            let holds = plan.holds(question.profile, view)
            if holds != population.isMember(question.profile, of: question.segment) {
                let now = intake.nowSeconds
                intake.record(
                    .segment(
                        SegmentFact(
                            profile: question.profile, segment: question.segment, isMember: holds,
                            seconds: min(now, reason.seconds ?? now), cause: reason.cause)))
            }
            if asksNext, let next = plan.nextChange(question.profile, view), next <= lookedUntil {
                changes.append(ChangeQueue.Change(end: next, question: question))
            }
        }
        guard !changes.isEmpty else { return }
        state.withLock { state in for change in changes { state.changes.add(change) } }
        wake.signal()
    }
}

extension SegmentKeeper.State {
    /// Has changes looked for again, from a moment on, or from where they were looked for until now where that is before it.
    mutating func lookAnew(after end: Int64) {
        unwatchedFrom = min(unwatchedFrom, end, lookedUntil > 0 ? lookedUntil : .max)
        lookedUntil = 0
    }

    /// Notes a question; of two reasons the first counts.
    mutating func ask(_ question: SegmentKeeper.Question, _ reason: SegmentKeeper.Reason) {
        if questions[question] == nil { questions[question] = reason }
    }

    /// Takes out everybody for whom a moment has come.
    mutating func takeDue(_ end: Int64) -> [ChangeQueue.Change] {
        let due = changes.popDue(end)
        // Somebody else may come in for who goes.
        let others = Set(index.ofOthers.all)
        if !others.isEmpty, due.contains(where: { others.contains($0.question.segment) }) { othersChanged = true }
        return due
    }

    /// Whether the writer must be asked, who is asked once at a time.
    mutating func mustAsk() -> Bool {
        guard !questions.isEmpty, !isAsked, !isStopping else { return false }
        isAsked = true
        return true
    }

    mutating func takeQuestions(_ most: Int) -> [SegmentKeeper.Question: SegmentKeeper.Reason] {
        guard questions.count > most else {
            let taken = questions
            questions = [:]
            return taken
        }
        var taken: [SegmentKeeper.Question: SegmentKeeper.Reason] = [:]
        for (question, reason) in questions.prefix(most) { taken[question] = reason }
        for question in taken.keys { questions[question] = nil }
        return taken
    }
}
