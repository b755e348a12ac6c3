import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// The RFM group of one customer with its scores.
struct RFMView {
    let setting: PageSetting
    let rfm: RFMStanding?

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.Profile.rfmTitle), id: "rfm", width: 12) {
            if let rfm {
                Node.make(.p, [.css("group")]) { setting.badge(words(rfm.group.phrase), rfm.group.color) }
                if let changedAt = rfm.changedAt {
                    Node.p("note", words.inGroupSince(setting.date(changedAt), before: rfm.previous.map { words($0.phrase) }))
                }
                Node.make(.dl, [.css("scores")]) {
                    score(Phrase.Profile.recency, rfm.recency)
                    score(Phrase.Profile.frequency, rfm.frequency)
                    score(Phrase.Profile.monetary, rfm.monetary)
                }
                Node.p("note", words.labelled(words(Phrase.Profile.whatToDo), words(rfm.group.advice)))
            } else {
                Node.p("empty", words(Phrase.Profile.noGroup))
            }
        }
    }

    private func score(_ name: Phrase, _ score: Int) -> Node {
        .group {
            Node.make(.dt) { Node.text(words(name)) }
            Node.make(.dd) {
                Node.element(
                    .span, [.css("dots"), Attribute(name: .hidden, value: "true")],
                    (1...3).map { Node.element(.span, [.css($0 <= score ? "dot on" : "dot")], []) })
                Node.text(words.scoreOfThree(score))
            }
        }
    }
}
