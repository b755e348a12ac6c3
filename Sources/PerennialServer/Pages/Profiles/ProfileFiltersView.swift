import CustomerValue
import Markup
import Reports
import Wording

/// Who of all profiles is shown, and in which order: each choice is a link.
struct ProfileFiltersView {
    let setting: PageSetting
    let query: ProfileQuery
    /// Without predictions there is nothing to choose by them.
    let hasPredictions: Bool

    private var words: Words { setting.words }

    var node: Node {
        .div("filters") {
            row(Phrase.Profiles.group, id: "by-group") {
                choice(words(Phrase.Profiles.allGroups), isChosen: query.group == nil) { $0.group = nil }
                for group in RFMGroup.allCases { choice(words(group.phrase), isChosen: query.group == group) { $0.group = group } }
            }
            if hasPredictions { more }
            row(Phrase.Profiles.sortedBy, id: "by-order") {
                for order in ProfileQuery.Order.allCases {
                    choice(words(order.phrase), isChosen: query.order == order) { $0.order = order }
                }
            }
        }
    }

    /// Open where one of them is in use.
    private var more: Node {
        let isOpen = query.value != nil || query.likelihood != nil || query.risk != nil
        return .make(.details, [.css("data")] + (isOpen ? [Attribute(name: .open, value: "open")] : [])) {
            Node.make(.summary) { Node.text(words(Phrase.Profiles.moreFilters)) }
            row(Phrase.Profiles.value, id: "by-value") {
                choice(words(Phrase.Profiles.everybody), isChosen: query.value == nil) { $0.value = nil }
                for value in CustomerClass.allCases {
                    choice(words(value.valuePhrase), isChosen: query.value == value) { $0.value = value }
                }
            }
            row(Phrase.Profiles.likelihood, id: "by-likelihood") {
                choice(words(Phrase.Profiles.everybody), isChosen: query.likelihood == nil) { $0.likelihood = nil }
                for likelihood in CustomerClass.allCases {
                    choice(words(likelihood.likelihoodPhrase), isChosen: query.likelihood == likelihood) { $0.likelihood = likelihood }
                }
            }
            row(Phrase.Profiles.churn, id: "by-churn") {
                choice(words(Phrase.Profiles.everybody), isChosen: query.risk == nil) { $0.risk = nil }
                for risk in ChurnRisk.allCases {
                    choice(words(RiskLevel(risk).phrase), isChosen: query.risk == risk) { $0.risk = risk }
                }
            }
        }
    }

    private func row(_ name: Phrase, id: String, @NodeList<Served> _ choices: () -> [Node]) -> Node {
        .make(.nav, [.labelledBy(id)]) {
            Node.make(.span, [.id(id), .css("filter-name")]) { Node.text(words(name)) }
            choices()
        }
    }

    private func choice(_ text: String, isChosen: Bool, _ change: (inout ProfileQuery) -> Void) -> Node {
        var changed = query.at(nil)
        change(&changed)
        let current: [Attribute] = isChosen ? [Attribute(name: .current, value: "true")] : []
        return .element(.a, [.css("choice"), .to(changed.path)] + current, [.text(text)])
    }
}

extension ProfileQuery.Order {
    fileprivate var phrase: Phrase {
        switch self {
        case .newest: Phrase.Profiles.newest
        case .lastOrder: Phrase.Profiles.lastOrderFirst
        case .totalValue: Phrase.Profiles.totalValue
        case .predictedValue: Phrase.Profiles.predictedValue
        case .atStake: Phrase.Profiles.atStake
        }
    }
}
