public import CustomerValue
public import Facts
import Journal
public import Population
import Segments
import Synchronization

/// What came of making or changing an RFM model.
public struct RFMModelChange: Sendable {
    /// The model as it is now.
    public let model: RFMModelEntry
    /// What that changes of its groups.
    public let effect: RFMPreview
    /// Whether there is an event at all that the model can go by.
    public let hasEvents: Bool
}

extension Shop {
    /// More RFM models than any shop keeps apart, the standard one included: each takes memory for every profile.
    public static let mostRFMModels = 20

    /// Makes an RFM model. Everybody's group by it, and what it would have been on days past, follows in the background.
    ///
    /// - Parameter settings: without ``RFMSettings/faults``.
    public func makeRFMModel(
        named name: String, goingBy metric: RFMMetric = .orders, _ settings: RFMSettings = .standard, by who: String
    ) async throws(IntakeError) -> RFMModelChange {
        let preview = preview(settings, of: nil, by: metric)
        let number = nextRFMModelNumber()
        let entry = RFMModelEntry(number: number, name: name, metric: metric, settings: settings)
        try await write(isAlone: true) { [unowned self] (intake) throws(IntakeError) in
            try requireRFMName(name, of: nil)
            guard rfmModels.count < Self.mostRFMModels else {
                throw .invalid(
                    pointer: "/data", detail: "There are \(Self.mostRFMModels) RFM models, the most that a shop may have. Delete one first."
                )
            }
            try require(metric)
            define(entry, preview.borders, before: RFMScoring(settings: settings), intake, by: who, isNew: true)
        }
        return RFMModelChange(model: rfmModel(number) ?? entry, effect: preview, hasEvents: hasEvents(metric))
    }

    /// Changes an RFM model; what is left out stays. Groups follow in the background, as changes of the cause `settings`.
    ///
    /// - Parameters:
    ///   - isShown: `true`: its groups are shown from now on under Klaviyo's names.
    ///   - settings: without ``RFMSettings/faults``.
    @discardableResult
    public func changeRFMModel(
        _ number: RFMModelNumber, name: String? = nil, metric: RFMMetric? = nil, settings: RFMSettings? = nil, isShown: Bool? = nil,
        by who: String
    ) async throws(IntakeError) -> RFMModelChange {
        guard let old = rfmModel(number) else { throw .notFound("There is no such RFM model.") }
        if old.isStandard, let metric, metric != .orders {
            throw .conflict("The standard RFM model goes by orders. Make another model and make it the default.")
        }
        if isShown == false, shownRFMModel.number == number {
            throw .conflict("\"\(old.name.prefix(64))\" is the default RFM model. Make another one the default instead.")
        }
        var changed = old
        changed.name = name ?? old.name
        changed.metric = metric ?? old.metric
        changed.settings = settings ?? old.settings
        let entry = changed
        let preview = preview(entry.settings, of: old, by: entry.metric)
        if old.isStandard, let settings, settings != old.settings { _ = try await use(settings, of: old, by: who) }
        try await write(isAlone: true) { [unowned self] (intake) throws(IntakeError) in
            guard let now = rfmModel(number) else { throw .notFound("There is no such RFM model.") }
            if entry.name != now.name { try requireRFMName(entry.name, of: number) }
            try require(entry.metric)
            let isOther = now.settings != entry.settings || now.metric != entry.metric
            if isOther, !entry.isStandard {
                let used = models.scoring(by: number) ?? RFMScoring(settings: now.settings)
                define(entry, preview.borders, before: models.borderingBefore(number) ?? used, intake, by: who)
            } else if entry.name != now.name {
                intake.define(.rfmModel, UInt64(number.value), entry.body, id: ids.id(number), by: who)
            }
            if isShown == true, self.settings.rfmModel != number {
                var settings = self.settings
                settings.rfmModel = number
                intake.write(settings.written(by: who, at: intake.now))
                intake.audit("rfm-model.make-default", "rfm-model", ids.id(number), by: who)
            }
        }
        return RFMModelChange(model: rfmModel(number) ?? entry, effect: preview, hasEvents: hasEvents(entry.metric))
    }

