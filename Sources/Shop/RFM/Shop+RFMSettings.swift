public import CustomerValue
public import Facts
public import Journal
import Population
import Synchronization

extension Shop {
    /// Profiles that are read before writers get their turn.
    private static let columnsAtOnce = 50_000

    /// What everybody's scores by orders are made of now; whoever objected is left out.
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
    /// - Parameters:
    ///   - settings: without ``RFMSettings/faults``.
    ///   - model: of which model; `nil`: of the one that is shown.
    public func preview(_ settings: RFMSettings, of model: RFMModelEntry? = nil) -> RFMPreview {
        let model = model ?? shownRFMModel
        return preview(settings, of: model, by: model.metric)
    }

    /// - Parameter metric: what the model would go by.
    func preview(_ settings: RFMSettings, of model: RFMModelEntry?, by metric: RFMMetric) -> RFMPreview {
        let used = model.flatMap { models.scoring(by: $0.number) } ?? RFMScoring(settings: settings)
        let isTheSame = settings == used.settings && model?.metric == metric
        return RFMPreview(
            metric == .orders ? rfmColumns : rfmRows(by: metric).columns, settings: settings, currency: self.settings.currency ?? .none,
            borders: used.borders ?? RFMBorders(), map: used.settings.map, settled: isTheSame ? used.borders : nil)
    }

    /// Scores everybody by other settings from now on; borders are settled over today's customers.
    ///
    /// Groups, the facts that tell of their changes, segments and figures follow in the background: ``settingsAreInUse()`` waits for them.
    ///
    /// - Parameters:
    ///   - settings: without ``RFMSettings/faults``.
    ///   - model: of which model; `nil`: of the one that is shown.
    /// - Returns: what that changes.
    public func use(_ settings: RFMSettings, of model: RFMModelEntry? = nil, by who: String) async throws(IntakeError) -> RFMPreview {
        let model = model ?? shownRFMModel
        guard model.isStandard else { return try await changeRFMModel(model.number, settings: settings, by: who).effect }
        let preview = preview(settings, of: model)
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
    ///
    /// - Parameter model: those of which model; `nil`: of the one that is shown.
    public func lastChangeOfRFMSettings(of model: RFMModelNumber? = nil) throws(JournalError) -> (at: Instant, who: String)? {
        let model = model ?? shownRFMModel.number
        guard model == .standard else {
            // With the settings the borders that follow from them are kept.
            let kept = try journal.settingHistory(KeptBorders.settingKey(of: model))
            let last = kept.last { KeptBorders.settings(in: $0.before) != KeptBorders.settings(in: $0.after) }
            return last.map { ($0.at, $0.who) }
        }
        let changes = try journal.settingHistory(ShopSettings.settingKey)
        let last = changes.last { ShopSettings.rfm(in: $0.before) != ShopSettings.rfm(in: $0.after) }
        return last.map { ($0.at, $0.who) }
    }
}
