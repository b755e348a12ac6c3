import Markup
import Wording

/// The page of one's own account.
struct AccountView {
    let frame: PageFrame
    let model: AccountModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.settings(.account) {
            if let notice = model.notice { setting.done(words(notice.phrase)) }
            if let seconds = model.waitSeconds {
                setting.refused(words.tooManyAttempts(waitSeconds: seconds))
            } else if !model.problems.isEmpty {
                setting.refused(words(Phrase.PagePart.lookAtMarked))
            }
            if let signedIn = frame.signedIn {
                setting.grid {
                    setting.card(words(Phrase.Account.you), id: "you", width: 6) { you(signedIn) }
                    setting.card(words(Phrase.Account.password), id: "password-card", width: 6) { password(signedIn) }
                    setting.card(words(Phrase.Account.sessions), id: "sessions", width: 12) { sessions(signedIn.token) }
                }
            }
        }
    }

    private func you(_ signedIn: SignedIn) -> Node {
        .form(to: SettingsTab.account.path, token: signedIn.token) {
            setting.pairs([(words(Phrase.People.role), .text(words(signedIn.role.phrase)))])
            FieldView(
                words(Phrase.Owner.name), Field(AccountModel.nameField, .text, value: model.name, autocomplete: .name),
                problem: model.problems[AccountModel.nameField]
            ).node
            ChoiceView(
                words(Phrase.Account.language),
                Choices(
                    AccountModel.languageField,
                    [.init("", words(Phrase.Account.browsers))] + Language.allCases.map { .init($0.rawValue, $0.ownName) },
                    chosen: model.language?.rawValue ?? "")
            ).node
            Node.button(words(Phrase.PagePart.save))
        }
    }

    private func password(_ signedIn: SignedIn) -> Node {
        .form(to: SettingsTab.account.path.appending("password"), token: signedIn.token) {
            Node.p("lead", words(Phrase.Account.passwordLead))
            FieldView(words(Phrase.SignIn.email), username(signedIn.email)).node
            FieldView(
                words(Phrase.Account.current), Field(AccountModel.currentField, .password, autocomplete: .currentPassword),
                problem: model.problems[AccountModel.currentField]
            ).node
            FieldView(
                words(Phrase.Account.new), new(FirstOwnerModel.passwordField),
                hint: words.passwordHint(shortest: FirstOwnerModel.shortestPassword), problem: model.problems[FirstOwnerModel.passwordField]
            ).node
            FieldView(
                words(Phrase.Owner.repeated), new(FirstOwnerModel.repeatedField), problem: model.problems[FirstOwnerModel.repeatedField]
            ).node
            Node.button(words(Phrase.Account.password))
        }
    }

    /// By which browsers know whose password it is.
    private func username(_ email: String) -> Field {
        var field = Field("username", .email, value: email, autocomplete: .username, isRequired: false, longest: 254)
        field.isFixed = true
        return field
    }

    private func new(_ name: String) -> Field {
        Field(
            name, .password, autocomplete: .newPassword, shortest: FirstOwnerModel.shortestPassword,
            longest: FirstOwnerModel.longestPassword)
    }

    private func sessions(_ token: FormToken) -> Node {
        .group {
            Table<Served>(
                under: "sessions-heading", headers: [Phrase.Account.browser, Phrase.Account.since, Phrase.Account.until].map { words($0) },
                rows: model.sessions.map { session in
                    [
                        .text(words(session.isHere ? Phrase.Account.here : Phrase.Account.elsewhere)), .node(setting.time(session.since)),
                        .text(setting.date(session.until)),
                    ]
                }
            ).node
            if model.sessions.contains(where: { !$0.isHere }) {
                Node.form(to: SettingsTab.account.path.appending("sessions"), token: token, [.css("buttons")]) {
                    Node.button(words(Phrase.Account.endOthers), [.css("quiet")])
                }
            }
        }
    }
}

extension AccountModel.Notice {
    fileprivate var phrase: Phrase {
        switch self {
        case .saved: Phrase.PagePart.saved
        case .password: Phrase.Account.changed
        case .sessions: Phrase.Account.ended
        }
    }
}
