import Facts
import Markup
import Wording

/// The lists that a person belongs to.
struct ListsView {
    let setting: PageSetting
    let lists: [ProfileModel.Membership]

    var node: Node {
        setting.card(setting.words(Phrase.Profile.listsTitle), id: "lists", width: 12) {
            if lists.isEmpty {
                Node.p("note", setting.words(Phrase.Profile.noLists))
            } else {
                Node.make(.ul, [.css("plain")]) {
                    for list in lists {
                        Node.make(.li) {
                            Node.element(.a, [.css("segment-name"), .to(PagePaths.list(list.id))], [.outside(list.name)])
                            Node.small(setting.words.joined(setting.date(list.joinedAt)))
                        }
                    }
                }
            }
        }
    }
}
