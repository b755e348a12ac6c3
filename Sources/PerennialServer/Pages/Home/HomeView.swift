import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// The first page: what the shop can expect, who slips away, and whether all is well.
struct HomeView {
    let frame: PageFrame
    let model: HomeModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.document(title: words(Phrase.Shell.home), section: .home) {
            head
            if model.hasNoOrders {
                StartView(setting: setting, profiles: model.profiles).node
                if !model.isEmpty {
                    setting.grid {
                        GapsView(setting: setting, model: model).node
                        IntakeView(setting: setting, intake: model.intake).node
                    }
                }
            } else {
                content
            }
        }
    }

    private var head: Node {
        .div("page-head") {
            Node.make(.h1) {
                if frame.shopName.isEmpty { Node.text(words(Phrase.Shell.home)) } else { Node.outside(frame.shopName) }
            }
            Node.p(
                "subtitle",
                words.asOf(
                    setting.moment(setting.now), zone: setting.timeZone.identifier,
                    currency: setting.currency == .none ? nil : setting.currency.code))
        }
    }

    private var content: [Node] {
        [
            model.isCounting ? .make(.aside, [.css("notice")]) { Node.p(words(Phrase.Home.counting)) } : .nothing,
            model.forecast == nil ? NotYetView(setting: setting, model: model).node : .nothing,
            setting.grid { HeroView(setting: setting, model: model).node },
            TotalsView(setting: setting, model: model).node,
            setting.grid {
                ClassesView(setting: setting, model: model).node
                ChurnView(setting: setting, model: model).node
                OrderValueView(setting: setting, trend: model.orderValue).node
                SlippingView(setting: setting, model: model).node
                GroupsView(
                    setting: setting, title: words(Phrase.Groups.title), groups: model.groups, levels: model.rfmLevels,
                    expectedTitle: setting.expected(model.forecast), beside: .link(words(Phrase.RFMPage.more), to: PagePaths.rfm)
                ).node
                NewsView(setting: setting, news: model.news).node
                GapsView(setting: setting, model: model).node
                FittedModelView(setting: setting, model: model.model).node
                IntakeView(setting: setting, intake: model.intake).node
            },
        ]
    }
}
