import Facts
import Markup
import Wording

/// Five customers that stand for their kinds.
struct ExamplesView {
    let setting: PageSetting
    let model: CustomerValuePageModel

    private var words: Words { setting.words }

    var node: Node {
        guard !model.examples.isEmpty else { return .nothing }
        return setting.card(words(Phrase.CustomerValuePage.examples), id: "examples", width: 12) {
            Node.p("lead", words(Phrase.CustomerValuePage.examplesLead))
            Table<Served>(under: "examples-heading", headers: headers, rows: model.examples.map { row($0) }).node
        }
    }

    private var headers: [String] {
        [
            words(Phrase.CustomerValuePage.kind), words(Phrase.Page.customer), words(Phrase.Slipping.lastOrder), words(Phrase.Page.orders),
            words(Phrase.CustomerValuePage.historic), setting.expected(model.home.forecast), words(Phrase.Slipping.churnRisk),
        ]
    }

    private func row(_ example: CustomerValuePageModel.Example) -> [Cell] {
        guard let customer = example.customer else {
            return [.text(words(example.rule.phrase)), .text(words(Phrase.CustomerValuePage.nobody))]
                + (0..<(headers.count - 2)).map { _ in .number("–") }
        }
        return [
            .text(words(example.rule.phrase)), .node(customer.profile.link(words)),
            .numberWith(setting.date(customer.lastOrder), setting.ago(customer.lastOrder)), .number(setting.format.number(customer.orders)),
            .number(setting.whole(customer.historicMinorUnits)),
            .numberWith(setting.estimate(Double(customer.predicted.expected)), setting.range(customer.predicted)),
            .number(setting.format.percent(customer.churnProbability)),
        ]
    }
}

extension ExampleRule {
    /// Which kind it is.
    var phrase: Phrase {
        switch self {
        case .regular: Phrase.CustomerValuePage.regular
        case .second: Phrase.CustomerValuePage.second
        case .first: Phrase.CustomerValuePage.first
        case .lost: Phrase.CustomerValuePage.lost
        case .once: Phrase.CustomerValuePage.once
        }
    }
}
