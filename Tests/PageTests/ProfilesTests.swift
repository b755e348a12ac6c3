import Facts
import Markup
import Testing
import Wording

@testable import CustomerValue
@testable import PerennialServer

@Suite("The list of profiles")
struct ProfilesTests {
    private let cursor = RowCursor(isBefore: false, key: 1_234, id: "0100000RW9MQab")

    static func read(_ model: ProfilesModel) -> ReadPage {
        ReadPage(ProfilesView(frame: Samples().frame(model.query.path), model: model).html)
    }

    @Test("A query is its path")
    func path() {
        #expect(ProfileQuery().path.text == "/profiles")
        let query = ProfileQuery(text: "ann & co", group: .atRisk, order: .totalValue, cursor: cursor)
        #expect(query.path.text == "/profiles?q=ann%20%26%20co&group=at-risk&order=total-clv&after=\(cursor.text)")
        #expect(query.at(nil).path.text == "/profiles?q=ann%20%26%20co&group=at-risk&order=total-clv")
    }

    @Test("A path is its query, and what is not understood counts as not asked")
    func parameters() throws {
        func asked(_ text: String) throws -> ProfileQuery { ProfileQuery(try QueryString(text)) }
        #expect(
            try asked("q=ann&group=at-risk&order=total-clv&after=\(cursor.text)")
                == ProfileQuery(text: "ann", group: .atRisk, order: .totalValue, cursor: cursor))
        for key in [-1, 0, 1.5, -Double.greatestFiniteMagnitude, 1e300] {
            let turned = RowCursor(isBefore: true, key: key, id: "x1")
            #expect(RowCursor(turned.text, isBefore: true) == turned)
        }
        for wrong in ["", ".", "1.", ".x", "zzzzzzzzzzzzzzzz.x", "1 .x", "1.x/../y", "1." + String(repeating: "x", count: 41)] {
            #expect(RowCursor(wrong, isBefore: false) == nil, "\(wrong)")
        }
        var chosen = ProfileQuery(group: .loyal, risk: .moderate, cursor: cursor)
        chosen.within = "3sxz6q"
        chosen.columns = [.group, .churn, .created]
        for query in [ProfileQuery(value: .new), ProfileQuery(likelihood: .high), chosen] {
            let path = query.path.text
            #expect(try asked(String(path[path.index(after: try #require(path.firstIndex(of: "?")))...])) == query)
        }
        // A word in capitals is the same word.
        #expect(try asked("group=Champions&churn=HIGH") == ProfileQuery(group: .champions, risk: .high))
        let wrong = "q=" + String(repeating: "x", count: 5_000) + "&group=kings&order=%27%3B+DROP&after=-7&columns=group,shoe"
        let query = try asked(wrong)
        #expect(query.complaints.map(\.parameter) == ["group", "order", "after", "columns"])
        #expect(query.complaints.first?.found == "kings" && query.complaints.first?.known.contains("needs-attention") == true)
        #expect(query.text.count == ProfileQuery.longestText && query.group == nil && query.order == .newest && query.cursor == nil)
    }

    @Test("By money at stake: overdue customers alone, which is said, with the money in a column", arguments: Language.allCases)
    func atStake(language: Language) {
        let (samples, words) = (Samples(language: language), Words(language))
        let read = ReadPage(ProfilesView(frame: samples.frame(PagePaths.profiles), model: samples.atStake).html)
        #expect(read.text.contains(words.overdueOnly(2_242, of: 12_408)))
        #expect(read.text.contains(words(Phrase.Answer.atStake)) && read.text.contains(samples.setting.estimate(20_000)))
        let all = ReadPage(ProfilesView(frame: samples.frame(PagePaths.profiles), model: samples.profiles).html)
        #expect(read.all("th").count == all.all("th").count + 1 - (all.all("tr").count - read.all("tr").count))
    }

    @Test("Pages lead to the one before and after, and say which rows they show")
    func pager() {
        let samples = Samples()
        let middle = Self.read(samples.profiles)
        let model = samples.profiles
        let links = [model.previous, model.next].compactMap { $0.map { ProfileQuery(cursor: $0).path.text } }
        #expect(links.count == 2 && links.allSatisfy { middle.values(of: "href").contains($0) })
        #expect(middle.text.contains("101–\(100 + model.rows.count) of 12,408"))
        var last = samples.profiles
        last.next = nil
        #expect(!Self.read(last).values(of: "href").contains(links[1]))
        // The first page has one address.
        last.first = 51
        #expect(Self.read(last).values(of: "href").contains("/profiles"))
    }

    @Test("Another group or order begins at the first page and keeps what was searched")
    func filters() {
        var model = Samples().profiles
        model.query.text = "jan"
        let links = Self.read(model).values(of: "href")
        #expect(links.contains("/profiles?q=jan&group=champions") && links.contains("/profiles?q=jan&order=at-stake"))
    }

    @Test("A search keeps the group and the order that were chosen")
    func search() {
        let hidden = Self.read(Samples().noMatch).all("input").filter { $0.attributes["type"] == "hidden" }.compactMap {
            $0.attributes["value"]
        }
        #expect(hidden.contains("at-risk") && hidden.contains("total-clv"))
    }

    @Test("Nobody found and nobody there say different things, and what to do")
    func empty() {
        let none = Self.read(Samples().noMatch)
        #expect(none.text.contains(Phrase.Profiles.noMatchHelp[.en]) && none.values(of: "href").contains("/profiles"))
        #expect(Self.read(Samples().noProfiles).text.contains(Phrase.Profiles.emptyHelp[.en]))
    }

    @Test("A profile is named by its name, else its address, else its id")
    func names() {
        let words = Words(.en)
        #expect(ProfileName(id: "01ABCDEFGH", name: "Ann", email: "a@example.com").title(words) == "Ann")
        #expect(ProfileName(id: "01ABCDEFGH", name: "", email: "a@example.com").title(words) == "a@example.com")
        #expect(ProfileName(id: "01ABCDEFGH", name: nil, email: nil).title(words) == "Profile without a name CDEFGH")
        #expect(ProfileName(id: "01ABCDEFGH", name: nil, email: nil, customerID: "13085").title(words) == "Customer 13085")
        #expect(ProfileName(id: "01ABCDEFGH", name: nil, email: "a@example.com", customerID: "13085").title(words) == "a@example.com")
    }
}
