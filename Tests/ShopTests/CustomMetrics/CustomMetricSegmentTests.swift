import Eventually
import Facts
import JSON
import Journal
import Population
import SegmentWording
import Segments
import Testing
import Wording

@testable import Shop

@Suite("Segments ask what a custom metric counts", .serialized)
struct CustomMetricSegmentTests {
    private let online = """
        {"aggregation_method":"value","metric_groups":[{"metric_name":"Placed Order","metric_filters":[
          {"property":"source","filter":{"type":"string","operator":"not-equals","value":"pos"}}]},{"metric_name":"Till Sale","value_property":"Total"}]}
        """

    private func condition(_ metric: String, _ operator: String, _ value: Double, _ more: String = "", measured: String = "count") throws
        -> Condition
    {
        try Condition(
            definition: try JSONDocument(
                """
                {"type":"profile-metric",\(metric),"measurement":"\(measured)",
                 "measurement_filter":{"type":"numeric","operator":"\(`operator`)","value":\(value)},
                 "timeframe_filter":{"type":"date","operator":"in-the-last","unit":"day","quantity":30}\(more)}
                """
            ).root)
    }

    private func members(_ shop: Shop, _ segment: SegmentNumber) -> [String] {
        shop.read { population in
            population.members(of: segment).compactMap { population.identity(.email, of: $0.profile) }.sorted()
        }
    }

    /// Waits until those are in.
    private func expect(
        _ shop: Shop, _ segment: SegmentNumber, _ people: [String], at place: SourceLocation = #_sourceLocation
    ) async throws {
        let expected = people.map { "\($0)@example.com" }
        do {
            try await eventually { members(shop, segment) == expected }
        } catch is NeverCame {
            #expect(members(shop, segment) == expected, sourceLocation: place)
        }
    }

