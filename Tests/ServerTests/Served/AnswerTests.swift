import Foundation
import JSON
import Testing

@testable import PerennialServer

/// What the server answers, over real sockets.
@Suite struct AnswerTests {
    /// An answer that is an error in JSON:API, with a status and a code.
    private func expectError(
        _ answer: Answer, _ status: Int, _ code: String, at place: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(answer.status == status, "\(answer.text)", sourceLocation: sourceLocation)
        #expect(answer.headers["content-type"] == "application/vnd.api+json", sourceLocation: sourceLocation)
        let error = try #require(try JSONDocument(answer.body).root["errors"]?[0], sourceLocation: sourceLocation)
        #expect(error["code"]?.string == code, sourceLocation: sourceLocation)
        #expect(error["status"]?.int == Int64(status), sourceLocation: sourceLocation)
        #expect(error["id"]?.string == answer.headers["x-request-id"], sourceLocation: sourceLocation)
        #expect(error["title"]?.string?.isEmpty == false, sourceLocation: sourceLocation)
        #expect(error["detail"]?.string?.isEmpty == false, sourceLocation: sourceLocation)
        if let place {
            let source = error["source"]
            #expect((source?["pointer"] ?? source?["parameter"])?.string == place, sourceLocation: sourceLocation)
        }
    }

    @Test func aCollectionHasLinksThatLeadToItsEnd() async throws {
        try await TestServer.run { server in
            var target = "/api/things?page%5Bsize%5D=2&sort=name"
            var names: [String] = []
            var pages = 0
            while pages < 10 {
                let answer = try await server.request("GET", target, key: TestServer.readKey)
                #expect(answer.status == 200, "\(answer.text)")
                pages += 1
                let root = try JSONDocument(answer.body).root
                for thing in try #require(root["data"]).elements { names.append(thing["attributes"]?["name"]?.string ?? "?") }
                guard let next = root["links"]?["next"]?.string else { break }
                #expect(next.hasPrefix("http://shop.example:\(server.port)/api/things?"))
                // A client may follow the link, or send all of it as the cursor, as the official one does with http links.
                let whole = "/api/things?page%5Bsize%5D=2&sort=name&page%5Bcursor%5D=" + PercentCoding.encode(next)
                target = pages == 1 ? String(next.dropFirst("http://shop.example:\(server.port)".count)) : whole
            }
            #expect(names == (0..<5).map { "Thing \($0)" })
            #expect(pages == 3)
        }
    }

    @Test func onlyFieldsThatWereAskedForAreWritten() async throws {
        try await TestServer.run { server in
            let answer = try await server.request("GET", "/api/things?fields[thing]=place.city&include=owner", key: TestServer.readKey)
            let root = try JSONDocument(answer.body).root
            let first = try #require(root["data"]?[0])
            #expect(first["attributes"]?["name"] == nil)
            #expect(first["attributes"]?["place"]?["city"]?.string == "Łódź")
            #expect(first["attributes"]?["place"]?["zip"] == nil)
            #expect(first["relationships"]?["owner"]?["data"]?["id"]?.string == "p1")
            #expect(root["included"]?[0]?["id"]?.string == "p1")
        }
    }

    @Test func whatIsNotThereOrNotAllowedIsSaidInShape() async throws {
        try await TestServer.run { server in
            try expectError(await server.request("GET", "/api/nothing"), 404, "not_found")
            try expectError(await server.request("GET", "/api/things/t1"), 404, "not_found")
            try expectError(await server.request("GET", "/api/things", key: nil), 401, "not_authenticated")
            try expectError(await server.request("GET", "/api/things", key: "pk_other"), 401, "not_authenticated")
            try expectError(await server.request("POST", "/api/things", key: TestServer.readKey, body: "{}"), 403, "permission_denied")
            let wrong = try await server.request("PUT", "/api/things")
            try expectError(wrong, 405, "method_not_allowed")
            #expect(wrong.headers["allow"] == "GET, POST, HEAD")
            try expectError(await server.request("GET", "/api/things?filter=equals(nam,'x')"), 400, "invalid", at: "filter")
            try expectError(await server.request("GET", "/api/things?colour=red"), 400, "invalid", at: "colour")
            try expectError(await server.request("GET", "/api/things?sort=size"), 400, "invalid", at: "sort")
            try expectError(await server.request("GET", "/api/things?page[size]=101"), 400, "invalid", at: "page[size]")
            try expectError(await server.request("GET", "/api/things?page[cursor]=abc"), 400, "invalid", at: "page[cursor]")
            try expectError(await server.request("GET", "/api/things?x=%zz"), 400, "invalid", at: "x")
            try expectError(await server.request("GET", "/api/things", headers: ["revision: yesterday"]), 400, "invalid", at: "revision")
            #expect(try await server.request("GET", "/api/things", headers: ["revision: 2019-01-01.pre"]).status == 200)
            #expect(try await server.request("GET", "/api/things/", headers: ["revision: 2026-10-15"]).status == 200)
        }
    }

