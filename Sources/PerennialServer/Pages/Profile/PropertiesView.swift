import Markup
import Wording

/// What else was sent about a person.
struct PropertiesView {
    let setting: PageSetting
    let properties: [ProfileModel.Property]

    var node: Node {
        setting.card(setting.words(Phrase.Profile.propertiesTitle), id: "properties", width: 12) {
            if properties.isEmpty {
                Node.p("note", setting.words(Phrase.Profile.noProperties))
            } else {
                Node.make(.dl, [.css("pairs stacked")]) {
                    for property in properties {
                        Node.make(.dt) { Node.outside(property.key) }
                        Node.make(.dd) { Node.outside(property.value, longest: 240) }
                    }
                }
            }
        }
    }
}