    @Test("Members follow new events, time, changes of the metric, and its name in three languages")
    func live() async throws {
        let place = try CustomMetricShop()
        let shop = try place.open()
        try await shop.tell(
            sale("1", of: "ada@example.com", daysAgo: 20, #"{"source":"web","big":true}"#),
            sale("2", of: "bob@example.com", daysAgo: 10, #"{"source":"pos"}"#),
            sale("3", of: "cyd@example.com", daysAgo: 5, value: nil, metric: "Till Sale", #"{"Total":80,"big":true}"#))
        let metric = try await shop.make("Orders that count", online)
        let id = shop.ids.id(metric)
        func segment(_ name: String, _ condition: Condition) async throws -> SegmentNumber {
            _ = try shop.plan(condition)
            let number = try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
                try shop.newSegment(named: name, condition, intake, by: "test")
            }
            #expect(shop.segments.waitUntilFound(number, seconds: 120))
            return number
        }
        let any = try condition(#""metric_id":"\#(id)""#, "greater-than-or-equal", 1)
        let buyers = try await segment("Buyers", any)
        let spenders = try await segment(
            "Spenders", try condition(#""metric_name":"Orders that count""#, "greater-than", 50, measured: "sum"))
        let big = #","metric_filters":[{"property":"big","filter":{"type":"boolean","operator":"equals","value":true}}]"#
        let large = try await segment("Large", try condition(#""metric_id":"\#(id)""#, "greater-than-or-equal", 1, big))
        try await expect(shop, buyers, ["ada", "cyd"])
        try await expect(shop, spenders, ["cyd"])
        try await expect(shop, large, ["ada", "cyd"])

        // New events, of either metric.
        try await shop.tell(
            sale("4", of: "bob@example.com", daysAgo: 1, #"{"source":"app"}"#),
            sale("5", of: "dan@example.com", daysAgo: 1, #"{"source":"pos"}"#),
            sale("6", of: "eve@example.com", daysAgo: 1, value: nil, metric: "Till Sale", #"{"Total":1}"#))
        try await expect(shop, buyers, ["ada", "bob", "cyd", "eve"])
        #expect(members(shop, large) == ["ada@example.com", "cyd@example.com"])

        // The metric is another: who meets it is looked at anew.
        _ = try await shop.change(metric, #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Till Sale"}]}"#)
        try await expect(shop, buyers, ["cyd", "eve"])
        try await expect(shop, spenders, [])
        _ = try await shop.change(metric, online)
        try await expect(shop, buyers, ["ada", "bob", "cyd", "eve"])

        // Time alone, in one leap: once it was looked ahead.
        try await Task.sleep(for: .milliseconds(1_500))
        place.clock.advance(seconds: 12 * 86_400)
        try await expect(shop, buyers, ["bob", "cyd", "eve"])

        // Who uses it, and how it is said.
        #expect(shop.uses(of: metric).map(\.name).sorted() == ["Buyers", "Large", "Spenders"])
        await #expect(throws: IntakeError.self) { try await shop.deleteCustomMetric(metric, by: "test") }
        for language in Language.allCases {
            let text = SegmentWords(language, names: shop.segmentNames).sentence(any)
            #expect(text.contains("Orders that count"), "\(text)")
        }
        let ada = try #require(shop.read { $0.profile(.email, "ada@example.com") })
        let seen = try #require(try shop.explain(any, ada))
        #expect(!seen.condition.holds)
        shop.close()

        // After a restart they are the same.
        let again = try place.open()
        #expect(again.segments.waitUntilFound(buyers, seconds: 120))
        #expect(members(again, buyers) == ["bob", "cyd", "eve"].map { "\($0)@example.com" })
        #expect(again.count(any) == 3)
        again.close()
    }

    @Test("A custom metric means whom its metric means with the same filters, at every moment")
    func equals() async throws {
        let place = try CustomMetricShop()
        let shop = try place.open()
        for number in 0..<300 as Range<Int64> {
            let source = ["web", "pos", "app"][Int(number % 3)]
            try await shop.tell(
                sale(
                    "\(number)", of: "p\(number * 7 % 40)@example.com", daysAgo: number * 13 % 60, value: Double(number % 11),
                    #"{"source":"\#(source)"}"#))
        }
        let filters = #"[{"property":"source","filter":{"type":"string","operator":"not-equals","value":"pos"}}]"#
        let metric = try await shop.make(
            "Online", #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Placed Order","metric_filters":\#(filters)}]}"#)
        for (measured, value) in [("count", 2.0), ("sum", 12), ("average", 5)] {
            let custom = try condition(#""metric_id":"\#(shop.ids.id(metric))""#, "greater-than", value, measured: measured)
            let plain = try condition(
                #""metric_name":"Placed Order""#, "greater-than", value, #","metric_filters":\#(filters)"#, measured: measured)
            await shop.segments.keepProperties(shop, of: plain)
            let (one, other) = (try shop.plan(custom), try shop.plan(plain))
            shop.read { population in
                for day in 0..<70 as Range<Int64> {
                    let end = 1_751_284_800 - 60 * 86_400 + day * 86_400 + 43_200
                    let (found, expected) = (one.members(of: population, before: end), other.members(of: population, before: end))
                    #expect(found.difference(from: expected).count == 0, "\(measured), day \(day)")
                    for row in 0..<population.profileCount {
                        let profile = ProfileNumber(UInt32(row))
                        #expect(one.holds(profile, in: population, before: end) == expected.contains(profile))
                        // It may come too early, never too late.
                        let (next, latest) = (
                            one.nextChange(profile, in: population, after: end), other.nextChange(profile, in: population, after: end)
                        )
                        if let latest { #expect(next.map { $0 <= latest } ?? false) }
                    }
                }
            }
        }
        shop.close()
    }

    @Test("What cannot be asked of it is refused with the reason")
    func refusals() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(sale("1", of: "ada@example.com"))
        let metric = try await shop.make("Visits", #"{"aggregation_method":"count","metric_groups":[{"metric_name":"Placed Order"}]}"#)
        let sum = try condition(#""metric_id":"\#(shop.ids.id(metric))""#, "greater-than", 1, measured: "sum")
        let faults = #expect(throws: SegmentFaults.self) { _ = try shop.plan(sum) }
        #expect(faults?.list.first?.detail.contains("only counts") == true)
        let near = #expect(throws: SegmentFaults.self) {
            _ = try shop.plan(try condition(#""metric_name":"Visit""#, "greater-than", 1))
        }
        #expect(near?.list.first?.detail.contains("Visits") == true)
        shop.close()
    }
}
