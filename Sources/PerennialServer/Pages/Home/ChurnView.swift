import CustomerValue
import Markup
import Wording

/// How many have probably left, beside how many bought once: the second explains much of the first.
struct ChurnView {
    let setting: PageSetting
    let model: HomeModel

    private var words: Words { setting.words }

    var node: Node {
        guard let mix = model.mix else { return .nothing }
        return setting.card(words(Phrase.Home.churnTitle), id: "churn", width: 12) {
            Node.div("split") {
                setting.tiles([average(mix)] + oneTime, "two-figures")
                Node.make(.div) {
                    setting.bars(
                        mix.risk.map { risk in
                            let level = RiskLevel(risk.word)
                            return .init(words(level.phrase), risk.customers, level.color, ProfileQuery(risk: risk.word))
                        }, of: mix.predicted)
                    if let buyers = model.oneTime { Node.p("note after", advice(buyers)) }
                }
            }
        }
    }

    private func average(_ mix: HomeModel.Mix) -> PageSetting.Tile {
        .init(
            words(Phrase.Home.averageChurn), setting.format.percent(mix.meanChurnProbability),
            words.averageOf(customers: mix.predicted))
    }

    private var oneTime: [PageSetting.Tile] {
        guard let buyers = model.oneTime else { return [] }
        return [
            .init(
                words(Phrase.Home.oneTimeBuyers), setting.format.percent(buyers.share),
                words.someOfCustomers(buyers.oneTime, of: buyers.customers))
        ]
    }

    private func advice(_ buyers: HomeModel.OneTimeBuyers) -> String {
        let why = words(Phrase.Home.churnAdvice)
        guard let days = buyers.medianDaysToSecond else { return why }
        return why + " " + words.halfReturnWithin(days: days)
    }
}
