import CustomerValue
import Markup
import Reports
import Wording

/// Above the figures of a shop without predictions: what is missing, and by how much.
struct NotYetView {
    let setting: PageSetting
    let model: HomeModel

    private var words: Words { setting.words }

    var node: Node {
        let unmet = model.conditions.filter { !$0.isMet && $0.isRequired }
        return .make(.aside, [.css("notice")]) {
            if model.conditions.isEmpty {
                Node.p(words(Phrase.Home.noneCounts))
            } else if unmet.isEmpty {
                Node.p(words(model.failure?.phrase ?? Phrase.Home.fitting))
            } else {
                Node.make(.h2) { Node.text(words(Phrase.Home.notYetTitle)) }
                Node.p(words(Phrase.Home.notYetLead))
                Node.make(.ul) {
                    for finding in unmet {
                        Node.make(.li) {
                            Node.text(words.unmet(finding) + ". ")
                            Node.make(.span, [.css("muted")]) { Node.text(words(finding.condition.help)) }
                        }
                    }
                }
            }
        }
    }
}

extension Eligibility.Condition {
    /// What helps where it does not hold.
    var help: Phrase {
        switch self {
        case .customers: Phrase.ConditionHelp.customers
        case .orderSource: Phrase.ConditionHelp.orderSource
        case .historyDays: Phrase.ConditionHelp.history
        case .daysSinceLastOrder: Phrase.ConditionHelp.lastOrder
        case .customersWithThreeOrders: Phrase.ConditionHelp.regulars
        }
    }
}
