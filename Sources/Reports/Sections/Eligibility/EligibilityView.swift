import CustomerValue
import Markup
import Wording

/// The conditions for predictions, each with its figure and what is missing.
struct EligibilityView {
    let page: PageContext

    private var words: Words { page.words }

    var content: Node {
        let eligibility = page.analysis.eligibility
        let lead =
            eligibility.unmet.isEmpty
            ? Phrase.Eligibility.allMet : eligibility.isEligible ? Phrase.Eligibility.metByChoice : Phrase.Eligibility.notMet
        let rows = eligibility.findings.map { finding -> [Cell] in
            [
                .text(words(finding.condition.phrase)), .number(page.found(finding)), .number(page.needed(finding)),
                finding.isMet ? .text(words(Phrase.Eligibility.holds)) : .node(status(finding)),
            ]
        }
        let headers = [Phrase.Eligibility.condition, Phrase.Eligibility.found, Phrase.Eligibility.needed, Phrase.Eligibility.result]
        return .group([
            .p(words(lead)), page.table(words(Phrase.Eligibility.conditions), headers: headers.map { words($0) }, rows: rows),
            page.analysis.failure.map { page.empty(words($0.phrase)) } ?? .nothing,
        ])
    }

    /// What is missing, and what can be done about it.
    private func status(_ finding: Eligibility.Finding) -> Node {
        let missing = page.missing(finding)
        let text = finding.isRequired ? missing : "\(missing) (\(words(Phrase.Eligibility.warningOnly)))"
        return .group([.text(text), .element(.small, [.css("below")], [.text(words(finding.condition.advice))])])
    }
}

extension Eligibility.Condition {
    /// The condition's name.
    var phrase: Phrase {
        switch self {
        case .customers: Phrase.Eligibility.customers
        case .orderSource: Phrase.Eligibility.orderSource
        case .historyDays: Phrase.Eligibility.history
        case .daysSinceLastOrder: Phrase.Eligibility.lastOrder
        case .customersWithThreeOrders: Phrase.Eligibility.regulars
        }
    }
}

extension Eligibility.Condition {
    /// What helps where it does not hold.
    var advice: Phrase {
        switch self {
        case .customers: Phrase.EligibilityAdvice.customers
        case .orderSource: Phrase.EligibilityAdvice.orderSource
        case .historyDays: Phrase.EligibilityAdvice.history
        case .daysSinceLastOrder: Phrase.EligibilityAdvice.lastOrder
        case .customersWithThreeOrders: Phrase.EligibilityAdvice.regulars
        }
    }
}

extension PageContext {
    /// The unit of a condition's figures.
    private func figure(_ value: Int, of condition: Eligibility.Condition) -> String {
        switch condition {
        case .customers, .customersWithThreeOrders: words.count(value, .customers)
        case .orderSource: words(value > 0 ? Phrase.Model.yes : Phrase.Model.no)
        case .historyDays, .daysSinceLastOrder: words.days(value)
        }
    }

    /// What the shop has.
    func found(_ finding: Eligibility.Finding) -> String {
        if finding.condition == .daysSinceLastOrder, finding.found < 0 { return words(Phrase.Eligibility.noPurchase) }
        return figure(finding.found, of: finding.condition)
    }

    /// What is asked.
    func needed(_ finding: Eligibility.Finding) -> String {
        switch finding.condition {
        case .customers, .customersWithThreeOrders, .historyDays: words.atLeast(figure(finding.needed, of: finding.condition))
        case .orderSource: words(Phrase.Model.yes)
        case .daysSinceLastOrder: words.atMost(figure(finding.needed, of: finding.condition))
        }
    }

    /// How much is missing.
    func missing(_ finding: Eligibility.Finding) -> String {
        switch finding.condition {
        case .customers, .customersWithThreeOrders, .historyDays: return words.more(figure(finding.missing, of: finding.condition))
        case .orderSource: return words(Phrase.Model.no)
        case .daysSinceLastOrder:
            return finding.found < 0 ? words(Phrase.Eligibility.noPurchase) : words.tooOld(figure(finding.missing, of: finding.condition))
        }
    }

    /// Why there are no predictions, a line for each reason.
    var missingLines: [String] {
        let conditions = analysis.eligibility.unmet.filter(\.isRequired).map { finding in
            words.unmet(words(finding.condition.phrase), found: found(finding), needed: needed(finding), missing: missing(finding))
        }
        return conditions + (analysis.failure.map { [words($0.phrase)] } ?? [])
    }
}
