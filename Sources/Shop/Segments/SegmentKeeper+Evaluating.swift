import Dispatch
import Facts
import Journal
import Population
import Segments
import Synchronization

// Looking at everybody, and ahead in time: on the keeper's own thread.
extension SegmentKeeper {
    /// Profiles that are looked at before writers get their turn.
    private static let chunk = 50_000
    /// Seconds ahead of now for which changes by time are kept in mind, where they are not too many.
    private static let longestHorizon: Int64 = 86_400
    /// Seconds ahead that are always looked at, however many changes they hold.
    private static let shortestHorizon: Int64 = 60
    /// Moments at which events cease or begin to count that are held while looking.
    private static let mostMoments = 16_000_000

    /// Takes up the definitions as they are now, and looks at everybody for those that are new or changed.
    func reload(_ shop: Shop) {
        noteGate(shop)
        let definitions = shop.definitions.segments
        _ = makeRoom(shop)
        let needed = keepProperties(shop, definitions.map(\.condition) + state.withLock { $0.previewed })
        let groups = shop.segmentGroups
        var live: [SegmentNumber: Live] = [:]
        shop.read { population in
            for definition in definitions where definition.isActive {
                var compiler = SegmentCompiler(population, groups: groups)
                do throws(SegmentFaults) {
                    let plan = try compiler.plan(definition.condition)
                    let custom = plan.dependencies.customMetrics.sorted().compactMap { population.customMetric($0) }
                    live[definition.number] = Live(definition: definition, plan: plan, customMetrics: custom)
                } catch {
                    live[definition.number] = Live(definition: definition, fault: .faults(error.list.map(\.reason)))
                }
            }
        }
        // Names may come to mean others, so that what was no circle when it was defined is one now: it would turn for ever.
        let inCircles = Self.inCircles(live.compactMapValues(\.plan))
        for number in inCircles {
            live[number]?.plan = nil
            live[number]?.fault = .circle
        }
        let end = shop.clock().secondsSince1970 + 1
        let changed = state.withLock { state -> Set<SegmentNumber> in
            var changed: Set<SegmentNumber> = []
            for (number, new) in live {
                let known = state.segments[number]
                live[number]?.isEvaluated = known?.isEvaluated ?? false
                live[number]?.lastLook = known?.lastLook
                let isSame =
                    known?.definition.condition == new.definition.condition && (known?.plan == nil) == (new.plan == nil)
                    && known?.customMetrics == new.customMetrics
                if !isSame || known?.isEvaluated != true {
                    live[number]?.isEvaluated = false
                    changed.insert(number)
                }
            }
            state.segments = live
            state.index = SegmentIndex(live.compactMapValues(\.plan))
            state.lookAnew(after: end)
            return changed
        }
        // The plans that asked for other properties are gone.
        shop.population.write { $0.keepOnly(needed) }
        guard !changed.isEmpty else { return }
        // Those that others look at come first.
        for number in Self.inOrder(live.compactMapValues(\.plan)) where changed.contains(number) { evaluate(shop, number, .definition) }
        wake.signal()
    }

    /// Segments that look at themselves by way of others.
    static func inCircles(_ plans: [SegmentNumber: SegmentPlan]) -> [SegmentNumber] {
        plans.keys.filter { number in
            var seen: Set<SegmentNumber> = []
            var waiting = Array(plans[number]?.dependencies.segments ?? [])
            while let next = waiting.popLast() {
                if next == number { return true }
                if seen.insert(next).inserted { waiting += plans[next]?.dependencies.segments ?? [] }
            }
            return false
        }
    }

    /// Segments in an order in which each comes after those that it looks at; cycles were refused when they were defined.
    static func inOrder(_ plans: [SegmentNumber: SegmentPlan]) -> [SegmentNumber] {
        var order: [SegmentNumber] = []
        var done: Set<SegmentNumber> = []
        func visit(_ number: SegmentNumber) {
            guard let plan = plans[number], done.insert(number).inserted else { return }
            for other in plan.dependencies.segments.sorted() { visit(other) }
            order.append(number)
        }
        for number in plans.keys.sorted() { visit(number) }
        return order
    }

    /// Looks at everybody, for the segments whose dependencies meet something.
    func evaluate(_ shop: Shop, _ cause: SegmentFact.Cause, where meets: (SegmentDependencies) -> Bool) {
        let plans = state.withLock { $0.segments.compactMapValues(\.plan) }
        for number in Self.inOrder(plans) where plans[number].map({ meets($0.dependencies) }) == true { evaluate(shop, number, cause) }
    }

