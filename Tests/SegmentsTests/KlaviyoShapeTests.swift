import JSON
import Segments
import Testing

@Suite("Klaviyo's definitions")
struct KlaviyoShapeTests {
    @Test("Every condition, operator, measurement and time frame of its API reads, alone and in a group, and is written again")
    func reading() throws {
        for json in KlaviyoConditions.all {
            let groups = #"{"condition_groups":[{"conditions":[\#(json)]}]}"#
            do {
                let alone = try Condition(definition: JSONDocument(json).root)
                let condition = try Condition(definition: JSONDocument(groups).root)
                #expect(condition == .all([.any([alone])]))
                #expect(try Condition(definition: JSONDocument(condition.definitionJSON).root) == condition)
            } catch {
                Issue.record("\(json): \(error)")
            }
        }
        #expect(KlaviyoConditions.all.count > 800)
    }

    @Test("What is not here is refused at its place", arguments: KlaviyoShapeTests.refused)
    func refusal(_ json: String, _ pointer: String) throws {
        let document = try JSONDocument(#"{"condition_groups":[{"conditions":[\#(json)]}]}"#)
        let faults = #expect(throws: SegmentFaults.self) { try Condition(definition: document.root) }
        #expect(faults?.list.map(\.pointer).contains("/condition_groups/0/conditions/0" + pointer) == true, "\(faults?.list ?? [])")
    }

    private static let refused: [(String, String)] = [
        (
            #"{"type":"profile-has-custom-object","object_type_id":"1","object_type_relationship_id":"2","#
                + #""filter":{"type":"numeric","operator":"equals","value":1},"filters":[]}"#, "/type"
        ),
        (
            #"{"type":"profile-permissions","permission":{"reachable_status":"implicitly_reachable"},"channel":"whatsapp_marketing"}"#,
            "/type"
        ),
        (
            #"{"type":"profile-predictive-analytics","dimension":"predicted_gender","#
                + #""filter":{"type":"string","operator":"equals","value":"likely_female"}}"#, "/dimension"
        ),
        (
            #"{"type":"profile-predictive-analytics","dimension":"channel_affinity","measurement":"priority","#
                + #""predicted_channel":"email","filter":{"type":"numeric","operator":"equals","value":1}}"#, "/dimension"
        ),
        (
            #"{"type":"profile-predictive-analytics","dimension":"channel_affinity","measurement":"rank","#
                + #""predicted_channel":"sms","filter":{"type":"string","operator":"equals","value":"high"}}"#, "/dimension"
        ),
        (
            consent("sms", #"{"field":"is_rcs_capable","filter":{"type":"boolean","operator":"equals","value":true}}"#),
            "/consent/consent_status/filters/0/field"
        ),
        (consent("whatsapp", ""), "/consent/channel"),
        (
            consent("email", #"{"field":"method","method":"carrier_pigeon"}"#), "/consent/consent_status/filters/0/method"
        ),
        (
            #"{"type":"profile-property","property":"email","filter":{"type":"string","operator":"equals","value":null}}"#, "/filter/value"
        ),
        (#"{"type":"profile-not-in-flow"}"#, "/type"),
        (#"{"type":"profile-not-sent-email"}"#, "/type"),
        (metric(#"{"type":"date","operator":"flow-start"}"#), "/timeframe_filter/operator"),
        (metric(#"{"type":"date","operator":"calendar-month","value":3}"#), "/timeframe_filter/operator"),
        (metric(#"{"type":"date","operator":"in-the-last","unit":"month","quantity":3}"#), "/timeframe_filter/unit"),
        (metric(#"{"type":"date","operator":"in-the-last","unit":"day"}"#), "/timeframe_filter/quantity"),
        (
            metric(#"{"type":"date","operator":"alltime"}"#, #"[{"property":"x"}]"#), "/metric_filters/0/filter"
        ),
        (
            #"{"type":"profile-group-membership","is_member":false,"group_ids":["a"],"#
                + #""timeframe_filter":{"type":"date","operator":"in-the-last","unit":"day","quantity":3}}"#, "/timeframe_filter"
        ),
        (#"{"type":"profile-group-membership","is_member":true,"group_ids":[]}"#, "/group_ids"),
        (
            #"{"type":"profile-metric-funnel","timeframe_filter":{"type":"date","operator":"alltime"},"#
                + #""steps":[{"metric_exists":false,"metric_id":"A"}]}"#, "/steps/0/metric_exists"
        ),
        (#"{"type":"profile-region","in_region":true,"region":"mars"}"#, "/region"),
        (
            #"{"type":"profile-postal-code-distance","country_code":"US","postal_code":"1","unit":"miles","#
                + #""filter":{"type":"numeric","operator":"equals","value":1}}"#, "/filter/operator"
        ),
    ]

    private static func metric(_ frame: String, _ properties: String = "[]") -> String {
        #"{"type":"profile-metric","metric_id":"A","measurement":"count","measurement_filter":{"type":"numeric","operator":"equals","#
            + #""value":1},"timeframe_filter":\#(frame),"metric_filters":\#(properties)}"#
    }

    private static func consent(_ channel: String, _ filter: String) -> String {
        #"{"type":"profile-marketing-consent","consent":{"channel":"\#(channel)","can_receive_marketing":true,"#
            + #""consent_status":{"subscription":"subscribed","filters":[\#(filter)]}}}"#
    }
}
