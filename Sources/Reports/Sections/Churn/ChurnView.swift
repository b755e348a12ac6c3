import Charts
import CustomerValue
import Markup
import Wording

/// Churn risk, with the share of one-time buyers beside it.
struct ChurnView {
    let page: PageContext
    let model: ChurnModel

    private var words: Words { page.words }

    var content: Node {
        .group([
            .p(words(Phrase.Churn.lead)), page.facts(facts),
            page.basisLine(page.basis ?? words.historicBasis(asOf: page.asOf)),
            page.analysis.predictions == nil ? page.noPredictions : page.figure(chart, id: "figure-churn"),
            page.analysis.predictions?.model.choice == .bgNBD ? .p("note", words(Phrase.Churn.plainBG)) : .nothing,
        ])
    }

    private var facts: [PageContext.Fact] {
        let history = page.analysis.history
        var facts: [PageContext.Fact] = []
        if let mean = page.analysis.totals.meanChurnProbability {
            facts.append(
                .init(
                    name: words(Phrase.Churn.meanRisk), value: page.format.percent(mean),
                    note: words.count(page.analysis.totals.predicted, .customers)))
        }
        if let mean = model.meanOfOnce {
            facts.append(
                .init(name: words(Phrase.Churn.amongOnce), value: page.format.percent(mean), note: words.count(model.once, .customers)))
        }
        if let mean = model.meanOfAgain {
            facts.append(
                .init(name: words(Phrase.Churn.amongRepeat), value: page.format.percent(mean), note: words.count(model.again, .customers)))
        }
        if let share = history.oneTimeShare {
            facts.append(
                .init(
                    name: words(Phrase.Churn.oneTimeShare), value: page.format.percent(share),
                    note: words.count(history.oneTimeBuyers, .customers)))
        }
        return facts
    }

    private var chart: BarChart {
        let bins = model.tenths.enumerated().map { place, tenth in
            let low = page.format.number(place * 10)
            let high = page.format.percent(Double(place + 1) / 10)
            return BarChart.Bin(label: "\(low)–\(high)", values: [Double(tenth.once), Double(tenth.again)])
        }
        return BarChart(
            words: FigureWords(
                title: words(Phrase.Churn.chartTitle), description: words(Phrase.Churn.lead), empty: words(Phrase.Cohorts.empty)),
            binTitle: words(Phrase.Slipping.churnRisk), bins: bins,
            series: [words(Phrase.Churn.once), words(Phrase.Churn.repeatBuyers)], arrangement: .stacked,
            valueAxis: page.countAxis(words(Phrase.Page.customers)))
    }
}
