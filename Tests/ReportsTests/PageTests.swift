import Facts
import Foundation
import Markup
import Testing
import Wording

@testable import CustomerValue
@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What an XML parser finds in a page.
private final class PageReader: NSObject, XMLParserDelegate {
    private(set) var elements: [String: Int] = [:]
    private(set) var attributes: Set<String> = []
    private(set) var ids: [String] = []
    private(set) var anchors: Set<String> = []
    private(set) var text = ""
    private(set) var error: String?

    init(_ page: String) {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        if !parser.parse() { error = error ?? "\(String(describing: parser.parserError)), line \(parser.lineNumber)" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        elements[name, default: 0] += 1
        self.attributes.formUnion(attributes.keys)
        if let id = attributes["id"] { ids.append(id) }
        if let href = attributes["href"] { anchors.insert(href) }
    }

    /// Words that show a value which is none.
    var brokenWords: Set<Substring> { Set(text.split { !$0.isLetter }).intersection(["nan", "NaN", "inf", "nil", "Optional"]) }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { error = "\(parseError), line \(parser.lineNumber)" }
}

@Suite("The report's page")
struct PageTests {
    static let shop: Analysis? = try? Shop.regular(customers: 300).analysis()

    @Test("Well-formed, every section with its heading in its language", arguments: Language.allCases)
    func sections(language: Language) throws {
        let analysis = try #require(Self.shop)
        let page = Report.page(analysis, language, record: .madeUp(asOf: analysis.summaries.asOf))
        let read = PageReader(page)
        #expect(read.error == nil)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
        for section in SectionID.allCases {
            #expect(read.ids.contains(section.rawValue))
            #expect(read.text.contains(section.title[language]))
        }
        #expect(read.elements["h1"] == 1 && read.elements["main"] == 1 && read.elements["nav"] == 1)
        #expect(Set(read.ids).count == read.ids.count, "an id stands twice")
        for anchor in read.anchors { #expect(anchor.hasPrefix("#") && read.ids.contains(String(anchor.dropFirst())), "\(anchor)") }
        // Six figures of the history and three of the track record, each at two widths.
        #expect(read.elements["svg"] ?? 0 >= 18)
        #expect(read.elements["figure"] == read.elements["details"].map { $0 - 1 }, "a figure without its table")
        #expect(read.brokenWords.isEmpty)
    }

    @Test("Orders that end more than 30 days ago are said to be old, above the advice", arguments: Language.allCases)
    func oldOrders(language: Language) throws {
        let analysis = try #require(Self.shop)
        let asOf = analysis.summaries.asOf
        let warning = HTML.escaped(Words(language).isOld(asOf: asOf))
        #expect(!Report.page(analysis, language, today: asOf.advanced(byDays: 30)).contains(warning))
        let page = Report.page(analysis, language, today: asOf.advanced(byDays: 31))
        let place = try #require(page.range(of: warning))
        let advice = try #require(page.range(of: HTML.escaped(Phrase.Answer.whatNext[language])))
        #expect(place.upperBound < advice.lowerBound)
    }

    @Test("No table repeats the heading above it", arguments: Language.allCases)
    func oneHeading(language: Language) throws {
        let analysis = try #require(Self.shop)
        let page = Report.page(analysis, language, record: .madeUp(asOf: analysis.summaries.asOf))
        for title in [Phrase.Model.scoresTitle, Phrase.Model.stepsTitle] {
            #expect(page.components(separatedBy: HTML.escaped(title[language])).count == 2)
        }
    }

    @Test("The languages share no heading")
    func headings() {
        for section in SectionID.allCases {
            #expect(Set(Language.allCases.map { section.title[$0] }).count == 3, "\(section)")
        }
    }

    @Test("Nothing is fetched and nothing runs")
    func fetchesNothing() throws {
        let page = Report.page(try #require(Self.shop), showsCustomers: true)
        let read = PageReader(page)
        #expect(page.contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"))
        for element in ["script", "link", "img", "iframe", "object", "embed", "form", "base"] { #expect(read.elements[element] == nil) }
        #expect(!read.attributes.contains { $0.lowercased().hasPrefix("on") || $0 == "src" })
        // The one address is the name of SVG's vocabulary.
        #expect(!page.replacing("http://www.w3.org/2000/svg", with: "").contains("http://"))
        #expect(!page.contains("https://") && !page.contains("url(") && !page.contains("@import"))
    }

    @Test("Names are hidden unless asked for, and then shown")
    func names() throws {
        let analysis = try Shop.regular(customers: 300).analysis()
        let facts = ReadingFacts(
            files: [
                .init(
                    name: "ada@example.com orders.csv", form: Phrase.FileForm.plain, isAssumed: false, rows: 1, brought: 1,
                    notes: [.init(code: "none", values: [], text: "column ben@example.com")])
            ],
            outcomes: [], statuses: [.init(value: "paid by eve@example.com", meaning: Phrase.StatusMeaning.paid, number: 3)], problems: [],
            withoutCustomer: [])
        let hidden = Report.page(analysis, reading: facts)
        for customer in 0..<analysis.summaries.count { #expect(!hidden.contains(analysis.summaries.customers.text(of: UInt32(customer)))) }
        #expect(!hidden.contains("example.com") && hidden.contains("Customer\u{A0}1") && hidden.contains("orders.csv"))
        let shown = Report.page(analysis, showsCustomers: true)
        let first = try #require(SlippingCustomers(analysis, most: 1)?.top.first)
        #expect(shown.contains(analysis.summaries.customers.text(of: UInt32(first.customer))))
        #expect(!shown.contains("Customer\u{A0}1<"))
    }

    @Test("Hostile names stay text, short and on their side")
    func hostile() throws {
        let names = [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE", "</td></table></body>", "]]><!--",
            "\u{202E}gnp.exe",
            String(repeating: "<b>", count: 4_000), "a\u{0}b\u{1B}[31m", "&lt;script&gt;", "</style><style>*{}</style>",
        ]
        let analysis = try Shop.regular(customers: 300) { names[$0 % names.count] + "\($0)" }.analysis()
        let page = Report.page(analysis, showsCustomers: true)
        let read = PageReader(page)
        #expect(read.error == nil)
        // The same page without names has the same elements, but for the one that names stand in.
        let calm = PageReader(Report.page(analysis))
        let withoutNames = read.elements.filter { $0.key != "bdi" }
        #expect(withoutNames["p"].map { $0 + 1 } == calm.elements["p"], "the note that names are hidden")
        #expect(withoutNames.filter { $0.key != "p" } == calm.elements.filter { $0.key != "p" && $0.key != "bdi" }, "a name became markup")
        #expect(read.attributes == calm.attributes)
        #expect(read.text.contains("<script>alert(1)</script>"))
        #expect(!page.contains("\u{202E}") && !page.contains("\u{1B}") && !page.contains("\u{0}"))
        #expect(!page.contains(String(repeating: "&lt;b&gt;", count: 50)))
    }

    @Test("The same analysis gives the same bytes, and a page stays small")
    func bytes() throws {
        let analysis = try #require(Self.shop)
        #expect(Report.page(analysis, .pl) == Report.page(analysis, .pl))
        #expect(Report.page(analysis, showsCustomers: true).utf8.count < 600_000)
    }

    @Test("Track record in words: calibration, last quarter, scores, steps")
    func trackRecord() throws {
        let analysis = try #require(Self.shop)
        let text = PageReader(Report.page(analysis, record: .madeUp(asOf: analysis.summaries.asOf))).text
        #expect(text.contains("When a forecast said “12%” of a customer, 10% of such customers really ordered."))
        #expect(text.contains("missed by 2.0\u{A0}percentage points"))
        #expect(text.contains("What came lies within the range that was given."))
        #expect(text.contains("+8% against the forecast"))
        #expect(text.contains("rule of thumb: as often as so far"))
        #expect(text.contains("only 1\u{A0}earlier day could be tried; 3 are needed"))
        #expect(text.contains("A sample of 400\u{A0}customers took part."))
    }
}

@Suite("Reports of difficult shops")
struct DifficultShopTests {
    /// What each shop is, and its page in each language.
    static let shops: [(name: String, shop: @Sendable () -> Shop, minimum: Int)] = [
        (
            "one customer",
            {
                var shop = Shop()
                shop.order("ada@example.com", day: 0, 1_000)
                return shop
            }, 1
        ),
        (
            "not eligible",
            {
                Shop.regular(customers: 60)
            }, 500
        ),
        (
            "no repeat buyers",
            {
                var shop = Shop()
                for customer in 0..<80 { shop.order("c\(customer)", day: customer * 5, 2_000) }
                return shop
            }, 10
        ),
        (
            "two currencies",
            {
                var shop = Shop.regular(customers: 60)
                for customer in 0..<10 { shop.order("usd\(customer)", day: customer, 2_000, "USD") }
                return shop
            }, 10
        ),
        (
            "a gap of years",
            {
                var shop = Shop.regular(customers: 60)
                for customer in 0..<20 { shop.order("late\(customer)", day: 2_500 + customer, 2_000) }
                return shop
            }, 10
        ),
        (
            "one giant",
            {
                var shop = Shop.regular(customers: 60)
                for day in 0..<200 { shop.order("giant", day: day * 3, 9_000_000_000) }
                return shop
            }, 10
        ),
        (
            "equal prices",
            {
                var shop = Shop()
                for customer in 0..<80 {
                    for visit in 0...(customer % 4) { shop.order("c\(customer)", day: customer * 5 + visit * 30, 1_000) }
                }
                return shop
            }, 10
        ),
        (
            "all on one day",
            {
                var shop = Shop()
                for customer in 0..<30 { shop.order("c\(customer)", day: 5, 1_000) }
                return shop
            }, 10
        ),
    ]

    @Test("Well-formed and without broken figures, in every language", arguments: shops.indices)
    func pages(place: Int) throws {
        let entry = Self.shops[place]
        let analysis = try entry.shop().analysis(minimumCustomers: entry.minimum)
        for language in Language.allCases {
            let read = PageReader(Report.page(analysis, language))
            #expect(read.error == nil, "\(entry.name)")
            for section in SectionID.allCases { #expect(read.ids.contains(section.rawValue), "\(entry.name)") }
            #expect(read.brokenWords.isEmpty, "\(entry.name)")
        }
    }

    @Test("A shop that is not eligible says what is short and by how much, and still shows what is known")
    func notEligible() throws {
        let analysis = try Shop.regular(customers: 60).analysis(minimumCustomers: 500)
        let text = PageReader(Report.page(analysis)).text
        #expect(
            text.contains("Customers who have bought: 60\u{A0}customers (needed: at least 500\u{A0}customers); 440\u{A0}customers more"))
        #expect(text.contains("The six groups") && text.contains("Days from the first to the second order"))
        #expect(!text.contains("Expected revenue from today's customers"))
    }

    @Test("Orders held aside are named with their currency and sum, and in the first section before any figure")
    func heldAside() throws {
        var shop = Shop.regular(customers: 60)
        for customer in 0..<10 { shop.order("usd\(customer)", day: customer, 2_000, "USD") }
        let text = PageReader(Report.page(try shop.analysis())).text
        #expect(text.contains("orders in USD, held aside: no rate (--rates gives one)") && text.contains("$200.00"))
        let first = try #require(text.range(of: "10\u{A0}orders in USD: not counted in any figure of this page"))
        let figures = try #require(text.range(of: "Expected revenue from today's customers"))
        #expect(first.upperBound < figures.lowerBound)
    }
}
