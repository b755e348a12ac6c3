public import CustomerValue
public import Facts
public import Journal
import Population
import Synchronization

extension Shop {
    /// Profiles that are read before writers get their turn.
    private static let columnsAtOnce = 50_000

    /// What everybody's scores are made of now; whoever objected is left out.
    var rfmColumns: RFMColumns {
        var columns = RFMColumns(count: 0)
        var row = 0
        while true {
            let count = read { population in
                let rows = row..<max(row, min(population.profileCount, row + Self.columnsAtOnce))
                population.addColumns(of: rows, to: &columns)
                return population.profileCount
            }
            row += Self.columnsAtOnce
            if row >= count { return columns }
        }
    }

    /// What RFM settings would do to today's groups; nothing changes.
    ///
    /// - Parameter settings: without ``RFMSettings/faults``.
    public func preview(_ settings: RFMSettings) -> RFMPreview {
        let used = models.rfm
        return RFMPreview(
            rfmColumns, settings: settings, currency: self.settings.currency ?? .none, borders: used.borders ?? RFMBorders(),
            map: used.settings.map, settled: settings == used.settings ? used.borders : nil)
    }

    /// Scores everybody by other settings from now on; borders are settled over today's customers.
    ///
    /// Groups, the facts that tell of their changes, segments and figures follow in the background: ``settingsAreInUse()`` waits for them.
    ///
    /// - Parameter settings: without ``RFMSettings/faults``.
    /// - Returns: what that changes.
    public func use(_ settings: RFMSettings, by who: String) async throws(IntakeError) -> RFMPreview {
        let preview = preview(settings)
        try await write(isAlone: true) { [unowned self] (intake) throws(IntakeError) in
            var changed = self.settings
            guard changed.rfm != settings else { return }
            changed.rfm = settings
            let (number, before) = models.state.withLock { ($0.standing.number, $0.keptBorders?.before ?? $0.rfm) }
            let kept = KeptBorders(settings: settings, borders: preview.borders, model: number, before: before)
            intake.write(changed.written(by: who, at: intake.now))
            intake.write(kept.written(by: who, at: intake.now))
            intake.audit("rfm-settings.update", "rfm-settings", "shop", by: who)
        }
        return preview
    }

    /// Returns once everybody is in a group by the settings in use, and facts tell of it.
    public func settingsAreInUse() async {
        guard models.isAtWork else { return }
        await withCheckedContinuation { continuation in models.requestWork { _ in continuation.resume() } }
    }

    /// When the RFM settings were changed last, and by whom; `nil` where they never were.
    public func lastChangeOfRFMSettings() throws(JournalError) -> (at: Instant, who: String)? {
        let changes = try journal.settingHistory(ShopSettings.settingKey)
        let last = changes.last { ShopSettings.rfm(in: $0.before) != ShopSettings.rfm(in: $0.after) }
        return last.map { ($0.at, $0.who) }
    }
}