    /// Deletes an RFM model with its history: not the standard one, nor the default, nor one that a segment goes by.
    public func deleteRFMModel(_ number: RFMModelNumber, by who: String) async throws(IntakeError) {
        try await write(isAlone: true) { [unowned self] (intake) throws(IntakeError) in
            guard let model = rfmModel(number) else { throw .notFound("There is no such RFM model.") }
            let name = "\"\(model.name.prefix(64))\""
            guard !model.isStandard else { throw .conflict("\(name) is the standard RFM model, which is always there.") }
            guard settings.rfmModel != number else {
                throw .conflict("\(name) is the default RFM model. Make another one the default first.")
            }
            let uses = segments(goingBy: model)
            guard uses.isEmpty else {
                let some = uses.prefix(5).map { "\"\($0.name.prefix(64))\" (\(ids.id($0.number)))" }.joined(separator: ", ")
                let more = uses.count > 5 ? " and \(uses.count - 5) more" : ""
                throw .conflict(
                    "\(name) is used by the segment\(uses.count == 1 ? "" : "s") \(some)\(more). Change or delete what uses it first.")
            }
            intake.define(.rfmModel, UInt64(number.value), nil, id: ids.id(number), by: who)
            intake.write(.setting(SettingChange(key: KeptBorders.settingKey(of: number), value: nil, at: intake.now, who: who)))
        }
    }

    /// The segments that ask for groups by a model that they name.
    public func segments(goingBy model: RFMModelEntry) -> [SegmentDefinition] {
        definitions.segments.filter { segment in
            var isUsed = false
            segment.condition.forEachTest { test in
                if case .model(let test) = test { isUsed = isUsed || rfmModel(called: test.model)?.number == model.number }
            }
            return isUsed
        }
    }

    /// Whether there is an event at all that a model can go by.
    public func hasEvents(_ metric: RFMMetric) -> Bool { read { $0.eventCount(metric) > 0 } }

    // MARK: Within

    /// The number of a new model: never that of the standard one, which needs none.
    private func nextRFMModelNumber() -> RFMModelNumber {
        let kind = DefinitionKind.rfmModel.rawValue
        var number = RFMModelNumber(UInt32(clamping: journal.nextNumber(.definition(kind))))
        if number == .standard { number = RFMModelNumber(UInt32(clamping: journal.nextNumber(.definition(kind)))) }
        return number
    }

    private func define(
        _ entry: RFMModelEntry, _ borders: RFMBorders, before: RFMScoring, _ intake: Intake, by who: String, isNew: Bool = false
    ) {
        var kept = KeptBorders(settings: entry.settings, borders: borders, model: models.standing.number, before: before)
        kept.isOfOtherMetric = rfmModel(entry.number).map { $0.metric != entry.metric } ?? false
        intake.define(.rfmModel, UInt64(entry.number.value), entry.body, id: ids.id(entry.number), by: who, isNew: isNew)
        intake.write(kept.written(of: entry.number, by: who, at: intake.now))
    }

    private func requireRFMName(_ name: String, of own: RFMModelNumber?) throws(IntakeError) {
        let pointer = "/data/attributes/name"
        guard name.contains(where: { !$0.isWhitespace }),
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .invalid(pointer: pointer, detail: "A name has letters that can be seen, and no control characters.") }
        guard name.utf8.count <= RFMModelTest.longestName else {
            throw .invalid(pointer: pointer, detail: "A name has at most \(RFMModelTest.longestName) bytes.")
        }
        guard let same = rfmModels.first(where: { $0.number != own && $0.name == name }) else { return }
        throw .invalid(pointer: pointer, detail: "There is an RFM model of this name already: \(ids.id(same.number)).")
    }

    private func require(_ metric: RFMMetric) throws(IntakeError) {
        let pointer = "/data/attributes/conversion_metric/id"
        switch metric {
        case .orders: return
        case .metric(let number):
            guard read({ $0.metric(number) == nil }) else { return }
            throw .invalid(pointer: pointer, detail: "There is no such metric.")
        case .custom(let number):
            guard definitions.customMetric(number) == nil else { return }
            throw .invalid(pointer: pointer, detail: "There is no such custom metric.")
        }
    }
}

extension ModelKeeper {
    /// How customers were scored by a model before a change that facts do not tell of yet.
    func borderingBefore(_ model: RFMModelNumber) -> RFMScoring? { state.withLock { $0.saved[model]?.kept?.before } }
}
