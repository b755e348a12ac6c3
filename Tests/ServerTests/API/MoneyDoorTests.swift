import Facts
import JSON
import Population
import Shop
import Testing

@testable import PerennialServer

/// Which doors may say what was ordered, and what becomes of orders that cannot count.
@Suite(.serialized) struct MoneyDoorTests {
    private static func attributes(_ metric: String, _ more: String) -> String {
        #""properties":{},"metric":{"data":{"type":"metric","attributes":{"name":"\#(metric)"}}},\#(more)"#
    }

    private static func profile(_ email: String) -> String {
        #""profile":{"data":{"type":"profile","attributes":{"email":"\#(email)"}}}"#
    }

    static func event(_ metric: String, _ email: String, _ more: String) -> String {
        #"{"data":{"type":"event","attributes":{\#(attributes(metric, more)),\#(profile(email))}}}"#
    }

    private static func bulk(_ metrics: [String], _ email: String) -> String {
        let events = metrics.enumerated().map {
            #"{"type":"event","attributes":{\#(attributes($0.element, #""unique_id":"\#($0.offset)""#))}}"#
        }
        return #"{"data":{"type":"event-bulk-create","attributes":{\#(profile(email)),"#
            + #""events":{"data":[\#(events.joined(separator: ","))]}}}}"#
    }

    private func analytics(_ email: String, _ shop: TestShop) async throws -> JSONValue? {
        let reply = try await shop.get(
            "/api/profiles?additional-fields[profile]=predictive_analytics&filter=equals(email,\"\(email)\")")
        return reply.data?[0]?["attributes"]?["predictive_analytics"]
    }

    private func refusals(_ code: String, _ shop: TestShop) async throws -> [JSONValue] {
        let reply = try await shop.get("/api/perennial/refusals?filter=equals(code,\"\(code)\")")
        return reply.data.map { $0.elements.compactMap { $0["attributes"] } } ?? []
    }

