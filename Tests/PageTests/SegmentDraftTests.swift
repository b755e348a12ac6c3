import Facts
import JSON
import Markup
import Segments
import Testing
import Wording

@testable import PerennialServer
@testable import Shop

@Suite("A segment as a form holds it")
struct SegmentDraftTests {
    private let zone = ShopTimeZone(identifier: "Europe/Warsaw") ?? .utc

    /// A condition of every kind that the language knows.
    static let conditions: [String] = [
        #"{"type":"profile-predictive-analytics","dimension":"predicted_clv","filter":{"type":"numeric","operator":"less-than-or-equal","value":5}}"#,
        #"{"type":"profile-predictive-analytics","dimension":"churn_probability","filter":{"type":"numeric","operator":"between","start":0.333,"end":0.6666666666666666}}"#,
        #"{"type":"profile-predictive-analytics","dimension":"clv_category","filter":{"type":"string","operator":"in","value":["low","new"]}}"#,
        #"{"type":"profile-predictive-analytics","dimension":"rfm_group","filter":{"type":"string","operator":"not-equals","value":"At Risk"}}"#,
        #"{"type":"profile-predictive-analytics","dimension":"rfm_group","model":"Net","filter":{"type":"string","operator":"equals","value":"Loyal"}}"#,
        #"{"type":"profile-predictive-analytics","dimension":"rfm_group_last_changed","filter":{"type":"date","operator":"in-the-last","unit":"week","quantity":2}}"#,
        #"{"type":"profile-predictive-analytics","dimension":"expected_date_of_next_purchase","filter":{"type":"date","operator":"in-the-next","unit":"day","quantity":14}}"#,
        #"{"type":"profile-predictive-analytics","dimension":"overdue","filter":{"type":"boolean","operator":"equals","value":false}}"#,
        #"{"type":"profile-metric","metric_name":"Opened Email","measurement":"count","measurement_filter":{"type":"numeric","operator":"greater-than-or-equal","value":1},"timeframe_filter":{"type":"date","operator":"in-the-last","unit":"day","quantity":90}}"#,
        #"{"type":"profile-metric","metric_id":"X1","measurement":"sum","measurement_filter":{"type":"numeric","operator":"greater-than","value":12.5},"timeframe_filter":{"type":"date","operator":"between-static","start":"2026-01-01T00:00:00+01:00","end":"2026-02-03T11:45:00Z"},"metric_filters":[{"property":"source","filter":{"type":"string","operator":"equals","value":"shop"}}]}"#,
        #"{"type":"profile-metric","metric_id":"X1","measurement":"count","measurement_filter":{"type":"numeric","operator":"equals","value":0},"timeframe_filter":{"type":"date","operator":"alltime"},"metric_filters":[{"property":"a","filter":{"type":"string","operator":"regex","value":"^x"}},{"property":"b","filter":{"type":"existence","operator":"is-set"}}]}"#,
        #"{"type":"profile-property","property":"location.city","filter":{"type":"string","operator":"in","value":["Paris","Lyon, 3e"]}}"#,
        #"{"type":"profile-property","property":"properties['Shoe size']","filter":{"type":"numeric","operator":"greater-than-or-equal","value":42}}"#,
        #"{"type":"profile-property","property":"created","filter":{"type":"date","operator":"between","start":3,"end":10,"unit":"day"}}"#,
        #"{"type":"profile-property","property":"properties['vip']","filter":{"type":"boolean","operator":"equals","value":true}}"#,
        #"{"type":"profile-property","property":"properties['tags']","filter":{"type":"list","operator":"contains","value":"a"}}"#,
        #"{"type":"profile-property","property":"email","filter":{"type":"existence","operator":"not-set"}}"#,
        #"{"type":"profile-property","property":"created","filter":{"type":"date","operator":"calendar-month","value":3}}"#,
        #"{"type":"profile-group-membership","is_member":true,"group_ids":["L1","S1"],"timeframe_filter":{"type":"date","operator":"in-the-last","unit":"day","quantity":3}}"#,
        #"{"type":"profile-group-membership","is_member":false,"group_names":["Newsletter"]}"#,
        #"{"type":"profile-marketing-consent","consent":{"channel":"email","can_receive_marketing":true,"consent_status":{"subscription":"subscribed","filters":[{"field":"method","method":"form"}]}}}"#,
        #"{"type":"profile-marketing-consent","consent":{"channel":"sms","can_receive_marketing":false,"consent_status":{"subscription":"any","filters":[{"field":"bounce_date","filter":{"type":"existence","operator":"is-set"}},{"field":"status_date","filter":{"type":"date","operator":"anniversary-last","unit":"week","quantity":2}},{"field":"is_double_opt_in","filter":{"type":"boolean","operator":"equals","value":false}},{"field":"custom_source","filter":{"type":"string","operator":"equals","value":"Till 4"}},{"field":"method","method":"form","filter":{"type":"string","operator":"in","value":["Footer","Checkout"]}}]}}}"#,
        #"{"type":"profile-metric-funnel","completion_window_seconds":"DAYS_3","timeframe_filter":{"type":"date","operator":"in-the-last","unit":"day","quantity":30},"steps":[{"metric_exists":true,"metric_name":"Opened Email"},{"metric_exists":true,"metric_id":"A","metric_filters":[{"property":"source","filter":{"type":"string","operator":"regex","value":"^(web|app)$"}},{"property":"tags","filter":{"type":"list","operator":"contains-any","value":["a","b"]}}]},{"metric_exists":false,"metric_id":"B"}]}"#,
        #"{"type":"profile-metric","metric_id":"X1","measurement":"average","measurement_filter":{"type":"numeric","operator":"between","start":1,"end":2.5},"timeframe_filter":{"type":"date","operator":"in-the-next","unit":"hour","quantity":3},"metric_filters":[{"property":"a","filter":{"type":"date","operator":"before","date":"2026-01-01T00:00:07Z"}},{"property":"b.c","filter":{"type":"numeric","operator":"not-equals","value":-0.5}},{"property":"d","filter":{"type":"boolean","operator":"equals","value":false}},{"property":"e","filter":{"type":"list","operator":"length-less-than","value":4}},{"property":"f","filter":{"type":"list","operator":"not-contains","value":7.5}}]}"#,
        #"{"type":"profile-property","property":"email","filter":{"type":"string","operator":"nregex","value":"@example"}}"#,
        #"{"type":"profile-property","property":"phone_number","filter":{"type":"string","operator":"phone-country-code-in","value":["FR","PL"]}}"#,
        #"{"type":"profile-property","property":"created","filter":{"type":"date","operator":"before","date":"2026-01-01T00:00:07Z"}}"#,
        #"{"type":"not","condition":{"type":"profile-region","in_region":true,"region":"european_union"}}"#,
        #"{"type":"all","conditions":[{"type":"profile-sample","percentage":1,"seed":2},{"type":"any","conditions":[{"type":"not","condition":{"type":"profile-sample","percentage":3,"seed":4}},{"type":"profile-region","in_region":true,"region":"european_union"}]}]}"#,
        #"{"type":"profile-region","in_region":false,"region":"united_states"}"#,
        #"{"type":"profile-postal-code-distance","country_code":"FR","postal_code":"75001","unit":"miles","filter":{"type":"numeric","operator":"less-than","value":12.5}}"#,
        #"{"type":"profile-sample","percentage":12.5,"seed":7}"#,
        #"{"type":"profile-top","dimension":"total_clv","count":100,"order":"greatest"}"#,
        #"{"type":"profile-top","dimension":"money_at_stake","percent":5,"order":"least","among":{"type":"profile-region","in_region":true,"region":"european_union"}}"#,
    ]

