import CustomerValue
import Facts
import Journal
import Population
import Synchronization

// Scoring by other RFM settings than before.
extension ModelKeeper {
    /// Profiles that are put into groups before writers get their turn.
    private static let groupedAtOnce = 50_000

    /// How customers are scored now.
    public var rfm: RFMScoring { state.withLock { $0.rfm } }

    /// Takes up settings and borders of the standard model that a commit stored. On the writer's thread.
    func take(_ kept: KeptBorders?, settings: RFMSettings) {
        state.withLock { state in
            if let kept { state.keptBorders = kept }
            if state.rfm.settings != settings {
                let borders = kept.flatMap { $0.settings == settings && $0.borders.isSettled ? $0.borders : nil }
                state.rfm = RFMScoring(settings: settings, borders: borders)
            } else if kept != nil, let borders = state.settledBorders {
                state.rfm.borders = borders
            }
        }
    }

    /// Asks for everybody's group by other settings, then for the figures of all.
    func requestGrouping() {
        guard isAtWork else { return }
        requestWork { shop in
            if let shop { self.groupAll(shop) }
        }
        requestScoring(because: [.settings])
    }

    /// Puts everybody into a group by the settings and borders in use, from what is known of their orders, and tells who came into which.
    private func groupAll(_ shop: Shop) {
        let rfm = rfm
        // Without borders the scoring that follows settles some.
        guard let borders = rfm.borders else { return }
        var row = 0
        while true {
            let count = shop.population.write { population in
                let rows = row..<max(row, min(population.profileCount, row + Self.groupedAtOnce))
                population.group(rows, by: borders, rfm.settings.map)
                return population.profileCount
            }
            row += Self.groupedAtOnce
            if row >= count { break }
        }
        state.withLock { $0.scoredBy = rfm.settings }
        allGroupsDue(GroupsDue(occasions: [.settings]))
        keepGroups(shop)
        shop.segments.allScored()
    }

    /// Keeps borders that a scoring of all settled by other settings than the standard ones, so that they hold until the next fit.
    func keepBorders(_ shop: Shop) {
        let kept = state.withLock { state -> KeptBorders? in
            guard !state.isLooking, let number = state.standing.number, state.standing.model != nil, state.settledBorders == nil,
                state.scoredBy == state.rfm.settings, let borders = state.rfm.borders, borders.isSettled
            else { return nil }
            return KeptBorders(settings: state.rfm.settings, borders: borders, model: number, before: state.keptBorders?.before)
        }
        if let kept { write(kept, of: .standard, unless: { $0.rfm.settings != kept.settings }, shop) }
        for saved in savedModels {
            let model = saved.entry.number
            let kept = state.withLock { state -> KeptBorders? in
                guard !state.isLooking, let number = state.standing.number, state.standing.model != nil, let saved = state.saved[model],
                    saved.heldBorders(number) == nil, let borders = saved.borders, borders.isSettled
                else { return nil }
                var kept = KeptBorders(settings: saved.entry.settings, borders: borders, model: number, before: saved.kept?.before)
                kept.isOfOtherMetric = saved.kept?.isOfOtherMetric ?? false
                return kept
            }
            if let kept { write(kept, of: model, unless: { $0.saved[model]?.entry.settings != kept.settings }, shop) }
        }
    }

    /// Notes that facts tell of everybody's group by the settings in use.
    func settingsAreTold(_ shop: Shop) {
        let told = state.withLock { state -> KeptBorders? in
            guard !state.isLooking, var kept = state.keptBorders, kept.before != nil, kept.settings == state.scoredBy else { return nil }
            kept.before = nil
            return kept
        }
        if let told { write(told, of: .standard, unless: { $0.keptBorders?.settings != told.settings }, shop) }
        for saved in savedModels where saved.kept?.before != nil {
            guard !state.withLock({ $0.isLooking }), let borders = saved.borders, var kept = saved.kept,
                kept.borders == borders || !kept.borders.isSettled
            else { continue }
            (kept.before, kept.isOfOtherMetric) = (nil, false)
            let (told, model) = (kept, saved.entry.number)
            write(
                told, of: model, unless: { $0.saved[model]?.kept?.settings != told.settings || $0.saved[model]?.borders != borders }, shop)
        }
    }

    /// Stores borders, unless others came meanwhile. What cannot be written now comes with the next scoring of all.
    private func write(
        _ kept: KeptBorders, of model: RFMModelNumber, unless isPast: @escaping @Sendable (borrowing State) -> Bool, _ shop: Shop
    ) {
        try? shop.writeAndWait { [self] (intake) throws(IntakeError) in
            guard !state.withLock({ isPast($0) }) else { return }
            intake.write(kept.written(of: model, by: "perennial", at: intake.now))
        }
    }
}
