import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// Why nothing is predicted for a person: which condition is short, and by how much.
struct NoPredictionView {
    let setting: PageSetting
    let why: WhyNoPrediction

    private var words: Words { setting.words }

    var node: Node {
        setting.empty(words(Phrase.Profile.noPredictions)) {
            switch why {
            case .neverOrdered: Node.p(words(Phrase.Profile.neverOrdered))
            case .orderedAhead(let first): Node.p(words.orderedAhead(setting.date(first)))
            case .nothingLeft: Node.p(words(Phrase.Profile.nothingLeft))
            case .heldAside(let orders, let currency):
                Node.p(
                    words.heldAside(
                        orders: orders, currency: currency == .none ? words(Phrase.Intake.noCurrency) : currency.code))
            case .objected(let since): Node.p(words.objected(setting.date(since)))
            case .shopNotEligible(let findings): conditions(findings)
            case .failed(let failure): Node.p(words(failure.phrase))
            case .notFittedYet: Node.p(words(Phrase.Profile.notFitted))
            }
        }
    }

    private func conditions(_ findings: [Eligibility.Finding]) -> [Node] {
        [
            .p(words(Phrase.Profile.shopNotEligible)),
            .make(.ul) {
                for finding in findings where !finding.isMet && finding.isRequired {
                    Node.make(.li) { Node.text(words.unmet(finding)) }
                }
            },
        ]
    }
}
