import CustomerValue
import Facts
import Reports
import Shop
import Wording

/// What settings do, or would do, for a terminal.
struct RFMPreviewText {
    private let preview: RFMPreview
    private let currency: Currency
    private let words = Words(.en)

    init(_ preview: RFMPreview, _ shop: Shop) {
        self.preview = preview
        currency = shop.settings.currency ?? .none
    }

    /// How many are in each group before and after, and how many moved.
    var effect: String {
        let (now, then) = (preview.now, preview.then)
        var table = [[words(Phrase.Groups.group), "before", "after"]]
        for group in RFMGroup.allCases { table.append([words(group.phrase), grouped(now[group]), grouped(then[group])]) }
        table.append([words(Phrase.RFM.total), grouped(now.customers), grouped(then.customers)])
        return aligned(table) + "\n\n" + words.otherSettingsMove(preview.movement.moved, of: now.customers)
    }

    /// What gives which score, which scores make which group, and what may not be meant.
    var standing: String {
        let tables = RFMTables(borders: preview.borders, map: preview.settings.map, words: words, currency: currency)
        let warnings = preview.warnings.map { $0.text(words) }
        let parts = ["\(words(Phrase.RFM.borders))\n\n\(tables.borders)", "\(words(Phrase.RFM.grid))\n\n\(tables.grid)"]
        return (parts + (warnings.isEmpty ? [] : [warnings.joined(separator: "\n")])).joined(separator: "\n\n")
    }
}
