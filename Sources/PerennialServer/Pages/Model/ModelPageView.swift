import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// The model behind the predictions: how far it can be trusted, what it is, and what another fit would change.
struct ModelPageView {
    let frame: PageFrame
    let model: ModelPageModel
    var notice: Phrase?

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var mayChange: Bool { frame.signedIn?.role.mayChangePeople ?? false }

    var html: String {
        frame.document(title: words(Phrase.CustomerValuePage.modelAndTrust), section: .customerValue) {
            Node.div("page-head") {
                Node.make(.h1) { Node.text(words(Phrase.CustomerValuePage.title)) }
                Node.p("subtitle", words(Phrase.CustomerValuePage.modelLead))
            }
            setting.customerValueTabs(.model)
            if let notice { setting.done(words(notice)) }
            if model.hasNoOrders {
                setting.card(words(Phrase.Start.title), id: "start", width: 12) {
                    setting.empty(words(Phrase.Start.lead)) { Node.p(words(Phrase.Start.whatFor)) }
                }
            } else {
                setting.grid {
                    TrialsView(setting: setting, model: model).node
                    LastQuarterView(setting: setting, check: model.lookBack?.lastQuarter).node
                    ForecastsView(setting: setting, model: model).node
                    ModelInUseView(setting: setting, model: model).node
                    RefitView(setting: setting, model: model, mayChange: mayChange).node
                }
            }
            setting.help {
                Node.p(words(Phrase.CustomerValuePage.helpTrust))
                Node.p(words(Phrase.CustomerValuePage.helpModel))
            }
        }
    }
}
