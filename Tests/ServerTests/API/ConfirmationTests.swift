import Facts
import JSON
import Shop
import Testing

@testable import PerennialServer

/// Lists that ask for a confirmation, on a server that sends no mail.
@Suite(.serialized) struct ConfirmationTests {
    private static func confirmation(_ attributes: String, list: String?) -> String {
        let relation = list.map { #","relationships":{"list":{"data":{"type":"list","id":"\#($0)"}}}"# } ?? ""
        return #"{"data":{"type":"subscription-confirmation","attributes":{"custom_source":"Mailer","profile":{"data":{"type":"profile","#
            + #""attributes":{\#(attributes)}}}}\#(relation)}}"#
    }

    private static func subscription(_ email: String, list: String) -> String {
        #"{"data":{"type":"subscription","attributes":{"profile":{"data":{"type":"profile","attributes":{"email":"\#(email)"}}}},"#
            + #""relationships":{"list":{"data":{"type":"list","id":"\#(list)"}}}}}"#
    }

    @Test func whoWaitsIsCountedAndCanBeConfirmed() async throws {
        try await TestShop.run { shop in
            let path = "/api/perennial/subscription-confirmations"
            let list = shop.shop.ids.id(try await shop.list("Careful", isDouble: true))
            let address = #""email":"a@example.com""#
            #expect(try await shop.post(path, Self.confirmation(address, list: list)).status == 404)
            #expect(try await shop.client("/client/subscriptions", Self.subscription("a@example.com", list: list)).status == 202)
            var health = try await shop.get("/api/perennial/intake-health").attributes
            #expect(health?["subscriptions_unconfirmed"]?.int == 1 && health?["sends_confirmations"]?.bool == false)
            let id = try await shop.get("/api/profiles?filter=equals(email,\"a@example.com\")").ids.first ?? ""
            #expect(try await shop.get("/api/profiles/\(id)/relationships/lists").ids == [])

            #expect(try await shop.post(path, Self.confirmation(address, list: list)).status == 204)
            #expect(try await shop.get("/api/profiles/\(id)/relationships/lists").ids == [list])
            let marketing = try await shop.marketing("a@example.com")
            #expect(marketing?["consent"]?.string == "SUBSCRIBED" && marketing?["double_optin"]?.bool == true)
            #expect(marketing?["custom_method_detail"]?.string == "Mailer")
            health = try await shop.get("/api/perennial/intake-health").attributes
            #expect(health?["subscriptions_unconfirmed"]?.int == 0)
            // A second time changes nothing; whoever never asked is not subscribed by it.
            #expect(try await shop.post(path, Self.confirmation(address, list: list)).status == 204)
            _ = try await shop.profile(#""email":"b@example.com""#)
            #expect(try await shop.post(path, Self.confirmation(#""email":"b@example.com""#, list: list)).status == 400)
            #expect(try await shop.marketing("b@example.com")?["consent"]?.string == "NEVER_SUBSCRIBED")
        }
    }
}
