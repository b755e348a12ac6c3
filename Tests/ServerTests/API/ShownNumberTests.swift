import Facts
import JSON
import Population
import Shop
import Testing

@testable import PerennialServer

/// Customers whom the shop knows by a number alone.
@Suite(.serialized) struct ShownNumberTests {
    private func customer(_ number: String, _ shop: TestShop) async throws -> String {
        var identities = Identities()
        identities[.customerID] = number
        let profile = try await shop.shop.write { [identities] (intake) throws(IntakeError) in try intake.profile(identities).number }
        return shop.shop.ids.id(profile)
    }

    @Test func theNumberIsTheExternalIDOfWhoeverHasNoOther() async throws {
        try await TestShop.run { shop in
            let id = try await customer("13085", shop)
            #expect(try await shop.get("/api/profiles/\(id)").attributes?["external_id"]?.string == "13085")
            #expect(try await shop.get("/api/profiles?filter=equals(external_id,\"13085\")").ids == [id])
            // What an answer showed may be sent back: it is nobody new.
            let event = MoneyDoorTests.event("Scrolled", "x", #""unique_id":"1""#)
                .replacing(#""email":"x""#, with: #""external_id":"13085""#)
            #expect(try await shop.post("/api/events", event).status == 202)
            #expect(shop.shop.read { $0.liveProfileCount } == 1)
            let again = try await shop.post(
                "/api/profiles", #"{"data":{"type":"profile","attributes":{"external_id":"13085"}}}"#)
            #expect(again.status == 409 && again.text.contains(id))
        }
    }

    @Test func numbersOfTwoSystemsThatAreAlikeJoinNobody() async throws {
        try await TestShop.run { shop in
            let known = try await customer("17", shop)
            let other = try await shop.profile(#""email":"b@example.com","external_id":"17""#)
            #expect(other != known)
            #expect(try await shop.get("/api/profiles?filter=equals(external_id,\"17\")").ids == [other])
            #expect(try await shop.get("/api/profiles/\(known)").attributes?["external_id"]?.string == "17")
        }
    }
}
