import Facts
import JSON
import Markup
import RandomSegments
import SeededDice
import Segments
import Testing
import Wording

@testable import PerennialServer

@Suite("Any definition, shown on the builder's page and sent as a browser sends it, is the same")
struct SegmentFormTests {
    private static let zone = ShopTimeZone(identifier: "Europe/Warsaw") ?? .utc

    /// The definition as the page shows it, and as its form is read again.
    private func sent(_ condition: Condition, _ language: Language) throws -> (draft: SegmentDraft, read: Condition?) {
        let comma = language != .en
        var model = BuilderModel(draft: SegmentDraft(condition, comma: comma, zone: Self.zone))
        model.draft.name = "A & <b>"
        model.showsProblems = true
        let samples = Samples(language: language)
        let page = BuilderView(frame: samples.frame(PagePaths.newSegment), model: model, token: FormToken("t")).html
        let form = SentForm(page, id: BuilderView.formID)
        #expect(form.isWhole)
        let pairs = form.pairs.map { PercentCoding.encode($0.name) + "=" + PercentCoding.encode($0.value) }
        let again = SegmentDraft(try QueryString(pairs.joined(separator: "&"), mostPairs: SegmentDraft.mostFields))
        #expect(again.name == model.draft.name)
        var problems = DraftProblems()
        let read = DraftWriter(zone: Self.zone, comma: true).condition(again, &problems)
        #expect(problems == DraftProblems())
        return (model.draft, read)
    }

    @Test("What was sent is shown again as it was sent")
    func shownAgain() throws {
        var draft = SegmentDraft()
        draft.groups = [[.new(.property)]]
        draft[.init(group: 0, condition: 0)]?[.lines] = "a\r\nb\r\n\r\nc"
        let samples = Samples(language: .en)
        let page = BuilderView(frame: samples.frame(nil), model: BuilderModel(draft: draft), token: FormToken("t")).html
        #expect(SentForm(page, id: BuilderView.formID).pairs.contains { $0.name == "c.0.0.lines" && $0.value == "a\r\nb\r\n\r\nc" })
    }

    /// Byte for byte, but for what means the same.
    private func spelled(_ condition: Condition?) -> String? { condition?.alike.definitionJSON }

    @Test("Over the whole language", arguments: 1...60)
    func random(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        for number in 0..<4 {
            let condition = try dice.condition(levels: 3, of: WholeLanguage.self)
            // More than a definition may hold is none.
            guard (try? Condition(definition: JSONDocument(condition.definitionJSON).root)) != nil else { continue }
            let language = Language.allCases[number % Language.allCases.count]
            let (draft, read) = try sent(condition, language)
            #expect(spelled(read) == spelled(condition), "\(condition.definitionJSON)")
            // What has no fields has a reason: characters that pages do not show, line ends, edges that are cut, empty texts.
            for part in draft.groups.joined().flatMap(\.allWithin) where part.kind == .other { try expectReason(part[.json]) }
        }
    }

    /// Each is the smallest part that fields cannot show: what is in it says why.
    private func expectReason(_ json: String) throws {
        let reasons = [
            "\"\"", "\\u", "\\n", "\\t", "long ", "e-3", "e+308", "churn_probability", "probability_of_order", "\"2", "average",
        ]
        #expect(reasons.contains { json.contains($0) }, "\(json)")
    }

    @Test("Conditions of people and their parts all have fields", arguments: Language.allCases)
    func fields(language: Language) throws {
        for spelled in SegmentDraftTests.conditions {
            let condition = try Condition(definition: JSONDocument(spelled).root)
            let (draft, read) = try sent(condition, language)
            #expect(!draft.groups.joined().flatMap(\.allWithin).contains { $0.kind == .other }, "\(spelled)")
            #expect(self.spelled(read) == self.spelled(condition), "\(spelled)")
        }
    }

    @Test("More than a page shows as fields stays as it is spelled")
    func large() throws {
        let filters = (0..<10).map { EventPropertyTest(property: "p\($0)", filter: .isSet(true)) }
        let steps = (0..<10).map { FunnelTest.Step(metric: .id("m\($0)"), hasHappened: true, properties: filters) }
        let funnel = Condition.test(.funnel(FunnelTest(steps: steps, timeFrame: .allTime, completionSeconds: nil)))
        let condition = Condition.all((0..<5).map { _ in .any([funnel, .test(.overdue(true))]) })
        let (draft, read) = try sent(condition, .en)
        #expect(draft.groups.map { $0.map(\.kind) }.prefix(3) == [[.funnel, .predicted], [.funnel, .predicted], [.other, .predicted]])
        #expect(spelled(read) == spelled(condition))
    }
}

extension ConditionDraft {
    /// Itself and all within it.
    var allWithin: [ConditionDraft] { [self] + parts.flatMap(\.allWithin) }
}
