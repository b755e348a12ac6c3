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
        return StepsView(
            words: words, first: first, rows: rows, total: total, previous: page > 1 ? path(page - 1) : nil,
            next: first + rows - 1 < total ? path(page + 1) : nil
        ).node
    }
}

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
