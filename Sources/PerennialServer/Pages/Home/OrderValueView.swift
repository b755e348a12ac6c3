import Charts
import Facts
import Markup
import Wording

/// The average order value: of the last year, and month by month.
struct OrderValueView {
    let setting: PageSetting
    let trend: HomeModel.OrderValueTrend?

    private var words: Words { setting.words }

    var node: Node {
        guard let trend else { return .nothing }
        return setting.card(
            words(Phrase.OrderValue.title), id: "order-value", width: 12, .link(words(Phrase.Home.details), to: PagePaths.orderValues)
        ) {
            if trend.months.count(where: { $0.average != nil }) > 1 {
                Node.div("split") {
                    setting.tiles(tiles(trend), "two-figures")
                    setting.figure(chart(trend), id: "figure-order-value", width: PageSetting.main)
                }
            } else {
                Node.p("empty", words(Phrase.OrderValue.empty))
            }
        }
    }

    private func tiles(_ trend: HomeModel.OrderValueTrend) -> [PageSetting.Tile] {
        let last = trend.months.last { $0.average != nil }
        let lastMonth = last.map { last in
            PageSetting.Tile(
                setting.format.month(year: last.month.year, month: last.month.month), setting.mean(last.average),
                words(Phrase.OrderValue.lastMonth))
        }
        let lastYear = trend.lastYear.map { lastYear in
            PageSetting.Tile(words(Phrase.OrderValue.lastYear), setting.mean(lastYear), change(lastYear, trend.yearBefore))
        }
        return [lastYear, lastMonth].compactMap { $0 }
    }

    private func change(_ lastYear: Double, _ before: Double?) -> String? {
        guard let before, before > 0 else { return nil }
        return words.comparedWithYearBefore(setting.format.signedPercent(lastYear / before - 1), setting.mean(before))
    }

    private func chart(_ trend: HomeModel.OrderValueTrend) -> LineChart {
        LineChart(
            words: FigureWords(
                title: words(Phrase.OrderValue.chartTitle), description: words(Phrase.OrderValue.lead),
                empty: words(Phrase.OrderValue.empty), drawsTitle: false),
            periodTitle: words(Phrase.Page.month),
            periods: trend.months.map { setting.format.month(year: $0.month.year, month: $0.month.month) },
            lines: [
                LineChart.Line(
                    name: words(Phrase.OrderValue.average), values: trend.months.map { $0.average.map { setting.major($0) } ?? .nan })
            ], valueAxis: setting.moneyAxis(words(Phrase.OrderValue.average)))
    }
}
