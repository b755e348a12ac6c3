import JSON
import Testing

@testable import PerennialServer

@Suite struct OperationsTests {
    @Test func healthAndReadinessAreAnswered() async throws {
        try await TestServer.run { server in
            let health = try await server.request("GET", "/health", key: nil)
            #expect(health.status == 200)
            #expect(health.text == #"{"status":"ok"}"#)
            let ready = try await server.request("GET", "/ready", key: nil)
            #expect(ready.text == #"{"status":"ready","reasons":[]}"#)
        }
        try await TestServer.run(reasonsNotReady: { ["the journal cannot be written"] }) { server in
            let ready = try await server.request("GET", "/ready", key: nil)
            #expect(ready.status == 503)
            #expect(ready.text.contains("the journal cannot be written"))
        }
    }

    @Test func metricsHaveTemplatesAsLabelsAndNeverAPath() async throws {
        try await TestServer.run { server in
            _ = try await server.request("GET", "/api/things/ada@example.com?x=1")
            _ = try await server.request("GET", "/api/made/up/by-somebody")
            _ = try await server.request("GET", "/api/things")
            let metrics = try await server.request("GET", "/metrics", key: nil)
            #expect(metrics.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
            #expect(metrics.text.contains(#"http_requests_total{route="/api/things",method="GET",status="200"} 1"#))
            #expect(metrics.text.contains(#"http_requests_total{route="/api/things/{id}",method="GET",status="400"} 1"#))
            #expect(metrics.text.contains(#"http_requests_total{route="none",method="any",status="404"} 1"#))
            #expect(!metrics.text.contains("somebody"))
            #expect(!metrics.text.contains("ada"))
            #expect(metrics.text.contains("process_resident_memory_bytes "))
            // Every line is a comment, or a name, labels and a number.
            for line in metrics.text.split(separator: "\n") where !line.hasPrefix("#") {
                #expect(Double(line.split(separator: " ").last ?? "") != nil, "\(line)")
            }
        }
    }

    @Test func theDescriptionIsPutTogetherFromTheRoutes() async throws {
        try await TestServer.run { server in
            let answer = try await server.request("GET", "/openapi.json", key: nil)
            let root = try JSONDocument(answer.body).root
            let list = root["paths"]?["/api/things"]?["get"]
            #expect(list?["operationId"]?.string == "get_things")
            #expect(list?["x-klaviyo-scopes"]?[0]?.string == "lists:read")
            let names = list?["parameters"]?.elements.compactMap { $0["name"]?.string } ?? []
            #expect(names == ["revision", "fields[thing]", "include", "filter", "sort", "page[size]", "page[cursor]"])
            let body = root["paths"]?["/api/things"]?["post"]?["requestBody"]?["content"]?["application/vnd.api+json"]?["schema"]
            #expect(body?["properties"]?["data"]?["properties"]?["attributes"]?["properties"]?["size"]?["maximum"]?.int == 9)
            #expect(root["paths"]?["/api/things/{id}"]?["get"]?["parameters"]?[0]?["in"]?.string == "path")
            #expect(root["paths"]?["/page"] == nil)
            #expect(root["components"]?["responses"]?["ClientError"] != nil)
        }
    }
}
