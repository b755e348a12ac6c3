import Markup
import Wording

/// The page of one who signs in: their role, a link for a new password, and the end of their access.
struct PersonOfShopView {
    let frame: PageFrame
    let model: PersonOfShopModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var path: PagePath { PeopleView.path(model.person.number) }

    var html: String {
        frame.document(title: model.person.name, section: .settings) {
            Node.div("page-head") {
                Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.Settings.people), to: SettingsTab.people.path) }
                Node.make(.h1) { Node.outside(model.person.name) }
                Node.make(.p, [.css("subtitle")]) { Node.outside(model.person.email) }
            }
            if model.isSaved { setting.done(words(Phrase.PagePart.saved)) }
            if let problem = model.problem { setting.refused(words(problem)) }
            setting.grid {
                if let token = frame.signedIn?.token {
                    setting.card(words(Phrase.People.roleTitle), id: "role-card", width: 4) { role(token) }
                    setting.card(words(Phrase.People.resetTitle), id: "reset", width: 4) {
                        Node.p("lead", words(Phrase.People.resetLead))
                        Node.form(to: path.appending("password"), token: token) {
                            Node.button(words(Phrase.People.resetButton), [.css("quiet")])
                        }
                    }
                    setting.card(words(Phrase.People.removeTitle), id: "remove", width: 4) { remove }
                }
            }
        }
    }

    private func role(_ token: FormToken) -> Node {
        .form(to: path, token: token) {
            if model.isLastOwner { Node.p("lead", words(Phrase.People.lastOwner)) }
            ChoiceView(words(Phrase.People.role), PeopleView.roles(words, chosen: model.person.role.rawValue)).node
            Node.button(words(Phrase.PagePart.save))
        }
    }

    private var remove: Node {
        .group {
            Node.p("lead", words(model.isLastOwner ? Phrase.People.lastOwner : Phrase.People.removeLead))
            if !model.isLastOwner {
                Node.element(.a, [.css("button grave"), .to(path.appending("remove"))], [.text(words(Phrase.People.remove))])
            }
        }
    }
}
