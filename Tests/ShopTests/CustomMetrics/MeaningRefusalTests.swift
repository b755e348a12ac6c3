import Facts
import JSON
import Journal
import Population
import Segments
import Testing

@testable import Shop

@Suite("What cannot mean orders, and changes that would break what asks, are refused", .serialized)
struct MeaningRefusalTests {
    private func pointer(_ error: IntakeError?) -> String? { if case .metric(_, let pointer)? = error { pointer } else { nil } }

    private func detail(_ error: IntakeError?) -> String { if case .metric(let refusal, _)? = error { refusal.detail } else { "" } }

    @Test("One metric as orders and as refunds, by itself or within a custom metric")
    func twoMeanings() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(sale("1", of: "ada@example.com"), sale("1", of: "ada@example.com", value: 3, metric: "Refunded Order"))
        let refunds = try #require(shop.read { $0.metric(named: "Refunded Order") })
        var error = await #expect(throws: IntakeError.self) { try await shop.map(.revenue, to: .metric(refunds), by: "test") }
        #expect(pointer(error) == "/data/relationships/metric" && detail(error).contains("revenue and refunded_sales"), "\(detail(error))")
        let custom = try await shop.make("Both", #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Refunded Order"}]}"#)
        error = await #expect(throws: IntakeError.self) { try await shop.map(.revenue, to: .custom(custom), by: "test") }
        #expect(pointer(error) == "/data/relationships/custom-metric")
        error = await #expect(throws: IntakeError.self) { _ = try await shop.preview(.mapped(.revenue, .custom(custom))) }
        #expect(pointer(error) == "/data/relationships/custom-metric")
        #expect(try await shop.worth("ada@example.com") == [1, 7])
        shop.close()
    }

    @Test("Events none of which says what it is worth")
    func worthless() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(
            sale("1", of: "ada@example.com"),
            sale("9", of: "ada@example.com", value: nil, metric: "Opened Email", #"{"paid":"12.50","page":1}"#))
        let opened = try #require(shop.read { $0.metric(named: "Opened Email") })
        let error = await #expect(throws: IntakeError.self) { try await shop.map(.revenue, to: .metric(opened), by: "test") }
        #expect(detail(error).contains("None of 1 events of \"Opened Email\""), "\(detail(error))")
        func definition(_ worth: String) -> String {
            #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Opened Email","value_property":"\#(worth)"}]}"#
        }
        let custom = try await shop.make("Mails", definition("nothing"))
        await #expect(throws: IntakeError.self) { try await shop.map(.revenue, to: .custom(custom), by: "test") }
        _ = try await shop.change(custom, definition("paid"))
        _ = try await shop.finished(try await shop.map(.revenue, to: .custom(custom), by: "test"))
        #expect(try await shop.worth("ada@example.com") == [1, 12.5])
        // Nor may what is mapped become so.
        await #expect(throws: IntakeError.self) { _ = try await shop.change(custom, definition("nothing")) }
        #expect(try await shop.worth("ada@example.com") == [1, 12.5])
        // A metric without events may wait for them.
        let waiting = try await shop.write { (intake) throws(IntakeError) in try intake.metric("Later") }
        _ = try await shop.finished(try await shop.map(.revenue, to: .metric(waiting), by: "test"))
        shop.close()
    }

    @Test("A change by which a segment could not ask any more what it asks")
    func asked() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(sale("1", of: "ada@example.com"))
        let custom = try await shop.make("Worth", #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Placed Order"}]}"#)
        let counted = #"{"aggregation_method":"count","metric_groups":[{"metric_name":"Placed Order"}]}"#
        func segment(_ name: String, _ metric: String, measured: String) async throws {
            let condition = try Condition(
                definition: try JSONDocument(
                    """
                    {"type":"profile-metric",\(metric),"measurement":"\(measured)","timeframe_filter":{"type":"date","operator":"alltime"},
                     "measurement_filter":{"type":"numeric","operator":"greater-than","value":1}}
                    """
                ).root)
            _ = try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
                try shop.newSegment(named: name, condition, intake, by: "test")
            }
        }
        try await segment("Counts", "\"metric_id\":\"\(shop.ids.id(custom))\"", measured: "count")
        _ = try await shop.change(custom, counted)
        _ = try await shop.change(custom, #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Placed Order"}]}"#)
        try await segment("Big spenders", "\"metric_name\":\"Worth\"", measured: "sum")
        var error = await #expect(throws: IntakeError.self) { _ = try await shop.change(custom, counted) }
        #expect(detail(error).contains("Big spenders") && !detail(error).contains("\"Counts\""), "\(detail(error))")
        error = await #expect(throws: IntakeError.self) { try await shop.changeCustomMetric(custom, name: "Value", nil, by: "test") }
        #expect(detail(error).contains("Big spenders"), "\(detail(error))")
        #expect(shop.definitions.customMetric(custom)?.name == "Worth")
        shop.close()
    }

    @Test("What was given back beyond what orders are worth now is said with how many they are")
    func beyondWorth() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(
            sale("1", of: "ada@example.com", value: 100, #"{"net":"10"}"#),
            sale("1", of: "ada@example.com", daysAgo: 3, value: 60, metric: "Refunded Order"),
            sale("2", of: "bob@example.com", value: 100, #"{"net":"90"}"#),
            sale("2", of: "bob@example.com", daysAgo: 3, value: 60, metric: "Refunded Order"))
        let net = try await shop.make(
            "Net", #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Placed Order","value_property":"net"}]}"#)
        let effect = try #require(try await shop.finished(try await shop.map(.revenue, to: .custom(net), by: "test"))["effect"])
        #expect(["before", "after"].map { effect[$0]?["orders_given_back_beyond_worth"]?.int } == [0, 1])
        #expect(effect["warnings"]?[0]?.string?.hasPrefix("For 1 order more was given back") == true)
        let short = effect["warnings"]?[1]?.string
        #expect(short?.contains("nothing is predicted of anybody: customers 1, where it must be at least 500; ") == true, "\(short ?? "")")
        shop.close()
    }

    @Test("A negative filter on what most events do not have is warned of")
    func missing() async throws {
        let shop = try CustomMetricShop().open()
        for number in 0..<10 {
            try await shop.tell(sale("\(number)", of: "ada@example.com", number < 4 ? #"{"source":"web","kind":"a"}"# : #"{"kind":"a"}"#))
        }
        func filter(_ property: String, _ operator: String) -> String {
            """
            {"aggregation_method":"value","metric_groups":[{"metric_name":"Placed Order","metric_filters":[
              {"property":"\(property)","filter":{"type":"string","operator":"\(`operator`)","value":"pos"}}]}]}
            """
        }
        let odd = try await shop.make("Not pos", filter("source", "not-equals"))
        let entry = try #require(shop.definitions.customMetric(odd))
        let warning = try #require(try shop.oddProperties(of: entry.definition).first)
        #expect(warning.pointer == "/metric_groups/0/metric_filters/0/filter")
        #expect(warning.detail.hasPrefix("6 of the newest 10 events do not have \"source\""), "\(warning.detail)")
        #expect(try shop.report(on: odd)?.warnings.contains(warning) == true)
        for (property, `operator`) in [("source", "equals"), ("kind", "not-equals")] {
            let sound = try shop.checked(CustomMetricDefinition(try JSONDocument(filter(property, `operator`)).root))
            #expect(try shop.oddProperties(of: sound).isEmpty)
        }
        shop.close()
    }
}
