import CustomerValue
import Facts
import Journal
import Markup
import Population
import RFMSpelling
import Shop

/// Fills the page on which RFM groups are set up.
struct RFMSettingsQuery {
    let shop: Shop

    static let orders = "orders"
    private static let metricPrefix = "metric:"
    private static let customPrefix = "custom:"

    /// The model of an id; `nil` names the one that is shown.
    func entry(_ id: String?) throws(PageFailure) -> RFMModelEntry {
        guard let id, !id.isEmpty else { return shop.shownRFMModel }
        guard let number = shop.ids.rfmModel(id), let entry = shop.rfmModel(number) else { throw .notFound }
        return entry
    }

    /// - Parameter madeOf: the state that the form was made of, where it was filled in.
    func model(_ entry: RFMModelEntry, form: RFMForm? = nil, madeOf: String? = nil, token: FormToken) throws(JournalError)
        -> RFMSettingsModel
    {
        let shown = shop.shownRFMModel.number
        return RFMSettingsModel(
            form: form ?? RFMForm(entry.settings, name: entry.name, metric: value(entry.metric)),
            madeOf: madeOf ?? state(entry).mark, entry: self.shown(entry, shown),
            models: shop.rfmModels.map { self.shown($0, shown) }, metrics: metrics,
            changed: try shop.lastChangeOfRFMSettings(of: entry.number), token: token)
    }

    private func shown(_ entry: RFMModelEntry, _ shown: RFMModelNumber) -> RFMSettingsModel.Entry {
        RFMSettingsModel.Entry(
            id: shop.ids.id(entry.number), name: entry.name, isStandard: entry.isStandard, isShown: entry.number == shown,
            segments: shop.segments(goingBy: entry).map(\.name))
    }

    /// What the form changes of a model.
    func state(_ entry: RFMModelEntry) -> FormState { FormState("\(value(entry.metric)) \(entry.settings.json) \(entry.name)") }

    /// How the choice of metrics names what a model goes by.
    func value(_ metric: RFMMetric) -> String {
        switch metric {
        case .orders: Self.orders
        case .metric(let number): Self.metricPrefix + shop.ids.id(number)
        case .custom(let number): Self.customPrefix + shop.ids.id(number)
        }
    }

    /// What a model is to go by; `nil` for what is not there.
    func metric(_ value: String) -> RFMMetric? {
        if value == Self.orders { return .orders }
        if value.hasPrefix(Self.metricPrefix) {
            let number = shop.ids.metric(value.dropFirst(Self.metricPrefix.count))
            return number.flatMap { number in shop.read { $0.metric(number) == nil } ? nil : .metric(number) }
        }
        guard value.hasPrefix(Self.customPrefix) else { return nil }
        let number = shop.ids.customMetric(value.dropFirst(Self.customPrefix.count))
        return number.flatMap { shop.definitions.customMetric($0) == nil ? nil : .custom($0) }
    }

    /// What metrics are called, by how the choice names them.
    var metricNames: [String: String] {
        Dictionary(metrics.compactMap { metric in metric.name.map { (metric.value, $0) } }) { first, _ in first }
    }

    private var metrics: [RFMSettingsModel.MetricChoice] {
        let custom = shop.definitions.customMetrics.inAlphabet(by: \.name).map { entry in
            RFMSettingsModel.MetricChoice(value: Self.customPrefix + shop.ids.id(entry.number), name: entry.name, isCustom: true)
        }
        let own = shop.read { $0.allMetrics }.inAlphabet(by: \.name).map { metric in
            RFMSettingsModel.MetricChoice(value: Self.metricPrefix + shop.ids.id(metric.number), name: metric.name, isCustom: false)
        }
        return [.init(value: Self.orders, name: nil, isCustom: false)] + custom + own
    }
}