    /// Looks at everybody for one segment, and has it decided about those of whom the answer is another than is known.
    private func evaluate(_ shop: Shop, _ number: SegmentNumber, _ cause: SegmentFact.Cause) {
        let (plan, hasPredictions) = state.withLock { ($0.segments[number]?.plan, $0.hasPredictions) }
        guard let plan, hasPredictions || !plan.dependencies.isOfPredictions else {
            return state.withLock { $0.segments[number]?.isEvaluated = true }
        }
        let (now, start) = (shop.clock(), DispatchTime.now())
        let end = now.secondsSince1970 + 1
        let changed = shop.read { population in
            plan.members(of: population, before: end).difference(from: population.memberSet(of: number))
        }
        var profiles: [ProfileNumber] = []
        changed.forEach { profiles.append($0) }
        let look = Look(at: now, milliseconds: Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e6)
        decide(profiles, number, cause, shop)
        state.withLock {
            $0.segments[number]?.isEvaluated = true
            $0.segments[number]?.lastLook = look
        }
    }

    /// Looks at those that compare everybody with everybody, where something came in since; the longer it takes, the less often.
    func lookAtOthers(_ shop: Shop) {
        let now = DispatchTime.now()
        let isDue = state.withLock { state -> Bool in
            guard state.othersChanged, now >= state.othersAgainAt else { return false }
            state.othersChanged = false
            return true
        }
        guard isDue else { return }
        evaluate(shop, .fact) { $0.isOfOthers }
        let cost = DispatchTime.now().uptimeNanoseconds - now.uptimeNanoseconds
        state.withLock { $0.othersAgainAt = DispatchTime(uptimeNanoseconds: now.uptimeNanoseconds + max(500_000_000, cost * 20)) }
    }

    // MARK: Time

    /// Looks which moments of the next while may change something, when the last while has nearly gone by.
    func lookAhead(_ shop: Shop) {
        let end = shop.clock().secondsSince1970 + 1
        var start = end
        let (plans, due) = state.withLock { state -> ([SegmentNumber: SegmentPlan], [ChangeQueue.Change]) in
            // A clock that was set back is no reason to wait until it has caught up.
            if (end...end + Self.longestHorizon).contains(state.lookedUntil - state.horizon / 16) { return ([:], []) }
            // Moments that were not looked for before they went by (a machine that slept, a look that took long) are made up for.
            state.lookAnew(after: end)
            start = state.unwatchedFrom
            state.unwatchedFrom = .max
            // What came due since the last look is asked; looking ahead does not find it any more.
            let due = state.takeDue(end)
            state.changes.removeAll()
            // Where they are few it is looked farther again.
            if state.changesFound < state.mostChanges / 4 { state.horizon = min(Self.longestHorizon, state.horizon * 2) }
            state.lookedUntil = end + state.horizon
            return (state.segments.compactMapValues { live in live.plan.flatMap { $0.dependencies.isOfTime ? $0 : nil } }, due)
        }
        // What comes after is found by the look.
        decide(due, asksNext: false, shop)
        look(plans, after: start, end, shop)
    }

    /// Looks again, for segments whose moments go by numbers that were made anew, up to where it was looked.
    ///
    /// - Parameter start: when they were made: moments after it are looked for.
    func lookAgain(_ shop: Shop, after start: Int64, where meets: (SegmentDependencies) -> Bool) {
        let end = shop.clock().secondsSince1970 + 1
        let plans = state.withLock { state -> [SegmentNumber: SegmentPlan] in
            guard state.lookedUntil > end else { return [:] }
            return state.segments.compactMapValues { live in
                live.plan.flatMap { $0.dependencies.isOfTime && meets($0.dependencies) ? $0 : nil }
            }
        }
        look(plans, after: min(start, end), end, shop)
    }

