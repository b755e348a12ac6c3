import Markup
import Wording

/// Leads through the pages of a table: which rows are shown, of how many, and where the others are.
struct PagerView {
    let words: Words
    /// From 1.
    var page: Int
    var rowsPerPage: Int
    /// On this page.
    var rows: Int
    var total: Int
    /// Where another page is.
    var path: (Int) -> PagePath

    var node: Node {
        let first = (page - 1) * rowsPerPage + 1
        let last = first + rows - 1
        return .make(.nav, [.css("pager"), .label(words(Phrase.Shell.pages))]) {
            if page > 1 { Node.link(words(Phrase.Shell.previous), to: path(page - 1)) }
            Node.make(.span, [.css("muted")]) { Node.text(words.rowsShown(first: first, last: last, all: total)) }
            if last < total { Node.link(words(Phrase.Shell.next), to: path(page + 1)) }
        }
    }
}
