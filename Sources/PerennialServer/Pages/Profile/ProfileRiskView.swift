import Charts
import CustomerValue
import Markup
import Reports
import Wording

/// Whether a customer has probably left, as a bar and in words.
struct ProfileRiskView {
    let setting: PageSetting
    let model: ProfileModel

    private var words: Words { setting.words }

    var node: Node {
        guard case .predicted(let prediction) = model.outlook else { return .nothing }
        let level = RiskLevel(prediction.churnProbability)
        return setting.card(words(Phrase.Profile.churnTitle), id: "churn", width: 12) {
            Node.div("risk") {
                Node.div("risk-value") {
                    Node.make(.span, [.css("value")]) { Node.text(setting.format.percent(prediction.churnProbability)) }
                    Node.small(words(level.phrase))
                }
                Node.div("risk-bar") { setting.figure(bar(prediction, level), id: "figure-churn", width: 470, hasTable: false) }
            }
            Node.make(.p) {
                Node.strong(words(level.meaning))
                Node.text(" " + words.ofHundred(prediction.churnProbability))
            }
            if let reason = prediction.reason { Node.p(words.labelled(words(Phrase.Profile.why), words.reason(reason)) + ".") }
            Node.p(
                "basis",
                words.churnBasis(asOf: setting.format.date(prediction.basis.asOf), model: prediction.basis.modelName(words)))
        }
    }

    private func bar(_ prediction: ProfilePrediction, _ level: RiskLevel) -> RiskBar {
        let percent = setting.format.percent(prediction.churnProbability)
        return RiskBar(
            words: FigureWords(
                title: words(Phrase.Profile.churnTitle), description: "\(percent): \(words(level.phrase))",
                empty: words(Phrase.Profile.noPredictions), drawsTitle: false),
            valueTitle: words(Phrase.Profile.churnTitle), value: prediction.churnProbability, valueText: percent,
            zones: RiskLevel.allCases.map { .init(label: words($0.phrase), end: $0.end, color: $0.color) })
    }
}
