import CustomerValue
import Facts
import JSON
import Journal
import RFMSpelling

/// Borders that were settled by a shop's settings, as the journal keeps them: whoever opens the shop again scores by the same ones.
struct KeptBorders: Sendable, Equatable {
    /// The settings by which they were settled.
    var settings: RFMSettings
    /// The borders.
    var borders: RFMBorders
    /// The model that was in use then, with which they go; `nil` where there was none, and they are settled at every scoring of all.
    var model: UInt32?
    /// How customers were scored until then, as long as facts do not tell of everybody's group since.
    var before: RFMScoring?
    /// Whether the model went by another metric until then.
    var isOfOtherMetric = false

    /// The setting under which the journal keeps them; its history says what they were on a past day.
    static let settingKey = "rfm_borders"

    init(settings: RFMSettings, borders: RFMBorders, model: UInt32?, before: RFMScoring?) {
        self.settings = settings
        self.borders = borders
        self.model = model
        self.before = before
    }

    init?(json: String) {
        guard let root = try? JSONDocument(json).root, let used = root["in_use"].flatMap({ RFMScoring($0) }), let borders = used.borders
        else {
            return nil
        }
        self.init(
            settings: used.settings, borders: borders, model: root["model"]?.int.flatMap { UInt32(exactly: $0) },
            before: root["before"].flatMap { RFMScoring($0) })
        isOfOtherMetric = root["other_metric"]?.bool ?? false
    }

    var json: String {
        var json = JSONWriter()
        json.object { json in
            json.key("in_use")
            RFMScoring(settings: settings, borders: borders).write(to: &json)
            json.member("model", model.map { Int($0) })
            json.key("before")
            if let before { before.write(to: &json) } else { json.null() }
            if isOfOtherMetric { json.member("other_metric", true) }
        }
        return json.text
    }
}

extension RFMScoring {
    fileprivate init?(_ json: JSONValue) {
        guard let settings = json["settings"].flatMap({ try? RFMSettings($0) }) else { return nil }
        self.init(settings: settings)
        borders = json["borders"].flatMap { $0.isNull ? nil : try? RFMBorders(decoding: [UInt8]($0.compactBytes)) }
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("settings")
            settings.write(to: &json)
            json.key("borders")
            if let borders { json.raw(borders.encoded) } else { json.null() }
        }
    }
}

extension Journal {
    /// A setting's value as it was before a moment; `nil` where it was not set then.
    func setting(_ key: String, before moment: Instant) throws(JournalError) -> String? {
        try settingHistory(key).last { $0.at < moment }?.after
    }
}
