import CustomerValue
import Facts
import JSON
import RFMSpelling
import Wording

/// What is said about the groups of a shop, in either form.
struct RFMResults {
    let history: RFMHistory
    let words: Words
    /// Whether no settings were given.
    let isStandard: Bool
    /// The borders on the last day.
    let borders: RFMBorders
    /// The settings in use against the standard ones, on the last day.
    let preview: RFMPreview

    init(history: RFMHistory, words: Words, isStandard: Bool) {
        self.history = history
        self.words = words
        self.isStandard = isStandard
        let today = history.snapshots.last?.columns ?? RFMColumns(count: 0)
        borders = history.borders.last?.borders ?? RFMBorders(history.settings, over: today, currency: history.currency)
        preview = RFMPreview(
            today, settings: history.settings, currency: history.currency,
            borders: RFMBorders(.standard, over: today, currency: history.currency), map: .standard)
    }

    /// The day that is compared with.
    var start: ShopDay { history.snapshots.first?.day ?? history.lastDay }

    /// The two days; `nil` where the first does not lie before the last.
    var report: RFMReport? {
        guard history.snapshots.count == 2 else { return nil }
        return RFMReport(start: history.snapshots[0], end: history.snapshots[1], currency: history.currency)
    }

    func json(_ report: RFMReport) -> String {
        var json = JSONWriter()
        json.object { json in
            json.key("settings")
            history.settings.write(to: &json)
            json.key("borders")
            borders.write(to: &json, currency: history.currency)
            json.key("grid")
            RFMGrid(history.settings.map).write(to: &json)
            json.key("report")
            report.write(to: &json)
            json.member("changes", history.changeCount)
            json.member("moved_by_settings", isStandard ? nil : preview.movement.moved)
            json.array("warnings") { json in for warning in preview.warnings { warning.write(to: &json) } }
        }
        return json.text
    }
}
