import Facts
import JSON
import Population
import Shop
import Testing

@testable import PerennialServer

@Suite(.serialized) struct ClientTests {
    private static func event(_ profile: String, _ id: String) -> String {
        #"{"data":{"type":"event","attributes":{"properties":{},"unique_id":"\#(id)","#
            + #""metric":{"data":{"type":"metric","attributes":{"name":"Scrolled"}}},"#
            + #""profile":{"data":{"type":"profile","attributes":{\#(profile)}}}}}}"#
    }

    private static func profile(_ attributes: String) -> String {
        #"{"data":{"type":"profile","attributes":{\#(attributes)}}}"#
    }

    @Test func whatWasDoneBeforeSomebodyIsNamedIsTheirs() async throws {
        try await TestShop.run { shop in
            let known = try await shop.profile(#""email":"a@example.com""#)
            #expect(try await shop.client("/client/events", Self.event(#""anonymous_id":"browser""#, "1")).status == 202)
            #expect(
                try await shop.client("/client/events", Self.event(#""anonymous_id":"browser","email":"a@example.com""#, "2")).status == 202
            )
            let profile = try #require(shop.shop.ids.profile(known))
            let metric = try #require(shop.shop.read { $0.metric(named: "Scrolled") })
            #expect(shop.shop.read { $0.eventCount(metric, of: profile) } == 2)
            #expect(shop.shop.read { $0.liveProfileCount } == 1)
        }
    }

    @Test func aBrowserChangesNobodysIdentity() async throws {
        try await TestShop.run { shop in
            let a = try await shop.profile(#""email":"a@example.com","external_id":"x1""#)
            let b = try await shop.profile(#""email":"b@example.com""#)
            let mallory = Self.profile(#""external_id":"x1","email":"new@example.com","first_name":"Mallory""#)
            #expect(try await shop.client("/client/profiles", mallory).status == 202)
            #expect(try await shop.get("/api/profiles/\(a)").attributes?["email"]?.string == "a@example.com")
            #expect(try await shop.get("/api/profiles/\(a)").attributes?["first_name"]?.string == "Mallory")
            #expect(try await shop.get("/api/profiles?filter=equals(email,\"new@example.com\")").ids == [])
            // Two people stay two, even when a browser names both.
            #expect(try await shop.client("/client/events", Self.event(#""external_id":"x1","email":"b@example.com""#, "1")).status == 202)
            #expect(try await shop.get("/api/profiles/\(a)").status == 200)
            #expect(try await shop.get("/api/profiles/\(b)").status == 200)
            // What somebody does not have yet may be said.
            #expect(try await shop.client("/client/profiles", Self.profile(#""email":"b@example.com","external_id":"x2""#)).status == 202)
            #expect(try await shop.get("/api/profiles/\(b)").attributes?["external_id"]?.string == "x2")
        }
    }

    @Test func aBrowserOnlyAddsWhatIsMissing() async throws {
        try await TestShop.run { shop in
            let id = try await shop.profile(
                #""email":"a@example.com","first_name":"Ada","location":{"city":"Łódź"},"properties":{"size":"M","tags":["a"]}"#)
            let mallory =
                #"{"data":{"type":"profile","attributes":{"email":"a@example.com","first_name":"Mallory","last_name":"L","location":{"city":"X","zip":"90"},"#
                + #""properties":{"size":"XL","colour":"red"}},"meta":{"patch_properties":{"append":{"tags":"b","new":"c"},"unset":"size"}}}}"#
            #expect(try await shop.client("/client/profiles", mallory).status == 202)
            let said = #""email":"a@example.com","first_name":null,"title":"Dr","properties":{"colour":"blue"}"#
            #expect(try await shop.client("/client/events", Self.event(said, "1")).status == 202)
            let seen = try await shop.get("/api/profiles/\(id)").attributes
            #expect(seen?["first_name"]?.string == "Ada" && seen?["last_name"]?.string == "L" && seen?["title"]?.string == "Dr")
            #expect(seen?["location"]?["city"]?.string == "Łódź" && seen?["location"]?["zip"]?.string == "90")
            let properties = try #require(seen?["properties"])
            #expect(properties["size"]?.string == "M" && properties["colour"]?.string == "red" && properties["tags"]?.count == 1)
            #expect(properties["new"]?.count == 1)
        }
    }

    @Test func aSubscriptionIsForTheAddressThatIsNamed() async throws {
        try await TestShop.run { shop in
            let a = try await shop.profile(#""email":"a@example.com","external_id":"x1""#)
            let list = shop.shop.ids.id(try await shop.list("Footer"))
            func body(_ attributes: String, list: String) -> String {
                #"{"data":{"type":"subscription","attributes":{"custom_source":"Footer","profile":\#(Self.profile(attributes))},"#
                    + #""relationships":{"list":{"data":{"type":"list","id":"\#(list)"}}}}}"#
            }
            #expect(
                try await shop.client("/client/subscriptions", body(#""external_id":"x1","email":"new@example.com""#, list: list)).status
                    == 202)
            #expect(try await shop.marketing("a@example.com")?["consent"]?.string == "NEVER_SUBSCRIBED")
            #expect(try await shop.marketing("new@example.com")?["consent"]?.string == "SUBSCRIBED")
            #expect(try await shop.get("/api/profiles/\(a)/relationships/lists").ids == [])
            #expect(
                try await shop.client("/client/subscriptions", body(#""external_id":"x1""#, list: list)).place
                    == "/data/attributes/profile/data/attributes")
            #expect(try await shop.client("/client/subscriptions", body(#""email":"a@example.com""#, list: "ZZZZZZ")).status == 404)
        }
    }

    @Test func manyEventsAtOnce() async throws {
        try await TestShop.run { shop in
            func body(_ count: Int) -> String {
                let events = (0..<count).map {
                    #"{"type":"event","attributes":{"properties":{},"unique_id":"\#($0)","metric":{"data":{"type":"metric","attributes":{"name":"Scrolled"}}}}}"#
                }
                return #"{"data":{"type":"event-bulk-create","attributes":{"profile":\#(Self.profile(#""email":"a@example.com""#)),"#
                    + #""events":{"data":[\#(events.joined(separator: ","))]}}}}"#
            }
            #expect(try await shop.client("/client/event-bulk-create", body(1_000)).status == 202)
            let metric = try #require(shop.shop.read { $0.metric(named: "Scrolled") })
            #expect(shop.shop.read { $0.eventCount(metric) } == 1_000)
            #expect(try await shop.client("/client/event-bulk-create", body(1_001)).place == "/data/attributes/events/data")
        }
    }

    @Test func browsersMakeNoEndOfProperties() async throws {
        try await TestShop.run { shop in
            func properties(_ names: Range<Int>) -> String {
                #""email":"a@example.com","properties":{\#(names.map { #""p\#($0)":1"# }.joined(separator: ","))}"#
            }
            #expect(try await shop.client("/client/profiles", Self.profile(properties(0..<400))).status == 202)
            #expect(try await shop.client("/client/profiles", Self.profile(properties(400..<800))).status == 202)
            let refused = try await shop.client("/client/profiles", Self.profile(properties(800..<1_001)))
            #expect(refused.status == 400 && refused.code == "invalid" && refused.place == "/data/attributes/properties/p1000")
            #expect(shop.shop.read { $0.propertyNameCount } == 800)
            // Whoever has a key goes on, up to the shop's own limit.
            for start in stride(from: 800, to: 2_000, by: 400) {
                let reply = try await shop.post("/api/profile-import", Self.profile(properties(start..<start + 400)))
                #expect(reply.status == 200, "\(reply.text)")
            }
            let last = try await shop.post("/api/profile-import", Self.profile(properties(1_999..<2_001)))
            #expect(last.status == 400 && last.code == "invalid" && last.place == "/data/attributes/properties/p2000")
            #expect(last.text.contains("2000 custom properties"))
            let path = "/api/profile-bulk-import-jobs"
            let rows =
                #"{"data":{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":["#
                + #"{"type":"profile","attributes":{"email":"b@example.com","properties":{"new":1}}},"#
                + #"{"type":"profile","attributes":{"email":"b@example.com","properties":{"p1":2}}}]}}}}"#
            let job = try await shop.completed(path + "/" + (try await shop.post(path, rows)).id)
            #expect(job.attributes?["completed_count"]?.int == 1 && job.attributes?["failed_count"]?.int == 1)
            let error = try await shop.get("\(path)/\(job.id)/import-errors").data?[0]?["attributes"]
            #expect(error?["source"]?["pointer"]?.string == "/data/attributes/profiles/data/0/attributes/properties/new")
            #expect(error?["original_payload"]?["attributes"]?["email"]?.string == "b@example.com")
        }
    }

    @Test func whatIsNotOfferedSaysSo() async throws {
        try await TestShop.run { shop in
            let reply = try await shop.client("/client/push-tokens", Self.profile(#""email":"a@example.com""#))
            #expect(reply.status == 501)
            #expect(reply.root?["errors"]?[0]?["detail"]?.string?.contains("Push notifications") == true)
        }
    }
}
