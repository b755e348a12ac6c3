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
        #"{"type":"profile-region","in_region":false,"region":"united_states"}"#,
        #"{"type":"profile-postal-code-distance","country_code":"FR","postal_code":"75001","unit":"miles","filter":{"type":"numeric","operator":"less-than","value":12.5}}"#,
        #"{"type":"profile-sample","percentage":12.5,"seed":7}"#,
        #"{"type":"profile-top","dimension":"total_clv","count":100,"order":"greatest"}"#,
        #"{"type":"profile-top","dimension":"money_at_stake","percent":5,"order":"least","among":{"type":"profile-region","in_region":true,"region":"european_union"}}"#,
    ]

    /// What no fields show: it stands as it is spelled.
    static let others: [String] = [
        #"{"type":"profile-property","property":"first_name","filter":{"type":"string","operator":"equals","value":"a\u202Eb"}}"#,
        #"{"type":"not","condition":{"type":"profile-region","in_region":true,"region":"european_union"}}"#,
        #"{"type":"profile-metric-funnel","timeframe_filter":{"type":"date","operator":"alltime"},"steps":[{"metric_exists":true,"metric_id":"A"},{"metric_exists":false,"metric_id":"B"}]}"#,
        #"{"type":"profile-property","property":"email","filter":{"type":"string","operator":"regex","value":"@example"}}"#,
        #"{"type":"profile-property","property":"created","filter":{"type":"date","operator":"before","date":"2026-01-01T00:00:07Z"}}"#,
    ]

    private func condition(_ parts: [[String]]) throws -> Condition {
        let groups = parts.map { "{\"conditions\":[\($0.joined(separator: ","))]}" }.joined(separator: ",")
        return try Condition(definition: JSONDocument("{\"condition_groups\":[\(groups)]}").root)
    }

    private func again(_ draft: SegmentDraft) -> (Condition?, DraftProblems) {
        var problems = DraftProblems()
        return (DraftWriter(zone: zone).condition(draft, &problems), problems)
    }

    /// What a browser would send of a draft.
    private func sent(_ draft: SegmentDraft) throws -> SegmentDraft {
        var pairs = ["name=" + PercentCoding.encode(draft.name)]
        for (group, conditions) in draft.groups.enumerated() {
            for (place, condition) in conditions.enumerated() {
                pairs.append(SegmentDraft.field(group, place, .kind) + "=" + condition.kind.rawValue)
                for field in ConditionDraft.Field.allCases {
                    for value in condition.all(field) {
                        pairs.append(SegmentDraft.field(group, place, field) + "=" + PercentCoding.encode(value))
                    }
                }
            }
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
            #expect(read == meant || spelled.contains("\"in\",\"value\":[\"low\"") && read?.definitionJSON == meant.definitionJSON)
        }
    }

    @Test("What has no fields stays as it is spelled", arguments: others)
    func kept(spelled: String) throws {
        let meant = try condition([[spelled]])
        let draft = SegmentDraft(meant, comma: true, zone: zone)
        #expect(draft.groups.first?.first?.kind == .other)
        #expect(again(try sent(draft)).0 == meant)
    }

    @Test("Groups and alternatives keep their places; everything ready-made can be shown and saved again")
    func groups() throws {
        let all = Self.conditions
        let meant = try condition([[all[0], all[8]], [all[11]], [all[20], all[2], all[21]]])
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
        draft.groups = [ConditionDraft.Kind.allCases.map { ConditionDraft.new($0) }]
        let found = again(draft).1.fields
        func of(_ kind: ConditionDraft.Kind) -> [ConditionDraft.Field: DraftProblem]? {
            ConditionDraft.Kind.allCases.firstIndex(of: kind).flatMap { found[.init(group: 0, condition: $0)] }
        }
        #expect(of(.predicted) == [.n: .needsNumber])
        #expect(of(.done) == [.what: .needsChoice])
        #expect(of(.property) == [.what: .needsChoice, .json: .needsText])
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
        #expect(one(.other, [(.json, "{\"type\":\"profile-region\",\"in_region\":true,\"region\":\"mars\"}")]).keys.contains(.kind))
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
    func numbers(text: String, value: Double) { #expect(DraftNumber.value(text) == value) }

    @Test("What is no number", arguments: ["", "five", "1,2,3", "0x10", "nan", "1e999", "--1", "½"])
    func noNumbers(text: String) { #expect(DraftNumber.value(text) == nil && DraftNumber.share(text) == nil) }

    @Test("A share is a percentage to the digit")
    func shares() {
        for share in [0.45, 0.07, 0.29, 0.57, 1.0 / 3, 2.0 / 3, 1, 0, 0.001] {
            #expect(DraftNumber.share(DraftNumber.percentText(share, comma: true)) == share)
        }
        #expect(DraftNumber.share("45") == 0.45 && DraftNumber.percentText(0.07, comma: false) == "7")
    }

    @Test("Buttons add and remove where they stand; the enter key looks")
    func actions() throws {
        func action(_ text: String) throws -> SegmentDraft.Action { SegmentDraft.action(try QueryString(text)) }
        #expect(try action("") == .preview && action("action=save") == .save && action("action=zzz") == .preview)
        #expect(try action("action=add&add=done") == .add(.done, group: nil) && action("action=add&add=zzz") == .preview)
        #expect(
            try action("action=or.3&add-3=group") == .add(.group, group: 3)
                && action("action=remove.1.2") == .remove(group: 1, condition: 2))
        var draft = SegmentDraft()
        #expect(draft.perform(.add(.done, group: nil)) == .init(group: 0, condition: 0))
        #expect(draft.perform(.add(.region, group: 0)) == .init(group: 0, condition: 1))
        #expect(draft.perform(.add(.top, group: nil)) == .init(group: 1, condition: 0))
        _ = draft.perform(.remove(group: 0, condition: 0))
        #expect(draft.groups.map { $0.map(\.kind) } == [[.region], [.top]])
        _ = draft.perform(.remove(group: 0, condition: 0))
        _ = draft.perform(.remove(group: 7, condition: 0))
        #expect(draft.groups.map { $0.map(\.kind) } == [[.top]])
        let widen = try action("action=widen.0.0")
        #expect(try widen == .widen(.init(group: 0, condition: 0)) && action("action=widen.0") == .preview)
        draft.groups[0][0][.kept] = "{}"
        #expect(draft.perform(.widen(.init(group: 1, condition: 0))) == nil && draft.groups[0][0][.kept] == "{}")
        #expect(draft.perform(widen) == .init(group: 0, condition: 0) && draft.groups[0][0][.kept] == "")
    }
}
