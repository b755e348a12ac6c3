import HTTPTypes
import JSON

/// What those who run the server ask: is it alive, is it ready, how is it doing, what does it offer.
struct OperationsRoutes: RouteGroup {
    let health: Health
    let metrics: @Sendable () -> MetricsText
    let description: OpenAPIDocument

    var routes: [Route] {
        [
            Route(
                .get, "/health", "Get Health", access: .open,
                answers: [.json(.ok, .object([.init("status", .oneOf(["ok"]), isRequired: true)]))]
            ) { request in
                request.jsonAnswer { $0.object { $0.member("status", "ok") } }
            },
            Route(
                .get, "/ready", "Get Readiness", access: .open,
                answers: [.json(.ok, Self.readiness), .json(.serviceUnavailable, Self.readiness)], handler: ready),
            Route(.get, "/metrics", "Get Metrics", access: .open, answers: [.other(.ok, mediaType: "text/plain")]) { _ in
                APIResponse(.ok, text: metrics().text, mediaType: "text/plain; version=0.0.4; charset=utf-8")
            },
            Route(.get, "/openapi.json", "Get OpenAPI Document", access: .open, answers: [.json(.ok, .anyObject)]) { _ in
                APIResponse(.ok, bytes: description.bytes, mediaType: MediaType.json)
            },
        ]
    }

    private static let readiness = Schema.object([
        .init("status", .oneOf(["ready", "not_ready"]), isRequired: true),
        .init("reasons", .array(of: .text), isRequired: true),
    ])

    private func ready(_ request: APIRequest) -> APIResponse {
        let reasons = health.reasonsNotReady
        return request.jsonAnswer(reasons.isEmpty ? .ok : .serviceUnavailable) { json in
            json.object { json in
                json.member("status", reasons.isEmpty ? "ready" : "not_ready")
                json.array("reasons") { json in
                    for reason in reasons { json.string(reason) }
                }
            }
        }
    }
}
