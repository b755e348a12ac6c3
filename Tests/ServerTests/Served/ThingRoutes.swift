import Facts
import HTTPTypes
import JSON
import Synchronization

@testable import PerennialServer

/// Endpoints that exist only here, one of each kind.
struct ThingRoutes: RouteGroup {
    static let attributes: [Schema.Property] = [.init("name", .string(longest: 50)), .init("size", .integer(least: 0, most: 9))]

    var routes: [Route] {
        [
            Route(
                .get, "/api/things", "Get Things", access: .key(.listsRead), rate: .large,
                query: QueryRules(
                    fields: ["thing": ["name", "place", "place.city", "place.zip"]], include: ["owner"],
                    filter: FilterRules(.init("name", .text, .equals, .any), .init("created", .instant, .greaterThan)), sort: ["name"],
                    page: .init(standard: 2, most: 100)),
                answers: [.collection(.resource("thing", id: true, attributes: Self.attributes))], handler: list),
            Route(
                .get, "/api/things/{id}", "Get Thing", access: .key(.listsRead), rate: .large,
                answers: [.document(.ok, .resource("thing", id: true, attributes: Self.attributes))], handler: one),
            Route(
                .post, "/api/things", "Create Thing", access: .key(.listsWrite), rate: .small,
                body: .json(.document(.resource("thing", attributes: Self.attributes)), mostBytes: 1_000), answers: [.empty(.created)],
                handler: create),
            Route(.get, "/api/fails", "Fail", access: .open, answers: [.empty(.noContent)]) { _ in throw Secret() },
            Route(.get, "/api/slow", "Answer late", access: .open, answers: [.empty(.noContent)]) { _ in
                Self.begun.withLock { $0 += 1 }
                try await Task.sleep(for: .milliseconds(400))
                return .empty
            },
            Route(.get, "/api/endless", "Never answer", access: .open, answers: [.empty(.noContent)]) { _ in
                Self.begun.withLock { $0 += 1 }
                try await Task.sleep(for: .seconds(600))
                return .empty
            },
            Route(.get, "/api/patient", "Wait until nobody waits", access: .open, answers: [.empty(.noContent)]) { request in
                Self.begun.withLock { $0 += 1 }
                let connection = try await request.connection()
                for _ in 0..<3_000 where !connection.isOver { try await Task.sleep(for: .milliseconds(10)) }
                Self.left.withLock { $0.append(connection.isOver) }
                return .empty
            },
            Route(.get, "/api/large", "Answer much", access: .open, answers: [.other(.ok, mediaType: MediaType.text)]) { _ in
                APIResponse(.ok, bytes: [UInt8](repeating: 0x61, count: 8 << 20), mediaType: MediaType.text)
            },
            Route(
                .post, "/client/things", "Create Client Thing", access: .company, rate: .extraLarge,
                body: .json(.document(.resource("thing", attributes: Self.attributes))), answers: [.empty(.accepted)]
            ) { request in
                _ = try await request.json()
                return .status(.accepted)
            },
            Route(.get, "/page", "A page", access: .open, query: .anything, answers: [], isHidden: true) { _ in
                APIResponse(.ok, text: "<!doctype html><title>Page</title>", mediaType: MediaType.html)
            },
        ]
    }

    /// How many requests that take long have begun.
    static let begun = Mutex(0)

    /// Of each request to `/api/patient`, whether the client had gone.
    static let left = Mutex<[Bool]>([])

    struct Secret: Error, CustomStringConvertible {
        var description: String { "the password is swordfish" }
    }

    @Sendable func list(_ request: APIRequest) async throws -> APIResponse {
        let start = request.query.cursor?.number(0) ?? 0
        let end = start + Int64(request.query.pageSize)
        return request.document { document in
            let links = request.pageLinks(next: end < 5 ? Cursor(.number(end)) : nil)
            document.many(links) { resources in
                for number in start..<min(end, 5) {
                    resources.resource("thing", id: "t\(number)", path: "/api/things/t\(number)") { thing in
                        thing.attributes { attributes in
                            attributes.member("name", "Thing \(number)")
                            attributes.object("place") { place in
                                place.member("city", "Łódź")
                                place.member("zip", "90-001")
                            }
                        }
                        thing.relationship("owner", type: "profile", id: "p1")
                    }
                }
            }
            if request.query.include.contains("owner") {
                document.included { $0.resource("profile", id: "p1") { $0.attributes { $0.member("email", "a@example.com") } } }
            }
        }
    }

    @Sendable func one(_ request: APIRequest) async throws -> APIResponse {
        throw APIError.notFound("thing", id: request.parameters["id"])
    }

    @Sendable func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "thing")
        body.attributes.allow(only: ["name", "size", "email", "at"])
        _ = body.attributes.string("name", isRequired: true, longest: 50)
        _ = body.attributes.integer("size", in: 0...9)
        _ = body.attributes.string("email", format: .email)
        _ = body.attributes.instant("at")
        try body.check()
        return .status(.created)
    }
}
