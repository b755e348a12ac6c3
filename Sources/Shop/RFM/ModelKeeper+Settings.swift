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

    /// Takes up settings and borders that a commit stored. On the writer's thread.
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
        requestScoring(because: .settings)
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
        if let kept { write(kept, unless: { $0.rfm.settings != kept.settings }, shop) }
    }

    /// Notes that facts tell of everybody's group by the settings in use.
    func settingsAreTold(_ shop: Shop) {
        let told = state.withLock { state -> KeptBorders? in
            guard !state.isLooking, var kept = state.keptBorders, kept.before != nil, kept.settings == state.scoredBy else { return nil }
            kept.before = nil
            return kept
        }
        if let told { write(told, unless: { $0.keptBorders?.settings != told.settings }, shop) }
    }

    /// Stores borders, unless others came meanwhile. What cannot be written now comes with the next scoring of all.
    private func write(_ kept: KeptBorders, unless isPast: @escaping @Sendable (borrowing State) -> Bool, _ shop: Shop) {
        try? shop.writeAndWait { [self] (intake) throws(IntakeError) in
            guard !state.withLock({ isPast($0) }) else { return }
            intake.write(kept.written(by: "perennial", at: intake.now))
        }
    }
}
