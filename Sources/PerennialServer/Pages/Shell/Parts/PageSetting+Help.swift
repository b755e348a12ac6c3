import Markup
import Wording

extension PageSetting {
    /// What the figures of a page mean, in plain words, folded up until it is asked for.
    func help(@NodeList<Served> _ content: () -> [Node]) -> Node {
        .make(.details, [.css("data help")]) {
            Node.make(.summary) { Node.text(words(Phrase.PagePart.help)) }
            Node.div("help-words", content)
        }
    }

    /// Says that something was done; read aloud at once.
    func done(_ text: String) -> Node {
        .make(.aside, [.css("notice done"), Attribute(name: .role, value: "status")]) { Node.p(text) }
    }

    /// Says that something of a form was refused, above it; read aloud at once.
    func refused(_ text: String) -> Node {
        .make(.aside, [.css("notice refused"), Attribute(name: .role, value: "alert")]) { Node.p(text) }
    }

    /// In place of a form, for whoever only reads.
    var readsOnly: Node { .p("note", words(Phrase.Rights.readsOnly)) }
}

extension PageSetting {
    /// The same as questions and their answers.
    func help(_ pairs: [(question: Phrase, answer: Phrase)]) -> Node {
        help {
            Node.make(.dl) {
                for pair in pairs {
                    Node.make(.dt) { Node.text(words(pair.question)) }
                    Node.make(.dd) { Node.text(words(pair.answer)) }
                }
            }
        }
    }
}
