import Markup
import Wording

/// The page of the people who sign in.
struct PeopleView {
    let frame: PageFrame
    let model: PeopleModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.settings(.people) {
            if model.isRemoved { setting.done(words(Phrase.People.removed)) }
            if let email = model.mailedTo { mailed(email) }
            if model.isMailFailed { setting.refused(words(Phrase.People.mailFailed)) }
            SecretView(setting: setting, secret: model.link, lead: Phrase.People.link, gone: Phrase.People.linkGone).node
            if !model.problems.isEmpty { setting.refused(words(Phrase.PagePart.lookAtMarked)) }
            setting.grid {
                setting.card(words(Phrase.Settings.people), id: "people", width: 12) { table }
                if let token = frame.signedIn?.token {
                    setting.card(words(Phrase.People.invite), id: "invite", width: 6) { invite(token) }
                }
                setting.card(words(Phrase.People.roles), id: "roles", width: 6) { roles }
            }
            setting.help { Node.p(words(Phrase.People.help)) }
        }
    }

    private func mailed(_ email: String) -> Node {
        .make(.aside, [.css("notice done"), Attribute(name: .role, value: "status")]) {
            Node.make(.p) {
                Node.text(words(Phrase.People.mailed) + " ")
                Node.outside(email, longest: 254)
            }
        }
    }

    private var table: Node {
        Table<Served>(
            under: "people-heading",
            headers: [Phrase.People.person, Phrase.People.role, Phrase.People.since, Phrase.People.standing, Phrase.People.changeColumn].map
            { words($0) },
            rows: model.people.map { person in
                [
                    .node(
                        .group {
                            Node.make(.strong) { Node.outside(person.name, longest: 60) }
                            if person.isYou { Node.text(" (\(words(Phrase.People.you)))") }
                            Node.element(.small, [.css("below")], [.outside(person.email, longest: 80)])
                        }), .text(words(person.role.phrase)), .text(setting.date(person.since)),
                    .text(words(person.hasPassword ? Phrase.People.signsIn : Phrase.People.noPassword)),
                    .node(.link(words(Phrase.People.change), to: Self.path(person.number))),
                ]
            }
        ).node
    }

    private func invite(_ token: FormToken) -> Node {
        .form(to: SettingsTab.people.path, token: token) {
            Node.p("lead", words(model.sendsMail ? Phrase.People.inviteByMail : Phrase.People.inviteLead))
            FieldView(
                words(Phrase.People.name), Field(PeopleModel.nameField, .text, value: model.name),
                problem: model.problems[PeopleModel.nameField].map { words($0) }
            ).node
            FieldView(
                words(Phrase.SignIn.email), Field(PeopleModel.emailField, .email, value: model.email, longest: 254),
                problem: model.problems[PeopleModel.emailField].map { words($0) }
            ).node
            ChoiceView(
                words(Phrase.People.role), PeopleView.roles(words, chosen: model.role),
                problem: model.problems[PeopleModel.roleField].map { words($0) }
            ).node
            Node.button(words(model.sendsMail ? Phrase.People.mailButton : Phrase.People.inviteButton))
        }
    }

    /// The roles to choose from.
    static func roles(_ words: Words, chosen: String) -> Choices {
        Choices(PeopleModel.roleField, UserRole.allCases.map { .init($0.rawValue, words($0.phrase)) }, chosen: chosen)
    }

    private var roles: Node {
        setting.pairs([
            (words(Phrase.Role.owner), .text(words(Phrase.People.ownerMay))),
            (words(Phrase.Role.manager), .text(words(Phrase.People.managerMay))),
            (words(Phrase.Role.analyst), .text(words(Phrase.People.analystMay))),
        ])
    }

    /// The page of one of them.
    static func path(_ number: UInt64) -> PagePath { SettingsTab.people.path.appending("\(number)") }
}
