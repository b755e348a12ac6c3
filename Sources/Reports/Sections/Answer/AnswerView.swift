import CustomerValue
import Facts
import Markup
import Wording

/// The first screen: what is to be expected, and what to do.
struct AnswerView {
    let page: PageContext
    let model: AnswerModel

    private var words: Words { page.words }

    var content: Node {
        .group([notYet, heldAside, tiles, page.basisLine(page.basis ?? words.historicBasis(asOf: page.asOf)), isOld, actions])
    }

    private var notYet: Node {
        guard page.analysis.predictions == nil else { return .nothing }
        let text = page.analysis.eligibility.isEligible ? Phrase.Answer.dependsOnFit : Phrase.Answer.notYet
        return .div("empty") {
            Node.p(words(text))
            Node.make(.ul) {
                for line in page.missingLines { Node.make(.li) { Node.text(line) } }
            }
        }
    }

    /// Orders that no figure knows of are said before the figures.
    private var heldAside: Node {
        .group(
            page.analysis.summaries.report.heldAside.filter { $0.orders > 0 }.map {
                page.empty(words.inNoFigure(orders: $0.orders, $0.currency))
            })
    }

    /// Advice on old orders comes too late: that is said before the advice.
    private var isOld: Node { model.isOld ? page.empty(words.isOld(asOf: page.asOf)) : .nothing }

    private var tiles: Node {
        let totals = page.analysis.totals
        var facts: [PageContext.Fact] = []
        if let predictions = page.analysis.predictions, let range = totals.predictedRangeMinorUnits {
            facts.append(
                .init(
                    name: words(Phrase.Answer.expectedRevenue), value: page.estimate(Double(totals.predictedMinorUnits)),
                    notes: [
                        page.probably(range), words.inTheNext(days: predictions.horizonInDays),
                        words(Phrase.Answer.withoutNewCustomers),
                    ]))
        }
        if let predictions = page.analysis.predictions, let returning = totals.expectedReturningCustomers, let range = model.returningRange
        {
            let ordering = model.orderingRange ?? range
            facts.append(
                .init(
                    name: words(Phrase.Answer.returning), value: page.format.rounded(returning),
                    notes: [
                        words(Phrase.Answer.returningMeaning),
                        words.probably(page.format.rounded(range.lowerBound), page.format.rounded(range.upperBound)),
                        words.ofCustomers(totals.predicted),
                        words.willOrder(
                            words.range(page.format.rounded(ordering.lowerBound), page.format.rounded(ordering.upperBound)),
                            withinDays: predictions.horizonInDays),
                    ]))
        }
        if let slipping = page.slipping, let range = slipping.atStakeRangeMinorUnits {
            facts.append(
                .init(
                    name: words(Phrase.Answer.atStake), value: page.estimate(slipping.atStakeMinorUnits),
                    notes: [
                        words.probably(page.estimate(range.lowerBound), page.estimate(range.upperBound)),
                        words.overdueCustomers(slipping.figures.customers),
                    ]))
        }
        if page.analysis.predictions == nil {
            facts.append(
                .init(
                    name: words(Phrase.Answer.revenueSoFar), value: page.money(totals.historicMinorUnits),
                    note: words.count(totals.orders, .orders)))
            facts.append(.init(name: words(Phrase.Answer.customersSoFar), value: page.format.number(totals.customers), note: nil))
        }
        return .div("headline") { page.facts(facts) }
    }

    private var actions: Node {
        .group([
            .make(.h3) { Node.text(words(Phrase.Answer.whatNext)) },
            model.actions.isEmpty
                ? page.empty(words(Phrase.Answer.nothingToDo))
                : .make(.ol, [.css("actions")]) {
                    for action in model.actions { Node.make(.li) { item(action) } }
                },
        ])
    }

    private func item(_ action: AnswerModel.Action) -> [Node] {
        let parts = said(action)
        return [
            .strong(words(parts.title)), .text(" " + parts.text + " "),
            .make(.span, [.css("recipe")]) {
                Node.text(words(Phrase.Answer.inTheFile) + " ")
                Node.make(.code) { Node.text(parts.filter) }
                if let link = parts.link {
                    Node.text(" · ")
                    Node.link(words(link.title), to: link.rawValue)
                }
            },
        ]
    }

    private struct Said {
        var title: Phrase
        var text: String
        var filter: String
        var link: SectionID?
    }

    private func said(_ action: AnswerModel.Action) -> Said {
        switch action {
        case .winBack(let customers, let atStake):
            return Said(
                title: Phrase.Answer.winBack, text: words.startWithTheTop(customers: customers, atStake: page.estimate(atStake)),
                filter: "overdue = true, predicted_clv × churn_probability ↓", link: .slipping)
        case .secondOrder(let customers, let from, let to):
            let first = page.asOf.advanced(byDays: -to)
            let last = page.asOf.advanced(byDays: -from)
            return Said(
                title: Phrase.Answer.secondOrder, text: words.boughtOnceBetween(customers: customers, fromDays: from, toDays: to),
                filter: "historic_number_of_orders = 1, last_order_at = \(first) … \(last)", link: .secondOrder)
        case .thankTheBest(let customers, let share):
            return Said(
                title: Phrase.Answer.thankTheBest, text: words.championsBrought(customers: customers, shareOfRevenue: share),
                filter: "rfm_group = Champions", link: .groups)
        case .saveOnTheLost(let customers, let share):
            return Said(
                title: Phrase.Answer.saveOnTheLost, text: words.surelyGone(customers: customers, share: share),
                filter: "churn_probability ≥ 0.9", link: .churn)
        case .saveOnInactive(let customers, let share):
            return Said(
                title: Phrase.Answer.saveOnTheLost, text: words.inactiveGroup(customers: customers, share: share),
                filter: "rfm_group = Inactive", link: .groups)
        }
    }
}
