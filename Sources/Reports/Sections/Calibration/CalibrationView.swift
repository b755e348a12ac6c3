import Charts
import CustomerValue
import Markup
import Wording

/// Whether the probabilities came true on earlier days.
struct CalibrationView {
    let page: PageContext
    let model: PooledCalibration

    private var words: Words { page.words }

    var content: Node {
        guard page.analysis.predictions != nil else { return page.noPredictions }
        guard let fullest = model.fullest else {
            let needed = page.record.backtest?.daysNeeded.map { " " + words.daysNeededForTrial($0) } ?? ""
            return page.empty(words(Phrase.Calibration.empty) + needed)
        }
        return .group([
            .p(words.calibrationSentence(said: fullest.predicted, ordered: fullest.ordered, missedBy: model.missedBy)),
            page.basisLine(page.trialBasis), page.figure(CalibrationChart(model, words), id: "figure-calibration"),
            .p("note", words(Phrase.Calibration.reading)),
        ])
    }
}
