import Charts
import Facts
import Markup
import Wording

/// Revenue month by month: what came, and what is expected.
struct MonthsView {
    let setting: PageSetting
    let model: HomeModel

    private var words: Words { setting.words }
    private var current: ShopMonth { ShopMonth(setting.today) }

    /// Of the month under way only the whole is drawn: its first days alone would look like a fall.
    private var months: [HomeModel.Month] { model.months.filter { $0.month < current || $0.forecast != nil } }

    var node: Node {
        guard isDrawn else { return .nothing }
        return setting.card(words(Phrase.Home.monthsTitle), id: "months", width: 12) { content }
    }

    /// The figure alone, to stand within another card.
    var content: [Node] {
        guard isDrawn else { return [] }
        return [
            setting.figure(chart, id: "figure-months", width: PageSetting.widest, medium: 700),
            months.contains { $0.month == current } ? .p("note", "* " + words(Phrase.Home.monthUnderWay)) : .nothing,
        ]
    }

    /// A line needs two points.
    private var isDrawn: Bool { months.count > 1 }

    /// The name of a month; that of the one under way is marked, for it is no whole one yet.
    private func name(_ month: HomeModel.Month) -> String {
        setting.format.month(year: month.month.year, month: month.month.month) + (month.month == current ? "*" : "")
    }

    private var chart: LineChart {
        let title = words(Phrase.Home.monthsTitle)
        let months = months
        let actual = months.map { $0.month < current ? $0.revenueMinorUnits.map { setting.major(Double($0)) } ?? .nan : .nan }
        let forecast = months.map { $0.forecast.map { setting.major(Double($0.expected)) } ?? .nan }
        var lines = [LineChart.Line(name: words(Phrase.Home.came), values: actual)]
        var band: LineChart.Band?
        if months.contains(where: { $0.forecast != nil }) {
            lines.append(.init(name: words(Phrase.Page.expected), values: forecast, kind: .forecast))
            band = .init(
                name: words(Phrase.Months.band), lowTitle: words(Phrase.Months.from), highTitle: words(Phrase.Months.to),
                low: months.map { $0.forecast.map { setting.major(Double($0.low)) } ?? .nan },
                high: months.map { $0.forecast.map { setting.major(Double($0.high)) } ?? .nan })
        }
        return LineChart(
            words: FigureWords(
                title: title, description: words(Phrase.Home.monthsDescription), empty: words(Phrase.Profile.noOrders), drawsTitle: false),
            periodTitle: words(Phrase.Page.month), periods: months.map { name($0) },
            lines: lines, band: band, valueAxis: setting.moneyAxis(words(Phrase.Page.revenue)))
    }
}

extension PageSetting {
    /// An axis of amounts in major units.
    func moneyAxis(_ title: String) -> ValueAxis {
        let format = format
        let currency = currency
        let scale = Double(currency.minorUnitsPerMajor)
        let unit = currency == .none ? "" : ", \(currency.code)"
        return ValueAxis(title: title + unit, tick: { format.rounded($0) }, exact: { format.estimate($0 * scale, currency) })
    }
}
