import CustomerValue
import Markup
import Reports
import Wording

/// The page of the conditions for predictions, with how many customers are needed and how far they look.
struct GateView {
    let frame: PageFrame
    let model: GateModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.settings(.predictions) {
            if model.isSaved { setting.done(words(Phrase.PagePart.saved)) }
            if !model.problems.isEmpty { setting.refused(words(Phrase.PagePart.lookAtMarked)) }
            setting.grid {
                setting.card(words(Phrase.Settings.gate), id: "gate", width: 7) {
                    Node.p(words(standing))
                    if !model.conditions.isEmpty { table }
                }
                setting.card(words(Phrase.Settings.predictions), id: "settings", width: 5) {
                    if let signedIn = frame.signedIn, signedIn.role.mayChangeShop { form(signedIn.token) } else { facts }
                }
            }
            setting.help { Node.p(words(Phrase.Settings.helpGate)) }
        }
    }

    private var standing: Phrase {
        guard let isEligible = model.isEligible else { return Phrase.Settings.gateEmpty }
        return isEligible ? Phrase.Settings.gateMet : Phrase.Settings.gateUnmet
    }

    private var table: Node {
        .make(.ul, [.css("checks")]) {
            for finding in model.conditions {
                Node.make(.li, [.css(finding.isMet ? "met" : "unmet")]) {
                    Node.make(.span, [.css("what")]) { Node.text(words(finding.condition.phrase)) }
                    Node.make(.span, [.css("has")]) { Node.text(words.found(finding)) }
                    Node.small(words.neededAndResult(words.needed(finding), result(finding)))
                }
            }
        }
    }

    private func result(_ finding: Eligibility.Finding) -> String {
        if finding.isMet { return words(Phrase.Eligibility.holds) }
        return words.missing(finding) + (finding.isRequired ? "" : " (\(words(Phrase.Eligibility.warningOnly)))")
    }

    private func form(_ token: FormToken) -> Node {
        .form(to: SettingsTab.predictions.path, token: token) {
            number(GateModel.minimumField, Phrase.Settings.minimum, model.minimum, GateModel.minimums, hint: Phrase.Settings.minimumHint)
            number(
                GateModel.horizonField, Phrase.Settings.horizonLabel, model.horizon, GateModel.horizons, hint: Phrase.Settings.horizonHint)
            Node.button(words(Phrase.PagePart.save))
        }
    }

    private func number(_ name: String, _ label: Phrase, _ value: String, _ range: ClosedRange<Int>, hint: Phrase) -> Node {
        var field = Field(name, .number, value: value, longest: 9)
        field.least = String(range.lowerBound)
        field.most = String(range.upperBound)
        return FieldView(words(label), field, hint: words(hint), problem: model.problems[name].map { words($0) }).node
    }

    private var facts: Node {
        .group {
            setting.pairs([
                (words(Phrase.Settings.minimum), .outside(model.minimum)), (words(Phrase.Settings.horizonLabel), .outside(model.horizon)),
            ])
            setting.readsOnly
        }
    }
}
