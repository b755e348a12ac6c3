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
            .p(words(Phrase.Months.lead)), page.basisLine(page.basis), page.figure(chart(months), id: "figure-months"),
            .p("note", partial(months)),
        ])
    }

    /// Which months are covered only in part.
    private func partial(_ months: [MonthForecast]) -> String {
        let names = months.filter { month in
            month.firstDay.civil.day != 1 || month.lastDay.advanced(byDays: 1).civil.day != 1
        }.map { page.format.month(of: $0.firstDay) }
        return names.isEmpty ? "" : words.coveredInPart(names)
    }

    private func chart(_ months: [MonthForecast]) -> LineChart {
        let title = words(Phrase.Answer.expectedRevenue)
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
}
