import Markup
import Wording

/// The page of the one-time link, by which the first owner of a shop is made.
struct FirstOwnerView {
    let frame: PageFrame
    let model: FirstOwnerModel

    private var words: Words { frame.setting.words }

    var html: String {
        frame.document(title: words(Phrase.Owner.title), section: nil, isNarrow: true) {
            Node.make(.section, [.css("card"), .labelledBy("title")]) {
                Node.make(.h1, [.id("title")]) { Node.text(words(Phrase.Owner.title)) }
                Node.p(words(Phrase.Owner.lead))
                Node.form(to: PagePaths.firstOwner(secret: model.secret), token: model.token) {
                    FieldView(
                        words(Phrase.Owner.name), Field(FirstOwnerModel.nameField, .text, value: model.name, autocomplete: .name),
                        problem: said(.nameMissing)
                    ).node
                    FieldView(
                        words(Phrase.SignIn.email), Field(FirstOwnerModel.emailField, .email, value: model.email, autocomplete: .username),
                        problem: said(.emailWrong)
                    ).node
                    FieldView(
                        words(Phrase.SignIn.password), password(FirstOwnerModel.passwordField),
                        hint: words.passwordHint(shortest: FirstOwnerModel.shortestPassword),
                        problem: said(.passwordTooShort) ?? said(.passwordCommon)
                    ).node
                    FieldView(
                        words(Phrase.Owner.repeated), password(FirstOwnerModel.repeatedField), problem: said(.passwordsDiffer)
                    ).node
                    Node.button(words(Phrase.Owner.button), [.css("main")])
                }
            }
        }
    }

    private func password(_ name: String) -> Field {
        Field(
            name, .password, autocomplete: .newPassword, shortest: FirstOwnerModel.shortestPassword,
            longest: FirstOwnerModel.longestPassword)
    }

    private func said(_ problem: FirstOwnerModel.Problem) -> String? {
        guard model.problems.contains(problem) else { return nil }
        switch problem {
        case .nameMissing: return words(Phrase.Owner.nameMissing)
        case .emailWrong: return words(Phrase.Owner.emailWrong)
        case .passwordTooShort: return words.passwordTooShort(shortest: FirstOwnerModel.shortestPassword)
        case .passwordCommon: return words(Phrase.Owner.passwordCommon)
        case .passwordsDiffer: return words(Phrase.Owner.passwordsDiffer)
        }
    }
}
