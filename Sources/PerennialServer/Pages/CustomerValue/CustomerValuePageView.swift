import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// What customers will be worth: all of them together, how that is spread, by kinds of customers, and by what they began with.
struct CustomerValuePageView {
    let frame: PageFrame
    let model: CustomerValuePageModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.document(title: words(Phrase.CustomerValuePage.title), section: .customerValue) {
            Node.div("page-head") {
                Node.make(.h1) { Node.text(words(Phrase.CustomerValuePage.title)) }
                Node.p("subtitle", words(Phrase.CustomerValuePage.lead))
            }
            frame.setting.customerValueTabs(.value)
            if model.home.hasNoOrders {
                setting.card(words(Phrase.Start.title), id: "start", width: 12) {
                    setting.empty(words(Phrase.Start.lead)) { Node.p(words(Phrase.Start.whatFor)) }
                }
            } else {
                content
            }
            help
        }
    }

    private var content: [Node] {
        [
            model.home.forecast == nil ? NotYetView(setting: setting, model: model.home).node : .nothing,
            setting.grid {
                HeroView(setting: setting, model: model.home).node
                CLVSpreadView(setting: setting, model: model).node
                ExamplesView(setting: setting, model: model).node
                LaterValueView(setting: setting, model: model).node
                SecondOrdersView(setting: setting, second: model.second).node
                CLVUsesView(setting: setting, uses: model.uses).node
            },
        ]
    }

    private var help: Node {
        setting.help {
            Node.p(words(Phrase.CustomerValuePage.helpCLV))
            Node.p(words(Phrase.CustomerValuePage.helpMany))
            Node.p(words(Phrase.CustomerValuePage.helpUse))
            Node.p(words(Phrase.Slipping.rangeZero))
        }
    }
}
