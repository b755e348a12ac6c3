import JSON
import Testing

@testable import PerennialServer

/// Links of resources lead to something that answers.
@Suite(.serialized) struct LinkTests {
    private static func links(in value: JSONValue, _ found: inout Set<String>) {
        for (name, member) in value.members {
            if name == "links" {
                for (_, link) in member.members { if let text = link.string { found.insert(text) } }
            } else {
                links(in: member, &found)
            }
        }
        for element in value.elements { links(in: element, &found) }
    }

    @Test func everyLinkAnswers() async throws {
        try await TestShop.run { shop in
            let id = try await shop.profile(#""email":"a@example.com""#)
            _ = try await shop.list("News")
            let order = MoneyDoorTests.event("Placed Order", "a@example.com", #""unique_id":"1","value":5,"value_currency":"EUR""#)
            #expect(try await shop.post("/api/events", order).status == 202)
            let refit = #"{"data":{"type":"refit"}}"#
            #expect(try await shop.post("/api/perennial/refits", refit).status == 202)
            var found: Set<String> = []
            for path in [
                "/api/profiles", "/api/events", "/api/lists", "/api/metrics", "/api/mapped-metrics", "/api/tag-groups", "/api/tags",
                "/api/accounts", "/api/perennial/profiles/\(id)/predictions", "/api/perennial/profiles/\(id)/prediction-history",
                "/api/perennial/models", "/api/perennial/refits", "/api/perennial/eligibility", "/api/perennial/drift",
                "/api/perennial/intake-health", "/api/perennial/refusals", "/api/perennial/settings", "/api/perennial/settings/history",
                "/api/perennial/audit", "/api/perennial/rfm", "/api/perennial/rfm-report", "/api/perennial/profiles/\(id)/rfm",
                "/api/perennial/profiles/\(id)/rfm-history",
            ] {
                let reply = try await shop.get(path)
                #expect(reply.status == 200, "\(path): \(reply.text)")
                if let root = reply.root { Self.links(in: root, &found) }
            }
            #expect(found.contains { $0.hasSuffix("/api/profiles/\(id)") })
            for link in found.sorted() {
                let path = try #require(link.firstRange(of: "/api/").map { String(link[$0.lowerBound...]) })
                #expect(try await shop.get(path).status == 200, "\(path)")
            }
        }
    }
}
