import Eventually
import Facts
import JSON
import Population
import Shop
import Testing

@testable import PerennialServer

@Suite(.serialized) struct ProfileJobTests {
    private static let path = "/api/profile-bulk-import-jobs"

    private static func body(_ rows: [String], lists: [String] = []) -> String {
        let references = lists.map { #"{"type":"list","id":"\#($0)"}"# }.joined(separator: ",")
        return #"{"data":{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":[\#(rows.joined(separator: ","))]}},"#
            + #""relationships":{"lists":{"data":[\#(references)]}}}}"#
    }

    private static func row(_ attributes: String, id: String? = nil) -> String {
        #"{"type":"profile",\#(id.map { #""id":"\#($0)","# } ?? "")"attributes":{\#(attributes)}}"#
    }

    @Test func rowsAreTakenCountedAndFoundAgain() async throws {
        try await TestShop.run { shop in
            let known = try await shop.profile(#""email":"known@example.com","first_name":"Known""#)
            let list = shop.shop.ids.id(try await shop.list("News"))
            let rows = [
                Self.row(#""email":"known@example.com""#), Self.row(#""email":"no address""#), Self.row(#""email":"new@example.com""#),
                Self.row(#""first_name":"Nobody""#), Self.row(#""title":"x""#, id: String(repeating: "Z", count: 26)), "7",
                Self.row(#""email":"fat@example.com","properties":{"text":"\#(String(repeating: "x", count: 110_000))"}"#),
                Self.row(#""email":"known@example.com","external_id":"x1""#),
            ]
            let taken = try await shop.post(Self.path, Self.body(rows, lists: [list]))
            #expect(taken.status == 202, "\(taken.text)")
            #expect(taken.attributes?["total_count"]?.int == 8)
            let path = Self.path + "/" + taken.id
            let job = try await shop.completed(path)
            #expect(job.attributes?["completed_count"]?.int == 3)
            #expect(job.attributes?["failed_count"]?.int == 5)
            #expect(job.data?["relationships"]?["lists"]?["data"]?[0]?["id"]?.string == list)
            let profiles = try await shop.allIDs(path + "/relationships/profiles", ["page[size]=1"])
            #expect(profiles.count == 2 && profiles.first == known)
            #expect(
                try await shop.get(path + "/profiles?fields[profile]=email").data?[0]?["attributes"]?["email"]?.string
                    == "known@example.com")
            #expect(try await shop.get(path + "/lists").data?[0]?["attributes"]?["name"]?.string == "News")
            #expect(try await shop.get(path + "/relationships/lists").ids == [list])
            #expect(try await shop.get("/api/profiles/\(known)/relationships/lists").ids == [list])

            let first = try await shop.get(path + "/import-errors?page[size]=2")
            let places = try await shop.get(path + "/import-errors").data?.elements.map { $0["attributes"]?["source"]?["pointer"]?.string }
            #expect(
                places == [
                    "/data/attributes/profiles/data/1/attributes/email", "/data/attributes/profiles/data/3/attributes",
                    "/data/attributes/profiles/data/4/id", "/data/attributes/profiles/data/5", "/data/attributes/profiles/data/6",
                ])
            #expect(first.data?.count == 2 && first.root?["links"]?["next"]?.isNull == false)
            #expect(first.data?[0]?["attributes"]?["original_payload"]?["attributes"]?["email"]?.string == "no address")
            #expect(try await shop.allIDs(path + "/import-errors", ["page[size]=2"]).count == 5)
        }
    }

    @Test func jobsAreListedInBothOrders() async throws {
        try await TestShop.run { shop in
            var made: [String] = []
            for n in 0..<3 {
                let job = try await shop.post(Self.path, Self.body([Self.row(#""email":"p\#(n)@example.com""#)]))
                made.append(job.id)
                _ = try await shop.completed(Self.path + "/" + job.id)
            }
            #expect(try await shop.allIDs(Self.path, ["page[size]=2"]) == made.reversed())
            #expect(try await shop.allIDs(Self.path, ["page[size]=2", "sort=created_at", "filter=equals(status,\"complete\")"]) == made)
            #expect(try await shop.allIDs(Self.path, ["filter=equals(status,\"queued\")"]) == [])
            #expect(try await shop.get(Self.path + "?filter=equals(status,\"lost\")").place == "filter")
            #expect(try await shop.get("/api/profile-suppression-bulk-create-jobs/" + made[0]).status == 404)
        }
    }

    @Test func whatIsNoJobIsRefused() async throws {
        try await TestShop.run { shop in
            let none = try await shop.post(Self.path, Self.body([]))
            #expect(none.place == "/data/attributes/profiles/data")
            #expect(try await shop.post(Self.path, Self.body([Self.row("")], lists: ["ZZZZZZ"])).status == 404)
            let many = Array(repeating: Self.row(#""email":"a@example.com""#), count: 10_001)
            #expect(try await shop.post(Self.path, Self.body(many)).place == "/data/attributes/profiles/data")
        }
    }
}

@Suite(.serialized) struct ConsentTests {
    private static func body(_ rows: [String], list: String? = nil, isEnd: Bool = false, _ more: String = "") -> String {
        let list = list.map { #","relationships":{"list":{"data":{"type":"list","id":"\#($0)"}}}"# } ?? ""
        return #"{"data":{"type":"profile-subscription-bulk-\#(isEnd ? "delete" : "create")-job","attributes":{"#
            + #""profiles":{"data":[\#(rows.joined(separator: ","))]}\#(more)}\#(list)}}"#
    }

    private static func row(_ identity: String, _ channel: String = "email", isEnd: Bool = false, _ more: String = "") -> String {
        #"{"type":"profile","attributes":{\#(identity),"subscriptions":{"\#(channel)":{"marketing":{"#
            + #""consent":"\#(isEnd ? "UNSUBSCRIBED" : "SUBSCRIBED")"\#(more)}}}}}"#
    }

    private static let path = "/api/profile-subscription-bulk-create-jobs"
    private static let endPath = "/api/profile-subscription-bulk-delete-jobs"

    @Test func consentIsKeptWithItsProof() async throws {
        try await TestShop.run { shop in
            let list = try await shop.list("News")
            let id = shop.shop.ids.id(list)
            let row = Self.row(#""email":"a@example.com""#, "email", isEnd: false, #","consented_at":"2023-05-06T07:08:09Z""#)
            let reply = try await shop.post(
                Self.path, Self.body([row], list: id, #","historical_import":true,"custom_source":"Fair in Lyon""#))
            #expect(reply.status == 202 && reply.text.isEmpty, "\(reply.text)")
            try await eventually { try await shop.marketing("a@example.com")?["consent"]?.string == "SUBSCRIBED" }
            let state = try #require(try await shop.marketing("a@example.com"))
            #expect(state["consent_timestamp"]?.string == "2023-05-06T07:08:09+00:00")
            #expect(state["method"]?.string == "API")
            #expect(state["custom_method_detail"]?.string == "Fair in Lyon")
            #expect(state["double_optin"]?.bool == false)
            #expect(state["can_receive_email_marketing"]?.bool == true)
            #expect(shop.shop.read { $0.memberCount(of: list) } == 1)

            // Leaving the list is all that somebody in it asks for; whoever is not in it wants no more mail at all.
            let end = Self.body([Self.row(#""email":"a@example.com""#, isEnd: true)], list: id, isEnd: true)
            #expect(try await shop.post(Self.endPath, end).status == 202)
            try await eventually { shop.shop.read { $0.memberCount(of: list) } == 0 }
            #expect(try await shop.marketing("a@example.com")?["consent"]?.string == "SUBSCRIBED")
            #expect(try await shop.post(Self.endPath, end).status == 202)
            try await eventually { try await shop.marketing("a@example.com")?["consent"]?.string == "UNSUBSCRIBED" }
            #expect(try await shop.marketing("a@example.com")?["suppression"]?[0]?["reason"]?.string == "UNSUBSCRIBE")
            #expect(try await shop.marketing("a@example.com")?["can_receive_email_marketing"]?.bool == false)
        }
    }

    @Test func aListWithDoubleOptInWaits() async throws {
        try await TestShop.run { shop in
            let list = try await shop.list("Careful", isDouble: true)
            _ = try await shop.post(Self.path, Self.body([Self.row(#""email":"a@example.com""#)], list: shop.shop.ids.id(list)))
            try await eventually { try await shop.marketing("a@example.com") != nil }
            #expect(try await shop.marketing("a@example.com")?["consent"]?.string == "NEVER_SUBSCRIBED")
            #expect(shop.shop.read { $0.memberCount(of: list) } == 0)
        }
    }

    /// Consent to be written to at an address goes to whoever has the address.
    @Test func consentGoesToTheAddressItWasGivenFor() async throws {
        try await TestShop.run { shop in
            let a = try await shop.profile(#""email":"a@example.com""#)
            let b = try await shop.profile(#""phone_number":"+33612345678""#)
            let row =
                #"{"type":"profile","attributes":{"email":"a@example.com","phone_number":"+33612345678","subscriptions":{"#
                + #""email":{"marketing":{"consent":"SUBSCRIBED"}},"sms":{"marketing":{"consent":"SUBSCRIBED"}}}}}"#
            #expect(try await shop.post(Self.path, Self.body([row])).status == 202)
            try await eventually { try await shop.marketing("a@example.com")?["consent"]?.string == "SUBSCRIBED" }
            let seen = try await shop.get("/api/profiles/\(b)?additional-fields[profile]=subscriptions").attributes?["subscriptions"]
            #expect(seen?["sms"]?["marketing"]?["consent"]?.string == "SUBSCRIBED")
            #expect(seen?["email"]?["marketing"]?["consent"]?.string == "NEVER_SUBSCRIBED")
            #expect(try await shop.get("/api/profiles/\(a)").status == 200)
        }
    }

    @Test(arguments: [
        (row(#""email":"no""#), "/data/attributes/profiles/data/0/attributes/email"),
        (row(#""first_name":"A""#), "/data/attributes/profiles/data/0/attributes"),
        (row(#""email":"a@example.com""#, "sms"), "/data/attributes/profiles/data/0/attributes/phone_number"),
        (row(#""email":"a@example.com""#, "push"), "/data/attributes/profiles/data/0/attributes/subscriptions/push"),
        (
            row(#""email":"a@example.com""#, isEnd: true),
            "/data/attributes/profiles/data/0/attributes/subscriptions/email/marketing/consent"
        ),
        (
            row(#""email":"a@example.com""#, "email", isEnd: false, #","consented_at":"2023-05-06T07:08:09Z""#),
            "/data/attributes/profiles/data/0/attributes/subscriptions/email/marketing/consented_at"
        ),
        (#"{"type":"profile","attributes":{"email":"a@example.com"}}"#, "/data/attributes/profiles/data/0/attributes/subscriptions"),
    ]) func whatIsNoConsentIsPointedAt(row: String, pointer: String) async throws {
        try await TestShop.run { shop in
            let reply = try await shop.post(Self.path, Self.body([row]))
            #expect(reply.status == 400)
            #expect(reply.place == pointer, "\(reply.text)")
        }
    }

    @Test func suppressionIsCountedAndLifted() async throws {
        try await TestShop.run { shop in
            func body(_ kind: String, _ attributes: String, list: String? = nil) -> String {
                let list = list.map { #","relationships":{"list":{"data":{"type":"list","id":"\#($0)"}}}"# } ?? ""
                return #"{"data":{"type":"profile-suppression-bulk-\#(kind)-job","attributes":{\#(attributes)}\#(list)}}"#
            }
            func emails(_ emails: String...) -> String {
                let rows = emails.map { #"{"type":"profile","attributes":{"email":"\#($0)"}}"# }
                return #""profiles":{"data":[\#(rows.joined(separator: ","))]}"#
            }
            let path = "/api/profile-suppression-bulk-create-jobs"
            let lifting = "/api/profile-suppression-bulk-delete-jobs"
            let job = try await shop.post(path, body("create", emails("a@example.com", "b@example.com")))
            #expect(job.status == 202, "\(job.text)")
            let done = try await shop.completed(path + "/" + job.id)
            #expect(done.attributes?["completed_count"]?.int == 2 && done.attributes?["skipped_count"]?.int == 0)
            #expect(try await shop.marketing("a@example.com")?["suppression"]?[0]?["reason"]?.string == "USER_SUPPRESSED")
            let found = "/api/profiles?filter=equals(subscriptions.email.marketing.suppression.reason,\"USER_SUPPRESSED\")"
            #expect(try await shop.get(found).ids.count == 2)
            #expect(
                try await shop.get(found + ",less-than(subscriptions.email.marketing.suppression.timestamp,2020-01-01T00:00:00Z)").ids == []
            )

            let lifted = try await shop.post(lifting, body("delete", emails("a@example.com", "nobody@example.com")))
            let end = try await shop.completed(lifting + "/" + lifted.id)
            #expect(end.attributes?["completed_count"]?.int == 1 && end.attributes?["skipped_count"]?.int == 1)
            #expect(try await shop.marketing("a@example.com")?["suppression"]?.count == 0)

            let list = try await shop.list("All")
            let people = shop.shop.read { population in (0..<population.profileCount).map { ProfileNumber(UInt32($0)) } }
            try await shop.shop.write { (intake) throws(IntakeError) in
                for person in people { intake.membership(person, in: list, isMember: true) }
            }
            let id = shop.shop.ids.id(list)
            let whole = try await shop.post(path, body("create", "", list: id))
            #expect(try await shop.completed(path + "/" + whole.id).attributes?["completed_count"]?.int == 2)
            #expect(try await shop.get(path + "?filter=equals(list_id,\"\(id)\")").ids == [whole.id])
            #expect(try await shop.get(path + "?sort=-created").ids == [whole.id, job.id])
            #expect(try await shop.post(path, body("create", "")).status == 400)
            #expect(try await shop.post(path, body("create", "", list: "ZZZZZZ")).status == 404)
            #expect(try await shop.post(path, body("create", emails("no"))).status == 400)
        }
    }

    @Test func subscribingLiftsAComplaintButNoBounce() async throws {
        try await TestShop.run { shop in
            func found(_ changes: ConsentFact.Change..., for email: String) async throws {
                try await shop.shop.write { (intake) throws(IntakeError) in
                    var identities = Identities()
                    identities[.email] = email
                    let profile = try intake.profile(identities).number
                    for change in changes {
                        intake.consent(
                            ConsentFact(profile: profile, channel: .email, change: change, seconds: intake.nowSeconds - 60, proof: []))
                    }
                }
            }
            func reasons(_ email: String) async throws -> [String] {
                try await shop.marketing(email)?["suppression"]?.elements.compactMap { $0["reason"]?.string } ?? []
            }
            try await found(.spamComplaint, .suppressed, for: "a@example.com")
            try await found(.spamComplaint, .hardBounced, for: "b@example.com")
            let lifting = "/api/profile-suppression-bulk-delete-jobs"
            let rows = ["a", "b"].map { #"{"type":"profile","attributes":{"email":"\#($0)@example.com"}}"# }.joined(separator: ",")
            let job = try await shop.post(
                lifting,
                #"{"data":{"type":"profile-suppression-bulk-delete-job","attributes":{"profiles":{"data":[\#(rows)]}}}}"#)
            _ = try await shop.completed(lifting + "/" + job.id)
            #expect(try await reasons("a@example.com") == ["SPAM_COMPLAINT"])
            let people = ["a", "b"].map { Self.row(#""email":"\#($0)@example.com""#) }
            let old = ["a", "b"].map {
                Self.row(#""email":"\#($0)@example.com""#, "email", isEnd: false, #","consented_at":"2023-05-06T07:08:09Z""#)
            }
            #expect(try await shop.post(Self.path, Self.body(old, #","historical_import":true"#)).status == 202)
            try await eventually { try await shop.marketing("b@example.com")?["consent"]?.string == "SUBSCRIBED" }
            #expect(try await reasons("a@example.com") == ["SPAM_COMPLAINT"])
            #expect(try await shop.post(Self.path, Self.body(people)).status == 202)
            try await eventually { try await reasons("b@example.com") == ["HARD_BOUNCE"] }
            #expect(try await reasons("a@example.com") == [])
            #expect(try await shop.marketing("a@example.com")?["can_receive_email_marketing"]?.bool == true)
            #expect(try await shop.marketing("b@example.com")?["can_receive_email_marketing"]?.bool == false)
        }
    }

    @Test func anErasedPersonIsGone() async throws {
        try await TestShop.run { shop in
            func body(_ profile: String) -> String {
                #"{"data":{"type":"data-privacy-deletion-job","attributes":{"profile":{"data":{"type":"profile",\#(profile)}}}}}"#
            }
            let path = "/api/data-privacy-deletion-jobs"
            let id = try await shop.profile(#""email":"a@example.com","phone_number":"+33612345678""#)
            for wrong in [
                #""attributes":{}"#, #""attributes":{"email":"a@example.com","phone_number":"+33612345678"}"#,
                #""id":"\#(id)","attributes":{"email":"a@example.com"}"#,
            ] {
                #expect(try await shop.post(path, body(wrong)).status == 400)
            }
            #expect(try await shop.post(path, body(#""id":"\#(String(repeating: "Z", count: 26))""#)).status == 404)
            #expect(try await shop.post(path, body(#""attributes":{"email":"nobody@example.com"}"#)).status == 202)
            #expect(try await shop.post(path, body(#""attributes":{"email":"A@example.com"}"#)).status == 202)
            try await eventually { try await shop.get("/api/profiles/\(id)").status == 404 }
            #expect(try await shop.get("/api/profiles").ids == [])
            #expect(try await shop.profile(#""email":"a@example.com""#) != id)
        }
    }
}
