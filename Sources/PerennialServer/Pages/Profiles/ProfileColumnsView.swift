import Markup
import Wording

/// Chooses what the table of contacts shows beside the name.
struct ProfileColumnsView {
    let words: Words
    let query: ProfileQuery
    let hasPredictions: Bool

    var node: Node {
        let shown = query.shownColumns(hasPredictions: hasPredictions)
        return .make(.details, [.css("data columns")]) {
            Node.make(.summary) { Node.text(words(Phrase.Profiles.columns)) }
            Node.query(PagePaths.profiles) {
                if !query.text.isEmpty { Node.hidden(ProfileQuery.textParameter, query.text) }
                for filter in query.filters { Node.hidden(filter.name, filter.value) }
                if query.order != .newest { Node.hidden(ProfileQuery.orderParameter, query.order.rawValue) }
                Node.make(.fieldset, [.css("ticks")]) {
                    Node.make(.legend, [.css("unseen")]) { Node.text(words(Phrase.Profiles.columns)) }
                    for column in ProfileColumn.allCases where hasPredictions || !column.isPredicted {
                        Node.tick(
                            words(column.phrase), name: ProfileQuery.columnsParameter, value: column.rawValue,
                            id: "column-" + column.rawValue, isTicked: shown.contains(column))
                    }
                }
                Node.button(words(Phrase.Profiles.showColumns), [.css("quiet")])
            }
        }
    }
}
