import Markup
import Wording

/// What a person may ask for.
struct ProfileRights {
    /// The field that says whether somebody objects.
    static let objectedField = "objected"
}

/// The rights of a person: whoever only reads is told who sees to them.
struct RightsView {
    let setting: PageSetting
    let model: ProfileModel
    let signedIn: SignedIn

    private var words: Words { setting.words }
    private var id: String { model.name.id }

    var node: Node {
        setting.card(words(Phrase.Rights.title), id: "rights", width: 12) {
            if signedIn.role.mayChangePeople {
                Node.div("rights") {
                    right(Phrase.Rights.file, Phrase.Rights.fileHelp) {
                        Node.form(to: PagePaths.accessFile(of: id), token: signedIn.token) {
                            Node.button(words(Phrase.Rights.download), [.css("quiet")])
                        }
                    }
                    right(Phrase.Rights.objection, model.hasObjected ? Phrase.Rights.hasObjected : Phrase.Rights.objectionHelp) {
                        Node.form(to: PagePaths.objection(of: id), token: signedIn.token) {
                            Node.hidden(ProfileRights.objectedField, model.hasObjected ? "no" : "yes")
                            Node.button(words(model.hasObjected ? Phrase.Rights.takeBack : Phrase.Rights.object), [.css("quiet")])
                        }
                    }
                    right(Phrase.Rights.erasure, Phrase.Rights.erasureHelp) {
                        Node.element(
                            .a, [.css("button grave"), .to(PagePaths.erasure(of: id))], [.text(words(Phrase.Rights.erase))])
                    }
                }
            } else {
                Node.p("note", words(model.hasObjected ? Phrase.Rights.hasObjected : Phrase.Rights.readsOnly))
            }
        }
    }

    private func right(_ name: Phrase, _ help: Phrase, @NodeList<Served> _ action: () -> [Node]) -> Node {
        .div("right") {
            Node.make(.div) {
                Node.make(.h3) { Node.text(words(name)) }
                Node.p(words(help))
            }
            action()
        }
    }
}
