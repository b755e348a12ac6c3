import Facts
import JSON
import Population
import Shop
import Testing
import Wording

@testable import PerennialServer

/// What is dated in the future, and what counts nowhere yet.
@Suite(.serialized) struct FutureTests {
    private static func order(_ id: String, _ time: Instant, _ currency: String = "EUR") -> String {
        MoneyDoorTests.event(
            "Placed Order", "a@example.com",
            #""unique_id":"\#(id)","value":5,"value_currency":"\#(currency)","time":"\#(Timestamp.text(time))""#)
    }

    private static func days(_ count: Int64) -> Instant { Instant(secondsSince1970: Instant.now.secondsSince1970 + count * 86_400) }

    @Test func anOrderOfTheFutureCountsFromThenOn() async throws {
        try await TestShop.run { shop in
            #expect(try await shop.post("/api/events", Self.order("1", Self.days(300))).status == 202)
            let id = try await shop.get("/api/profiles").ids.first ?? ""
            #expect(try await shop.get("/api/profiles/\(id)").attributes?["last_event_date"]?.isNull == true)
            let predictions = try await shop.get("/api/perennial/profiles/\(id)/predictions").attributes
            #expect(predictions?["missing"]?["why"]?.string == "order_in_future")
            let profile = try #require(shop.shop.ids.profile(id))
            let model = try #require(try ProfileModelQuery(shop: shop.shop, profile: profile, language: .en).model(before: nil))
            guard case .none(.orderedAhead) = model.outlook else {
                Issue.record("\(model.outlook)")
                return
            }
            #expect(model.lastActive == nil && model.timeline.events.map(\.isAhead) == [true])
            let past = Self.days(-3)
            #expect(try await shop.post("/api/events", Self.order("2", past)).status == 202)
            let last = try await shop.get("/api/profiles/\(id)").attributes?["last_event_date"]?.string
            #expect(last == Timestamp.text(past))
        }
    }

    @Test func whatCountsNowhereIsSaidAtOnce() async throws {
        try await TestShop.run { shop in
            func health() async throws -> JSONValue? { try await shop.get("/api/perennial/intake-health").attributes }
            #expect(try await shop.post("/api/events", Self.order("1", Self.days(-3))).status == 202)
            #expect(try await shop.post("/api/events", Self.order("2", Self.days(30))).status == 202)
            #expect(try await health()?["orders_after_today"]?.int == 1)
            for number in 0..<5 {
                #expect(try await shop.post("/api/events", Self.order("p\(number)", Self.days(-2), "PLN")).status == 202)
                let held = try await health()?["orders_held_aside"]?[0]
                #expect(held?["orders"]?.int == Int64(number + 1) && held?["currency"]?.string == "PLN")
                #expect(held?["value"]?.double == Double(5 * (number + 1)))
            }
        }
    }
}
