import Markup
import Population
import Wording

/// Which events tell of orders, of money given back or of orders called off: chosen, looked at, then kept.
struct MappingView {
    let frame: PageFrame
    let model: MappingModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var meaning: MetricMapping.Meaning { model.mapping.meaning }

    var html: String {
        frame.document(title: words(Phrase.MetricsPage.change), section: .metrics) {
            Node.div("page-head") {
                Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.MetricsPage.title), to: PagePaths.metrics) }
                Node.make(.h1) { Node.text(words.whatCountsAs(words(meaning.phrase))) }
                Node.p("subtitle", words(Phrase.MetricsPage.mappingLead))
            }
            if let refusal = model.refusal {
                RefusalView(setting: setting, refusal: refusal, title: Phrase.MetricsPage.refused).node
            }
            Node.form(to: PagePaths.mapping(meaning.rawValue), token: model.token) {
                Node.hidden(FormState.field, model.madeOf)
                setting.grid {
                    choice
                    if let effect = model.effect { shown(effect) }
                }
            }
            setting.help {
                Node.p(words(Phrase.MetricsPage.helpOrders))
                Node.p(words(Phrase.MetricsPage.helpCustom))
            }
        }
    }

    private var choice: Node {
        setting.card(words(Phrase.MetricsPage.choose), id: "choose", width: 12) {
            Node.make(.p) {
                Node.text(words(Phrase.MetricsPage.now) + " ")
                if let name = model.mapping.name { Node.outside(name, longest: 80) } else { Node.text(words(Phrase.MetricsPage.nothing)) }
            }
            Node.div("fields") {
                ChoiceView(
                    words(Phrase.MetricsPage.isSaidBy),
                    Choices(
                        MappingModel.field,
                        [.init(MappingModel.usual, words.usualMetric(meaning.usualName))]
                            + model.choices.map { .init($0.value, $0.isCustom ? words.customMetric($0.name) : $0.name) },
                        chosen: model.chosen)
                ).node
                Node.button(words(Phrase.RFMSetup.preview), name: MappingModel.actionField, value: "preview", [.css("quiet")])
            }
        }
    }

    private func shown(_ effect: OrdersEffect) -> Node {
        setting.card(words(Phrase.RFMSetup.previewTitle), id: "effect", width: 12) {
            Node.make(.p, [.css("note"), Attribute(name: .role, value: "status")]) { Node.text(words(Phrase.Metrics.proposed)) }
            OrdersEffectView(setting: setting, effect: effect).node
            Node.p("note", words(Phrase.MetricsPage.staysInHistory))
            Node.div("buttons") {
                if model.chosen != model.current {
                    Node.button(words(Phrase.MetricsPage.keep), name: MappingModel.actionField, value: "save")
                }
                Node.link(words(Phrase.PagePart.cancel), to: PagePaths.metrics)
            }
        }
    }
}
