import CustomerValue
import Dispatch
import Facts
import Population
import Synchronization

// Keeping who came into which RFM group when, and why: as facts, which follow the scores that show it.
extension ModelKeeper {
    /// Customers whose group is another than facts tell.
    struct GroupState {
        /// Whom the writer is to look at.
        var waiting: [ProfileNumber: RFMFact.Cause] = [:]
        /// Whether it was asked to.
        var isAsked = false
        /// Whether a commit is about to write some.
        var isWriting = false
        /// That all are to be looked at, and why; `nil` where they are not.
        var due: GroupsDue?
        /// Whether there are customers who came with a past that is not worked out yet.
        var isPastMissing = false
        /// When it may be worked out again: the longer that takes, the less often.
        var pastAgainAt = DispatchTime(uptimeNanoseconds: 0)
        /// Whether all are being looked at.
        var isAtWork = false
        /// How many tell of the past just now, commit by commit; until they are done nobody's past is worked out.
        var tellers = 0

        /// Whether facts tell of everybody's group, as far as scores are there.
        var isSettled: Bool { waiting.isEmpty && !isAsked && !isWriting && due == nil && !isPastMissing && !isAtWork }

        /// Notes that all are to be looked at.
        mutating func add(_ more: GroupsDue) {
            if due == nil { due = more } else { due?.add(more) }
        }
    }

    /// Groups that one commit writes.
    private static let mostGroupsAtOnce = 10_000
    /// Profiles that are compared before writers get their turn.
    private static let comparedAtOnce = 50_000

    // MARK: One by one, on the writer's thread

    /// Looks whether a customer who was scored came into another group.
    ///
    /// - Parameter cause: why the customer was scored.
    func noteGroup(_ shop: Shop, of profile: ProfileNumber, because cause: RFMFact.Cause) {
        let models = metricsByModel
        let (isOther, isPastMissing) = shop.population.readAsWriter { population in
            guard population.isLive(profile) else { return (false, false) }
            let others = models.filter {
                population.rfmGroup(profile, by: $0.model) != population.rfmScores(of: profile, by: $0.model)?.group
            }
            let lacking = others.filter { lacksPast(profile, population, by: $0) }
            return (others.count > lacking.count, !lacking.isEmpty)
        }
        if isPastMissing {
            // Who did something before today had a group before today: it is worked out first, for all such together.
            let isFirst = groups.withLock { groups -> Bool in
                defer { groups.isPastMissing = true }
                return !groups.isPastMissing
            }
            if isFirst { wake.signal() }
        }
        guard isOther else { return }
        let mustAsk = groups.withLock { groups -> Bool in
            groups.waiting[profile] = groups.waiting[profile] ?? cause
            defer { groups.isAsked = true }
            return !groups.isAsked
        }
        if mustAsk { askForGroups(shop) }
    }

    /// A model with what it goes by.
    typealias ModelMetric = (model: RFMModelNumber, metric: RFMMetric)

    /// All models, the standard one first.
    private var metricsByModel: [ModelMetric] {
        [(.standard, .orders)]
            + state.withLock { state in state.saved.sorted { $0.key < $1.key }.map { ($0.key, $0.value.entry.metric) } }
    }

    /// Whether somebody did something before today that counts for a model, and nothing was ever told of their group.
    func lacksPast(_ profile: ProfileNumber, _ population: Population, by model: ModelMetric) -> Bool {
        guard population.rfmScores(of: profile, by: model.model) != nil, !population.hasRFMHistory(profile, by: model.model),
            let first = population.firstMoment(of: profile, by: model.metric)
        else { return false }
        let day = population.timeZone.day(of: Instant(secondsSince1970: Int64(first))).daysSince1970
        guard model.metric != .orders else { return day < population.scores.asOfDay[profile.index] }
        return state.withLock { $0.standing.scoredAsOf }.map { day < $0.daysSince1970 } ?? false
    }

    private func askForGroups(_ shop: Shop) {
        shop.submit(weight: 256) { [self] (intake) throws(IntakeError) in
            let some = groups.withLock { groups -> [(ProfileNumber, RFMFact.Cause)] in
                (groups.isAsked, groups.isWriting) = (false, true)
                let some = groups.waiting.keys.sorted().prefix(Self.mostGroupsAtOnce)
                return some.compactMap { profile in groups.waiting.removeValue(forKey: profile).map { (profile, $0) } }
            }
            for (profile, cause) in some { recordGroup(intake, profile, because: cause) }
        } then: { [self, unowned shop] result in
            groups.withLock { $0.isWriting = false }
            // What could not be written comes with the next scoring.
            guard case .success = result else { return }
            let hasMore = groups.withLock { groups -> Bool in
                guard !groups.waiting.isEmpty, !groups.isAsked else { return false }
                groups.isAsked = true
                return true
            }
            if hasMore { askForGroups(shop) }
        }
    }

    /// Records that a customer is in another group of some models than facts tell, where that is so.
    private func recordGroup(_ intake: Intake, _ profile: ProfileNumber, because cause: RFMFact.Cause) {
        let population = intake.population
        guard population.isLive(profile), intake.canonical(profile) == profile else { return }
        for model in metricsByModel {
            let number = model.model
            let (now, before) = (population.rfmScores(of: profile, by: number), population.rfmGroup(profile, by: number))
            guard now?.group != before, !lacksPast(profile, population, by: model) else { continue }
            let isOfProfiling =
                population.hasObjected(profile)
                || now != nil && before == nil && population.lastRFMCause(profile, by: number) == .profiling
            intake.record(
                .rfm(
                    RFMFact(
                        profile: profile, model: number, standing: now?.standing, seconds: intake.nowSeconds,
                        cause: isOfProfiling ? .profiling : cause)))
        }
    }

