import Charts
import CustomerValue
import Facts
import Markup
import Wording

/// What customers became, by the month of their first order.
struct CohortsView {
    let page: PageContext

    private var words: Words { page.words }

    /// Two years of months.
    private static let most = 24

    var content: Node {
        let cohorts = Array(page.analysis.history.cohorts.suffix(Self.most))
        guard !cohorts.isEmpty else { return page.empty(words(Phrase.Cohorts.empty)) }
        return .group([
            .p(words(Phrase.Cohorts.lead)), page.basisLine(words.historicBasis(asOf: page.asOf)),
            page.figure(heatMap(cohorts), id: "figure-cohorts"), table(cohorts),
        ])
    }

    private func name(_ cohort: Cohort) -> String { page.format.month(year: cohort.month.year, month: cohort.month.month) }

    private func heatMap(_ cohorts: [Cohort]) -> HeatMap {
        let unit = page.currency == .none ? "" : ", \(page.currency.code)"
        let rows = cohorts.map { cohort in
            HeatMap.Row(
                label: name(cohort),
                cells: cohort.valueWithin.map { window in
                    guard let value = window.minorUnitsPerCustomer else { return HeatMap.Cell(value: .nan, text: "–") }
                    return HeatMap.Cell(value: page.major(value), text: page.format.rounded(page.major(value)))
                })
        }
        return HeatMap(
            words: FigureWords(
                title: words(Phrase.Cohorts.chartTitle), description: words(Phrase.Cohorts.lead), empty: words(Phrase.Cohorts.empty)),
            rowTitle: words(Phrase.Cohorts.firstMonth), columnTitle: words(Phrase.Cohorts.daysAfter),
            valueTitle: words(Phrase.Cohorts.valuePerCustomer) + unit,
            columns: Cohort.valueWindowsInDays.map { words.days($0) }, rows: rows)
    }

    private func table(_ cohorts: [Cohort]) -> Node {
        let headers =
            [words(Phrase.Cohorts.firstMonth), words(Phrase.Page.customers)]
            + Cohort.returnWindowsInDays.map { words.backWithin(days: $0) }
        let rows = cohorts.map { cohort -> [Cell] in
            let cells: [Cell] = [.text(name(cohort)), .number(page.format.number(cohort.customers))]
            return cells + cohort.returnedWithin.map { .number($0.share.map { page.format.percent($0) } ?? "–") }
        }
        return page.table(words(Phrase.Cohorts.tableTitle), headers: headers, rows: rows)
    }
}
