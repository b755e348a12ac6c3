import Eventually
import Facts
import Population
import Shop
import Testing
import Wording

@testable import PerennialServer

@Suite("Orders in another currency on a person's page")
struct ForeignOrderTests {
    @Test("They are drawn in the shop's currency, by their day's rate, and not at all without one")
    func drawn() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            func order(_ id: String, _ value: Double, _ currency: String) -> EventIntake {
                var who = Identities()
                who[.email] = "ann@example.com"
                var event = EventIntake(identities: who, metric: "Placed Order", source: .api)
                event.value = value
                event.currency = Currency(code: currency)
                event.uniqueID = id
                event.orderID = id
                return event
            }
            let told = [order("1", 10, "EUR"), order("2", 100, "PLN"), order("3", 70, "USD")]
            try await shop.write { (intake) throws(IntakeError) in for event in told { _ = try intake.event(event) } }
            var rates = ExchangeRates()
            let rate = try #require(ExchangeRates.Rate("0.25"))
            rates.add(
                rate, from: try #require(Currency(code: "PLN")), to: try #require(Currency(code: "EUR")),
                on: try #require(ShopDay("2020-01-01")))
            try await shop.setExchangeRates(rates, by: "test")
            let ann = try #require(shop.findPerson("ann@example.com"))
            try await eventually { shop.read { $0.scores[ann]?.historicMinorUnits } == 3_500 }
            let model = try #require(try ProfileModelQuery(shop: shop, profile: ann, language: .en).model(before: nil))
            #expect(model.orders?.orders.map(\.minorUnits).sorted() == [1_000, 2_500])
            #expect(model.orders?.historicMinorUnits == 3_500)
        }
    }

    @Test("Where orders wait for a rate, its page proposes the day from which all of them would count")
    func proposed() async throws {
        try await PagesOfAShop.run { pages in
            let days = ["2024-05-01", "2024-03-09", "2024-03-02"]
            try await pages.shop.write { (intake) throws(IntakeError) in
                for (number, day) in days.enumerated() {
                    var who = Identities()
                    who[.email] = "p\(number)@example.com"
                    var event = EventIntake(identities: who, metric: "Placed Order", source: .api)
                    event.time = ShopDay(day).map { Instant(secondsSince1970: Int64($0.daysSince1970) * 86_400 + 43_200) }
                    event.value = 10
                    event.currency = Currency(code: number == 0 ? "EUR" : "USD")
                    event.uniqueID = day
                    event.orderID = day
                    _ = try intake.event(event)
                }
            }
            try await pages.letIn("ada@example.com")
            let browser = TestBrowser(pages, from: "203.0.113.1")
            _ = try await browser.signIn("ada@example.com")
            let page = try await browser.get("/settings/rates").text
            #expect(page.contains("value=\"2024-03-02\"") && page.contains("value=\"USD\"") && page.contains("value=\"EUR\""))
        }
    }
}
