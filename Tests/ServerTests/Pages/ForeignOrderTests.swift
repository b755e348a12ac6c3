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
}
