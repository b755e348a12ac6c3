import Charts
import CustomerValue
import Facts
import Markup
import Wording

/// The average order value and how it moves.
struct OrderValueView {
    let page: PageContext
    let model: OrderValueModel

    private var words: Words { page.words }

    var content: Node {
        .group([
            .p(words(Phrase.OrderValue.lead)), page.facts(facts), page.basisLine(words.historicBasis(asOf: page.asOf)),
            model.months.isEmpty ? page.empty(words(Phrase.OrderValue.empty)) : drawing,
        ])
    }

    private var facts: [PageContext.Fact] {
        let totals = page.analysis.totals
        var facts: [PageContext.Fact] = [
            .init(
                name: words(Phrase.OrderValue.average), value: page.mean(totals.averageOrderMinorUnits),
                note: words.count(totals.orders, .orders))
        ]
        if let lastYear = model.lastYear {
            let change = model.yearBefore.flatMap { $0 > 0 ? lastYear / $0 - 1 : nil }
            facts.append(
                .init(
                    name: words(Phrase.OrderValue.lastYear), value: page.mean(lastYear),
                    note: change.map { words.comparedWithYearBefore(page.format.signedPercent($0), page.mean(model.yearBefore)) }))
        }
        facts.append(
            .init(name: words(Phrase.OrderValue.ofCustomers), value: page.mean(totals.meanOfAverageOrderMinorUnits), note: nil))
        return facts
    }

    private var drawing: Node {
        let months = model.months
        let chart = LineChart(
            words: FigureWords(
                title: words(Phrase.OrderValue.chartTitle), description: words(Phrase.OrderValue.lead),
                empty: words(Phrase.OrderValue.empty)),
            periodTitle: words(Phrase.Page.month), periods: months.map { page.format.month(year: $0.month.year, month: $0.month.month) },
            lines: [
                .init(
                    name: words(Phrase.OrderValue.average), values: months.map { page.major($0.averageOrderMinorUnits ?? .nan) })
            ], valueAxis: page.moneyAxis(words(Phrase.OrderValue.average)))
        return .group([page.figure(chart, id: "figure-order-value"), .p("note", words(Phrase.OrderValue.completeOnly))])
    }
}
