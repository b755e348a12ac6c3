import Charts
import CustomerValue
import Markup
import Wording

/// How soon first-time buyers come back, and so when to write.
struct SecondOrderView {
    let page: PageContext
    let model: SecondOrderModel

    private var words: Words { page.words }

    var content: Node {
        let second = page.analysis.history.secondPurchase
        guard let quarter = second.firstQuartileInDays, let median = second.medianInDays, let threeQuarters = second.thirdQuartileInDays
        else { return page.empty(words(Phrase.SecondOrder.nobody)) }
        var facts: [PageContext.Fact] = [
            .init(name: words(Phrase.SecondOrder.quarter), value: words.ofDays(quarter), note: nil),
            .init(name: words(Phrase.SecondOrder.median), value: words.ofDays(median), note: nil),
            .init(name: words(Phrase.SecondOrder.threeQuarters), value: words.ofDays(threeQuarters), note: nil),
        ]
        if let returned = second.returned, returned.customers > 0 {
            facts.append(
                .init(
                    name: words(Phrase.SecondOrder.cameBack), value: page.format.percent(returned.share),
                    note: words.ofCustomersAtLeastOld(returned.customers, days: returned.minimumAgeInDays)))
        }
        return .group([
            .p(
                second.isOfFullYear
                    ? words.whenToWrite(quarterDays: quarter, medianDays: median, threeQuartersDays: threeQuarters)
                    : words.returnsTooShort(medianDays: median, threeQuartersDays: threeQuarters)),
            page.facts(facts),
            page.basisLine(words.historicBasis(asOf: page.asOf)), page.figure(chart(medianDays: median), id: "figure-second-order"),
            model.later > 0 ? .p("note", words.cameBackLater(model.later, weeks: SecondOrderModel.weeks)) : .nothing,
        ])
    }

    private func chart(medianDays: Int) -> BarChart {
        let bins = model.customersByWeek.enumerated().map { week, count in
            BarChart.Bin(label: page.format.number(week + 1), value: Double(count))
        }
        let position = Double(medianDays) / 7
        let marker = position <= Double(SecondOrderModel.weeks) ? BarChart.Marker(position: position, label: words.days(medianDays)) : nil
        return BarChart(
            words: FigureWords(
                title: words(Phrase.SecondOrder.chartTitle), description: words(Phrase.SecondOrder.chartTitle),
                empty: words(Phrase.SecondOrder.nobody)),
            binTitle: words(Phrase.SecondOrder.weekAxis), bins: bins, valueAxis: page.countAxis(words(Phrase.Page.customers)),
            marker: marker)
    }
}
