import Charts
import Facts
import Markup
import Wording

/// Kept forecasts beside what came.
struct ForecastsView {
    let setting: PageSetting
    let model: ModelPageModel

    private var words: Words { setting.words }

    var node: Node {
        guard model.model != nil || !model.forecasts.isEmpty else { return .nothing }
        return setting.card(words(Phrase.CustomerValuePage.forecasts), id: "forecasts", width: 12) {
            Node.p("lead", words(Phrase.CustomerValuePage.forecastsLead))
            if model.forecasts.isEmpty {
                Node.p("empty", words(Phrase.CustomerValuePage.noForecasts))
            } else {
                if model.forecasts.count(where: { $0.actualMinorUnits != nil }) > 1 {
                    setting.figure(chart, id: "figure-forecasts", width: PageSetting.widest, hasTable: false)
                }
                table
            }
        }
    }

    private var table: Node {
        let rows = model.forecasts.reversed().map { forecast -> [Cell] in
            let days = setting.format.date(forecast.firstDay) + " – " + setting.format.date(forecast.lastDay)
            return [
                .text(days), .number(setting.format.date(forecast.madeOn)),
                .numberWith(setting.estimate(Double(forecast.spend.expected)), setting.range(forecast.spend)), outcome(forecast),
            ]
        }
        return Table<Served>(
            under: "forecasts-heading",
            headers: [
                words(Phrase.CustomerValuePage.days), words(Phrase.CustomerValuePage.madeOn), words(Phrase.Page.expected),
                words(Phrase.CustomerValuePage.came),
            ], rows: rows
        ).node
    }

    private func outcome(_ forecast: ModelPageModel.Forecast) -> Cell {
        guard let actual = forecast.actualMinorUnits else { return .number(words(Phrase.CustomerValuePage.underWay)) }
        let verdict =
            actual < forecast.spend.low
            ? Phrase.ModelCard.below : actual > forecast.spend.high ? Phrase.ModelCard.above : Phrase.ModelCard.within
        return .numberWith(setting.whole(actual), words(verdict))
    }

    private var chart: LineChart {
        let over = model.forecasts.filter { $0.actualMinorUnits != nil }
        return LineChart(
            words: FigureWords(
                title: words(Phrase.CustomerValuePage.forecasts), description: words(Phrase.CustomerValuePage.forecastsLead),
                empty: words(Phrase.CustomerValuePage.noForecasts), drawsTitle: false),
            periodTitle: words(Phrase.Page.month),
            periods: over.map { setting.format.month(of: $0.firstDay) },
            lines: [
                .init(name: words(Phrase.Home.came), values: over.map { setting.major(Double($0.actualMinorUnits ?? 0)) }),
                .init(name: words(Phrase.Page.expected), values: over.map { setting.major(Double($0.spend.expected)) }, kind: .forecast),
            ],
            band: .init(
                name: words(Phrase.Months.band), lowTitle: words(Phrase.Months.from), highTitle: words(Phrase.Months.to),
                low: over.map { setting.major(Double($0.spend.low)) }, high: over.map { setting.major(Double($0.spend.high)) }),
            valueAxis: setting.moneyAxis(words(Phrase.Page.revenue)))
    }
}
