import Charts
import CustomerValue
import Markup
import Wording

/// The forecast of a quarter ago, and what came.
struct LastQuarterView {
    let page: PageContext

    private var words: Words { page.words }

    var content: Node {
        guard page.analysis.predictions != nil else { return page.noPredictions }
        guard let check = page.record.lastQuarter else { return page.empty(words(Phrase.LastQuarter.empty)) }
        let facts: [PageContext.Fact] = [
            .init(
                name: words(Phrase.LastQuarter.forecast), value: page.estimate(check.expectedMinorUnits),
                note: page.probably(check.rangeMinorUnits)),
            .init(
                name: words(Phrase.LastQuarter.actual), value: page.whole(check.actualMinorUnits),
                note: check.expectedMinorUnits > 0
                    ? words.comparedWithForecast(
                        page.format.signedPercent(Double(check.actualMinorUnits) / check.expectedMinorUnits - 1)) : nil),
            .init(
                name: words(Phrase.LastQuarter.orders),
                value: "\(page.format.rounded(check.expectedOrders)) / \(page.format.number(check.actualOrders))", note: nil),
        ]
        return .group([
            .p(
                words.lastQuarterLead(
                    cutoff: page.format.date(check.cutoff), days: check.horizonInDays, customers: check.customers)),
            page.facts(facts), .p(words(verdict(check))),
            page.basisLine(words.basis(horizonInDays: check.horizonInDays, asOf: check.cutoff, model: page.modelName)),
            check.weeks.isEmpty ? .nothing : page.figure(chart(check), id: "figure-last-quarter"),
        ])
    }

    private func verdict(_ check: ForecastCheck) -> Phrase {
        if check.rangeMinorUnits.contains(check.actualMinorUnits) { return Phrase.LastQuarter.within }
        return check.actualMinorUnits > check.rangeMinorUnits.upperBound ? Phrase.LastQuarter.above : Phrase.LastQuarter.below
    }

    private func chart(_ check: ForecastCheck) -> LineChart {
        LineChart(
            words: FigureWords(
                title: words(Phrase.LastQuarter.chartTitle), description: words(verdict(check)), empty: words(Phrase.LastQuarter.empty)),
            periodTitle: words(Phrase.LastQuarter.week), periods: check.weeks.map { page.format.date($0.firstDay) },
            lines: [
                .init(
                    name: words(Phrase.LastQuarter.forecast), values: check.weeks.map { page.major($0.expectedMinorUnits) }, kind: .forecast
                ),
                .init(
                    name: words(Phrase.LastQuarter.actual), values: check.weeks.map { page.major(Double($0.actualMinorUnits)) },
                    kind: .actual),
            ], valueAxis: page.moneyAxis(words(Phrase.Page.revenue)))
    }
}
