import Eventually
import Facts
import Journal
import Population
import Testing

@testable import PerennialServer
@testable import Shop

@Suite("One customer who outweighs all others")
struct OutlierTests {
    private func tell(_ shop: Shop, _ metric: String, value: Double, id: String) async throws {
        var who = Identities()
        who[.email] = "slip@example.com"
        var event = EventIntake(identities: who, metric: metric, source: .api)
        event.time = shop.settings.timeZone.start(of: shop.today)
        event.value = value
        event.currency = Currency(code: "EUR")
        event.uniqueID = id
        event.orderID = "slip-1"
        let told = event
        try await shop.write { (intake) throws(IntakeError) in _ = try intake.event(told) }
    }

    /// Who outweighs others, once everybody is scored.
    private func outlier(_ shop: Shop, until holds: (HomeModel.Outlier?) -> Bool) async throws -> HomeModel.Outlier? {
        var found: HomeModel.Outlier?
        try await eventually {
            found = try HomeQuery(shop: shop).model().outlier
            return holds(found)
        }
        return found
    }

    @Test("An order with a comma in the wrong place is pointed at with whose it is, and no more once it is refunded")
    func slip() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 60)
            #expect(try HomeQuery(shop: shop).model().outlier == nil)
            try await tell(shop, "Placed Order", value: 123_456_789, id: "slip")
            let found = try #require(try await outlier(shop) { $0 != nil })
            #expect(found.profile.email == "slip@example.com" && found.orders == 1 && found.share > 0.99)
            #expect(found.historicMinorUnits == 12_345_678_900)
            try await pages.letIn("ada@example.com")
            let ada = TestBrowser(pages, from: "203.0.113.9")
            _ = try await ada.signIn("ada@example.com")
            let text = try await ada.get("/").text
            #expect(text.contains("One customer brought") && text.contains("slip@example.com"))
            try await tell(shop, "Refunded Order", value: 123_456_789, id: "slip-refund")
            #expect(try await outlier(shop) { $0 == nil } == nil)
        }
    }
}
