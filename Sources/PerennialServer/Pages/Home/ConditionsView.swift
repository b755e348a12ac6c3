import CustomerValue
import Markup
import Reports
import Wording

/// The conditions for predictions, each with what the shop has, under how many hold.
struct ConditionsView {
    let setting: PageSetting
    let conditions: [Eligibility.Finding]

    private var words: Words { setting.words }

    var node: Node {
        guard !conditions.isEmpty else { return .nothing }
        return .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words.conditionsHold(conditions.count { $0.isMet }, of: conditions.count)) }
            Node.make(.ul, [.css("checks")]) {
                for finding in conditions { Node.make(.li, [.css(finding.isMet ? "met" : "unmet")]) { line(finding) } }
            }
        }
    }

    private func line(_ finding: Eligibility.Finding) -> [Node] {
        let result =
            finding.isMet
            ? words(Phrase.Eligibility.holds)
            : words.missing(finding) + (finding.isRequired ? "" : " (\(words(Phrase.Eligibility.warningOnly)))")
        return [
            .make(.span, [.css("what")]) { Node.text(words(finding.condition.phrase)) },
            .make(.span, [.css("has")]) { Node.text(words.found(finding)) },
            .element(.small, [], [.text(words.neededAndResult(words.needed(finding), result))]),
        ]
    }
}
