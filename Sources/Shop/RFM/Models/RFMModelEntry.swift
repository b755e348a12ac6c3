public import CustomerValue
public import Facts
import JSON
import Journal
public import Population
import RFMSpelling

/// An RFM model: a way to put customers into groups, with a history of its own. The standard one is always there and goes by orders.
public struct RFMModelEntry: Sendable, Equatable {
    /// Its number.
    public var number: RFMModelNumber
    /// What people call it.
    public var name: String
    /// What it goes by.
    public var metric: RFMMetric
    /// How it scores.
    public var settings: RFMSettings
    /// When it was made; `nil` for the standard one.
    public var created: Instant?
    /// When it was changed last; `nil` for the standard one where nobody renamed it.
    public var updated: Instant?

    /// What the standard one is called until somebody renames it.
    public static let standardName = "Standard"

    /// Whether it is the one that is always there.
    public var isStandard: Bool { number == .standard }

    /// A model.
    init(number: RFMModelNumber, name: String, metric: RFMMetric, settings: RFMSettings, created: Instant? = nil, updated: Instant? = nil) {
        self.number = number
        self.name = name
        self.metric = metric
        self.settings = settings
        self.created = created
        self.updated = updated
    }
}

extension RFMModelEntry {
    private static let kinds = (orders: "orders", metric: "metric", custom: "custom-metric")

    /// The model of a stored definition; `nil` for one that cannot be read.
    ///
    /// - Parameter standard: the settings of the standard model, which are the shop's.
    init?(_ definition: Definition, standard: RFMSettings) {
        guard let root = try? JSONDocument(definition.body).root, let name = root["name"]?.string,
            let number = UInt32(exactly: definition.number).map({ RFMModelNumber($0) })
        else { return nil }
        let metric: RFMMetric
        let value = root["number"]?.uint64.flatMap { UInt32(exactly: $0) }
        switch (root["metric"]?.string, value) {
        case (Self.kinds.metric, let value?): metric = .metric(MetricNumber(value))
        case (Self.kinds.custom, let value?): metric = .custom(CustomMetricNumber(value))
        default: metric = .orders
        }
        let isStandard = number == .standard
        self.init(
            number: number, name: name, metric: isStandard ? .orders : metric,
            settings: isStandard ? standard : root["settings"].flatMap { try? RFMSettings($0) } ?? .standard,
            created: isStandard ? nil : definition.createdAt, updated: definition.updatedAt)
    }

    /// The body of its definition.
    var body: String {
        var json = JSONWriter()
        json.object { json in
            json.member("name", name)
            switch metric {
            case .orders: json.member("metric", Self.kinds.orders)
            case .metric(let number):
                json.member("metric", Self.kinds.metric)
                json.member("number", Int(number.value))
            case .custom(let number):
                json.member("metric", Self.kinds.custom)
                json.member("number", Int(number.value))
            }
            // Those of the standard model are the shop's.
            if !isStandard {
                json.key("settings")
                settings.write(to: &json)
            }
        }
        return json.text
    }
}

extension DefinitionTable {
    /// The RFM models that live, the standard one first.
    ///
    /// - Parameter standard: the settings of the standard one.
    public func rfmModels(standard: RFMSettings) -> [RFMModelEntry] {
        let stored = all(.rfmModel).compactMap { RFMModelEntry($0, standard: standard) }
        if stored.first?.isStandard == true { return stored }
        return [RFMModelEntry(number: .standard, name: RFMModelEntry.standardName, metric: .orders, settings: standard)] + stored
    }

    /// What the models beside the standard one go by.
    var rfmMetrics: [RFMModelNumber: RFMMetric] {
        let saved = rfmModels(standard: .standard).filter { !$0.isStandard }
        return Dictionary(saved.map { ($0.number, $0.metric) }) { first, _ in first }
    }
}

extension PublicIDs {
    /// The id of an RFM model.
    public func id(_ model: RFMModelNumber) -> String { id(.rfmModel, UInt64(model.value)) }

    /// The RFM model of an id; `nil` for an id that was never given out.
    public func rfmModel(_ id: some StringProtocol) -> RFMModelNumber? {
        number(.rfmModel, id).flatMap { UInt32(exactly: $0) }.map { RFMModelNumber($0) }
    }
}

extension Shop {
    /// The RFM models that there are, the standard one first.
    public var rfmModels: [RFMModelEntry] { definitions.rfmModels(standard: settings.rfm) }

    /// How many scores of each kind the model has that is shown.
    public var shownRFMLevels: Int { rfmModel(read { $0.shownRFMModel })?.settings.levels.rawValue ?? RFMLevels.three.rawValue }

    /// An RFM model that lives.
    public func rfmModel(_ number: RFMModelNumber) -> RFMModelEntry? { rfmModels.first { $0.number == number } }

    /// The RFM model of an id, or of a name.
    public func rfmModel(called text: String) -> RFMModelEntry? {
        let all = rfmModels
        if let number = ids.rfmModel(text), let byID = all.first(where: { $0.number == number }) { return byID }
        return all.first { $0.name == text }
    }

    /// The RFM model whose groups are shown under Klaviyo's names: the default one.
    public var shownRFMModel: RFMModelEntry {
        let all = rfmModels
        let number = settings.rfmModel
        return all.first { $0.number == number } ?? all[0]
    }
}