    @Test func aBrowserMovesNoMoney() async throws {
        try await TestShop.run { shop in
            for metric in ["Placed Order", "Refunded Order", "Cancelled Order"] {
                let told = try await shop.client("/client/events", Self.event(metric, "a@example.com", #""unique_id":"9001","value":0.01"#))
                #expect(told.status == 400 && told.place == "/data/attributes/metric/data/attributes/name", "\(told.text)")
                #expect(told.text.contains("private key"))
            }
            let many = try await shop.client("/client/event-bulk-create", Self.bulk(["Scrolled", "Placed Order"], "a@example.com"))
            #expect(many.status == 400)
            #expect(many.place == "/data/attributes/events/data/1/attributes/metric/data/attributes/name", "\(many.text)")
            // All or nothing: what came with it was not taken in either.
            #expect(shop.shop.read { $0.metric(named: "Scrolled") } == nil)
            #expect(shop.shop.read { $0.liveProfileCount } == 0)
            #expect(try await refusals("money_told_by_browser", shop).count == 4)
            let real = Self.event("Placed Order", "a@example.com", #""unique_id":"9001","value":50,"value_currency":"EUR""#)
            #expect(try await shop.post("/api/events", real).status == 202)
            #expect(try await analytics("a@example.com", shop)?["historic_clv"]?.double == 50)
        }
    }

    @Test func whatABrowserToldIsNoOrderWhenItsMetricMeansOrdersLater() async throws {
        try await TestShop.run { shop in
            let euro = #""value_currency":"EUR""#
            let forged = #""unique_id":"7","value":1000,"time":"2024-05-01T00:00:00Z",\#(euro)"#
            #expect(try await shop.client("/client/events", Self.event("Bought", "a@example.com", forged)).status == 202)
            let metric = try #require(shop.shop.read { $0.metric(named: "Bought") })
            let body =
                #"{"data":{"type":"mapped-metric","id":"revenue","relationships":{"metric":{"data":{"type":"metric","id":"\#(shop.shop.ids.id(metric))"}}}}}"#
            #expect(try await shop.patch("/api/mapped-metrics/revenue", body).status == 200)
            #expect(try await shop.client("/client/events", Self.event("Bought", "a@example.com", #""unique_id":"8""#)).status == 400)
            // The real one comes under the id that the browser took.
            let real = #""unique_id":"7","value":30,"time":"2024-05-02T00:00:00Z",\#(euro)"#
            #expect(try await shop.post("/api/events", Self.event("Bought", "a@example.com", real)).status == 202)
            #expect(try await shop.post("/api/events", Self.event("Bought", "a@example.com", real)).status == 202)
            let numbers = try await analytics("a@example.com", shop)
            #expect(numbers?["historic_clv"]?.double == 30)
            #expect(numbers?["historic_number_of_orders"]?.int == 1)
            let profile = try #require(shop.shop.read { $0.profile(.email, "a@example.com") })
            #expect(shop.shop.read { $0.orderStandings(of: profile).count } == 1)
        }
    }

    @Test func anOrderOfSomebodyElseIsSaid() async throws {
        try await TestShop.run { shop in
            func order(_ email: String, _ value: Int, _ unique: String) -> String {
                #"{"data":{"type":"event","attributes":{"metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"}}},"#
                    + #""properties":{"OrderId":"S1"},"value":\#(value),"value_currency":"EUR","unique_id":"\#(unique)",\#(Self.profile(email))}}}"#
            }
            #expect(try await shop.post("/api/events", order("a@example.com", 10, "1")).status == 202)
            #expect(try await shop.post("/api/events", order("a@example.com", 10, "2")).status == 202)
            #expect(try await refusals("order_told_otherwise", shop).isEmpty)
            #expect(try await shop.post("/api/events", order("b@example.com", 10, "1")).status == 202)
            #expect(try await shop.post("/api/events", order("b@example.com", 10, "1")).status == 202)
            #expect(try await shop.post("/api/events", order("a@example.com", 12, "3")).status == 202)
            let other = try await refusals("order_of_another_customer", shop)
            #expect(other.count == 1)
            #expect(other.first?["detail"]?.string?.hasPrefix("Order 'S1' is already known for another customer.") == true)
            #expect(other.first?["original"]?.string == #"{"OrderId":"S1"}"#)
            #expect(try await refusals("order_told_otherwise", shop).count == 1)
            #expect(try await analytics("a@example.com", shop)?["historic_clv"]?.double == 10)
            let health = try await shop.get("/api/perennial/intake-health").attributes?["refused"]
            #expect(health?.elements.contains { $0["code"]?.string == "order_of_another_customer" && $0["rows"]?.int == 1 } == true)
        }
    }

    @Test func anOrderIsWorthNoMoreThanAnOrderMayBe() async throws {
        try await TestShop.run { shop in
            func order(_ value: String, _ currency: String, _ metric: String = "Placed Order") -> String {
                let more = #""unique_id":"\#(value)\#(currency)","value":\#(value),"value_currency":"\#(currency)""#
                return Self.event(metric, "a@example.com", more)
            }
            for (value, currency) in [("100000000000.01", "EUR"), ("10000000001", "KWD"), ("-2e12", "EUR")] {
                let reply = try await shop.post("/api/events", order(value, currency))
                #expect(reply.status == 400 && reply.place == "/data/attributes/value", "\(reply.text)")
            }
            #expect(try await shop.post("/api/events", order("2e12", "EUR", "Refunded Order")).status == 400)
            #expect(try await shop.post("/api/events", order("2e13", "EUR", "Anything")).place == "/data/attributes/value")
            #expect(try await shop.post("/api/events", order("2e12", "EUR", "Anything")).status == 202)
            #expect(try await shop.post("/api/events", order("100000000000", "EUR")).status == 202)
            #expect(try await analytics("a@example.com", shop)?["historic_clv"]?.double == 1e11)
        }
    }

    @Test func aSumIsExactHoweverLarge() async throws {
        try await TestShop.run { shop in
            let events = (0..<1_000).map {
                let more = #""unique_id":"\#($0)","value":9999999999999,"time":"2024-05-01T00:00:00Z""#
                return #"{"type":"event","attributes":{\#(Self.attributes("Huge", more))}}"#
            }
            let body =
                #"{"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":[{"type":"event-bulk-create","attributes":{"#
                + #"\#(Self.profile("a@example.com")),"events":{"data":[\#(events.joined(separator: ","))]}}}]}}}}"#
            #expect(try await shop.post("/api/event-bulk-create-jobs", body).status == 202)
            let metric = try #require(shop.shop.read { $0.metric(named: "Huge") })
            let question =
                #"{"data":{"type":"metric-aggregate","attributes":{"metric_id":"\#(shop.shop.ids.id(metric))","measurements":["sum_value"],"interval":"month","#
                + #""filter":["greater-or-equal(datetime,2024-05-01T00:00:00Z)","less-than(datetime,2024-06-01T00:00:00Z)"]}}}"#
            let reply = try await shop.post("/api/metric-aggregates", question)
            #expect(reply.attributes?["data"]?[0]?["measurements"]?["sum_value"]?[0]?.double == 9_999_999_999_999_000, "\(reply.text)")
        }
    }
}
