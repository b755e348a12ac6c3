import Eventually
import Facts
import JSON
import Population
import Shop
import Testing

@testable import PerennialServer

@Suite(.serialized) struct ProfileTests {
    private static func body(id: String? = nil, _ attributes: String, meta: String? = nil) -> String {
        let id = id.map { #""id":"\#($0)","# } ?? ""
        let meta = meta.map { #","meta":{"patch_properties":\#($0)}"# } ?? ""
        return #"{"data":{"type":"profile",\#(id)"attributes":{\#(attributes)}\#(meta)}}"#
    }

    @Test func whatIsSaidComesBack() async throws {
        try await TestShop.run { shop in
            let id = try await shop.profile(
                #""email":" Ada@Example.com","first_name":"Ada","location":{"city":"London","latitude":51.5,"longitude":"-0.13"},"#
                    + #""properties":{"tier":"gold","tags":["a",{"b":null}],"big":9007199254740993}"#)
            let seen = try await shop.get("/api/profiles/\(id)")
            #expect(seen.attributes?["email"]?.string == "ada@example.com")
            #expect(seen.attributes?["first_name"]?.string == "Ada")
            #expect(seen.attributes?["last_name"]?.isNull == true)
            #expect(seen.attributes?["location"]?["city"]?.string == "London")
            #expect(seen.attributes?["location"]?["latitude"]?.double == 51.5)
            #expect(seen.attributes?["location"]?["longitude"]?.string == "-0.13")
            let properties = try #require(seen.attributes?["properties"])
            #expect(
                String(decoding: properties.compactBytes, as: UTF8.self)
                    == #"{"tier":"gold","tags":["a",{"b":null}],"big":9007199254740993}"#)
            #expect(seen.attributes?["subscriptions"] == nil && seen.attributes?["predictive_analytics"] == nil)
            #expect(seen.data?["links"]?["self"]?.string?.hasSuffix("/api/profiles/\(id)") == true)
        }
    }

    @Test func aChangeLeavesWhatItDoesNotName() async throws {
        try await TestShop.run { shop in
            let id = try await shop.profile(
                #""email":"a@example.com","first_name":"A","title":"Dr","location":{"city":"Łódź","zip":"90-001"},"properties":{"n":1,"tags":["a"]}"#
            )
            let changed = try await shop.patch(
                "/api/profiles/\(id)",
                Self.body(
                    id: id, #""title":null,"location":{"zip":null},"properties":{"m":2}"#,
                    meta: #"{"append":{"tags":["b","a"]},"unappend":{"tags":"a"},"unset":"n"}"#))
            #expect(changed.status == 200, "\(changed.text)")
            #expect(changed.attributes?["first_name"]?.string == "A")
            #expect(changed.attributes?["title"]?.isNull == true)
            #expect(changed.attributes?["location"]?["city"]?.string == "Łódź")
            #expect(changed.attributes?["location"]?["zip"]?.isNull == true)
            let properties = try #require(changed.attributes?["properties"])
            #expect(properties["n"] == nil)
            #expect(properties["m"]?.int == 2)
            #expect(properties["tags"]?.elements.compactMap(\.string) == ["b"])
            let cleared = try await shop.patch("/api/profiles/\(id)", Self.body(id: id, #""email":null,"location":null"#))
            #expect(cleared.attributes?["email"]?.isNull == true)
            #expect(cleared.attributes?["location"]?["city"]?.isNull == true)
        }
    }

    @Test(arguments: [
        (#""first_name":"A""#, "/data/attributes"), (#""email":"no address""#, "/data/attributes/email"),
        (#""phone_number":"12""#, "/data/attributes/phone_number"), (#""email":7"#, "/data/attributes/email"),
        (#""email":"a@example.com","fist_name":"A""#, "/data/attributes/fist_name"),
        (#""email":"a@example.com","location":{"latitude":200}"#, "/data/attributes/location/latitude"),
        (#""email":"a@example.com","location":{"town":"x"}"#, "/data/attributes/location/town"),
        (#""email":"a@example.com","properties":[]"#, "/data/attributes/properties"),
        (#""email":"a@example.com","properties":{"":1}"#, "/data/attributes/properties/"),
        (#""external_id":" ""#, "/data/attributes/external_id"),
    ]) func whatCannotBeIsPointedAt(attributes: String, pointer: String) async throws {
        try await TestShop.run { shop in
            let reply = try await shop.post("/api/profiles", Self.body(attributes))
            #expect(reply.status == 400)
            #expect(reply.place == pointer, "\(reply.text)")
            #expect(shop.shop.read { $0.profileCount } == 0)
        }
    }

    @Test func patchesOfOtherKindsAreRefused() async throws {
        try await TestShop.run { shop in
            let reply = try await shop.post(
                "/api/profile-import", Self.body(#""email":"a@example.com""#, meta: #"{"append":{"tags":[{"a":1}]}}"#))
            #expect(reply.place == "/data/meta/patch_properties/append/tags")
            let addresses =
                #"{"data":{"type":"profile","attributes":{"email":"a@example.com"},"meta":{"patch_identifiers":{"append":{}}}}}"#
            #expect(try await shop.post("/api/profile-import", addresses).place == "/data/meta/patch_identifiers")
        }
    }

    @Test func anImportMakesThenChangesAndNeverJoins() async throws {
        try await TestShop.run { shop in
            let made = try await shop.post("/api/profile-import", Self.body(#""email":"a@example.com","first_name":"A""#))
            #expect(made.status == 201)
            let changed = try await shop.post(
                "/api/profile-import", Self.body(#""email":"A@example.com","external_id":"x1","last_name":"B""#))
            #expect(changed.status == 200 && changed.id == made.id)
            #expect(changed.attributes?["first_name"]?.string == "A")
            let moved = try await shop.post("/api/profile-import", Self.body(#""external_id":"x1","email":"new@example.com""#))
            #expect(moved.status == 200 && moved.attributes?["email"]?.string == "new@example.com")
            let other = try await shop.profile(#""email":"other@example.com""#)
            let clash = try await shop.post("/api/profile-import", Self.body(#""external_id":"x1","email":"other@example.com""#))
            #expect(clash.status == 409 && clash.code == "duplicate_profile", "\(clash.text)")
            #expect([made.id, other].contains(clash.root?["errors"]?[0]?["meta"]?["duplicate_profile_id"]?.string))
            let byID = try await shop.post("/api/profile-import", Self.body(id: other, #""title":"Dr""#))
            #expect(byID.status == 200 && byID.id == other)
            let forged = String(repeating: "Z", count: 26)
            #expect(try await shop.post("/api/profile-import", Self.body(id: forged, #""title":"Dr""#)).status == 404)
        }
    }

    /// An address by which somebody was known before stays theirs, and does not push out the one they use now.
    @Test func anImportUnderAnOldAddressFindsWhoHadIt() async throws {
        try await TestShop.run { shop in
            let a = try await shop.profile(#""email":"a@example.com""#)
            let b = try await shop.profile(#""email":"b@example.com""#)
            let merge =
                #"{"data":{"type":"profile-merge","id":"\#(a)","relationships":{"profiles":{"data":[{"type":"profile","id":"\#(b)"}]}}}}"#
            let merged = try await shop.post("/api/profile-merge", merge)
            #expect(merged.status == 201 && merged.id == a)
            #expect(try await shop.get("/api/profiles/\(b)").status == 404)
            #expect(try await shop.post("/api/profile-merge", merge).status == 404)
            #expect(try await shop.patch("/api/profiles/\(b)", Self.body(id: b, #""title":"x""#)).status == 404)
            let again = try await shop.post("/api/profile-import", Self.body(#""email":"b@example.com","title":"Dr""#))
            #expect(again.status == 200 && again.id == a)
            #expect(again.attributes?["email"]?.string == "a@example.com")
            #expect(try await shop.get("/api/profiles?filter=equals(email,\"a@example.com\")").ids == [a])
            #expect(try await shop.get("/api/profiles?filter=equals(email,\"b@example.com\")").ids == [a])
        }
    }

    @Test func pagesStayRightWhileProfilesAreAdded() async throws {
        try await TestShop.run { shop in
            var made: [String] = []
            for n in 0..<7 { made.append(try await shop.profile(#""email":"\#("gcaebdf".map(String.init)[n])@example.com""#)) }
            for (order, expected) in [
                ("id", made), ("-id", made.reversed()), ("created", made), ("-updated", made.reversed()),
                ("email", [2, 4, 1, 5, 3, 6, 0].map { made[$0] }), ("-email", [0, 6, 3, 5, 1, 4, 2].map { made[$0] }),
            ] {
                #expect(try await shop.allIDs("/api/profiles", ["sort=\(order)", "page[size]=2"]) == expected, "\(order)")
            }
            let first = try await shop.get("/api/profiles?page[size]=3&sort=-id")
            #expect(first.root?["links"]?["prev"]?.isNull == true)
            let late = try await shop.profile(#""email":"late@example.com""#)
            let next = try #require(first.root?["links"]?["next"]?.string?.split(separator: "/api/profiles").last)
            let second = try await shop.get("/api/profiles\(next)")
            #expect(second.ids == Array(made.reversed()[3..<6]))
            let back = try #require(second.root?["links"]?["prev"]?.string?.split(separator: "/api/profiles").last)
            let again = try await shop.get("/api/profiles\(back)")
            #expect(again.ids == Array(made.reversed()[0..<3]))
            let before = try #require(again.root?["links"]?["prev"]?.string?.split(separator: "/api/profiles").last)
            #expect(try await shop.get("/api/profiles\(before)").ids == [late])
        }
    }

    @Test func filtersFindByIdentityAndTime() async throws {
        try await TestShop.run { shop in
            let a = try await shop.profile(#""email":"a@example.com","phone_number":"+33612345678","external_id":"x""#)
            let b = try await shop.profile(#""email":"b@example.com""#)
            func found(_ filter: String) async throws -> [String] { try await shop.get("/api/profiles?filter=\(filter)").ids }
            #expect(try await found("equals(email,\"A@EXAMPLE.COM\")") == [a])
            #expect(try await found("any(email,[\"a@example.com\",\"b@example.com\",\"c@example.com\"])") == [a, b])
            #expect(try await found("equals(phone_number,\"%2B33612345678\")") == [a])
            #expect(try await found("equals(external_id,\"x\"),equals(email,\"b@example.com\")") == [])
            #expect(try await found("any(id,[\"\(b)\",\"nobody\"])") == [b])
            #expect(try await found("greater-than(created,2020-01-01T00:00:00Z)") == [a, b])
            #expect(try await found("less-than(updated,2020-01-01T00:00:00Z)") == [])
            #expect(try await found("equals(subscriptions.email.marketing.list_suppressions.reason,\"USER_SUPPRESSED\")") == [])
            #expect(try await shop.get("/api/profiles?filter=equals(_kx,\"x\")").place == "filter")
        }
    }

    @Test func predictionsAreNullOrInMajorUnits() async throws {
        try await TestShop.run { shop in
            let id = try await shop.profile(#""email":"a@example.com""#)
            let none = try await shop.get("/api/profiles/\(id)?additional-fields[profile]=predictive_analytics,subscriptions")
            let empty = try #require(none.attributes?["predictive_analytics"])
            #expect(empty.members.map(\.key) == ProfileAttributes.predictions.map(\.name))
            let values = empty.members.map(\.value)
            #expect(values.allSatisfy { $0.isNull })
            #expect(none.attributes?["subscriptions"]?["email"]?["marketing"]?["consent"]?.string == "NEVER_SUBSCRIBED")
            #expect(none.attributes?["subscriptions"]?["email"]?["marketing"]?["can_receive_email_marketing"]?.bool == true)
            let profile = try #require(shop.shop.ids.profile(id))
            for (days, value, order) in [(20, 30.10, "1"), (10, 20.05, "2")] {
                _ = try await shop.shop.write { (intake) throws(IntakeError) in
                    var event = EventIntake(identities: Identities(), metric: "Placed Order", source: .api)
                    event.profile = profile
                    event.time = Instant(secondsSince1970: intake.now.secondsSince1970 - Int64(days) * 86_400)
                    event.value = value
                    event.currency = Currency(code: "EUR")
                    event.uniqueID = order
                    return try intake.event(event)
                }
            }
            var seen: JSONValue?
            try await eventually {
                seen = try await shop.get("/api/profiles/\(id)?additional-fields[profile]=predictive_analytics").attributes?[
                    "predictive_analytics"]
                return seen?["historic_number_of_orders"]?.int == 2
            }
            #expect(seen?["historic_clv"]?.double == 50.15)
            #expect(seen?["average_order_value"]?.double == 25.075)
            #expect(seen?["average_days_between_orders"]?.double == 10)
            #expect(seen?["predicted_clv"]?.isNull == true)
            let only = try await shop.get(
                "/api/profiles/\(id)?additional-fields[profile]=predictive_analytics&fields[profile]=predictive_analytics.historic_clv")
            #expect(
                only.attributes.map { String(decoding: $0.compactBytes, as: UTF8.self) }
                    == #"{"predictive_analytics":{"historic_clv":50.15}}"#)
        }
    }

    @Test func listsOfAProfileAreThoseThatLive() async throws {
        try await TestShop.run { shop in
            let id = try await shop.profile(#""email":"a@example.com""#)
            let profile = try #require(shop.shop.ids.profile(id))
            let list = try await shop.list("News")
            let gone = try await shop.list("Gone")
            try await shop.shop.write { (intake) throws(IntakeError) in
                intake.membership(profile, in: list, isMember: true)
                intake.membership(profile, in: gone, isMember: true)
            }
            try await shop.delete(gone)
            #expect(try await shop.get("/api/profiles/\(id)/lists").data?[0]?["attributes"]?["name"]?.string == "News")
            #expect(try await shop.get("/api/profiles/\(id)/relationships/lists").ids == [shop.shop.ids.id(list)])
            #expect(try await shop.get("/api/profiles/\(id)/segments").ids == [])
            let whole = try await shop.get("/api/profiles/\(id)?include=lists,segments,push-tokens&fields[list]=name")
            #expect(whole.root?["included"]?.elements.map { $0["attributes"]?.count } == [1])
            #expect(whole.data?["relationships"]?["lists"]?["data"]?[0]?["id"]?.string == shop.shop.ids.id(list))
            #expect(whole.data?["relationships"]?["push-tokens"]?["data"]?.count == 0)
        }
    }
}