    /// What no fields show: it stands as it is spelled.
    static let others: [String] = [
        #"{"type":"profile-property","property":"first_name","filter":{"type":"string","operator":"equals","value":"a\u202Eb"}}"#,
        #"{"type":"profile-property","property":"first_name","filter":{"type":"string","operator":"equals","value":"a\nb"}}"#,
        #"{"type":"profile-property","property":"first_name","filter":{"type":"string","operator":"equals","value":""}}"#,
        #"{"type":"profile-property","property":"first_name","filter":{"type":"string","operator":"in","value":[" a"]}}"#,
    ]

    private func condition(_ parts: [[String]]) throws -> Condition {
        let groups = parts.map { "{\"conditions\":[\($0.joined(separator: ","))]}" }.joined(separator: ",")
        return try Condition(definition: JSONDocument("{\"condition_groups\":[\(groups)]}").root)
    }

    private func again(_ draft: SegmentDraft) -> (Condition?, DraftProblems) {
        var problems = DraftProblems()
        return (DraftWriter(zone: zone, comma: true).condition(draft, &problems), problems)
    }

    /// What a browser would send of a draft.
    private func sent(_ draft: SegmentDraft) throws -> SegmentDraft {
        var pairs = ["name=" + PercentCoding.encode(draft.name)]
        func add(_ condition: ConditionDraft, _ place: SegmentDraft.Place) {
            pairs.append(SegmentDraft.field(place, .kind) + "=" + condition.kind.rawValue)
            for field in ConditionDraft.Field.allCases {
                for value in condition.all(field) { pairs.append(SegmentDraft.field(place, field) + "=" + PercentCoding.encode(value)) }
            }
            for (number, part) in condition.parts.enumerated() { add(part, place.part(number)) }
        }
        for (group, conditions) in draft.groups.enumerated() {
            for (number, condition) in conditions.enumerated() { add(condition, .init(group: group, condition: number)) }
        }
        return SegmentDraft(try QueryString(pairs.joined(separator: "&"), mostPairs: SegmentDraft.mostFields))
    }

