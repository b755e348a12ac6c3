import Charts
import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// How predicted CLV is spread over customers.
struct CLVSpreadView {
    let setting: PageSetting
    let model: CustomerValuePageModel

    private var words: Words { setting.words }

    var node: Node {
        guard let histogram = model.histogram, let mix = model.home.mix else { return .nothing }
        return setting.card(words(Phrase.CustomerValuePage.spread), id: "spread", width: 12) {
            Node.div("split") {
                Node.make(.div) {
                    Node.p("lead", words(Phrase.Home.byValueLead))
                    setting.bars(
                        mix.value.map { .init(words($0.word.valuePhrase), $0.customers, $0.word.color, ProfileQuery(value: $0.word)) },
                        of: mix.predicted)
                }
                setting.figure(chart(histogram), id: "figure-spread", width: PageSetting.main)
            }
        }
    }

    private func chart(_ histogram: CustomerValuePageModel.Histogram) -> BarChart {
        let last = histogram.counts.count - 1
        let step = Double(histogram.stepMinorUnits)
        let isFine = histogram.stepMinorUnits < setting.currency.minorUnitsPerMajor
        func amount(_ bars: Int) -> String {
            let major = setting.major(step * Double(bars))
            return isFine ? setting.format.decimal(major, decimals: setting.currency.decimals) : setting.format.rounded(major)
        }
        let format = setting.format
        var figureWords = FigureWords(
            title: words(Phrase.Value.predictedChart), description: words(Phrase.Value.predictedChart),
            empty: words(Phrase.Value.noAmounts))
        figureWords.hasSmallTitle = true
        return BarChart(
            words: figureWords,
            binTitle: words(Phrase.Value.amount) + (setting.currency == .none ? "" : ", \(setting.currency.code)"),
            bins: histogram.counts.enumerated().map { place, count in
                .init(label: place == last ? "≥ \(amount(place))" : "\(amount(place))–\(amount(place + 1))", value: Double(count))
            }, valueAxis: ValueAxis(title: words(Phrase.Page.customers), smallestStep: 1, tick: { format.rounded($0) }))
    }
}
