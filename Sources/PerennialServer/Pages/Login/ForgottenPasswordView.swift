import Markup
import Wording

/// The page by which somebody who forgot a password asks for a link.
struct ForgottenPasswordView {
    /// What it says.
    enum Stage: Sendable, Equatable {
        case asks
        /// Whether there is such an account is not said.
        case sent
        case isWrong
        case tooMany(waitSeconds: Int)
        /// The server sends no mail.
        case withoutMail
    }

    let frame: PageFrame
    let stage: Stage
    /// As it was typed.
    var email = ""
    /// Of the visit: nobody is signed in.
    let token: FormToken

    private var words: Words { frame.setting.words }

    var html: String {
        frame.document(title: words(Phrase.ForgottenPassword.title), section: nil, isNarrow: true) {
            Node.make(.section, [.css("card"), .labelledBy("title")]) {
                Node.make(.h1, [.id("title")]) { Node.text(words(Phrase.ForgottenPassword.title)) }
                switch stage {
                case .sent: Node.make(.p, [Attribute(name: .role, value: "status")]) { Node.text(words(Phrase.ForgottenPassword.sent)) }
                case .withoutMail: Node.p(words(Phrase.ForgottenPassword.withoutMail))
                case .asks, .isWrong: form
                case .tooMany(let seconds):
                    Node.element(
                        .p, [.css("alert"), Attribute(name: .role, value: "alert")], [.text(words.tooManyAttempts(waitSeconds: seconds))])
                    form
                }
                Node.make(.p, [.css("links")]) { Node.link(words(Phrase.SignIn.button), to: PagePaths.signIn) }
            }
        }
    }

    private var form: Node {
        .form(to: PagePaths.forgottenPassword, token: token) {
            Node.p("lead", words(Phrase.ForgottenPassword.lead))
            FieldView(
                words(Phrase.SignIn.email), Field(SignInModel.emailField, .email, value: email, autocomplete: .username, longest: 254),
                problem: stage == .isWrong ? words(Phrase.Owner.emailWrong) : nil
            ).node
            Node.button(words(Phrase.ForgottenPassword.button), [.css("main")])
        }
    }
}
