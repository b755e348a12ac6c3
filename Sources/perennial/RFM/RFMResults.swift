import CustomerValue
import Facts
import JSON
import RFMSpelling
import Shop
import Wording

/// What is said about the groups of a shop, in either form.
struct RFMResults {
    let words: Words
    let settings: RFMSettings
    let currency: Currency
    /// The borders on the last day; `nil` before there are any.
    let borders: RFMBorders?
    /// The two days.
    let report: RFMReport
    /// How many the settings put into another group than the standard ones do, and of how many; `nil` where they are the standard ones.
    let movedBySettings: (moved: Int, of: Int)?
    /// What may not be meant.
    let warnings: [RFMWarning]
    /// How many changes there are in the history; `nil` of a shop.
    let changeCount: Int?

    /// The results of orders; `nil` where the first day does not lie before the last.
    ///
    /// - Parameters:
    ///   - isStandard: whether no settings were given.
    ///   - stage: told what is done.
    init?(history: RFMHistory, words: Words, isStandard: Bool, stage: (String) -> Void) {
        guard history.snapshots.count == 2 else { return nil }
        let today = history.snapshots[1].columns
        stage("Trying settings")
        let preview = RFMPreview(
            today, settings: history.settings, currency: history.currency,
            borders: RFMBorders(.standard, over: today, currency: history.currency), map: .standard)
        stage("Comparing days")
        guard let report = RFMReport(start: history.snapshots[0], end: history.snapshots[1], currency: history.currency) else {
            return nil
        }
        self.words = words
        self.report = report
        settings = history.settings
        currency = history.currency
        borders = history.borders.last?.borders ?? RFMBorders(history.settings, over: today, currency: history.currency)
        movedBySettings = isStandard ? nil : (preview.movement.moved, preview.now.customers)
        warnings = preview.warnings
        changeCount = history.changeCount
    }

    /// The results of a shop.
    init(_ shop: RFMShopReport, words: Words) {
        self.words = words
        report = shop.report
        settings = shop.inUse.settings
        currency = shop.report.currency
        borders = shop.inUse.borders
        movedBySettings = nil
        warnings = shop.inUse.settings.map.oddPairs.map { .oddPair($0) }
        changeCount = nil
    }

    /// All of it as a JSON object.
    var json: String {
        var json = JSONWriter()
        json.object { json in
            json.key("settings")
            settings.write(to: &json)
            json.key("borders")
            if let borders { borders.write(to: &json, currency: currency) } else { json.null() }
            json.key("grid")
            RFMGrid(settings.map).write(to: &json)
            json.key("report")
            report.write(to: &json)
            json.member("changes", changeCount)
            json.member("moved_by_settings", movedBySettings?.moved)
            json.array("warnings") { json in for warning in warnings { warning.write(to: &json) } }
        }
        return json.text
    }
}
