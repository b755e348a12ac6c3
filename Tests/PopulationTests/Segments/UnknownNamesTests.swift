import Facts
import JSON
import Population
import Segments
import Testing

@Suite("What a definition names that is not there is said with its place, and what may be meant")
struct UnknownNamesTests {
    private let population: Population
    private let groups: SegmentCompiler.Groups

    init() {
        population = Population(currency: .none, timeZone: .utc)
        for (number, name) in ["Placed Order", "Opened Email"].enumerated() {
            let fact = MetricFact(metric: MetricNumber(UInt32(number)), name: name, integration: "API", seconds: 0)
            population.apply(.metric(fact), sequence: UInt64(number + 1), recordedAt: Instant(secondsSince1970: 0))
        }
        let lists = ["Newsletter": 1, "VIP": 2] as [String: UInt32]
        groups = SegmentCompiler.Groups(
            list: { reference in
                switch reference {
                case .name(let name): lists[name].map { ListNumber($0) }
                case .id(let id): id == "L1" ? ListNumber(1) : nil
                }
            }, segment: { _ in nil }, metric: { UInt32($0).map { MetricNumber($0) } },
            all: {
                [
                    .init(name: "Newsletter", id: "L1"), .init(name: "VIP", id: "L2"), .init(name: "Twice", id: "L3"),
                    .init(name: "Twice", id: "S4"),
                ]
            })
    }

    private func faults(_ json: String) throws -> [SegmentFault] {
        let root = try JSONDocument(json).root
        let condition = try Condition(definition: root)
        var compiler = SegmentCompiler(population, groups: groups)
        do throws(SegmentFaults) {
            _ = try compiler.plan(condition, at: condition.places(in: root))
            return []
        } catch {
            // Whoever explains hears the same.
            var again = SegmentCompiler(population, groups: groups)
            #expect(throws: error) { try again.explainer(condition, at: condition.places(in: root)) }
            return error.list
        }
    }

    private static func grouped(_ conditions: String...) -> String {
        #"{"condition_groups":[\#(conditions.map { #"{"conditions":[\#($0)]}"# }.joined(separator: ","))]}"#
    }

    private static func did(_ metric: String) -> String {
        """
        {"type":"profile-metric",\(metric),"measurement":"count","measurement_filter":{"type":"numeric","operator":"equals","value":0},
        "timeframe_filter":{"type":"date","operator":"alltime"}}
        """
    }

    private static func member(_ groups: String) -> String { #"{"type":"profile-group-membership","is_member":true,\#(groups)}"# }

    @Test("Metrics and lists: the place of the name itself")
    func names() throws {
        let found = try faults(
            Self.grouped(
                Self.member(#""group_names":["VIP","Newslettr"]"#), Self.did(#""metric_name":"Opened Emial""#),
                #"{"type":"not","condition":\#(Self.did(#""metric_id":"77""#))}"#))
        #expect(
            found.map(\.pointer) == [
                "/condition_groups/0/conditions/0/group_names/1", "/condition_groups/1/conditions/0/metric_name",
                "/condition_groups/2/conditions/0/condition/metric_id",
            ])
        #expect(found[0].detail == "There is no list and no segment named \"Newslettr\". Did you mean Newsletter?")
        #expect(found[1].detail == "There is no metric named \"Opened Emial\". Did you mean Opened Email?")
        #expect(found[2].detail == "There is no metric with the id \"77\".")
        let far = try faults(Self.grouped(Self.member(#""group_names":["Somebody else"]"#)))
        #expect(far[0].detail == "There is no list and no segment named \"Somebody else\". There are: Newsletter, VIP, Twice, Twice.")
    }

    @Test("One condition alone, and those within others, stand where they were written")
    func alone() throws {
        #expect(try faults(Self.member(#""group_ids":["L1","X"]"#)).map(\.pointer) == ["/group_ids/1"])
        let nested = #"{"type":"all","conditions":[\#(Self.did(#""metric_id":"0""#)),\#(Self.did(#""metric_name":"X""#))]}"#
        #expect(try faults(nested).map(\.pointer) == ["/conditions/1/metric_name"])
        let top = #"{"type":"profile-top","dimension":"historic_clv","count":3,"among":\#(Self.member(#""group_names":["X"]"#))}"#
        #expect(try faults(Self.grouped(top)).map(\.pointer) == ["/condition_groups/0/conditions/0/among/group_names/0"])
    }

    @Test("Steps of a funnel, and postal codes")
    func steps() throws {
        let funnel = """
            {"type":"profile-metric-funnel","timeframe_filter":{"type":"date","operator":"alltime"},
            "steps":[{"metric_exists":true,"metric_id":"0"},{"metric_exists":true,"metric_name":"Placed Ordr"}]}
            """
        #expect(try faults(Self.grouped(funnel)).map(\.pointer) == ["/condition_groups/0/conditions/0/steps/1/metric_name"])
        let near = """
            {"type":"profile-postal-code-distance","country_code":"FR","postal_code":"75001","unit":"kilometers",
            "filter":{"type":"numeric","operator":"less-than","value":5}}
            """
        let distance = try faults(Self.grouped(near))
        #expect(distance.map(\.pointer) == ["/condition_groups/0/conditions/0/country_code"] && distance[0].detail.contains("FR"))
    }

    @Test("A name in place of an id, an id in place of a name, and a name that two have")
    func mixedUp() throws {
        let found = try faults(
            Self.grouped(
                Self.member(#""group_ids":["VIP"]"#), Self.member(#""group_names":["Twice"]"#), Self.did(#""metric_id":"Placed Order""#)))
        #expect(found[0].detail == "There is no list and no segment with the id \"VIP\". One has that name: its id is L2.")
        #expect(found[1].detail.hasPrefix("2 lists and segments are named \"Twice\"") && found[1].detail.contains("L3, S4"))
        #expect(found[2].detail.hasSuffix("One has that name: give it as metric_name."))
    }

    @Test("A definition full of them names the first twenty")
    func many() throws {
        let names = (0..<100).map { #""Newslettr \#($0)""# }.joined(separator: ",")
        let found = try faults(Self.grouped(Self.member(#""group_names":[\#(names)]"#), Self.did(#""metric_id":"9""#)))
        #expect(found.count == 20)
    }
}
