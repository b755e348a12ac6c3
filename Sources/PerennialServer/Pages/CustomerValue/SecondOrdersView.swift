import Charts
import CustomerValue
import Markup
import Reports
import Wording

/// How soon customers come back for a second order.
struct SecondOrdersView {
    let setting: PageSetting
    let second: SecondPurchase?

    private var words: Words { setting.words }

    var node: Node {
        guard let second else { return .nothing }
        return setting.card(words(Phrase.SecondOrder.chartTitle), id: "second", width: 12) {
            if let quarter = second.firstQuartileInDays, let median = second.medianInDays, let threeQuarters = second.thirdQuartileInDays {
                Node.p(
                    "lead",
                    second.isOfFullYear
                        ? words.whenToWrite(quarterDays: quarter, medianDays: median, threeQuartersDays: threeQuarters)
                        : words.returnsTooShort(medianDays: median, threeQuartersDays: threeQuarters))
                Node.div("split") {
                    setting.tiles(
                        [
                            .init(words(Phrase.SecondOrder.quarter), words.ofDays(quarter)),
                            .init(words(Phrase.SecondOrder.median), words.ofDays(median)),
                            .init(words(Phrase.SecondOrder.threeQuarters), words.ofDays(threeQuarters)),
                        ], "two-figures")
                    table(second)
                }
            } else {
                Node.p("empty", words(Phrase.SecondOrder.nobody))
            }
        }
    }

    private func table(_ second: SecondPurchase) -> Node {
        let rows = second.returnedWithin.filter { $0.customers > 0 }.map { within -> [Cell] in
            let range = within.shareRange.map {
                words.shortRange(setting.format.percent($0.lowerBound), setting.format.percent($0.upperBound))
            }
            return [
                .text(words.backWithin(days: within.days).withCapital), .number(setting.format.number(within.customers)),
                .numberWith(within.share.map { setting.format.percent($0) } ?? "–", range ?? "–"),
            ]
        }
        return Table<Served>(
            caption: words(Phrase.SecondOrder.cameBack),
            headers: [
                words(Phrase.CustomerValuePage.days), words(Phrase.Page.customers), words(Phrase.FirstOrder.cameBack),
            ], rows: rows
        ).node
    }
}
