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
        return setting.card(words(Phrase.Home.churnTitle), id: "churn", width: 6) {
            setting.tiles(
                [
                    .init(
                        words(Phrase.Home.averageChurn), setting.format.percent(mix.meanChurnProbability),
                        words.averageOf(customers: mix.predicted))
                ] + oneTime, "two-figures")
            setting.bars(
                mix.risk.map {
                    .init(words(RiskLevel($0.word).phrase), $0.customers, RiskLevel($0.word).color, ProfileQuery(risk: $0.word))
                },
                of: mix.predicted)
            if let buyers = model.oneTime { Node.p("note after", advice(buyers)) }
        }
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
