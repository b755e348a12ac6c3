import Charts
import CustomerValue
import Facts
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
            page.facts(facts), .p(words(check.verdict)),
            page.basisLine(words.basis(horizonInDays: check.horizonInDays, asOf: check.cutoff, model: page.modelName)),
            check.weeks.isEmpty
                ? .nothing
                : page.figure(
                    check.chart(
                        words, minorUnitsPerMajor: page.currency.minorUnitsPerMajor, valueAxis: page.moneyAxis(words(Phrase.Page.revenue))),
                    id: "figure-last-quarter"),
        ])
    }
}
