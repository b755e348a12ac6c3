import Facts
import Markup
import Reports
import Testing
import Wording

@testable import CustomerValue
@testable import PerennialServer

@Suite("The page of one person")
struct ProfileTests {
    static func read(_ model: ProfileModel, _ language: Language = .en) -> ReadPage {
        let samples = Samples(language: language)
        return ReadPage(ProfileView(frame: samples.frame(PagePaths.profile(model.name.id)), model: model).html)
    }

    @Test("Every predictive field stands on the page", arguments: Language.allCases)
    func fields(language: Language) {
        let samples = Samples(language: language)
        let text = Self.read(samples.profile, language).text
        let words = Words(language)
        let setting = samples.setting
        let prediction = samples.prediction
        let shown = [
            setting.money(samples.history.historicMinorUnits), setting.money(prediction.clv.expected),
            setting.money(samples.history.historicMinorUnits + prediction.clv.expected), setting.probably(prediction.clv),
            setting.format.number(samples.history.numberOfOrders), setting.format.decimal(prediction.numberOfOrders, decimals: 2),
            setting.mean(samples.history.averageOrderMinorUnits), setting.format.percent(prediction.churnProbability),
            setting.format.percent(prediction.probabilityOfOrder), setting.format.date(prediction.expectedDateOfNextOrder),
            words(Phrase.Profile.overdue), words(RiskLevel.moderate.meaning), prediction.reason.map(words.reason) ?? "",
            prediction.basis.line(words),
            words(Phrase.Group.needsAttention),
            words.inGroupSince(setting.date(samples.ago(days: 31)), before: words(Phrase.Group.champions)),
            words.score(2, of: 3),
        ]
        for part in shown { #expect(text.contains(part), "\(part)") }
    }

    @Test("Segments say why, with what each condition saw, and groups what they were before", arguments: Language.allCases)
    func groups(language: Language) {
        let (samples, words) = (Samples(language: language), Words(language))
        let text = Self.read(samples.profile, language).text
        for part in ["Slipping VIPs", "total CLV is greater than", words.seen("no"), words(Phrase.Profile.holdsNot)] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.contains(words(Phrase.RFM.causeTime)) && text.contains(words(Phrase.RFM.workedOutLater)) && text.contains("333"))
        #expect(Self.read(samples.stranger, language).text.contains(words(Phrase.Profile.noSegments)))
    }

    @Test("Owners and managers see to a person's rights; who reads only has no form for it", arguments: UserRole.allCases)
    func rights(role: UserRole) {
        let samples = Samples()
        var frame = samples.frame(PagePaths.profile("01JX1"))
        frame.signedIn?.role = role
        let model = samples.profile
        let read = ReadPage(ProfileView(frame: frame, model: model).html)
        let actions = Set(read.values(of: "action"))
        let mayChange = role != .analyst
        for path in [PagePaths.accessFile(of: model.name.id), PagePaths.objection(of: model.name.id)] {
            #expect(actions.contains(path.text) == mayChange)
        }
        #expect(read.values(of: "href").contains(PagePaths.erasure(of: model.name.id).text) == mayChange)
        #expect(read.text.contains(Phrase.Rights.readsOnly[.en]) != mayChange)
    }

    @Test("The total is the sum of both parts as printed")
    func total() {
        let samples = Samples()
        #expect(samples.setting.money(samples.history.historicMinorUnits) == "€1,633.02")
        let text = Self.read(samples.profile).text
        #expect(text.contains("€364.12") && text.contains("€1,997.14"))
    }

    @Test("Where most probably nothing is bought the page says so", arguments: Language.allCases)
    func nothing(language: Language) {
        let text = Self.read(Samples(language: language).newcomer, language).text
        #expect(text.contains(Phrase.Shell.mostProbablyNothing[language]) && text.contains(Phrase.Profile.nothingExpected[language]))
        #expect(text.contains(Phrase.Profile.oneOrderShort[language]) && text.contains(Phrase.ValueClass.new[language].dropFirst()))
    }

