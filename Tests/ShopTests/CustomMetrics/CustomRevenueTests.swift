import Facts
import JSON
import Journal
import Population
import Segments
import Testing

@testable import Shop

@Suite("Orders are what a custom metric counts", .serialized)
struct CustomRevenueTests {
    private let online = """
        {"aggregation_method":"value","metric_groups":[{"metric_name":"Placed Order","metric_filters":[
          {"property":"source","filter":{"type":"string","operator":"not-equals","value":"pos"}}]}]}
        """
    private let joined = """
        {"aggregation_method":"value","metric_groups":[
          {"metric_name":"Placed Order","metric_filters":[{"property":"source","filter":{"type":"existence","operator":"not-set"}}]},
          {"metric_name":"Placed Order","metric_filters":[{"property":"source","filter":{"type":"string","operator":"not-equals","value":"pos"}}],
           "value_property":"totals.net"},
          {"metric_name":"Till Sale","value_property":"Total"}]}
        """

    @Test("Filters, worth by a property that lies deep, and other sources: at once, for what came before and after, and after a restart")
    func counts() async throws {
        let place = try CustomMetricShop()
        var shop = try place.open()
        try await shop.tell(
            sale("1", of: "ada@example.com", value: 10, #"{"source":"web","totals":{"net":8}}"#),
            sale("2", of: "ada@example.com", daysAgo: 20, value: 20, #"{"source":"pos","totals":{"net":16}}"#),
            sale("3", of: "bob@example.com", value: 30),
            sale("4", of: "bob@example.com", value: nil, metric: "Till Sale", #"{"Total":"5.50"}"#),
            sale("5", of: "cyd@example.com", value: nil, metric: "Till Sale", #"{"Total":"7,00"}"#))
        #expect(try await shop.worth("ada@example.com") == [2, 30])
        let first = try await shop.make("Online", online)
        #expect(try await shop.worth("ada@example.com") == [2, 30])
        _ = try await shop.finished(try await shop.map(.revenue, to: .custom(first), by: "test"))
        // An order that does not say where it comes from meets no filter of a text.
        #expect(try await shop.worth("ada@example.com") == [1, 10])
        #expect(try await shop.worth("bob@example.com") == [0, 0])
        let second = try await shop.make("All", joined)
        _ = try await shop.finished(try await shop.map(.revenue, to: .custom(second), by: "test"))
        for _ in 0..<2 {
            #expect(try await shop.worth("ada@example.com") == [1, 8])
            #expect(try await shop.worth("bob@example.com") == [2, 35.5])
            // Shops write amounts as texts; what is no number is worth nothing, and so is no purchase.
            #expect(try await shop.worth("cyd@example.com") == [0, 0])
            #expect(try shop.verifyDerived().isSound)
            shop.close()
            shop = try place.open()
        }
        try await shop.tell(
            sale("6", of: "ada@example.com", daysAgo: 3, value: 4, #"{"source":"app","totals":{"net":3}}"#),
            sale("7", of: "ada@example.com", daysAgo: 2, value: 4, #"{"source":"pos","totals":{"net":3}}"#),
            sale("8", of: "cyd@example.com", daysAgo: 1, value: nil, metric: "Till Sale", #"{"Total":9}"#))
        #expect(try await shop.worth("ada@example.com") == [2, 11])
        #expect(try await shop.worth("cyd@example.com") == [1, 9])
        // Back to the usual metric.
        _ = try await shop.finished(try await shop.map(.revenue, to: .usual, by: "test"))
        #expect(try await shop.worth("ada@example.com") == [4, 38])
        #expect(try await shop.worth("cyd@example.com") == [0, 0])
        #expect(try shop.verifyDerived().isSound)
        shop.close()
    }

    @Test("An order id counts once, by whichever source tells it first; retries do nothing")
    func duplicates() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(sale("1", of: "ada@example.com", value: 10, #"{"source":"pos"}"#))
        let metric = try await shop.make(
            "Both", #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Placed Order"}]}"#)
        _ = try await shop.finished(try await shop.map(.revenue, to: .custom(metric), by: "test"))
        try await shop.tell(sale("9", of: "bob@example.com", value: 1, metric: "Till Sale"))
        _ = try await shop.finished(
            try await shop.change(
                metric,
                #"""
                {"aggregation_method":"value","metric_groups":[{"metric_name":"Placed Order","metric_filters":[
                  {"property":"source","filter":{"type":"string","operator":"not-equals","value":"pos"}}]},{"metric_name":"Till Sale"}]}
                """#))
        // The telling that does not count leaves the id free for the one that does.
        try await shop.tell(
            sale("1", of: "ada@example.com", value: 12, metric: "Till Sale"),
            sale("1", of: "ada@example.com", value: 12, metric: "Till Sale"))
        #expect(try await shop.worth("ada@example.com") == [1, 12])
        #expect(try shop.verifyDerived().isSound)
        shop.close()
    }

    @Test("What is given back or called off of orders that do not count does nothing")
    func refunds() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(
            sale("1", of: "ada@example.com", value: 100, #"{"source":"web"}"#),
            sale("2", of: "ada@example.com", daysAgo: 20, value: 50, #"{"source":"pos"}"#),
            sale("2", of: "ada@example.com", daysAgo: 10, value: 50, metric: "Refunded Order"),
            sale("1", of: "ada@example.com", daysAgo: 9, value: 30, metric: "Refunded Order"),
            sale("3", of: "bob@example.com", value: 7, #"{"source":"web"}"#),
            sale("4", of: "bob@example.com", value: 7, #"{"source":"pos"}"#),
            sale("4", of: "bob@example.com", value: nil, metric: "Cancelled Order"))
        let metric = try await shop.make("Online", online)
        _ = try await shop.finished(try await shop.map(.revenue, to: .custom(metric), by: "test"))
        #expect(try await shop.worth("ada@example.com") == [1, 70])
        #expect(try await shop.worth("bob@example.com") == [1, 7])
        // After it, too.
        try await shop.tell(
            sale("5", of: "bob@example.com", daysAgo: 5, value: 9, #"{"source":"pos"}"#),
            sale("5", of: "bob@example.com", daysAgo: 4, value: 9, metric: "Refunded Order"),
            sale("3", of: "bob@example.com", daysAgo: 4, value: 2, metric: "Refunded Order"))
        #expect(try await shop.worth("bob@example.com") == [1, 5])
        shop.close()
    }

    @Test("Lines of one order are one order, worth those that count")
    func lines() async throws {
        let shop = try CustomMetricShop().open()
        func line(_ order: String, _ product: String, _ value: Double) throws -> EventIntake {
            var event = try sale(
                order, of: "ada@example.com", value: value, metric: "Ordered Product",
                #"{"OrderId":"\#(order)","ProductName":"\#(product)"}"#)
            event.uniqueID = "\(order)-\(product)"
            return event
        }
        try await shop.tell(line("1", "Tea", 10), line("1", "Gift", 0), line("1", "Cup", 5), line("2", "Trial", 3), line("3", "Tea", 9))
        let metric = try await shop.make(
            "Products",
            #"""
            {"aggregation_method":"value","metric_groups":[{"metric_name":"Ordered Product","metric_filters":[
              {"property":"ProductName","filter":{"type":"string","operator":"not-contains","value":"Trial"}},
              {"property":"$value","filter":{"type":"numeric","operator":"greater-than","value":0}}]}]}
            """#)
        _ = try await shop.finished(try await shop.map(.revenue, to: .custom(metric), by: "test"))
        #expect(try await shop.worth("ada@example.com") == [2, 24])
        try await shop.tell(sale("3", of: "ada@example.com", value: 9, metric: "Refunded Order"))
        #expect(try await shop.worth("ada@example.com") == [1, 15])
        #expect(try shop.verifyDerived().isSound)
        // Where they are no lines any more, each is an order by itself: that is a change of what orders are, too.
        _ = try await shop.tell(sale("9", of: "ada@example.com", metric: "Looked"))
        let looked = try #require(shop.read { $0.metric(named: "Looked") })
        let before = try await shop.worth("ada@example.com")
        let effect = try #require(try await shop.finished(try await shop.map(.orderedProduct, to: .metric(looked), by: "test"))["effect"])
        let after = try await shop.worth("ada@example.com")
        #expect(effect["customers_changed"]?.int == 1 && after != before)
        #expect(
            try await shop.finished(try await shop.map(.orderedProduct, to: .usual, by: "test"))["effect"]?["customers_changed"]?.int == 1)
        #expect(try await shop.worth("ada@example.com") == before)
        #expect(try await shop.map(.viewedProduct, to: .metric(looked), by: "test") == nil)
        #expect(try shop.verifyDerived().isSound)
        shop.close()
    }

    @Test("The job tells what changed for whom; the old model stays")
    func effect() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(
            sale("1", of: "ada@example.com", value: 100, #"{"source":"web"}"#),
            sale("2", of: "ada@example.com", daysAgo: 400, value: 50, #"{"source":"pos"}"#),
            sale("3", of: "bob@example.com", value: 7, #"{"source":"pos"}"#),
            sale("4", of: "cyd@example.com", value: 20, #"{"source":"web"}"#))
        let metric = try await shop.make("Online", online)
        let done = try await shop.finished(try await shop.map(.revenue, to: .custom(metric), by: "test"))
        #expect(done["cause"]?.string == "revenue")
        #expect(done["fit"]?.string == "not_eligible")
        let effect = try #require(done["effect"])
        #expect(effect["customers_changed"]?.int == 2)
        #expect(effect["customers_lost"]?.int == 1)
        #expect(effect["customers_gained"]?.int == 0)
        #expect(effect["before"]?["orders"]?.int == 4)
        #expect(effect["before"]?["historic_clv"]?.double == 177)
        #expect(effect["after"]?["orders"]?.int == 2)
        #expect(effect["after"]?["customers"]?.int == 2)
        #expect(effect["after"]?["average_order_value"]?.double == 60)
        let names = effect["customers"]?.elements.compactMap { $0["profile"]?.string }
        let (ada, bob) = shop.read { ($0.profile(.email, "ada@example.com"), $0.profile(.email, "bob@example.com")) }
        #expect(names == [ada, bob].compactMap { $0.map { shop.ids.id(.profile, UInt64($0.row)) } })
        let movement = effect["rfm_group_changes"]?.elements.first { $0["after"]?.isNull == true }
        #expect(movement?["customers"]?.int == 1)
        // The same again changes nothing, and is no job.
        #expect(try await shop.map(.revenue, to: .custom(metric), by: "test") == nil)
        shop.close()
    }

    @Test("What must not be is refused, and nothing is half changed")
    func refusals() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(sale("1", of: "ada@example.com", value: 100, #"{"source":"web"}"#))
        let metric = try await shop.make("Online", online)
        let counted = try await shop.make("Visits", #"{"aggregation_method":"count","metric_groups":[{"metric_name":"Placed Order"}]}"#)
        await #expect(throws: IntakeError.self) { try await shop.map(.revenue, to: .custom(counted), by: "test") }
        await #expect(throws: IntakeError.self) { _ = try await shop.make("Online", online) }
        await #expect(throws: IntakeError.self) { _ = try await shop.make(" \u{7} ", online) }
        _ = try await shop.finished(try await shop.map(.revenue, to: .custom(metric), by: "test"))
        await #expect(throws: IntakeError.self) {
            _ = try await shop.change(metric, #"{"aggregation_method":"count","metric_groups":[{"metric_name":"Placed Order"}]}"#)
        }
        await #expect(throws: IntakeError.self) { try await shop.deleteCustomMetric(metric, by: "test") }
        #expect(shop.uses(of: metric).map(\.id) == ["revenue"])
        #expect(try await shop.worth("ada@example.com") == [1, 100])
        try await shop.deleteCustomMetric(counted, by: "test")
        #expect(shop.definitions.customMetrics.map(\.name) == ["Online"])
        shop.close()
    }

    @Test(
        "Metrics that are not there, custom metrics and circles are refused with their place",
        arguments: [
            ("Nothing", "/metric_groups/0/metric_name", "no metric named"), ("Placed Ordr", "/metric_groups/0/metric_name", "Placed Order"),
            ("Online", "/metric_groups/0/metric_name", "is a custom metric"), ("Itself", "/metric_groups/0/metric_name", "made of itself"),
        ])
    func places(name: String, pointer: String, says: String) async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(sale("1", of: "ada@example.com"))
        _ = try await shop.make("Online", online)
        let own = try await shop.make("Itself", #"{"aggregation_method":"count","metric_groups":[{"metric_name":"Placed Order"}]}"#)
        let definition = CustomMetricDefinition(method: .count, groups: [.init(metric: .name(name))])
        let faults = #expect(throws: SegmentFaults.self) { _ = try shop.checked(definition, of: own) }
        #expect(faults?.list.map(\.pointer) == [pointer])
        #expect(faults?.list.first?.detail.contains(says) == true, "\(faults?.list.first?.detail ?? "")")
        shop.close()
    }
}
