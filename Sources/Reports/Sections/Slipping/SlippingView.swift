import CustomerValue
import Facts
import Markup
import Wording

/// Who is overdue, by the money at stake.
struct SlippingView {
    let page: PageContext

    private var words: Words { page.words }

    /// A page of paper; the rest is opened at will.
    private static let shownAtOnce = 20

    var content: Node {
        guard let slipping = page.slipping, let predictions = page.analysis.predictions else { return page.noPredictions }
        guard !slipping.top.isEmpty else { return page.empty(words(Phrase.Slipping.nobody)) }
        return .group([
            .p(words(Phrase.Slipping.lead)), totals(slipping), page.basisLine(page.basis), table(slipping, predictions),
            .p("note", words.shownOf(slipping.top.count, all: slipping.figures.customers) + " " + words(Phrase.Slipping.rangeZero)),
            page.showsCustomers ? .nothing : .p("note", words(Phrase.Slipping.namesHidden)),
        ])
    }

    private func totals(_ slipping: SlippingCustomers) -> Node {
        var facts: [PageContext.Fact] = [
            .init(name: words(Phrase.Slipping.overdue), value: page.format.number(slipping.figures.customers), note: nil)
        ]
        if let range = slipping.figures.predictedRangeMinorUnits {
            facts.append(
                .init(
                    name: words(Phrase.Slipping.stillExpected), value: page.estimate(Double(slipping.figures.predictedMinorUnits)),
                    note: page.probably(range)))
        }
        if let range = slipping.atStakeRangeMinorUnits {
            facts.append(
                .init(
                    name: words(Phrase.Answer.atStake), value: page.estimate(slipping.atStakeMinorUnits),
                    note: words.probably(page.estimate(range.lowerBound), page.estimate(range.upperBound))))
        }
        return page.facts(facts)
    }

    private func table(_ slipping: SlippingCustomers, _ predictions: Predictions) -> Node {
        let summaries = page.analysis.summaries
        let rows = slipping.top.enumerated().compactMap { rank, entry -> [Cell]? in
            guard let row = predictions[entry.customer] else { return nil }
            let reason = page.reasons[entry.customer].map(words.reason) ?? ""
            let lastDay = summaries.timeZone.day(of: Instant(secondsSince1970: Int64(summaries.lastOrderSeconds[entry.customer])))
            return [
                .node(page.customer(entry.customer, rank: rank + 1)), .text(reason), .number(page.format.date(lastDay)),
                .number(page.whole(summaries.historicMinorUnits[entry.customer])),
                .numberWith(
                    page.estimate(Double(row.clvMinorUnits)),
                    page.range(row.clvLowMinorUnits...max(row.clvLowMinorUnits, row.clvHighMinorUnits))),
                .number(page.format.percent(row.churnProbability)), .number(page.estimate(entry.atStakeMinorUnits)),
            ]
        }
        let headers = [
            Phrase.Page.customer, Phrase.Slipping.why, Phrase.Slipping.lastOrder, Phrase.Slipping.spentSoFar, Phrase.Page.expected,
            Phrase.Slipping.churnRisk, Phrase.Answer.atStake,
        ]
        let titles = headers.map { words($0) }
        let first = page.table(words(Phrase.Slipping.tableTitle), headers: titles, rows: Array(rows.prefix(Self.shownAtOnce)))
        let rest = Array(rows.dropFirst(Self.shownAtOnce))
        guard !rest.isEmpty else { return first }
        return .group([
            first,
            .make(.details, [.css("data")]) {
                Node.make(.summary) { Node.text(words.showMore(rest.count)) }
                page.table(words(Phrase.Slipping.tableTitle), headers: titles, rows: rest)
            },
        ])
    }
}
