import Markup
import Wording

/// Asks once more before something is done that cannot be taken back.
struct ConfirmView {
    let frame: PageFrame
    let section: PageSection?
    /// The question.
    let title: String
    /// What it is about: text from outside.
    let what: String
    /// What will happen.
    let lead: [String]
    /// What else it touches, by kind and name: text from outside.
    var touched: [(kind: String, name: String)] = []
    /// What the button says.
    let button: String
    /// Where the answer goes.
    let action: PagePath
    /// Where to, for who thinks better of it.
    let back: PagePath
    /// What leads back is called.
    var keep = Phrase.PagePart.cancel
    let token: FormToken

    var html: String {
        frame.document(title: title, section: section, isNarrow: true) {
            Node.make(.section, [.css("card message")]) {
                Node.make(.h1) { Node.text(title) }
                Node.make(.p) { Node.make(.strong) { Node.outside(what) } }
                for line in lead { Node.p(line) }
                if !touched.isEmpty {
                    Node.make(.ul) {
                        for entry in touched {
                            Node.make(.li) {
                                Node.text(entry.kind + " ")
                                Node.outside(entry.name)
                            }
                        }
                    }
                }
                Node.div("links") {
                    Node.form(to: action, token: token) { Node.button(button, [.css("grave")]) }
                    Node.link(frame.setting.words(keep), to: back)
                }
            }
        }
    }
}
