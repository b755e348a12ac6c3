import Facts
import JSON
import Markup
import RandomSegments
import SeededDice
import Segments
import Testing
import Wording

@testable import PerennialServer

@Suite("Any custom metric, shown on its page and sent as a browser sends it, is the same")
struct CustomMetricFormTests {
    private static let zone = ShopTimeZone(identifier: "Europe/Warsaw") ?? .utc

    /// A custom metric as its page shows it, and as its form is read again.
    private func sent(
        _ definition: CustomMetricDefinition, _ language: Language
    ) throws -> (form: CustomMetricForm, read: CustomMetricDefinition?) {
        let comma = language != .en
        let form = CustomMetricForm(definition, named: "A & <b>", comma: comma, zone: Self.zone)
        let samples = Samples(language: language)
        let model = CustomMetricFormModel(form: form, id: "Cm1", metrics: [("id:m1", "M")], isOfOrders: false, token: FormToken("t"))
        let page = CustomMetricFormView(frame: samples.frame(nil), model: model).html
        let fields = SentForm(page, id: CustomMetricFormView.formID)
        #expect(fields.isWhole)
        let pairs = fields.pairs.map { PercentCoding.encode($0.name) + "=" + PercentCoding.encode($0.value) }
        var again = CustomMetricForm(try QueryString(pairs.joined(separator: "&"), mostPairs: SegmentDraft.mostFields))
        #expect(again.draft.name == form.draft.name)
        let read = again.definition(comma: comma, zone: Self.zone)
        #expect(again.problems == DraftProblems())
        return (form, read)
    }

    /// Byte for byte.
    private func spelled(_ definition: CustomMetricDefinition?) -> String? {
        definition.map { definition in
            var json = JSONWriter()
            definition.write(to: &json)
            return json.text
        }
    }

    @Test("Over the whole language", arguments: 1...60)
    func random(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        for number in 0..<4 {
            let definition = try dice.customMetric()
            let language = Language.allCases[(seed + number) % Language.allCases.count]
            let (form, read) = try sent(definition, language)
            #expect(spelled(read) == spelled(definition))
            for part in form.groups.flatMap(\.allWithin) where part.kind == .other {
                // What has no fields has a reason: characters that pages do not show, line ends, edges that are cut, empty texts.
                let reasons = ["\"\"", "\\u", "\\n", "\\t", "long "]
                #expect(reasons.contains { part[.json].contains($0) }, "\(part[.json])")
            }
        }
    }

    @Test("What shops ask has fields of its own, with numbers to the last digit", arguments: Language.allCases)
    func fields(language: Language) throws {
        let texts = ["a;b", "c d", "é, f"]
        let numbers: [Double] = [
            0, -0.5, 1.0 / 3, 0.1 + 0.2, 1e15, 1e16, 9_007_199_254_740_992, 1e21, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
        ]
        var filters: [ValueFilter] = [
            .text(.equals("x;y")), .text(.among(texts)), .text(.notAmong(texts)), .text(.phoneCountryAmong(["FR", "PL"])),
            .text(.phoneCountryNotAmong(["US"])), .text(.matches(try Pattern("^a;.*"))), .list(.contains(.text("a"))),
            .list(.contains(.number(7.5))), .list(.notContains(.number(1.0 / 3))), .list(.containsAny(texts)),
            .list(.notContainsAny(texts)), .list(.containsAll(texts)), .list(.notContainsAll(["a"])), .list(.containsSubstring("a")),
            .list(.notContainsSubstring("a")), .list(.containsAt(.start, "a")), .list(.containsAt(.end, "a")),
            .list(.notContainsAt(.start, "a")), .list(.notContainsAt(.end, "a")), .list(.length(.equals(0))),
            .list(.length(.greaterThan(1_000_000))), .bool(true), .bool(false), .isSet(true), .isSet(false),
            .number(.between(-1e308, 1.0 / 3)),
        ]
        filters += numbers.flatMap { [.number(.equals($0)), .number(.between(min(0.25, $0), max(0.25, $0)))] }
        var groups: [CustomMetricDefinition.Group] = []
        for start in stride(from: 0, to: filters.count, by: CustomMetricDefinition.mostFilters) {
            let tests = filters[start..<min(filters.count, start + CustomMetricDefinition.mostFilters)]
                .map { EventPropertyTest(property: " a.b", filter: $0) }
            let metric: MetricReference = groups.count % 2 == 0 ? .name("Placed; Order") : .id("m1")
            groups.append(.init(metric: metric, filters: tests, valueProperty: groups.isEmpty ? "receipt.total" : nil))
        }
        let definition = CustomMetricDefinition(method: .value, groups: groups)
        let (form, read) = try sent(definition, language)
        #expect(!form.groups.flatMap(\.allWithin).contains { $0.kind == .other })
        #expect(spelled(read) == spelled(definition))
    }

    @Test("As many groups and filters as there may be come back, and no date is offered")
    func most() throws {
        let tests = (0..<CustomMetricDefinition.mostFilters).map { EventPropertyTest(property: "p\($0)", filter: .isSet(true)) }
        let definition = CustomMetricDefinition(
            method: .count, groups: (0..<CustomMetricDefinition.mostGroups).map { .init(metric: .id("m\($0)"), filters: tests) })
        let (form, read) = try sent(definition, .fr)
        #expect(spelled(read) == spelled(definition))
        let model = CustomMetricFormModel(form: form, id: nil, metrics: [], isOfOrders: false, token: FormToken("t"))
        let page = CustomMetricFormView(frame: Samples(language: .fr).frame(nil), model: model).html
        #expect(!page.contains("\"date:\"") && !page.contains(".when\"") && !page.contains("value=\"add.0\""))
    }

    @Test("What events are worth is left out where they are only counted; a date that is written is refused at its place")
    func refused() throws {
        var form = CustomMetricForm()
        form.isWorth = false
        form.draft.groups[0][0][.what] = "id:m1"
        form.draft.groups[0][0][.text] = "total"
        #expect(form.definition(comma: true, zone: Self.zone)?.groups == [.init(metric: .id("m1"))])
        let spelled = #"{"property":"born","filter":{"type":"date","operator":"alltime"}}"#
        form.draft.groups[0][0].parts = [.spelled(Array(spelled.utf8))]
        #expect(form.definition(comma: true, zone: Self.zone) == nil)
        #expect(form.problems.fields[.init([0, 0, 0])]?[.json] == .found(.metric(.dates), at: "filter/type"))
        // What is too long is said beside its field.
        form.problems = DraftProblems()
        var long = ConditionDraft.new(.event)
        long[.text] = String(repeating: "a", count: 256)
        long[.value] = "b"
        form.draft.groups[0][0].parts = [long]
        #expect(form.definition(comma: true, zone: Self.zone) == nil)
        #expect(form.problems.fields == [.init([0, 0, 0]): [.text: .tooLong]])
    }
}
