import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// Who is overdue, by the money at stake.
struct SlippingView {
    let setting: PageSetting
    let model: HomeModel

    private var words: Words { setting.words }

    var node: Node {
        guard let slipping = model.slipping else { return .nothing }
        let title = words(Phrase.Slipping.title)
        guard !slipping.top.isEmpty else {
            return setting.card(title, id: "slipping", width: 12) { Node.p("empty", words(Phrase.Slipping.nobody)) }
        }
        return setting.card(title, id: "slipping", width: 12, all(slipping)) {
            Node.p("note", summary(slipping) + ". " + words(Phrase.Home.slippingLead))
            table(slipping)
            Node.p("note after", words(Phrase.Slipping.rangeZero))
        }
    }

    private func all(_ slipping: HomeModel.Slipping) -> Node {
        guard slipping.customers > slipping.top.count else { return .nothing }
        let path = PagePaths.profiles.with(ProfileQuery.orderParameter, ProfileQuery.Order.atStake.rawValue)
        return .link(words(Phrase.Home.seeAll), to: path)
    }

    private func summary(_ slipping: HomeModel.Slipping) -> String {
        let atStake = setting.estimate(Double(slipping.atStake.expected))
        return words.overdueCustomers(slipping.customers) + " · " + words(Phrase.Answer.atStake) + Space.noBreak + atStake + ", "
            + setting.probably(slipping.atStake)
    }

    private func table(_ slipping: HomeModel.Slipping) -> Node {
        let headers = [
            words(Phrase.Page.customer), words(Phrase.Slipping.why), words(Phrase.Slipping.lastOrder), words(Phrase.Slipping.spentSoFar),
            setting.expected(model.forecast), words(Phrase.Slipping.churnRisk), words(Phrase.Answer.atStake),
        ]
        let rows = slipping.top.map { entry -> [Cell] in
            [
                .node(entry.profile.link(words)), .text(words.reason(entry.reason)),
                .numberWith(setting.date(entry.lastOrder), setting.ago(entry.lastOrder)),
                .number(setting.whole(entry.historicMinorUnits)),
                .numberWith(setting.estimate(Double(entry.predicted.expected)), setting.range(entry.predicted)),
                .number(setting.format.percent(entry.churnProbability)), .number(setting.estimate(entry.atStakeMinorUnits)),
            ]
        }
        return Table<Served>(under: "slipping-heading", headers: headers, rows: rows).node
    }
}
