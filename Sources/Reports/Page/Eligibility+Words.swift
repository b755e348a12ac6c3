package import CustomerValue
package import Wording

extension Eligibility.Condition {
    /// The condition's name.
    package var phrase: Phrase {
        switch self {
        case .customers: Phrase.Eligibility.customers
        case .orderSource: Phrase.Eligibility.orderSource
        case .historyDays: Phrase.Eligibility.history
        case .daysSinceLastOrder: Phrase.Eligibility.lastOrder
        case .customersWithThreeOrders: Phrase.Eligibility.regulars
        }
    }
}

extension Words {
    /// The unit of a condition's figures.
    private func figure(_ value: Int, of condition: Eligibility.Condition) -> String {
        switch condition {
        case .customers, .customersWithThreeOrders: count(value, .customers)
        case .orderSource: self(value > 0 ? Phrase.Model.yes : Phrase.Model.no)
        case .historyDays, .daysSinceLastOrder: days(value)
        }
    }

    /// What the shop has.
    package func found(_ finding: Eligibility.Finding) -> String {
        if finding.condition == .daysSinceLastOrder, finding.found < 0 { return self(Phrase.Eligibility.noPurchase) }
        return figure(finding.found, of: finding.condition)
    }

    /// What is asked.
    package func needed(_ finding: Eligibility.Finding) -> String {
        switch finding.condition {
        case .customers, .customersWithThreeOrders, .historyDays: atLeast(figure(finding.needed, of: finding.condition))
        case .orderSource: self(Phrase.Model.yes)
        case .daysSinceLastOrder: atMost(figure(finding.needed, of: finding.condition))
        }
    }

    /// How much is missing.
    package func missing(_ finding: Eligibility.Finding) -> String {
        switch finding.condition {
        case .customers, .customersWithThreeOrders, .historyDays: return more(figure(finding.missing, of: finding.condition))
        case .orderSource: return self(Phrase.Model.no)
        case .daysSinceLastOrder:
            return finding.found < 0 ? self(Phrase.Eligibility.noPurchase) : tooOld(figure(finding.missing, of: finding.condition))
        }
    }

    /// A condition that does not hold, with what is found, needed and missing.
    package func unmet(_ finding: Eligibility.Finding) -> String {
        unmet(self(finding.condition.phrase), found: found(finding), needed: needed(finding), missing: missing(finding))
    }
}
