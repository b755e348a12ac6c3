import CustomerValue
import Markup
import Wording

/// What customers brought later, by what they began with.
struct FirstOrderView {
    let page: PageContext

    private static let byProduct = PageContext.Heading(text: Phrase.FirstOrder.byProduct, id: "first-order-products")
    private static let byDiscount = PageContext.Heading(text: Phrase.FirstOrder.byDiscount, id: "first-order-codes")

    private var words: Words { page.words }

    var content: Node {
        let history = page.analysis.history
        guard history.byFirstProduct != nil || history.byFirstDiscount != nil else {
            return page.empty(words(Phrase.FirstOrder.noProducts) + " " + words(Phrase.FirstOrder.noCodes))
        }
        return .group([
            .p(words.laterValueLead(days: LaterValue.windowInDays)),
            page.heading(Self.byProduct),
            table(
                history.byFirstProduct, under: Self.byProduct, title: Phrase.FirstOrder.product,
                without: Phrase.FirstOrder.noProduct, empty: Phrase.FirstOrder.noProducts),
            page.heading(Self.byDiscount),
            table(
                history.byFirstDiscount, under: Self.byDiscount, title: Phrase.FirstOrder.code,
                without: Phrase.FirstOrder.noCode, empty: Phrase.FirstOrder.noCodes),
            .p("note", words(Phrase.FirstOrder.caution)),
        ])
    }

    private func table(_ later: LaterValue?, under heading: PageContext.Heading, title: Phrase, without: Phrase, empty: Phrase) -> Node {
        guard let later else { return page.empty(words(empty)) }
        guard later.all.customers > 0 else { return page.empty(words(Phrase.FirstOrder.tooFew)) }
        var rows = later.groups.map { row(.node(page.outside($0.name)), $0.group) }
        if later.other.customers > 0 { rows.append(row(.text(words(Phrase.FirstOrder.others)), later.other)) }
        if later.without.customers > 0 { rows.append(row(.text(words(without)), later.without)) }
        rows.append(row(.text(words(Phrase.Page.total)), later.all))
        let headers = [title, Phrase.Page.customers, Phrase.FirstOrder.cameBack, Phrase.FirstOrder.laterValue]
        return .group([
            page.basisLine(words.historicBasis(asOf: page.asOf)),
            page.table(under: heading, headers: headers.map { words($0) }, rows: rows, strongLastRow: true),
        ])
    }

    private func row(_ name: Cell, _ group: LaterValue.Group) -> [Cell] {
        [
            name, .number(page.format.number(group.customers)), .number(group.returnedShare.map { page.format.percent($0) } ?? "–"),
            .number(page.mean(group.laterMinorUnitsPerCustomer)),
        ]
    }
}
