import Markup
import Wording

/// The page of the one-time link by which a user sets a password.
struct SetPasswordView {
    let frame: PageFrame
    let model: SetPasswordModel

    private var words: Words { frame.setting.words }

    var html: String {
        frame.document(title: words(Phrase.SetPassword.title), section: nil, isNarrow: true) {
            Node.make(.section, [.css("card"), .labelledBy("title")]) {
                Node.make(.h1, [.id("title")]) { Node.text(words(Phrase.SetPassword.title)) }
                Node.p(words(Phrase.SetPassword.lead))
                Node.make(.p) { Node.make(.strong) { Node.outside(model.email) } }
                Node.form(to: PagePaths.setPassword(secret: model.secret), token: model.token) {
                    FieldView(
                        words(Phrase.SignIn.password), password(FirstOwnerModel.passwordField),
                        hint: words.passwordHint(shortest: FirstOwnerModel.shortestPassword), problem: problem
                    ).node
                    FieldView(
                        words(Phrase.Owner.repeated), password(FirstOwnerModel.repeatedField),
                        problem: model.problems.contains(.passwordsDiffer) ? words(Phrase.Owner.passwordsDiffer) : nil
                    ).node
                    Node.button(words(Phrase.SetPassword.button), [.css("main")])
                }
            }
        }
    }

    private func password(_ name: String) -> Field {
        Field(
            name, .password, autocomplete: .newPassword, shortest: FirstOwnerModel.shortestPassword,
            longest: FirstOwnerModel.longestPassword)
    }

    private var problem: String? {
        if model.problems.contains(.passwordTooShort) { return words.passwordTooShort(shortest: FirstOwnerModel.shortestPassword) }
        return model.problems.contains(.passwordCommon) ? words(Phrase.Owner.passwordCommon) : nil
    }
}
