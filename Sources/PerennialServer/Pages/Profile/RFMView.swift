import Charts
import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// The RFM group of one customer with its scores, what was bought, and every change.
struct RFMView {
    let setting: PageSetting
    let rfm: RFMCard?
    let orders: OrderHistory?

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.Profile.rfmTitle), id: "rfm", width: 12) {
            if let rfm {
                Node.make(.p, [.css("group")]) { setting.badge(words(rfm.group.phrase), rfm.group.color) }
                if let changedAt = rfm.changedAt {
                    Node.p("note", words.inGroupSince(setting.date(changedAt), before: rfm.previous.map { words($0.phrase) }))
                }
                Node.make(.dl, [.css("scores")]) {
                    score(Phrase.Profile.recency, rfm.recency, of: rfm.levels)
                    score(Phrase.Profile.frequency, rfm.frequency, of: rfm.levels)
                    score(Phrase.Profile.monetary, rfm.monetary, of: rfm.levels)
                    if let orders {
                        fact(Phrase.Profile.orders, setting.format.number(orders.numberOfOrders))
                        fact(Phrase.Profile.historic, setting.money(orders.historicMinorUnits))
                    }
                }
                Node.p("note", words.labelled(words(Phrase.Profile.whatToDo), words(rfm.group.advice)))
                history(rfm)
            } else {
                Node.p("empty", words(Phrase.Profile.noGroup))
            }
        }
    }

    private func score(_ name: Phrase, _ score: Int, of levels: Int) -> Node {
        .group {
            Node.make(.dt) { Node.text(words(name)) }
            Node.make(.dd) {
                Node.element(
                    .span, [.css("dots"), Attribute(name: .hidden, value: "true")],
                    (1...max(1, levels)).map { Node.element(.span, [.css($0 <= score ? "dot on" : "dot")], []) })
                Node.text(words.score(score, of: levels))
            }
        }
    }

    private func fact(_ name: Phrase, _ value: String) -> Node {
        .group {
            Node.make(.dt) { Node.text(words(name)) }
            Node.make(.dd) { Node.text(value) }
        }
    }

    private func history(_ rfm: RFMCard) -> Node {
        guard rfm.history.count > 1 else { return .nothing }
        return .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.Profile.groupHistory)) }
            Node.make(.ol, [.css("past")]) { for past in rfm.history { Node.make(.li) { entry(past) } } }
        }
    }

    private func entry(_ past: RFMCard.Past) -> [Node] {
        let cause = words(past.cause.phrase) + (past.isReconstructed ? ", " + words(Phrase.RFM.workedOutLater) : "")
        let scores = past.group == nil ? "" : " · " + words.labelled("RFM", "\(past.recency)\(past.frequency)\(past.monetary)")
        return [
            setting.time(past.at, shown: setting.date(past.at)),
            setting.badge(words(past.group?.phrase ?? Phrase.RFM.nothingLeft), past.group?.color ?? .grey),
            .small(cause + scores),
        ]
    }
}
