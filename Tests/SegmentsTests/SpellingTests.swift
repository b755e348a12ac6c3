import JSON
import Segments
import Testing

@Suite("Definitions as JSON")
struct SpellingTests {
    @Test("The example of low predicted CLV, in Klaviyo's spelling, reads and is written again")
    func example() throws {
        let json = """
            {"condition_groups":[{"conditions":[{"type":"profile-predictive-analytics","dimension":"predicted_clv","filter":\
            {"type":"numeric","operator":"less-than-or-equal","value":5}}]},{"conditions":[{"type":"profile-group-membership",\
            "is_member":true,"group_ids":["LIST1"]}]},{"conditions":[{"type":"profile-metric","metric_id":"OPENED","measurement":"count",\
            "measurement_filter":{"type":"numeric","operator":"greater-than-or-equal","value":1},"timeframe_filter":{"type":"date",\
            "operator":"in-the-last","unit":"day","quantity":90}}]}]}
            """
        let condition = try Condition(definition: JSONDocument(json).root)
        let expected = Condition.all([
            .any([.test(.number(.predictedCLV, .lessThanOrEqual(5)))]),
            .any([.test(.membership(MembershipTest(isMember: true, groups: [.id("LIST1")])))]),
            .any([
                .test(
                    .metric(MetricTest(metric: .id("OPENED"), filter: .greaterThanOrEqual(1), timeFrame: .inTheLast(Span(90, .day)))))
            ]),
        ])
        #expect(condition == expected)
        #expect(try Condition(definition: JSONDocument(condition.definitionJSON).root) == condition)
    }

    @Test("What is wrong is said with its place and what is near")
    func faults() throws {
        let json = """
            {"condition_groups":[{"conditions":[{"type":"profile-metrics"},{"type":"profile-predictive-analytics","dimension":"clv",\
            "filter":{"type":"numeric","operator":"more-than","value":"x"}}]}]}
            """
        let faults = #expect(throws: SegmentFaults.self) { try Condition(definition: JSONDocument(json).root) }
        #expect(faults?.list.first?.pointer == "/condition_groups/0/conditions/0/type")
        #expect(faults?.list.first?.detail.contains("profile-metric") == true)
        #expect(faults?.list.contains { $0.pointer == "/condition_groups/0/conditions/1/dimension" } == true)
    }
}
