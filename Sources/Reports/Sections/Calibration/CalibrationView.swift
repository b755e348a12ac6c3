import Charts
import CustomerValue
import Markup
import Wording

/// Whether the probabilities came true on earlier days.
struct CalibrationView {
    let page: PageContext
    let model: CalibrationModel

    private var words: Words { page.words }

    var content: Node {
        guard page.analysis.predictions != nil else { return page.noPredictions }
        guard let fullest = model.fullest else {
            let needed = page.record.backtest?.daysNeeded.map { " " + words.daysNeededForTrial($0) } ?? ""
            return page.empty(words(Phrase.Calibration.empty) + needed)
        }
        return .group([
            .p(words.calibrationSentence(said: fullest.predicted, ordered: fullest.ordered, missedBy: model.missedBy)),
            page.basisLine(ModelScores.basis(page)), page.figure(chart, id: "figure-calibration"),
            .p("note", words(Phrase.Calibration.reading)),
        ])
    }

    private var chart: CalibrationChart {
        CalibrationChart(
            words: FigureWords(
                title: words(Phrase.Calibration.chartTitle), description: words(Phrase.Calibration.reading),
                empty: words(Phrase.Calibration.empty)),
            points: model.bins.map { bin in
                CalibrationChart.Point(
                    forecast: bin.predicted, observed: bin.ordered, customers: Double(bin.customers),
                    customersText: page.format.number(bin.customers))
            },
            forecastAxis: page.shareAxis(words(Phrase.Calibration.predicted)),
            observedAxis: page.shareAxis(words(Phrase.Calibration.happened)), customersTitle: words(Phrase.Page.customers),
            diagonalText: words(Phrase.Calibration.asSaid), aboveText: words(Phrase.Calibration.moreCame),
            belowText: words(Phrase.Calibration.fewerCame))
    }
}
