import Markup
import Wording

extension PageSetting {
    /// The title of a column of expected amounts, with their horizon.
    func expected(_ forecast: HomeModel.Forecast?) -> String {
        forecast.map { words.expected(inDays: $0.basis.horizonInDays) } ?? words(Phrase.Page.expected)
    }
}

/// The figures of the whole shop.
struct TotalsView {
    let setting: PageSetting
    let model: HomeModel

    private var words: Words { setting.words }

    var node: Node {
        .make(.section, [.label(words(Phrase.Home.inNumbers))]) {
            setting.tiles(counted + expected, "tiles strip-tiles")
            if let forecast = model.forecast { Node.p("basis strip-tiles", words.onThisPage(forecast.basis.line(words))) }
            if let counted = model.overtaken { Node.p("basis strip-tiles", words.countedEarlier(at: setting.moment(counted))) }
        }
    }

    private var expected: [PageSetting.Tile] {
        guard let forecast = model.forecast else { return [] }
        let days = forecast.basis.horizonInDays
        return [
            .init(
                words(Phrase.Answer.returning), setting.format.rounded(forecast.returning.expected), setting.probably(forecast.returning),
                words(Phrase.Answer.returningMeaning),
                words.willOrder(
                    words.range(setting.format.rounded(forecast.ordering.low), setting.format.rounded(forecast.ordering.high)),
                    withinDays: days)),
            .init(
                words(Phrase.Home.expectedOrders), setting.format.rounded(forecast.orders.expected), setting.probably(forecast.orders),
                words.inTheNext(days: days) + ", " + words(Phrase.Home.fromToday)),
        ]
    }

    private var counted: [PageSetting.Tile] {
        let totals = model.totals
        return [
            .init(words(Phrase.Home.customers), setting.format.number(totals.customers), words(Phrase.Home.customersMeaning)),
            .init(
                words(Phrase.Home.revenue), setting.whole(totals.revenueMinorUnits),
                words.ordersSince(totals.orders, first: totals.firstOrder.map(setting.date)), averageOrder),
        ]
    }

    private var averageOrder: String? {
        guard model.totals.orders > 0 else { return nil }
        let mean = setting.mean(Double(model.totals.revenueMinorUnits) / Double(model.totals.orders))
        return words.averageOrder(mean)
    }
}