    /// Notes the moments of some segments after one up to ``State/lookedUntil``, which is brought nearer to now where they are too many.
    private func look(_ plans: [SegmentNumber: SegmentPlan], after start: Int64, _ end: Int64, _ shop: Shop) {
        guard !plans.isEmpty, let waits = waits(of: plans, shop, after: start, end) else { return }
        var all: [ChangeQueue.Change] = []
        for (segment, plan) in plans where !state.withLock({ $0.isStopping }) {
            let until = state.withLock { $0.lookedUntil }
            shop.read { population in
                plan.changes(SegmentView(population, before: start), waits) { profile, next in
                    guard next <= until else { return }
                    all.append(ChangeQueue.Change(end: next, question: Question(profile: profile, segment: segment)))
                }
            }
            while all.count > state.withLock({ $0.mostChanges }), comeNearer(end) {
                let until = state.withLock { $0.lookedUntil }
                all.removeAll { $0.end > until }
            }
        }
        state.withLock { state in
            state.changes.add(contentsOf: all)
            state.changesFound = state.changes.count
        }
    }

    /// Looks ahead half as far.
    ///
    /// - Returns: whether that was possible.
    private func comeNearer(_ end: Int64) -> Bool {
        state.withLock { state in
            guard state.horizon > Self.shortestHorizon else { return false }
            state.horizon /= 2
            state.lookedUntil = min(state.lookedUntil, end + state.horizon)
            state.changes.removeAll(after: state.lookedUntil)
            return true
        }
    }

    /// Whose events matter, for all definitions at once; some profiles at a time, so that writers have their turn.
    private func waits(of plans: [SegmentNumber: SegmentPlan], _ shop: Shop, after start: Int64, _ end: Int64) -> EventWaits? {
        repeat {
            let (until, most) = state.withLock { ($0.lookedUntil, $0.horizon > Self.shortestHorizon ? Self.mostMoments : .max) }
            let (empty, count) = shop.read { population in
                (EventWaits(plans.values, in: population, after: start, until: until), population.profileCount)
            }
            var waits = empty
            for row in stride(from: 0, to: count, by: Self.chunk) where waits.momentCount <= most {
                if state.withLock({ $0.isStopping }) { return nil }
                shop.read { waits.look(row..<min(count, row + Self.chunk), in: $0) }
            }
            if waits.momentCount <= most { return waits }
        } while comeNearer(end)
        return nil
    }

    /// Asks about everybody for whom a moment has come.
    ///
    /// - Returns: seconds until the next moment.
    func popDue(_ shop: Shop) -> Int64 {
        let end = shop.clock().secondsSince1970 + 1
        let (due, wait) = state.withLock { state in
            let due = state.takeDue(end)
            return (due, state.changes.earliest.map { $0 - end } ?? 1)
        }
        decide(due, asksNext: true, shop)
        return wait
    }

    // MARK: Properties of events

    /// Forgets definitions that were only counted, the oldest first, until all that is asked for has room.
    ///
    /// - Returns: the properties of events that segments and the rest of those definitions ask for.
    func makeRoom(_ shop: Shop) -> [MetricNumber: Set<String>] {
        let (kept, groups) = (shop.definitions.segments.map(\.condition), shop.segmentGroups)
        while true {
            let previewed = state.withLock { $0.previewed }
            let needed = shop.read { EventProperties.needed(by: kept + previewed, groups, $0) }
            guard needed.propertyCount > Population.mostKeptProperties, !previewed.isEmpty else { return needed }
            state.withLock { _ = $0.previewed.removeFirst() }
        }
    }

    /// Keeps the properties of events that definitions ask for, and tells of events that came before.
    ///
    /// - Returns: which they are.
    @discardableResult
    func keepProperties(_ shop: Shop, _ conditions: [Condition]) -> [MetricNumber: Set<String>] {
        let groups = shop.segmentGroups
        let needed = shop.read { EventProperties.needed(by: conditions, groups, $0) }
        guard !needed.isEmpty else { return needed }
        let (new, sequence) = shop.population.write { population -> (Set<MetricNumber>, UInt64) in
            var new: Set<MetricNumber> = []
            for (metric, properties) in needed {
                for property in properties where population.keep(property, of: metric) { new.insert(metric) }
            }
            return (new, population.sequence)
        }
        guard !new.isEmpty else { return needed }
        var found: [(EventFact, UInt64)] = []
        func fill() {
            shop.population.write { population in for (fact, sequence) in found { population.fill(fact, sequence: sequence) } }
            found.removeAll(keepingCapacity: true)
        }
        // Where the journal cannot be read the shop says so by itself; such a segment misses what could not be read.
        try? shop.journal.forEachFact(after: 0) { fact, number, _ in
            guard number <= sequence, case .event(let event) = fact, new.contains(event.metric), !event.properties.isEmpty else { return }
            found.append((event, number))
            if found.count == 2_000 { fill() }
        }
        fill()
        return needed
    }
}
