import CustomerValue
import Dispatch
import Facts
import Population
import Synchronization

// Scoring by RFM models beside the standard one.
extension ModelKeeper {
    /// Profiles whose scores are set before writers get their turn.
    private static let setAtOnce = 50_000

    /// The models beside the standard one, by number.
    var savedModels: [SavedRFM] { state.withLock { state in state.saved.sorted { $0.key < $1.key }.map(\.value) } }

    /// How customers are scored by a model.
    func scoring(by model: RFMModelNumber) -> RFMScoring? {
        state.withLock { model == .standard ? $0.rfm : $0.saved[model]?.scoring }
    }

    /// Whether nobody waits who did something that counts for a model.
    var areEventsScored: Bool { state.withLock { $0.modelsWaiting.isEmpty } }

    /// Takes up what models there are. On the writer's thread.
    ///
    /// - Returns: whether customers must be scored anew.
    func take(_ models: [RFMModelEntry]) -> Bool {
        state.withLock { state in
            let before = state.saved
            state.saved = [:]
            for entry in models where !entry.isStandard {
                var saved = before[entry.number] ?? SavedRFM(entry: entry)
                if saved.entry.settings != entry.settings || saved.entry.metric != entry.metric { saved.borders = nil }
                saved.entry = entry
                state.saved[entry.number] = saved
            }
            return state.saved.contains { before[$0.key]?.borders == nil || $0.value.borders == nil }
        }
    }

    /// Takes up borders that a commit stored for a model. On the writer's thread.
    func take(_ kept: KeptBorders, of model: RFMModelNumber) {
        state.withLock { state in
            guard var saved = state.saved[model] else { return }
            saved.kept = kept
            if kept.settings == saved.entry.settings, kept.borders.isSettled { saved.borders = kept.borders }
            state.saved[model] = saved
        }
    }

    /// Notes that other events count for the models that go by a custom metric. On the writer's thread.
    ///
    /// - Returns: whether there are any.
    func noteRecount(_ metrics: Set<CustomMetricNumber>) -> Bool {
        state.withLock { state in
            var isAny = false
            for (number, saved) in state.saved {
                guard case .custom(let metric) = saved.entry.metric, metrics.contains(metric) else { continue }
                state.saved[number]?.isRecounted = true
                isAny = true
            }
            return isAny
        }
    }

    // MARK: All

    /// Scores everybody by the models beside the standard one. On the background thread, after scores by orders are set.
    func scoreModels(_ shop: Shop, _ due: inout GroupsDue) {
        let events = shop.rfmEventCount(savedModels)
        state.withLock { $0.eventsAtScoring = events }
        for saved in savedModels {
            let (entry, number) = (saved.entry, saved.entry.number)
            let rows = shop.rfmRows(by: entry.metric)
            let held = state.withLock { state in
                state.standing.model == nil ? nil : state.saved[number]?.heldBorders(state.standing.number)
            }
            let borders = held ?? RFMBorders(entry.settings, over: rows.columns, currency: shop.settings.currency ?? .none)
            let scores = RFMScores(rows.columns, borders: borders, map: entry.settings.map)
            let count = shop.read { $0.profileCount }
            set(scores, rows.profiles, count, by: number, shop)
            var own = GroupsDue.OfModel()
            let before = saved.kept?.before ?? saved.scoring
            // A new model changes nobody's group; its history, worked out up to yesterday, goes on today.
            if let told = saved.kept?.before { own.occasions.insert(told.borders == nil ? .day : .settings) }
            if saved.isRecounted { own.occasions.insert(.counting) }
            if let old = before.borders, old != borders, own.occasions.isEmpty { own.occasions.insert(.borders) }
            // By another metric everybody would be in the group that facts tell.
            if let told = before.borders, !own.occasions.isEmpty, told.isSettled, saved.kept?.isOfOtherMetric == true {
                own.byBefore = shop.read { population in
                    ContiguousArray(
                        (0..<count).map { row in
                            UInt8(population.rfmGroup(ProfileNumber(UInt32(row)), by: number)?.place ?? Int(UInt8.max))
                        })
                }
            } else if !own.occasions.isEmpty, let old = before.borders {
                own.byBefore = ContiguousArray(repeating: .max, count: count)
                let then = RFMScores(rows.columns, borders: old, map: before.settings.map)
                for (row, profile) in rows.profiles.enumerated() where profile.index < count {
                    if let group = then.group(row) { own.byBefore[profile.index] = UInt8(group.place) }
                }
            }
            state.withLock { state in
                // What was changed meanwhile is scored once more.
                guard state.saved[number]?.entry == entry else { return }
                state.saved[number]?.borders = borders
                state.saved[number]?.isRecounted = false
            }
            due.models[number] = own
        }
    }