    @Test("Every reason for which nothing is predicted is said", arguments: Language.allCases)
    func why(language: Language) {
        let samples = Samples(language: language)
        let texts = samples.withoutPrediction.map { model in Self.read(model, language).text }
        for text in texts { #expect(text.contains(Phrase.Profile.noPredictions[language])) }
        #expect(Set(texts).count == texts.count)
        #expect(texts[5].contains(Words(language).unmet(Samples.conditions(customers: 212, history: 95, silence: 34, regulars: 0)[0])))
        #expect(!texts[0].contains(Phrase.Profile.predictedOrders[language]), "a guess dressed as a fact")
    }

    @Test("A stranger's page has no figure and says how far the first order is")
    func stranger() {
        let read = Self.read(Samples().stranger)
        #expect(read.all("svg").isEmpty && read.text.contains("1 order short"))
        #expect(read.text.contains(Phrase.Timeline.empty[.en]))
    }

    @Test("Consent says since when, by which proof, and what stands against writing")
    func consent() {
        let text = Self.read(Samples().profile).text.replacing("\u{A0}", with: " ")
        #expect(text.contains("subscribed since 3 Feb 2023") && text.contains("https://shop.example.com/checkout"))
        #expect(text.contains("suppressed: the address bounced for good, since 13 May 2025"))
        #expect(text.contains("I can take this back at any time") && text.contains(Phrase.Consent.noProof[.en]))
        let email = ChannelConsent(channel: .email, state: .subscribed, since: nil, proof: nil, suppressions: [])
        #expect(email.mayBeWrittenTo)
        var bounced = email
        bounced.suppressions = [(.hardBounced, Samples.now)]
        #expect(!bounced.mayBeWrittenTo)
    }

    @Test("Whoever was never asked has not agreed, which is not to have refused", arguments: Language.allCases)
    func neverAsked(language: Language) {
        var consent = ChannelConsent(channel: .email, state: .never, since: nil, proof: nil, suppressions: [])
        #expect(consent.standing[language] == Phrase.Consent.hasNotAgreed[language])
        consent.state = .pending
        #expect(consent.standing[language] == Phrase.Consent.hasNotAgreed[language])
        consent.state = .unsubscribed
        #expect(consent.standing[language] == Phrase.Consent.mayNotBeMailed[language])
        consent.state = .never
        consent.suppressions = [(.byHand, Samples.now)]
        #expect(consent.standing[language] == Phrase.Consent.mayNotBeMailed[language])
    }

    @Test("What is dated in the future says so, in the figures and in the timeline")
    func ahead() {
        let samples = Samples()
        var model = samples.stranger
        model.outlook = .none(.orderedAhead(samples.ago(days: -300)))
        model.timeline.events = [
            Timeline.Event(
                at: samples.ago(days: -300), metric: "Placed Order", kind: .order, value: nil, isHeldAside: false, isAhead: true,
                summary: nil, details: [])
        ]
        let text = Self.read(model).text
        #expect(text.contains("the first is dated in the future") && text.contains(Phrase.Timeline.ahead[.en]))
        #expect(!text.contains("No order yet: 1 order short"))
    }

    @Test(
        "Risk is put in words by borders that hold exactly",
        arguments: [(0.0, RiskLevel.low), (0.33, .low), (1.0 / 3, .moderate), (0.66, .moderate), (2.0 / 3, .high), (1, .high)])
    func risk(probability: Double, level: RiskLevel) {
        #expect(RiskLevel(probability) == level)
    }

    @Test("Events are paged: older ones by their cursor, and back to the newest")
    func paging() {
        let samples = Samples()
        var model = samples.profile
        let id = model.name.id
        #expect(Self.read(model).values(of: "href").contains("/profiles/\(id)?before=eyJhZnRlciI6MTB9#timeline"))
        model.timeline.isFirstPage = false
        model.timeline.olderCursor = nil
        let links = Self.read(model).values(of: "href")
        #expect(links.contains("/profiles/\(id)#timeline") && !links.contains { $0.contains("before=") })
    }

    @Test("An order in a currency without a rate keeps its own currency and says that it is held aside")
    func heldAside() {
        let text = Self.read(Samples().profile).text
        #expect(text.contains("£50.00") && text.contains(Phrase.Timeline.heldAside[.en]))
    }

    @Test("Moments are on the shop's clock, and programs read them in UTC")
    func clock() {
        let setting = Samples().setting
        #expect(setting.moment(Samples.now) == "12\u{A0}Jun\u{A0}2025, 14:05")
        #expect(HTML(setting.time(Samples.now)).text.contains("datetime=\"2025-06-12T12:05:00Z\""))
        #expect(Samples(language: .fr).setting.moment(Samples.now) == "12/06/2025 à 14:05")
    }
}
