import Facts
import Markup
import Reports
import Testing
import Wording

@testable import CustomerValue
@testable import PerennialServer

@Suite("The first page")
struct HomeTests {
    static func read(_ model: HomeModel, _ language: Language = .en) -> ReadPage {
        let samples = Samples(language: language)
        return ReadPage(HomeView(frame: samples.frame(PagePaths.home), model: model).html)
    }

    @Test("Predicted figures say horizon, day, model and range", arguments: Language.allCases)
    func basis(language: Language) {
        let samples = Samples(language: language)
        let read = Self.read(samples.home, language)
        let words = Words(language)
        #expect(read.text.contains(samples.basis.line(words)))
        #expect(read.text.contains(samples.setting.probably(samples.home.forecast?.revenue ?? MoneyEstimate(expected: 0, low: 0, high: 0))))
        #expect(read.text.contains(words.expected(inDays: 365)))
    }

    @Test("A shop that is not eligible reads which condition is short, by how much, and what helps", arguments: Language.allCases)
    func notEligible(language: Language) {
        let model = Samples(language: language).smallHome
        let read = Self.read(model, language)
        let words = Words(language)
        for finding in model.conditions where !finding.isMet {
            #expect(read.text.contains(words.unmet(finding)), "\(finding.condition)")
            #expect(read.text.contains(words(finding.condition.help)))
        }
        #expect(!read.text.contains(words(Phrase.Answer.expectedRevenue)))
        #expect(read.text.contains(words(Phrase.Home.revenue)))
    }

    @Test("The missing customers are counted")
    func missing() {
        let text = Self.read(Samples().smallHome).text.replacing("\u{A0}", with: " ")
        #expect(text.contains("Customers who have bought: 212 customers (needed: at least 500 customers); 288 customers more"))
        #expect(text.contains("4 days too old"))
    }

