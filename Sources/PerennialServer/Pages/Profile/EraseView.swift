import Markup
import Wording

/// Asks once more before somebody is erased.
struct EraseView {
    let frame: PageFrame
    let name: ProfileName
    let token: FormToken
    let id: String

    private var words: Words { frame.setting.words }

    var html: String {
        frame.document(title: words(Phrase.Rights.eraseTitle), section: .profiles, isNarrow: true) {
            Node.make(.section, [.css("card message")]) {
                Node.make(.h1) { Node.text(words(Phrase.Rights.eraseTitle)) }
                Node.make(.p) { Node.make(.strong) { Node.outside(name.title(words)) } }
                Node.p(words(Phrase.Rights.eraseLead))
                Node.p("note", words(Phrase.Rights.eraseBackups))
                Node.div("links") {
                    Node.form(to: PagePaths.erasure(of: id), token: token) {
                        Node.button(words(Phrase.Rights.eraseNow), [.css("grave")])
                    }
                    Node.link(words(Phrase.Rights.keep), to: PagePaths.profile(id))
                }
            }
        }
    }
}
