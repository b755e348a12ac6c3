import CustomerValue
import Facts
import Reports
import Wording

/// The groups of a shop on two days, for a terminal.
struct RFMText {
    private let results: RFMResults

    init(_ results: RFMResults) { self.results = results }

    private var report: RFMReport { results.report }
    private var words: Words { results.words }
    private var format: LocalizedFormat { results.words.format }
    private var currency: Currency { results.currency }
    private var start: String { format.date(report.start) }
    private var end: String { format.date(report.end) }

    var text: String {
        var parts = [words.rfmGroups(on: end, comparedWith: start), distribution, movement]
        parts.append(words.changedGroup(report.movement.moved, of: report.movement.start.customers))
        parts.append(titled(Phrase.RFM.medians, medians))
        if let borders = results.borders {
            let tables = RFMTables(borders: borders, map: results.settings.map, words: words, currency: currency)
            parts += [titled(Phrase.RFM.borders, tables.borders), titled(Phrase.RFM.grid, tables.grid)]
        }
        if let moved = results.movedBySettings { parts.append(words.settingsMove(moved.moved, of: moved.of)) }
        let warnings = results.warnings.map { $0.text(words) }
        if !warnings.isEmpty { parts.append(warnings.joined(separator: "\n")) }
        return parts.joined(separator: "\n\n")
    }

    private func titled(_ title: Phrase, _ table: String) -> String { "\(words(title))\n\n\(table)" }

    private func name(_ group: RFMGroup) -> String { words(group.phrase) }

    private func percent(_ share: Double?) -> String { share.map { format.percent($0, decimals: 1) } ?? "–" }

    private var distribution: String {
        let share = words(Phrase.RFM.share)
        var table = [
            [
                words(Phrase.Groups.group), start, share, end, share, words(Phrase.RFM.change), words(Phrase.RFM.added),
                words(Phrase.RFM.dropped),
            ]
        ]
        for row in report.rows {
            table.append([
                name(row.group), format.number(row.start), percent(row.shareAtStart), format.number(row.end), percent(row.shareAtEnd),
                row.change.map { format.signedPercent($0, decimals: 1) } ?? "–", format.number(row.added), format.number(row.dropped),
            ])
        }
        let (before, after) = (report.movement.start.customers, report.movement.end.customers)
        let change = before > 0 ? format.signedPercent(Double(after) / Double(before) - 1, decimals: 1) : "–"
        table.append([words(Phrase.RFM.total), format.number(before), "", format.number(after), "", change, "", ""])
        return aligned(table)
    }

    private var movement: String {
        let ends = report.movement.sides.filter { end in
            end != nil || report.movement.sides.contains { report.movement.count(from: $0, to: nil) > 0 }
        }
        var table = [[words(Phrase.RFM.movement)] + ends.map { $0.map(name) ?? words(Phrase.RFM.nothingLeft) }]
        for start in report.movement.sides {
            let counts = ends.map { end in
                let count = report.movement.count(from: start, to: end)
                return count > 0 ? format.number(count) : "·"
            }
            table.append([start.map(name) ?? words(Phrase.RFM.neverPurchased)] + counts)
        }
        return aligned(table)
    }

    /// A table for each day, named in its corner.
    private var medians: String {
        medians(on: start) { $0.mediansAtStart } + "\n\n" + medians(on: end) { $0.mediansAtEnd }
    }

    private func medians(on day: String, _ medians: (RFMReport.Row) -> RFMMedians?) -> String {
        let header = [day] + [Phrase.RFM.daysSince, .RFM.orders, .RFM.revenue].map { words($0) }
        return aligned([header] + report.rows.map { [name($0.group)] + cells(medians($0)) })
    }

    private func cells(_ medians: RFMMedians?) -> [String] {
        guard let medians else { return ["–", "–", "–"] }
        return [
            number(medians.daysSinceLastOrder), number(medians.numberOfOrders),
            format.money(Int64(medians.historicMinorUnits.rounded()), currency),
        ]
    }

    /// A median of an even number may lie halfway.
    private func number(_ value: Double) -> String {
        value == value.rounded() ? format.rounded(value) : format.decimal(value, decimals: 1)
    }
}
