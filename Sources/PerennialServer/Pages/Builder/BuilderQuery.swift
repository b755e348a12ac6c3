import Facts
import JSON
import Population
import SegmentWording
import Segments
import Shop
import Wording

/// Fills the page on which a segment is put together.
struct BuilderQuery {
    let shop: Shop
    let language: Language

    /// Names of one kind that are offered: of more a page would be too heavy.
    private static let mostOffered = 300

    private var comma: Bool { language != .en }
    private var zone: ShopTimeZone { shop.settings.timeZone }

    /// A definition as the form shows it.
    func draft(_ condition: Condition) -> SegmentDraft { SegmentDraft(condition, comma: comma, zone: zone) }

    /// What a draft means; what is wrong with it is noted in the model.
    func condition(_ model: inout BuilderModel) -> Condition? {
        var problems = model.problems
        let condition = DraftWriter(zone: zone, comma: comma).condition(model.draft, &problems)
        if let condition {
            do throws(SegmentFaults) {
                _ = try shop.plan(condition, at: condition.places)
            } catch {
                problems.note(error, in: model.draft)
            }
        }
        model.problems = problems
        return problems.fields.isEmpty && problems.general.isEmpty ? condition : nil
    }

    /// Fills what the form offers, the words of conditions, and where it is asked for whom they mean.
    func fill(_ model: inout BuilderModel, counting: Bool, unless isOver: @escaping @Sendable () -> Bool = { false }) async {
        model.choices = choices
        model.hasTwin = hasTwin(model)
        model.basis = PredictionBasis(shop.models.standing)
        let words = SegmentWords(language, names: shop.segmentNames)
        for (group, conditions) in model.draft.groups.enumerated() {
            for (number, draft) in conditions.enumerated() {
                let place = SegmentDraft.Place(group: group, condition: number)
                var writer = ConditionDraftWriter(draft, zone, comma: comma)
                guard let bytes = writer.bytes(), let condition = Self.condition(String(decoding: bytes, as: UTF8.self)) else { continue }
                model.words[place] = words.sentence(condition)
            }
        }
        guard counting, let condition = condition(&model) else { return }
        guard let found = try? await shop.preview(condition, at: condition.places, unless: isOver) else { return }
        model.preview = .init(
            count: found.count, share: found.share, customers: found.customers, withPredictions: found.withPredictions,
            historicMinorUnits: found.historicMinorUnits, predictedMinorUnits: found.predictedMinorUnits,
            lacksPredictions: found.lacksPredictions, lines: words.outline(condition).lines)
    }

    /// What JSON asks, where it can be understood.
    private static func condition(_ json: String) -> Condition? {
        guard !json.isEmpty, let document = try? JSONDocument(json) else { return nil }
        return try? Condition(definition: document.root)
    }

    private func hasTwin(_ model: BuilderModel) -> Bool {
        let name = model.draft.name.lowercased()
        return shop.definitions.segments.contains { segment in
            segment.name.lowercased() == name && shop.ids.id(segment.number) != model.id
        }
    }

    private var choices: BuilderModel.Choices {
        let (ids, definitions) = (shop.ids, shop.definitions)
        func sorted(_ entries: [(value: String, name: String)]) -> [(value: String, name: String)] {
            Array(entries.inAlphabet(by: \.name).prefix(Self.mostOffered))
        }
        let (metrics, custom, properties) = shop.read { ($0.allMetrics, $0.allCustomMetrics, $0.propertyNames) }
        return .init(
            metrics: sorted(
                metrics.map { ("id:" + ids.id(.metric, UInt64($0.number.value)), $0.name) }
                    + custom.map { ("id:" + ids.id($0.number), $0.name) }),
            lists: sorted(definitions.lists.map { ("id:" + ids.id($0.number), $0.name) }),
            segments: sorted(definitions.segments.map { ("id:" + ids.id($0.number), $0.name) }),
            rfmModels: sorted(shop.rfmModels.map { (ids.id($0.number), $0.name) }),
            properties: properties.sorted().inAlphabet { $0 }.prefix(Self.mostOffered).map { ProfileProperty.custom([$0]).spelled })
    }
}