    @Test("A shop without data reads how to bring some in", arguments: Language.allCases)
    func empty(language: Language) {
        let read = Self.read(Samples(language: language).emptyHome, language)
        #expect(read.text.contains("perennial demo"))
        for path in [PagePaths.imports, SettingsTab.keys.path, PagePaths.welcome] { #expect(read.values(of: "href").contains(path.text)) }
        #expect(read.all("table").isEmpty && read.all("svg").isEmpty)
    }

    @Test("Every word of a prediction leads to the list of exactly those people", arguments: Language.allCases)
    func classes(language: Language) {
        let samples = Samples(language: language)
        let read = Self.read(samples.home, language)
        let links = Set(read.values(of: "href"))
        for value in CustomerClass.allCases {
            #expect(links.contains("/profiles?value=\(value.rawValue)") && links.contains("/profiles?likelihood=\(value.rawValue)"))
        }
        for risk in ChurnRisk.allCases { #expect(links.contains("/profiles?churn=\(risk.rawValue)")) }
        for (_, customers) in samples.mix.value + samples.mix.likelihood {
            #expect(read.text.contains(samples.setting.format.number(customers)))
        }
        #expect(read.text.contains(samples.setting.format.percent(0.496)) && read.text.contains(samples.setting.format.percent(0.52)))
    }

    @Test("What changed is told in words, and what has no words yet by its name")
    func news() {
        let text = Self.read(Samples().home).text
        #expect(text.contains("+41") && text.contains("−12") && text.contains("Slipping VIPs") && text.contains("segment.export"))
        #expect(text.contains(Phrase.Done.of("settings.update")?[.en] ?? "–") && !text.contains("settings.update"))
        var model = Samples().home
        model.news = .init(moves: nil, segments: [], done: [])
        #expect(Self.read(model).text.contains(Phrase.News.nothing[.en]))
    }

    @Test("What the data lacks stands with how to mend it; where nothing lacks the page says so", arguments: Language.allCases)
    func gaps(language: Language) {
        let (samples, words) = (Samples(language: language), Words(language))
        let read = Self.read(samples.home, language)
        #expect(read.text.contains(words.withoutRate(13)) && read.text.contains(words(Phrase.Intake.heldAsideHelp)))
        #expect(read.text.contains(words.refused(44)) && read.text.contains("invalid_email"))
        #expect(read.text.contains(words(Phrase.Gaps.outlierHelp)))
        var model = samples.home
        (model.intake.refusals, model.intake.heldAside, model.outlier) = ([], [], nil)
        #expect(Self.read(model, language).text.contains(words(Phrase.Gaps.nothing)))
    }

    @Test("Without an order nothing is said of conditions or of a model", arguments: Language.allCases)
    func noOrders(language: Language) {
        let (samples, words) = (Samples(language: language), Words(language))
        for model in [samples.emptyHome, samples.homeWithoutOrders, samples.homeWhereNoneCounts] {
            let read = Self.read(model, language)
            #expect(!read.text.contains(words(Phrase.Home.fitting)))
            #expect(!read.text.contains(words.conditionsHold(0, of: 0)) && !read.text.contains(words(Phrase.ModelCard.fitted)))
        }
        let read = Self.read(samples.homeWithoutOrders, language)
        #expect(read.text.contains(words.noOrdersYet(profiles: 12)) && read.values(of: "href").contains(PagePaths.imports.text))
        #expect(Self.read(samples.homeWhereNoneCounts, language).text.contains(words(Phrase.Home.noneCounts)))
    }

    @Test("The month under way is marked, and the note says what its point is", arguments: Language.allCases)
    func monthUnderWay(language: Language) {
        let samples = Samples(language: language)
        let read = Self.read(samples.home, language)
        let today = samples.setting.today.civil
        let month = samples.setting.format.month(year: Int(today.year), month: Int(today.month))
        #expect(read.text.contains(month + "*") && read.text.contains("* " + Words(language)(Phrase.Home.monthUnderWay)))
    }

    @Test("Paths count events, and entries are said to be more than events", arguments: Language.allCases)
    func whatIsCounted(language: Language) {
        let (samples, words) = (Samples(language: language), Words(language))
        let read = Self.read(samples.home, language)
        #expect(read.text.contains(words(Phrase.Intake.whatIsCounted)))
        for source in samples.home.intake.sources { #expect(read.text.contains(words.count(source.taken, .events))) }
    }

    @Test("Between the conditions and the first model the page says that it is being fitted")
    func fitting() {
        #expect(Self.read(Samples().fittingHome).text.contains(Phrase.Home.fitting[.en]))
        var failed = Samples().fittingHome
        failed.failure = .noSpend
        #expect(Self.read(failed).text.contains(Phrase.Eligibility.failedNoSpend[.en]))
    }

    @Test("Where nobody is overdue the page says so")
    func nobody() {
        var model = Samples().home
        model.slipping?.top = []
        #expect(Self.read(model).text.contains(Phrase.Slipping.nobody[.en]))
    }

    @Test("Groups lead to their customers, and the list of those slipping away to the rest")
    func links() {
        let links = Self.read(Samples().home).values(of: "href")
        #expect(links.contains("/profiles?group=needs-attention") && links.contains("/profiles?order=at-stake"))
        for group in RFMGroup.allCases { #expect(RFMGroup(slug: group.slug) == group) }
        #expect(RFMGroup(slug: "nobody") == nil)
    }

    @Test(
        "A forecast that has run its course is judged by its range",
        arguments: [(9_000_000, "within"), (1, "below"), (99_000_000, "above")])
    func check(actual: Int, verdict: String) {
        var model = Samples().home
        model.model?.check?.actualMinorUnits = Int64(actual)
        #expect(Self.read(model).text.contains("\(verdict) the range"))
    }

    @Test("The page is offered in every language, at its own address")
    func languages() {
        let samples = Samples()
        let model = samples.profiles
        let links = ReadPage(ProfilesView(frame: samples.frame(model.query.path), model: model).html).values(of: "href")
        for language in Language.allCases { #expect(links.contains("\(model.query.path.text)&lang=\(language.rawValue)")) }
    }
}
