import Markup
import Wording

/// The words of the page, explained.
struct TermsView {
    let page: PageContext

    private static let terms: [(term: Phrase, meaning: Phrase)] = [
        (Phrase.Terms.clv, Phrase.Terms.clvMeaning), (Phrase.Terms.churn, Phrase.Terms.churnMeaning),
        (Phrase.Terms.overdue, Phrase.Terms.overdueMeaning), (Phrase.Terms.returning, Phrase.Terms.returningMeaning),
        (Phrase.Terms.range, Phrase.Terms.rangeMeaning), (Phrase.Terms.backtest, Phrase.Terms.backtestMeaning),
    ]

    var content: Node {
        .make(.dl, [.css("terms")]) {
            for entry in Self.terms {
                Node.make(.dt) { Node.text(page.words(entry.term)) }
                Node.make(.dd) { Node.text(page.words(entry.meaning)) }
            }
        }
    }
}