    @Test func bodiesAreCheckedWithPointers() async throws {
        try await TestServer.run { server in
            func post(_ body: String, type: String? = "application/json") async throws -> Answer {
                try await server.request("POST", "/api/things", body: body, type: type)
            }
            var options = ServerOptions()
            options.limitsRates = false
            #expect(try await post(#"{"data":{"type":"thing","attributes":{"name":"A"}}}"#).status == 201)
            try expectError(await post("{}", type: "text/plain"), 415, "unsupported_media_type")
            try expectError(await post("{}", type: nil), 415, "unsupported_media_type")
        }
        var options = ServerOptions()
        options.limitsRates = false
        try await TestServer.run(options) { server in
            func post(_ body: String) async throws -> Answer { try await server.request("POST", "/api/things", body: body) }
            try expectError(await post("{"), 400, "invalid", at: "/data")
            try expectError(await post(""), 400, "invalid", at: "/data")
            try expectError(await post("[]"), 400, "invalid")
            try expectError(await post("{}"), 400, "invalid", at: "/data")
            try expectError(await post(#"{"data":{"type":"list","attributes":{"name":"A"}}}"#), 400, "invalid", at: "/data/type")
            try expectError(await post(#"{"data":{"type":"thing","attributes":{}}}"#), 400, "invalid", at: "/data/attributes/name")
            let several = try await post(#"{"data":{"type":"thing","attributes":{"name":7,"size":1.5,"email":"no","at":"soon","a/b":1}}}"#)
            #expect(several.status == 400)
            let errors = try #require(try JSONDocument(several.body).root["errors"])
            #expect(
                errors.elements.compactMap { $0["source"]?["pointer"]?.string } == [
                    "/data/attributes/a~1b", "/data/attributes/name", "/data/attributes/size", "/data/attributes/email",
                    "/data/attributes/at",
                ])
            let large = #"{"data":{"type":"thing","attributes":{"name":""# + String(repeating: "a", count: 2_000) + #""}}}"#
            try expectError(await post(large), 413, "payload_too_large")
            try expectError(await post(String(repeating: "[", count: 900)), 400, "invalid", at: "/data")
        }
    }

    @Test func aFaultInsideShowsNothingOfIt() async throws {
        try await TestServer.run { server in
            let answer = try await server.request("GET", "/api/fails", headers: ["X-Request-Id: abc-123"])
            try expectError(answer, 500, "error")
            #expect(answer.headers["x-request-id"] == "abc-123")
            #expect(!answer.text.contains("swordfish"))
            #expect(server.log.text.contains("swordfish"))
            #expect(server.log.text.contains("abc-123"))
            let strange = try await server.request("GET", "/api/fails", headers: ["X-Request-Id: a b<script>"])
            #expect(strange.headers["x-request-id"]?.count == 16)
        }
    }

    @Test func ratesAreLimitedByKey() async throws {
        // All in one second, however long they take.
        let clock = ServerClock(now: ServerClock.system.now, uptimeInNanoseconds: { 1_000_000_000_000 })
        try await TestServer.run(clock: clock) { server in
            var statuses: [Int] = []
            var last: Answer?
            for _ in 0..<12 {
                let answer = try await server.request("POST", "/api/things", body: #"{"data":{"type":"thing","attributes":{"name":"A"}}}"#)
                statuses.append(answer.status)
                if answer.status == 429 { last = answer }
            }
            #expect(statuses.first == 201)
            let throttled = try #require(last)
            try expectError(throttled, 429, "throttled")
            #expect(throttled.headers["retry-after"] == "1")
            #expect(throttled.headers["ratelimit-limit"] == nil)
            let other = try await server.request("GET", "/api/things")
            #expect(other.headers["ratelimit-limit"] == "750")
            #expect(other.headers["ratelimit-remaining"] == "749")
        }
    }

    @Test func headAndOptionsAnswerAndBrowsersMayCallTheClientPaths() async throws {
        try await TestServer.run { server in
            let get = try await server.request("GET", "/api/things")
            let head = try await server.request("HEAD", "/api/things")
            #expect(head.status == 200)
            #expect(head.headers["content-length"] == get.headers["content-length"])
            let options = try await server.request("OPTIONS", "/api/things", key: nil)
            #expect(options.status == 204)
            #expect(options.headers["access-control-allow-origin"] == nil)
            let preflight = try await server.request("OPTIONS", "/client/things", key: nil)
            #expect(preflight.headers["access-control-allow-origin"] == "*")
            #expect(preflight.headers["access-control-allow-methods"]?.contains("POST") == true)
            let good = try await server.request("POST", "/client/things?company_id=SHOP42", key: nil, body: "{}")
            #expect(good.status == 202)
            #expect(good.headers["access-control-allow-origin"] == "*")
            try expectError(
                await server.request("POST", "/client/things?company_id=OTHER", key: nil, body: "{}"), 400, "invalid", at: "company_id")
            try expectError(await server.request("POST", "/client/things", key: nil, body: "{}"), 400, "invalid", at: "company_id")
        }
    }

    @Test func pagesComeWithTheirHeaders() async throws {
        try await TestServer.run { server in
            let page = try await server.request("GET", "/page?anything=goes", key: nil)
            #expect(page.status == 200)
            #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            #expect(page.headers["x-content-type-options"] == "nosniff")
        }
    }

    @Test func peopleAreToldOfErrorsOnPagesAndProgramsInJSON() async throws {
        try await TestServer.run { server in
            let page = try await server.request("GET", "/nowhere", key: nil, headers: ["Accept: text/html,*/*"])
            #expect(page.status == 404)
            #expect(page.text.hasPrefix("<p>404 "))
            #expect(page.headers["content-security-policy"] != nil)
            try expectError(await server.request("GET", "/nowhere", key: nil), 404, "not_found")
            try expectError(await server.request("GET", "/api/fails", headers: ["Accept: text/html"]), 500, "error")
        }
    }

    @Test func aProxyIsBelievedOnlyWhenToldTo() async throws {
        let forged = ["X-Forwarded-Proto: https"]
        try await TestServer.run { server in
            let answer = try await server.request("GET", "/api/things", headers: forged)
            #expect(answer.text.contains("\"http://shop.example:"))
        }
        var options = ServerOptions()
        options.trustsProxy = true
        try await TestServer.run(options) { server in
            let answer = try await server.request("GET", "/api/things", headers: forged)
            #expect(answer.text.contains("\"https://shop.example:"))
        }
        options.publicURL = "https://value.example"
        try await TestServer.run(options) { server in
            let answer = try await server.request("GET", "/api/things", headers: ["Host: evil.example"])
            #expect(answer.text.contains("\"self\":\"https://value.example/api/things\""))
        }
    }

    @Test func theLogHasTemplatesAndNoPeople() async throws {
        try await TestServer.run { server in
            _ = try await server.request("GET", "/api/things/ada@example.com?x=bob@example.com")
            _ = try await server.request("GET", "/api/things?filter=equals(name,'carol@example.com')")
            #expect(server.log.text.contains("/api/things/{id}"))
            #expect(!server.log.text.contains("@example.com"))
            #expect(!server.log.text.contains(TestServer.fullKey))
        }
    }
}
