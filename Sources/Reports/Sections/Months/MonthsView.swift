import Charts
import CustomerValue
import Facts
import Wording

/// What today's customers will probably spend, month by month.
struct MonthsView {
    let page: PageContext

    private var words: Words { page.words }

    var content: Node {
        guard page.analysis.predictions != nil else { return page.noPredictions }
        let months = page.analysis.months
        guard !months.isEmpty else { return page.empty(words(Phrase.Months.empty)) }
        return .group([
            .p(words(Phrase.Months.lead)), page.basisLine(page.basis), page.figure(chart(months), id: "figure-months"), table(months),
        ])
    }

    private func chart(_ months: [MonthForecast]) -> LineChart {
        let title = words(Phrase.Months.title)
        return LineChart(
            words: FigureWords(title: title, description: words(Phrase.Months.lead), empty: words(Phrase.Months.empty)),
            periodTitle: words(Phrase.Page.month), periods: months.map { page.format.month(of: $0.firstDay) },
            lines: [
                .init(name: words(Phrase.Page.expected), values: months.map { page.major($0.expectedMinorUnits) }, kind: .forecast)
            ],
            band: .init(
                name: words(Phrase.Months.band), lowTitle: words(Phrase.Months.from), highTitle: words(Phrase.Months.to),
                low: months.map { page.major(Double($0.rangeMinorUnits.lowerBound)) },
                high: months.map { page.major(Double($0.rangeMinorUnits.upperBound)) }),
            valueAxis: page.moneyAxis(words(Phrase.Page.revenue)))
    }

    private func table(_ months: [MonthForecast]) -> Node {
        let rows = months.map { month -> [Cell] in
            let isWhole = month.firstDay.civil.day == 1 && month.lastDay.advanced(byDays: 1).civil.day == 1
            let name = page.format.month(of: month.firstDay)
            return [
                .text(isWhole ? name : "\(name) (\(words(Phrase.Months.partial)))"),
                .number(page.format.decimal(month.expectedOrders, decimals: month.expectedOrders < 10 ? 1 : 0)),
                .numberWith(page.estimate(month.expectedMinorUnits), page.range(month.rangeMinorUnits)),
            ]
        }
        let headers = [Phrase.Page.month, Phrase.Months.expectedOrders, Phrase.Page.expected]
        return page.table(words(Phrase.Months.title), headers: headers.map { words($0) }, rows: rows)
    }
}