    private func set(_ scores: RFMScores, _ profiles: [ProfileNumber], _ count: Int, by model: RFMModelNumber, _ shop: Shop) {
        var packed = ContiguousArray<UInt16>(repeating: 0, count: count)
        for (row, profile) in profiles.enumerated() where profile.index < count {
            packed[profile.index] = Population.packed(CustomerScore.RFM(row, scores))
        }
        for start in stride(from: 0, to: count, by: Self.setAtOnce) {
            shop.population.write { population in
                // Whoever was touched meanwhile is scored after this.
                let touched = state.withLock { $0.touchedSince ?? [] }
                population.set(packed: packed, start..<min(count, start + Self.setAtOnce), by: model, leavingOut: touched)
            }
        }
    }

    /// Whether events came since all were scored by which borders could be settled that are not, or are whenever all are scored.
    func areEventsDue(_ shop: Shop) -> Bool {
        let models = savedModels
        guard models.contains(where: { $0.entry.metric != .orders }) else { return false }
        let events = shop.rfmEventCount(models)
        return state.withLock { state in
            guard events > state.eventsAtScoring else { return false }
            return state.standing.model == nil || state.saved.values.contains { $0.borders?.isSettled != true }
        }
    }

    // MARK: One by one, on the writer's thread

    /// Scores a customer by the models beside the standard one.
    func scoreModels(_ shop: Shop, of profile: ProfileNumber) {
        for saved in savedModels {
            guard let borders = saved.borders, borders.isSettled else { continue }
            let (metric, map) = (saved.entry.metric, saved.entry.settings.map)
            var rfm: CustomerScore.RFM?
            if metric == .orders {
                rfm = shop.population.readAsWriter { population in
                    guard population.isLive(profile), !population.hasObjected(profile) else { return nil }
                    return population.scores.rfm(of: profile, by: borders, map, in: population.timeZone)
                }
            } else {
                var events = OrdersOfShop()
                shop.population.readAsWriter { $0.addEvents(of: profile.index..<profile.index + 1, by: metric, to: &events) }
                if let columns = shop.columns(of: events, by: metric) {
                    rfm = CustomerScore.RFM(0, RFMScores(columns, borders: borders, map: map))
                }
            }
            shop.population.write { [rfm] in $0.set(rfm: rfm, of: profile, by: saved.entry.number) }
        }
    }

    /// Takes up who did something that counts for models that go by none of orders.
    ///
    /// - Parameter most: of so many the scores are made at once; more wait until there is time.
    func noteEvents(_ shop: Shop, of profiles: [ProfileNumber], most: Int) {
        guard !profiles.isEmpty else { return }
        if profiles.count > most {
            state.withLock { state in
                state.touchedSince?.formUnion(profiles)
                state.modelsWaiting.formUnion(profiles)
            }
            return
        }
        state.withLock { state in state.touchedSince?.formUnion(profiles) }
        for profile in profiles { scoreEvents(shop, of: profile) }
    }

    private func scoreEvents(_ shop: Shop, of profile: ProfileNumber) {
        scoreModels(shop, of: profile)
        noteGroup(shop, of: profile, because: .order)
        shop.segments.scored(shop, profile)
    }

    /// Scores a few of those who wait; says whether there are more.
    func scoreSomeEvents(_ shop: Shop, most: Int, mostWaiting: Int) -> Bool {
        let (some, isTooMany) = state.withLock { state -> ([ProfileNumber], Bool) in
            if state.modelsWaiting.count > mostWaiting {
                // They stay where they are until all are scored: it is they whose events changed.
                let isAsked = state.requests.contains { if case .score = $0 { true } else { false } }
                if !isAsked { state.requests.append(.score([.orders])) }
                return ([], !isAsked)
            }
            let some = Array(state.modelsWaiting.prefix(most))
            state.modelsWaiting.subtract(some)
            return (some, false)
        }
        if isTooMany { wake.signal() }
        for profile in some { scoreEvents(shop, of: profile) }
        return !some.isEmpty
    }
}
