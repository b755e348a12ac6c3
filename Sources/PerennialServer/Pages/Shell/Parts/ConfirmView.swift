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
    /// What the button says.
    let button: String
    /// Where the answer goes.
    let action: PagePath
    /// Where to, for who thinks better of it.
    let back: PagePath
    let token: FormToken

    var html: String {
        frame.document(title: title, section: section, isNarrow: true) {
            Node.make(.section, [.css("card message")]) {
                Node.make(.h1) { Node.text(title) }
                Node.make(.p) { Node.make(.strong) { Node.outside(what) } }
                for line in lead { Node.p(line) }
                Node.div("links") {
                    Node.form(to: action, token: token) { Node.button(button, [.css("grave")]) }
                    Node.link(frame.setting.words(Phrase.PagePart.cancel), to: back)
                }
            }
        }
    }
}
