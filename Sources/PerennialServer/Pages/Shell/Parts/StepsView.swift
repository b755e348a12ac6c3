import Markup
import Wording

/// Leads to what stands before and after the rows of a table: which rows are shown, of how many.
struct StepsView {
    let words: Words
    /// The place of the first row, from 1.
    var first: Int
    var rows: Int
    var total: Int
    var previous: PagePath?
    var next: PagePath?

    var node: Node {
        .make(.nav, [.css("pager"), .label(words(Phrase.Shell.pages))]) {
            if let previous { Node.link(words(Phrase.Shell.previous), to: previous) }
            Node.make(.span, [.css("muted")]) { Node.text(words.rowsShown(first: first, last: first + rows - 1, all: total)) }
            if let next { Node.link(words(Phrase.Shell.next), to: next) }
        }
    }
}