    // MARK: All, in the background

    /// How long it takes until the past of customers may be worked out; `nil` where nobody's is missing.
    func untilPast() -> DispatchTimeInterval? {
        groups.withLock { groups in
            guard groups.isPastMissing, groups.tellers == 0 else { return nil }
            let now = DispatchTime.now().uptimeNanoseconds
            let at = groups.pastAgainAt.uptimeNanoseconds
            return .nanoseconds(at > now ? Int(at - now) : 0)
        }
    }

    /// Works out the past of customers where somebody's is missing and it is time.
    func keepPast(_ shop: Shop) {
        let start = DispatchTime.now().uptimeNanoseconds
        let isDue = groups.withLock { groups -> Bool in
            guard groups.isPastMissing, groups.tellers == 0, groups.pastAgainAt.uptimeNanoseconds <= start else { return false }
            groups.add(GroupsDue(occasions: [.orders]))
            return true
        }
        guard isDue else { return }
        keepGroups(shop)
        let end = DispatchTime.now().uptimeNanoseconds
        groups.withLock { $0.pastAgainAt = DispatchTime(uptimeNanoseconds: end + max(300_000_000, (end - start) * 20)) }
    }

    /// Notes that all were scored: their groups are compared with what facts tell as soon as facts can be written.
    func allGroupsDue(_ due: GroupsDue) {
        var due = due
        // As long as facts do not tell what other settings did, it is they that are compared with.
        let (before, settings) = state.withLock { ($0.keptBorders?.before, $0.rfm.settings) }
        if let before {
            due.before = before
            if before.settings != settings { due.occasions.insert(.settings) }
        }
        groups.withLock { $0.add(due) }
    }

    /// Compares everybody's group with what facts tell, and writes what is another.
    func keepGroups(_ shop: Shop) {
        let due = groups.withLock { groups -> GroupsDue? in
            guard let due = groups.due else { return nil }
            (groups.due, groups.isAtWork, groups.isPastMissing) = (nil, true, false)
            return due
        }
        guard let due else { return }
        defer { groups.withLock { $0.isAtWork = false } }
        keepBorders(shop)
        for model in metricsByModel { keepGroups(shop, by: model, due.of(model.model)) }
        if !state.withLock({ $0.isStopping }) { settingsAreTold(shop) }
    }

    private func keepGroups(_ shop: Shop, by model: ModelMetric, _ due: GroupsDue) {
        let reconstructed = reconstructGroups(shop, by: model)
        var row = 0
        while !state.withLock({ $0.isStopping }) {
            let (changes, count) = shop.read { population -> ([RFMFact], Int) in
                let rows = row..<max(row, min(population.profileCount, row + Self.comparedAtOnce))
                return (otherGroups(rows, population, by: model, due, reconstructed), population.profileCount)
            }
            write(changes, shop)
            row += Self.comparedAtOnce
            if row >= count { return }
        }
    }

    /// Who is in another group than facts tell.
    ///
    /// - Parameters:
    ///   - model: by which model.
    ///   - due: why that may be.
    ///   - reconstructed: of whom it was tried to work out the past.
    private func otherGroups(
        _ rows: Range<Int>, _ population: Population, by model: ModelMetric, _ due: GroupsDue, _ reconstructed: Set<ProfileNumber>
    ) -> [RFMFact] {
        var changes: [RFMFact] = []
        let number = model.model
        for row in rows {
            let profile = ProfileNumber(UInt32(row))
            guard population.isLive(profile) else { continue }
            let (now, told) = (population.rfmScores(of: profile, by: number), population.rfmGroup(profile, by: number))
            guard now?.group != told else { continue }
            if lacksPast(profile, population, by: model), !reconstructed.contains(profile) {
                groups.withLock { $0.isPastMissing = true }
                continue
            }
            let change = GroupsDue.Change(
                told: told, now: now?.group, lastCause: population.lastRFMCause(profile, by: number),
                hasObjected: population.hasObjected(profile),
                hasOrdered: due.ordered.contains(profile)
                    || due.occasions.contains(.opening) && population.hasUntold(profile, by: model.metric))
            let cause = due.cause(of: change) {
                guard number == .standard else { return due.groupBefore(profile, by: number) }
                guard let before = due.before, let borders = before.borders else { return nil }
                return .some(population.scores.rfm(of: profile, by: borders, before.settings.map, in: population.timeZone)?.group)
            }
            changes.append(RFMFact(profile: profile, model: number, standing: now?.standing, seconds: 0, cause: cause))
        }
        return changes
    }

    private func write(_ changes: [RFMFact], _ shop: Shop) {
        let isLooking = state.withLock { $0.isLooking }
        if isLooking {
            let now = UInt32(clamping: shop.clock().secondsSince1970)
            return shop.population.write { population in
                for var change in changes {
                    change.seconds = now
                    population.note(change)
                }
            }
        }
        for start in stride(from: 0, to: changes.count, by: Self.mostGroupsAtOnce) {
            let some = changes[start..<min(changes.count, start + Self.mostGroupsAtOnce)]
            // What cannot be written now comes with the next scoring of all.
            try? shop.writeAndWait(weight: 16 * some.count) { (intake) throws(IntakeError) in
                let population = intake.population
                for var change in some {
                    // Whoever was scored since has an own change.
                    let group = change.standing.map { Int($0.group) }
                    guard population.isLive(change.profile), intake.canonical(change.profile) == change.profile,
                        population.rfmScores(of: change.profile, by: change.model)?.standing == change.standing,
                        population.rfmGroup(change.profile, by: change.model)?.place != group
                    else { continue }
                    change.seconds = intake.nowSeconds
                    intake.record(.rfm(change))
                }
            }
        }
    }
}
