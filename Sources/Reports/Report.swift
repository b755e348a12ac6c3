public import CustomerValue
public import Facts
import Markup
public import Wording

/// What is known of a shop's customers, as one page of HTML that needs nothing but itself.
///
/// The page fetches nothing and runs nothing: a content security policy forbids both. The same analysis gives the same bytes, but for
/// the warning that the orders end long before the day on which the page is made.
public struct Report: Sendable {
    private let page: PageContext
    private let version: String

    /// A report of an analysis.
    ///
    /// - Parameters:
    ///   - analysis: what was counted and predicted.
    ///   - today: the day on which the page is made. Where the orders end long before it, the page warns.
    ///   - reading: how the orders were read; `nil` where that is not known.
    ///   - language: of the page.
    ///   - showsCustomers: whether lists name customers. Otherwise no identifier stands anywhere in the page.
    ///   - countedValue: what counts as the value of an order.
    ///   - version: of the program, for the last line.
    public init(
        _ analysis: Analysis, today: ShopDay, reading: ReadingFacts?, language: Language, showsCustomers: Bool, countedValue: CountedValue,
        version: String
    ) {
        page = PageContext(
            analysis: analysis, today: today, language: language, showsCustomers: showsCustomers, countedValue: countedValue,
            reading: reading)
        self.version = version
    }

    /// A report of a page that is put together already.
    init(_ page: PageContext, version: String) {
        self.page = page
        self.version = version
    }

    private var words: Words { page.words }

    /// The page.
    public var html: String {
        let document = Node.make(.html, [Attribute(name: .lang, value: words.language.rawValue)]) {
            head
            Node.make(.body) {
                Node.element(.a, [.css("skip"), .anchor("main")], [.text(words(Phrase.Page.skip))])
                header
                Node.make(.main, [.id("main")]) {
                    for section in order {
                        self.section(section)
                        if section == .answer { contents }
                    }
                }
                Node.make(.footer) { Node.p(words.madeBy(version: version)) }
            }
        }
        return HTML.document(document)
    }

    private var order: [SectionID] { SectionID.order(hasPredictions: page.analysis.predictions != nil) }

    private var head: Node {
        .make(.head) {
            Node.charset
            Node.policy("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
            Node.meta(.viewport, "width=device-width, initial-scale=1")
            Node.meta(.colorScheme, "light dark")
            Node.meta(.referrer, "no-referrer")
            Node.meta(.robots, "noindex")
            Node.make(.title) { Node.text("\(words(Phrase.Page.title)), \(page.format.date(page.asOf))") }
            Node.style(.figures + PageStyle.sheet)
        }
    }

    private var header: Node {
        let summaries = page.analysis.summaries
        let first = summaries.report.firstOrder.map { summaries.timeZone.day(of: $0) }
        return .make(.header) {
            Node.make(.h1) { Node.text(words(Phrase.Page.title)) }
            Node.p(
                "subtitle",
                words.ordersFromTo(first: first, asOf: page.asOf, currency: page.currency) + " · " + words.countedValue(page.countedValue))
        }
    }

    private var contents: Node {
        .make(.nav, [.labelledBy("contents")]) {
            Node.make(.h2, [.id("contents")]) { Node.text(words(Phrase.Page.contents)) }
            Node.make(.ol) {
                for section in order where section != .answer {
                    Node.make(.li) { Node.link(words(section.title), to: section.rawValue) }
                }
            }
        }
    }

    private func section(_ section: SectionID) -> Node {
        let headingID = section.rawValue + "-heading"
        return .make(.section, [.id(section.rawValue), .labelledBy(headingID)]) {
            Node.make(.h2, [.id(headingID)]) { Node.text(words(section.title)) }
            section.content(page)
        }
    }
}
