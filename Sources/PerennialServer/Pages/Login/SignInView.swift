import Markup
import Wording

/// The page for signing in.
struct SignInView {
    let frame: PageFrame
    let model: SignInModel

    private var words: Words { frame.setting.words }

    var html: String {
        frame.document(title: words(Phrase.SignIn.title), section: nil, isNarrow: true) {
            Node.make(.section, [.css("card"), .labelledBy("title")]) {
                Node.make(.h1, [.id("title")]) { Node.text(words(Phrase.SignIn.title)) }
                notice
                Node.form(to: PagePaths.signIn, token: model.token) {
                    if let next = model.next { Node.hidden(PagePaths.nextParameter, next.text) }
                    FieldView(
                        words(Phrase.SignIn.email),
                        Field(SignInModel.emailField, .email, value: model.email, autocomplete: .username, isWrong: model.notice == .wrong)
                    ).node
                    FieldView(
                        words(Phrase.SignIn.password),
                        Field(SignInModel.passwordField, .password, autocomplete: .currentPassword, isWrong: model.notice == .wrong)
                    ).node
                    Node.button(words(Phrase.SignIn.button), [.css("main")])
                }
                Node.make(.p, [.css("links")]) { Node.link(words(Phrase.ForgottenPassword.link), to: PagePaths.forgottenPassword) }
            }
        }
    }

    private var notice: Node {
        switch model.notice {
        case nil: .nothing
        case .wrong: alert(words(Phrase.SignIn.wrong))
        case .tooManyAttempts(let seconds): alert(words.tooManyAttempts(waitSeconds: seconds))
        case .signedOut: .p("hint", words(Phrase.SignIn.signedOut))
        }
    }

    private func alert(_ text: String) -> Node { .element(.p, [.css("alert"), Attribute(name: .role, value: "alert")], [.text(text)]) }
}
