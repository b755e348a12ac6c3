import CustomerValue
import Facts
import Reports
import Wording

/// Borders of scores, and the map of scores to groups, for a terminal.
struct RFMTables {
    private let settled: RFMBorders
    private let map: RFMGroupMap
    private let words: Words
    private let currency: Currency

    init(borders: RFMBorders, map: RFMGroupMap, words: Words, currency: Currency) {
        settled = borders
        self.map = map
        self.words = words
        self.currency = currency
    }

    private var format: LocalizedFormat { words.format }

    /// What gives which score.
    var borders: String {
        let borders = settled
        var table = [[words(Phrase.RFM.score), words(Phrase.RFM.daysSince), words(Phrase.RFM.orders), words(Phrase.RFM.revenue)]]
        for place in 0..<borders.levels {
            let isLast = place == borders.levels - 1
            let index = isLast ? place - 1 : place
            table.append([
                format.number(borders.levels - place), days(borders, index, isLast), orders(borders, index, isLast),
                revenue(borders, index, isLast),
            ])
        }
        return aligned(table)
    }

    private func days(_ borders: RFMBorders, _ index: Int, _ isLast: Bool) -> String {
        let days = Int(borders.daysAtMost[index])
        if days < 0, !isLast { return "–" }
        return (isLast ? "> " : "≤ ") + format.number(days)
    }

    private func orders(_ borders: RFMBorders, _ index: Int, _ isLast: Bool) -> String {
        guard borders.ordersMoreThan.indices.contains(index) else { return "–" }
        return (isLast ? "< " : "≥ ") + format.number(Int(borders.ordersMoreThan[index]) + 1)
    }

    private func revenue(_ borders: RFMBorders, _ index: Int, _ isLast: Bool) -> String {
        guard borders.minorUnitsMoreThan.indices.contains(index) else { return "–" }
        return (isLast ? "< " : "≥ ") + format.money(borders.minorUnitsMoreThan[index].saturatingAdding(1), currency)
    }

    /// Names where there is room for them; of five levels numbers, with a line that says what they stand for.
    var grid: String {
        let grid = RFMGrid(map)
        let isWide = grid.columns.count > 9
        var table = [[words(Phrase.RFM.recency)] + grid.columns.map(\.text)]
        for row in grid.rows {
            table.append([format.number(row.recency)] + row.groups.map { isWide ? "\($0.place + 1)" : words($0.phrase) })
        }
        let text = aligned(table)
        guard isWide else { return text }
        return text + "\n\n" + RFMGroup.allCases.map { "\($0.place + 1) \(words($0.phrase))" }.joined(separator: ", ")
    }
}
