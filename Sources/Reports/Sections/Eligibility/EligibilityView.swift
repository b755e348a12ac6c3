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
                .text(words(finding.condition.phrase)), .number(words.found(finding)), .number(words.needed(finding)),
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
        let missing = words.missing(finding)
        let text = finding.isRequired ? missing : "\(missing) (\(words(Phrase.Eligibility.warningOnly)))"
        return .group([.text(text), .element(.small, [.css("below")], [.text(words(finding.condition.advice))])])
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
    /// Why there are no predictions, a line for each reason.
    var missingLines: [String] {
        let conditions = analysis.eligibility.unmet.filter(\.isRequired).map(words.unmet)
        return conditions + (analysis.failure.map { [words($0.phrase)] } ?? [])
    }
}
