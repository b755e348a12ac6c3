import Facts
import Journal
import Population
import Synchronization

// What a commit says beside facts: settings, rates, and what people define.
extension Shop {
    /// Takes up what a commit changed beside facts, and what a metric that is new means.
    ///
    /// - Returns: whether customers must be scored anew by RFM models beside the standard one.
    func takeUp(_ intake: Intake, _ population: Population) -> Bool {
        let hasNewMetric = intake.facts.contains { if case .metric = $0 { true } else { false } }
        guard !intake.writes.isEmpty || hasNewMetric else { return false }
        table.withLock { table in for write in intake.writes { table.take(write) } }
        if let changed = intake.writes.lazy.compactMap({ ShopSettings(write: $0) }).last { current.withLock { $0 = changed } }
        if let changed = intake.writes.lazy.compactMap({ ExchangeRates(write: $0) }).last {
            rates.withLock { $0 = changed }
            aside.withLock { $0 = nil }
        }
        let borders = KeptBorders.all(in: intake.writes)
        models.take(borders.last { $0.model == .standard }?.kept, settings: self.settings.rfm)
        let (settings, definitions) = (settings, definitions)
        population.set(currency: settings.currency ?? .none, timeZone: settings.timeZone)
        let hasCustomMetric = intake.writes.contains { $0.defines(.customMetric) }
        if hasCustomMetric { population.set(customMetrics: definitions.customMetrics.map { $0.resolved(ids) }) }
        population.set(rfmModels: definitions.rfmMetrics, shown: settings.rfmModel)
        var areModelsOther = intake.writes.contains { $0.defines(.rfmModel) } && models.take(definitions.rfmModels(standard: settings.rfm))
        for (model, kept) in borders where model != .standard { models.take(kept, of: model) }
        if hasCustomMetric, models.noteRecount(intake.writes.changedCustomMetrics) { areModelsOther = true }
        population.set(mapping: definitions.mapping(population))
        // Segments name lists, metrics and each other.
        let isDefined = intake.writes.contains {
            guard case .definition(let change) = $0 else { return false }
            return change.kind == DefinitionKind.segment.rawValue || change.kind == DefinitionKind.list.rawValue && change.body == nil
        }
        let namesModel = intake.writes.contains { $0.defines(.rfmModel) }
        if isDefined || hasCustomMetric || hasNewMetric || namesModel { segments.definitionsChanged() }
        return areModelsOther
    }

    /// The RFM models beside the standard one, with the borders that the journal has of them, or had before a moment.
    ///
    /// - Parameter hasKept: whether kept borders count.
    func savedModels(_ hasKept: Bool, before known: Instant?) throws(JournalError) -> [SavedRFM] {
        var saved: [SavedRFM] = []
        for var entry in rfmModels where !entry.isStandard {
            let kept = hasKept ? try KeptBorders.stored(in: journal, of: entry.number, before: known) : nil
            // As it was known, by the settings of then.
            if known != nil, let kept { entry.settings = kept.settings }
            saved.append(SavedRFM(entry: entry, kept: kept))
        }
        return saved
    }

    /// Reads definitions again after something beside commits changed them. On the writer's thread, so that no change is missed.
    func readDefinitionsAgain() throws(JournalError) {
        do throws(IntakeError) {
            try writeAndWait(isAlone: true) { [unowned self] (_) throws(IntakeError) in
                do throws(JournalError) {
                    let stored = try DefinitionTable.stored(in: journal)
                    table.withLock { $0 = stored }
                } catch {
                    throw .unavailable(error)
                }
            }
        } catch {
            if case .unavailable(let error) = error { throw error }
            throw JournalError(.closed, "The shop is closing.")
        }
    }
}

extension JournalWrite {
    /// Whether it makes, changes or deletes a definition of a kind.
    fileprivate func defines(_ kind: DefinitionKind) -> Bool {
        if case .definition(let change) = self { change.kind == kind.rawValue } else { false }
    }
}

extension [JournalWrite] {
    /// The custom metrics that they make or change.
    fileprivate var changedCustomMetrics: Set<CustomMetricNumber> {
        Set(
            compactMap { write in
                guard case .definition(let change) = write, change.kind == DefinitionKind.customMetric.rawValue else { return nil }
                return UInt32(exactly: change.number).map { CustomMetricNumber($0) }
            })
    }
}
