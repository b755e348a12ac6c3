import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// What gives which score, and which scores make which group.
struct RFMMapView {
    let setting: PageSetting
    let model: RFMPageModel

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.RFMPage.map), id: "map", width: 12) {
            Node.p("lead", words(Phrase.RFMPage.mapLead))
            if let borders = model.borders {
                RFMBordersTable(setting: setting, borders: borders).node
                if let settled = model.bordersSettledAt { Node.p("note after", words.bordersSettled(setting.moment(settled))) }
            }
            Node.make(.h3, [.css("after")]) { Node.text(words(Phrase.RFMPage.mapGrid)) }
            RFMMapTables(words: words, map: model.settings.map).node
            for pair in model.settings.map.oddPairs { Node.p("note", odd(pair)) }
        }
    }

    private func odd(_ pair: RFMGroupMap.OddPair) -> String {
        let said = RFMWarning.oddPair(pair).text(words)
        return model.settings.map == .standard ? said + " " + words.standardMapIsKept() : said
    }
}

/// What gives which score.
struct RFMBordersTable {
    let setting: PageSetting
    let borders: RFMBorders

    private var words: Words { setting.words }
    private var format: LocalizedFormat { setting.format }

    var node: Node {
        let rows = (0..<borders.levels).map { place -> [Cell] in
            let isLast = place == borders.levels - 1
            let index = isLast ? place - 1 : place
            return [
                .text(format.number(borders.levels - place)), .number(days(index, isLast)), .number(orders(index, isLast)),
                .number(spent(index, isLast)),
            ]
        }
        return Table<Served>(
            caption: words(Phrase.RFM.borders),
            headers: [
                words(Phrase.RFM.score).withCapital, words(Phrase.RFMPage.recencyDays), words(Phrase.RFMPage.frequencyOrders),
                words(Phrase.RFMPage.monetarySpent),
            ], rows: rows
        ).node
    }

    private func days(_ index: Int, _ isLast: Bool) -> String {
        guard borders.daysAtMost.indices.contains(index) else { return "–" }
        let days = Int(borders.daysAtMost[index])
        if days < 0, !isLast { return "–" }
        return (isLast ? "> " : "≤ ") + format.number(days)
    }

    private func orders(_ index: Int, _ isLast: Bool) -> String {
        guard borders.ordersMoreThan.indices.contains(index) else { return "–" }
        return (isLast ? "< " : "≥ ") + format.number(Int(borders.ordersMoreThan[index]) + 1)
    }

    private func spent(_ index: Int, _ isLast: Bool) -> String {
        guard borders.minorUnitsMoreThan.indices.contains(index) else { return "–" }
        let units = borders.minorUnitsMoreThan[index]
        return (isLast ? "≤ " : "> ") + setting.money(units)
    }
}
