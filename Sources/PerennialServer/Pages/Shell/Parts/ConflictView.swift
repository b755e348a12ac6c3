import Markup
import Wording

/// Shows two versions of one thing beside each other, with who saved the newer one, and asks which stays. What was filled in goes with it.
struct ConflictView {
    let frame: PageFrame
    let section: PageSection?
    let conflict: EditConflict
    /// Where the form was sent, and where the newer version is edited.
    let action: PagePath
    let newer: PagePath
    /// The name of the field by which buttons say what they ask for, and what saves; what shows the form again, where something does.
    let actionField: String
    let saves: String
    var showsAgain: String?
    let token: FormToken

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.document(title: words(Phrase.EditConflicts.title), section: section) {
            Node.div("page-head") {
                Node.make(.h1) { Node.text(words(Phrase.EditConflicts.title)) }
                Node.make(.p, [.css("subtitle")]) { Node.outside(conflict.name, longest: 100) }
            }
            Node.make(.aside, [.css("notice"), Attribute(name: .role, value: "alert")]) { Node.p(words(Phrase.EditConflicts.lead)) }
            Node.make(.section, [.css("card conflict"), .labelledBy("differs")]) {
                Node.make(.h2, [.id("differs")]) { Node.text(words(Phrase.EditConflicts.differs)) }
                version(Phrase.EditConflicts.newer, \.newer, saved: true)
                version(Phrase.EditConflicts.mine, \.mine, saved: false)
                if conflict.facts.contains(where: \.isSame) { Node.p("note", words(Phrase.EditConflicts.same)) }
            }
            Node.form(to: action, token: token, [.css("buttons")]) {
                for field in conflict.fields
                where field.name != FormState.field && field.name != actionField && field.name != FormToken.field {
                    Node.hidden(field.name, field.value)
                }
                Node.hidden(FormState.field, conflict.state.mark)
                Node.button(words(Phrase.EditConflicts.saveMine), name: actionField, value: saves)
                if let showsAgain { Node.button(words(Phrase.EditConflicts.goOn), name: actionField, value: showsAgain, [.css("quiet")]) }
                Node.link(words(Phrase.EditConflicts.takeNewer), to: newer)
            }
        }
    }

    private func version(_ title: Phrase, _ lines: (EditConflict.Fact) -> [EditConflict.Line], saved: Bool) -> Node {
        .div("version") {
            Node.make(.h3) { Node.text(words(title)) }
            if saved, let last = conflict.last {
                Node.make(.p, [.css("note")]) {
                    Node.text(words.savedBy(at: setting.moment(last.at)) + " ")
                    Node.outside(last.who, longest: 80)
                }
            }
            for fact in conflict.facts where !fact.isSame {
                Node.make(.p, [.css("label")]) { Node.text(fact.label) }
                OutlineView(lines: lines(fact)).node
            }
        }
    }
}
