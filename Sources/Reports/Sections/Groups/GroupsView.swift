import Charts
import CustomerValue
import Facts
import Markup
import Wording

/// The groups that recency, frequency and monetary value make, and what to do for each.
struct GroupsView {
    let page: PageContext
    let model: GroupsModel

    private var words: Words { page.words }

    var content: Node {
        guard !model.groups.isEmpty else { return page.empty(words(Phrase.Cohorts.empty)) }
        return .group([
            .p(words.groupsLead()), page.analysis.predictions == nil ? .nothing : .p(words(Phrase.Groups.pastOnly)),
            page.basisLine(page.basis ?? words.historicBasis(asOf: page.asOf)), table,
            page.figure(grid, id: "figure-groups"),
        ])
    }

    private var table: Node {
        let totals = page.analysis.totals
        let hasPredictions = page.analysis.predictions != nil
        var headers = [Phrase.Groups.group, Phrase.Page.customers, Phrase.Groups.shareOfRevenue, Phrase.OrderValue.average]
        if hasPredictions { headers += [Phrase.Page.expected, Phrase.Groups.meanChurn] }
        headers.append(Phrase.Groups.advice)
        func row(_ name: String, _ figures: GroupFigures, advice: String) -> [Cell] {
            let share = totals.historicMinorUnits > 0 ? Double(figures.historicMinorUnits) / Double(totals.historicMinorUnits) : .nan
            let part = totals.customers > 0 ? Double(figures.customers) / Double(totals.customers) : .nan
            var cells: [Cell] = [
                .text(name), .numberWith(page.format.number(figures.customers), page.format.percent(part)),
                .number(page.format.percent(share)), .number(page.mean(figures.averageOrderMinorUnits)),
            ]
            if hasPredictions {
                let range = figures.predictedRangeMinorUnits.map { page.range($0) } ?? "–"
                cells.append(.numberWith(page.estimate(Double(figures.predictedMinorUnits)), range))
                cells.append(.number(figures.meanChurnProbability.map { page.format.percent($0) } ?? "–"))
            }
            return cells + [.text(advice)]
        }
        var rows = model.groups.map { row(words($0.group.phrase), $0.figures, advice: words($0.group.advice)) }
        rows.append(row(words(Phrase.Page.total), totals, advice: ""))
        return page.table(words(Phrase.Groups.tableTitle), headers: headers.map { words($0) }, rows: rows, strongLastRow: true)
    }

    private var grid: GroupGrid {
        let scores: [UInt8] = [3, 2, 1]
        let columns: [UInt8] = [1, 2, 3]
        let panels = scores.map { recency in
            GroupGrid.Panel(
                title: recencyTitle(recency),
                rows: scores.map { frequency in
                    columns.map { monetary in
                        let group = page.analysis.rfm.map.group(recency: recency, frequency: frequency, monetary: monetary)
                        let count = model.customers(recency: recency, frequency: frequency, monetary: monetary)
                        return GroupGrid.Cell(group: words(group.phrase), text: page.format.number(count), color: group.color)
                    }
                })
        }
        return GroupGrid(
            words: FigureWords(
                title: words(Phrase.Groups.gridTitle), description: words.groupsLead(), empty: words(Phrase.Cohorts.empty)),
            panelTitle: words(Phrase.Groups.recency), rowTitle: words(Phrase.Groups.frequency),
            columnTitle: words(Phrase.Groups.monetary) + (page.currency == .none ? "" : ", \(page.currency.code)"),
            groupTitle: words(Phrase.Groups.group), textTitle: words(Phrase.Page.customers), rowLabels: scores.map(frequencyTitle),
            columnLabels: columns.map(monetaryTitle), panels: panels)
    }

    private func recencyTitle(_ score: UInt8) -> String {
        let thresholds = model.thresholds
        switch score {
        case 3: return words.recencyWithin(days: thresholds.recentDays)
        case 2: return words.recencyBetween(days: thresholds.recentDays + 1, and: thresholds.lapsedDays)
        default: return words.recencyBeyond(days: thresholds.lapsedDays)
        }
    }

    private func frequencyTitle(_ score: UInt8) -> String {
        guard let (low, high) = model.thresholds.orders else { return words.score(Int(score)) }
        let format = page.format
        switch score {
        case 3: return ">\(format.number(Int(high)))"
        case 2:
            return high > low
                ? (high == low + 1 ? format.number(Int(high)) : "\(format.number(Int(low) + 1))–\(format.number(Int(high)))") : "–"
        default: return low == 1 ? format.number(1) : "≤\(format.number(Int(low)))"
        }
    }

    private func monetaryTitle(_ score: UInt8) -> String {
        guard let (low, high) = model.thresholds.historicMinorUnits else { return words.score(Int(score)) }
        switch score {
        case 3: return ">\(page.format.rounded(page.major(Double(high))))"
        case 2: return "≤\(page.format.rounded(page.major(Double(high))))"
        default: return "≤\(page.format.rounded(page.major(Double(low))))"
        }
    }
}
