import Charts
import CustomerValue
import Facts
import Markup
import Wording

/// What today's customers will probably spend, month by month.
struct MonthsView {
    let page: PageContext

    private var words: Words { page.words }

    var content: Node {
        guard page.analysis.predictions != nil else { return page.noPredictions }
        let months = page.record.months
        guard !months.isEmpty else { return page.empty(words(Phrase.Months.empty)) }
        let whole = months.filter(isWhole)
        // A line needs two points.
        let drawn = whole.count > 1 ? whole : months
        return .group([
            .p(words(Phrase.Months.lead)), page.basisLine(page.basis), page.figure(chart(drawn), id: "figure-months"),
            whole.count > 1 ? partial(months.filter { !isWhole($0) }) : .nothing,
        ])
    }

    private func isWhole(_ month: MonthForecast) -> Bool {
        month.firstDay.civil.day == 1 && month.lastDay.advanced(byDays: 1).civil.day == 1
    }

    /// Months that are covered only in part, in words: drawn beside whole ones they would look like a fall.
    private func partial(_ months: [MonthForecast]) -> Node {
        let lines = months.map { month in
            words.partOfMonth(
                first: page.format.date(month.firstDay), last: page.format.date(month.lastDay),
                expected: page.estimate(month.expectedMinorUnits), range: page.probably(month.rangeMinorUnits))
        }
        return .group(lines.map { .p("note", $0) })
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