    @Test("Fields say exactly what the definition says, by point and by comma", arguments: conditions)
    func roundTrip(spelled: String) throws {
        let meant = try condition([[spelled]])
        for comma in [false, true] {
            let draft = SegmentDraft(meant, comma: comma, zone: zone)
            #expect(draft.groups.first?.first?.kind != .other, "has no fields")
            let (read, problems) = again(try sent(draft))
            #expect(problems == DraftProblems())
            #expect(
                read?.alike == meant.alike || spelled.contains("\"in\",\"value\":[\"low\"") && read?.definitionJSON == meant.definitionJSON)
        }
    }

    @Test("What has no fields stays as it is spelled", arguments: others)
    func kept(spelled: String) throws {
        let meant = try condition([[spelled]])
        let draft = SegmentDraft(meant, comma: true, zone: zone)
        #expect(draft.groups.first?.first?.kind == .other)
        #expect(again(try sent(draft)).0 == meant)
    }

    @Test("One part that no fields show leaves the others their fields")
    func keptPart() throws {
        let spelled =
            #"{"type":"profile-metric","metric_id":"X1","measurement":"count","measurement_filter":{"type":"numeric","operator":"equals","value":0},"timeframe_filter":{"type":"date","operator":"alltime"},"metric_filters":[{"property":"a","filter":{"type":"string","operator":"equals","value":"x\ny"}},{"property":"b","filter":{"type":"existence","operator":"is-set"}}]}"#
        let meant = try condition([[spelled]])
        let draft = SegmentDraft(meant, comma: false, zone: zone)
        #expect(draft.groups[0][0].kind == .done && draft.groups[0][0].parts.map(\.kind) == [.other, .event])
        #expect(again(try sent(draft)).0 == meant)
    }

    @Test("Groups and alternatives keep their places; everything ready-made can be shown and saved again")
    func groups() throws {
        let all = Self.conditions
        let meant = try condition([[all[0], all[8]], [all[11]], [all[20], all[2], all[29]]])
        let draft = SegmentDraft(meant, comma: false, zone: zone)
        #expect(draft.groups.map(\.count) == [2, 1, 3])
        #expect(again(try sent(draft)).0 == meant)
        var proposals = SegmentProposals()
        proposals.orders = .name("Placed Order")
        proposals.opens = .name("Opened Email")
        proposals.mainList = .name("Newsletter")
        proposals.hasPredictions = true
        proposals.hasSubscribers = true
        proposals.amounts = .init(
            order: 50, lowPredicted: 5, lowOrder: 20, premiumOrder: 80, vip: 500, usualDays: 60, likelyToSpend: 25, totalCLV: 300)
        for ready in ReadyMadeSegment.allCases {
            let condition = try #require(ready.condition(proposals))
            let draft = SegmentDraft(condition, comma: true, zone: zone)
            let read = try #require(again(try sent(draft)).0, "\(ready)")
            #expect(SegmentDraft(read, comma: true, zone: zone) == draft, "\(ready)")
            // Only lists of one word may be written otherwise.
            #expect(!draft.groups.joined().contains { $0.kind == .other }, "\(ready)")
        }
    }

    @Test("What is missing or wrong is said of its field, and nothing is guessed")
    func problems() throws {
        var draft = SegmentDraft()
        #expect(again(draft).1.general == [.needsCondition])
        draft.groups = [ConditionDraft.Kind.conditions.map { ConditionDraft.new($0) }]
        let found = again(draft).1.fields
        func of(_ kind: ConditionDraft.Kind) -> [ConditionDraft.Field: DraftProblem]? {
            ConditionDraft.Kind.conditions.firstIndex(of: kind).flatMap { found[.init(group: 0, condition: $0)] }
        }
        #expect(of(.predicted) == [.n: .needsNumber])
        #expect(of(.done) == [.what: .needsChoice])
        #expect(of(.property) == [.what: .needsChoice, .value: .needsText])
        #expect(of(.funnel) == nil && of(.all) == [.kind: .needsCondition] && of(.not) == [.kind: .needsCondition])
        for number in 0...1 {
            #expect(found[.init([0, 2, number])] == [.what: .needsChoice])
        }
        #expect(of(.group) == [.groups: .needsChoice])
        #expect(of(.consent) == nil && of(.region) == nil && of(.top) == nil && of(.sample) == nil)
        #expect(of(.distance) == [.n: .needsNumber, .country: .needsText, .code: .needsText])
        #expect(of(.other) == [.json: .needsText])

        func one(_ kind: ConditionDraft.Kind, _ fields: [(ConditionDraft.Field, String)]) -> [ConditionDraft.Field: DraftProblem] {
            var condition = ConditionDraft.new(kind)
            for (field, value) in fields { condition[field] = value }
            draft.groups = [[condition]]
            return again(draft).1.fields[.init(group: 0, condition: 0)] ?? [:]
        }
        #expect(one(.predicted, [(.n, "five")]) == [.n: .needsNumber])
        #expect(one(.predicted, [(.op, "between"), (.n, "9"), (.n2, "3")]) == [.n2: .endBeforeStart])
        #expect(one(.predicted, [(.what, "churn_probability"), (.n, "140")]) == [.n: .needsPercent])
        #expect(one(.predicted, [(.what, "clv_category")]) == [.words: .needsChoice])
        #expect(one(.done, [(.what, "id:X"), (.q, "1.5")]) == [.q: .needsWhole])
        #expect(one(.done, [(.what, "id:X"), (.when, "before"), (.d, "soon")]) == [.d: .needsDate])
        #expect(one(.other, [(.json, "{\"type\":")]).keys.contains(.json))
        #expect(one(.other, [(.json, "{\"type\":\"profile-region\",\"in_region\":true,\"region\":\"mars\"}")]).keys.contains(.json))
        // Fields that a browser would not send.
        #expect(!one(.predicted, [(.what, "shoe"), (.n, "1")]).isEmpty)
        #expect(!one(.predicted, [(.op, "'; DROP"), (.n, "1")]).isEmpty)
    }

    @Test(
        "Numbers as people type them",
        arguments: [
            ("5", 5.0), ("5,50", 5.5), ("1 234,5", 1_234.5), ("1,234.50", 1_234.5), ("1.234,50", 1_234.5), ("\u{202F}12\u{A0}000", 12_000),
            ("-3", -3),
        ])
    func numbers(text: String, value: Double) {
        #expect(DraftNumber.value(text, comma: true) == value && DraftNumber.value(text, comma: false) == value)
    }

    @Test("A comma before three digits is what it is where the reader lives")
    func commas() {
        for (text, english, french) in [
            ("1,234", 1_234.0, 1.234 as Double?), ("12,345", 12_345, 12.345), ("-1,234", -1_234, -1.234), ("0,123", 0.123, 0.123),
            ("1,234,567", 1_234_567, nil), ("12,5", 12.5, 12.5), ("1234,567", 1_234.567, 1_234.567),
        ] {
            #expect(DraftNumber.value(text, comma: false) == english && DraftNumber.value(text, comma: true) == french, "\(text)")
        }
    }

    @Test("What is no number", arguments: ["", "five", "1,2,3", "0x10", "nan", "1e999", "--1", "½"])
    func noNumbers(text: String) { #expect(DraftNumber.value(text, comma: true) == nil && DraftNumber.share(text, comma: false) == nil) }

    @Test("A share is a percentage to the digit")
    func shares() {
        for share in [0.45, 0.07, 0.29, 0.57, 1.0 / 3, 2.0 / 3, 1, 0, 0.001] {
            #expect(DraftNumber.share(DraftNumber.percentText(share, comma: true), comma: true) == share)
        }
        #expect(DraftNumber.share("45", comma: false) == 0.45 && DraftNumber.percentText(0.07, comma: false) == "7")
    }

    @Test("Buttons add and remove where they stand; the enter key looks")
    func actions() throws {
        func action(_ text: String) throws -> SegmentDraft.Action { SegmentDraft.action(try QueryString(text)) }
        #expect(try action("") == .preview && action("action=save") == .save && action("action=zzz") == .preview)
        #expect(try action("action=add&add=done") == .add(.done, within: nil) && action("action=add&add=zzz") == .preview)
        #expect(
            try action("action=add.3&add-3=group") == .add(.group, within: .init([3])) && action("action=add.3") == .preview
                && action("action=add.3.0&add-3.0=top") == .add(.top, within: .init([3, 0]))
                && action("action=add.3.0") == .add(nil, within: .init([3, 0]))
                && action("action=remove.1.2") == .remove(.init(group: 1, condition: 2)) && action("action=remove.1") == .preview
                && action("action=remove.1.x") == .preview && action("action=raise.0.0.1") == .raise(.init([0, 0, 1])))
        var draft = SegmentDraft()
        #expect(draft.perform(.add(.done, within: nil)) == .init(group: 0, condition: 0))
        #expect(draft.perform(.add(.region, within: .init([0]))) == .init(group: 0, condition: 1))
        #expect(draft.perform(.add(.top, within: nil)) == .init(group: 1, condition: 0))
        // Within conditions: what fits, and no more than there may be.
        #expect(draft.perform(.add(nil, within: .init([0, 0]))) == .init([0, 0, 0]))
        #expect(draft.perform(.add(.step, within: .init([0, 0]))) == nil && draft.perform(.add(nil, within: .init([0, 1]))) == nil)
        #expect(draft.perform(.add(.funnel, within: .init([1, 0]))) == .init([1, 0, 0]))
        #expect(draft.perform(.add(.region, within: .init([1, 0]))) == nil, "one is enough")
        draft[.init([1, 0, 0, 1])]?[.what] = "id:second"
        #expect(draft.perform(.raise(.init([1, 0, 0, 1]))) == .init([1, 0, 0, 0]) && draft.perform(.raise(.init([1, 0, 0, 0]))) == nil)
        #expect(draft[.init([1, 0, 0])]?.parts.map { $0[.what] } == ["id:second", ""])
        #expect(draft.perform(.add(nil, within: .init([1, 0, 0, 1]))) == .init([1, 0, 0, 1, 0]))
        _ = draft.perform(.remove(.init([1, 0, 0, 0])))
        #expect(draft[.init([1, 0, 0])]?.parts.map { $0.parts.map(\.kind) } == [[.event]])
        _ = draft.perform(.remove(.init(group: 0, condition: 0)))
        #expect(draft.groups.map { $0.map(\.kind) } == [[.region], [.top]])
        _ = draft.perform(.remove(.init(group: 0, condition: 0)))
        _ = draft.perform(.remove(.init(group: 7, condition: 0)))
        _ = draft.perform(.remove(.init([0, 0, 4, 4])))
        #expect(draft.groups.map { $0.map(\.kind) } == [[.top]])
    }

    @Test("What the reader of definitions finds stands beside the field that says it")
    func places() throws {
        var draft = SegmentDraft()
        func found(_ kind: ConditionDraft.Kind, _ parts: [ConditionDraft.Kind], _ fill: (inout ConditionDraft) -> Void) -> [SegmentDraft
            .Place: [ConditionDraft.Field]]
        {
            var condition = ConditionDraft.new(kind)
            condition.parts = parts.map { .new($0) }
            fill(&condition)
            draft.groups = [[.new(.region)], [.new(.region), condition]]
            return again(draft).1.fields.mapValues { Array($0.keys) }
        }
        let place = SegmentDraft.Place([1, 1])
        func problem(_ field: ConditionDraft.Field) -> DraftProblem? { again(draft).1.fields[place]?[field] }
        #expect(
            found(.property, []) {
                $0[.what] = "email"
                $0[.op] = "string:regex"
                $0[.value] = "(a"
            } == [place: [.value]])
        #expect(problem(.value) == .found(.value(.badPattern(.missingParenthesis))))
        #expect(
            found(.property, []) {
                $0[.what] = "phone_number"
                $0[.op] = "string:phone-country-code-in"
                $0[.lines] = "fr\nPoland"
            } == [place: [.lines]])
        #expect(
            found(.done, [.event]) {
                $0[.what] = "id:X"
                $0.parts[0][.text] = "source"
                $0.parts[0][.op] = "string:regex"
                $0.parts[0][.value] = "[z-a]"
            } == [place.part(0): [.value]])
        #expect(
            found(.funnel, [.step, .step]) {
                $0.parts[0][.what] = "id:X"
                $0.parts[0][.yes] = "no"
            } == [place.part(0): [.yes], place.part(1): [.what]])
        #expect(found(.done, []) { ($0[.what], $0[.q]) = ("id:X", "999999999") } == [place: [.q]])
        #expect(
            found(.consent, [.proof]) { ($0.parts[0][.what], $0.parts[0][.method]) = ("method", "pigeon") } == [place.part(0): [.method]])
        #expect(found(.top, [.sample]) { ($0[.n], $0.parts[0][.n]) = ("120", "0") } == [place: [.n], place.part(0): [.n]])
        #expect(found(.not, [.other]) { $0.parts[0][.json] = "{\"type\":\"all\"}" } == [place.part(0): [.json]])
    }

    @Test("Why something is no JSON is said in the reader's language, with the place, what was expected and what stands there")
    func noJSON() throws {
        func said(_ json: String, _ language: Language) throws -> String {
            var condition = ConditionDraft.new(.other)
            condition[.json] = json
            var writer = ConditionDraftWriter(condition, zone, comma: true)
            #expect(writer.bytes() == nil)
            guard case .badJSON(let error, let found)? = writer.problems.values.first?[.json] else { return "" }
            return Words(language).fault(error, found: found)
        }
        #expect(try said("{\"a\"; 1}", .en) == "This is no JSON: line 1, column 5: expected a colon, found “;”")
        #expect(try said("{\"a\": 1,\n \"b\": }", .pl) == "To nie jest JSON: wiersz 2, kolumna 7: oczekiwano: wartość; jest: „}”")
        let french = try said("[1, 2", .fr).map { $0.isWhitespace ? " " : "\($0)" }.joined()
        #expect(
            french.contains("ligne 1, colonne 6") && french.contains("une virgule ou un crochet fermant ]")
                && french.contains("trouvé : la fin"))
        for wrong in ["{\"a\":01}", "[1e999]", "{} x", "{a:1}", "[\"a"] {
            for language in Language.allCases { #expect(try !said(wrong, language).isEmpty) }
        }
    }
}
