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
        return setting.card(words(Phrase.OrderValue.title), id: "order-value", width: 6) {
            if let lastYear = trend.lastYear {
                setting.tiles(
                    [.init(words(Phrase.OrderValue.lastYear), setting.mean(lastYear), change(lastYear, trend.yearBefore))], "two-figures")
            }
            if trend.months.count(where: { $0.average != nil }) > 1 {
                setting.figure(chart(trend), id: "figure-order-value", width: PageSetting.half)
            } else {
                Node.p("empty", words(Phrase.OrderValue.empty))
            }
        }
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
