import HTTPTypes
import JSON

/// The OpenAPI description of the interface, put together from the routes.
struct OpenAPIDocument: Sendable {
    let bytes: [UInt8]

    init(routes: [Route], version: String) {
        var json = JSONWriter(capacity: 65_536)
        json.beginObject()
        json.member("openapi", "3.0.2")
        json.object("info") { json in
            json.member("title", "Perennial")
            json.member("version", version)
            json.member(
                "description", "Customer value for shops. Paths under /api and /client speak Klaviyo's public interface, of any revision.")
        }
        json.object("paths") { json in
            var places: [String: [Route]] = [:]
            for route in routes where !route.isHidden { places[route.path, default: []].append(route) }
            for path in places.keys.sorted() {
                json.object(path) { json in
                    for route in places[path] ?? [] {
                        json.object(route.method.rawValue.lowercased()) { Self.operation(route, &$0) }
                    }
                }
            }
        }
        json.object("components") { json in
            json.object("responses") { json in
                Self.errorResponse("ClientError", "Something about the request is wrong.", &json)
                Self.errorResponse("ServerError", "Something went wrong in the server.", &json)
            }
            json.object("securitySchemes") { json in
                json.object("Klaviyo-API-Key") { json in
                    json.member("type", "apiKey")
                    json.member("in", "header")
                    json.member("name", "Authorization")
                    json.member("description", "`Klaviyo-API-Key` and the key's secret.")
                }
            }
        }
        json.endObject()
        bytes = json.bytes
    }

    private static func operation(_ route: Route, _ json: inout JSONWriter) {
        json.member("operationId", operationID(route))
        json.member("summary", route.summary)
        json.array("tags") { $0.string(tag(route)) }
        if case .key = route.access {
            json.array("security") { $0.object { $0.array("Klaviyo-API-Key") { _ in } } }
            json.array("x-klaviyo-scopes") { json in for scope in route.access.scopes { json.string(scope.rawValue) } }
        } else {
            json.array("security") { _ in }
        }
        if route.rate != .none {
            json.object("x-klaviyo-ratelimit") { json in
                json.member("burst", "\(route.rate.burst)/s")
                json.member("steady", "\(route.rate.steady)/m")
            }
        }
        json.array("parameters") { parameters(route, &$0) }
        switch route.body {
        case .none: break
        case .json(let schema, _):
            json.object("requestBody") { json in
                json.member("required", true)
                json.object("content") { $0.object(MediaType.jsonAPI) { $0.object("schema") { schema.write(to: &$0) } } }
            }
        case .bytes:
            json.object("requestBody") { json in
                json.object("content") { $0.object("application/octet-stream") { _ in } }
            }
        }
        json.object("responses") { json in
            for answer in route.answers { response(answer, &json) }
            json.object("4XX") { $0.member("$ref", "#/components/responses/ClientError") }
            json.object("5XX") { $0.member("$ref", "#/components/responses/ServerError") }
        }
    }

    /// "Get Profiles" becomes "get_profiles", as Klaviyo's document has it.
    private static func operationID(_ route: Route) -> String {
        route.summary.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    }

    /// "/api/profile-import" belongs to "profile-import".
    private static func tag(_ route: Route) -> String {
        let segments = route.path.split(separator: "/")
        return String(segments.first { $0 != "api" && $0 != "client" && $0 != "perennial" } ?? "server")
    }

    private static func parameters(_ route: Route, _ json: inout JSONWriter) {
        for segment in route.path.split(separator: "/") where segment.hasPrefix("{") {
            parameter(String(segment.dropFirst().dropLast()), "path", .text, isRequired: true, &json)
        }
        if route.access != .open {
            parameter("revision", "header", .string(format: nil, longest: 31), description: "Any day: 2026-07-15.", &json)
        }
        let query = route.query
        for (type, names) in query.fields.sorted(by: { $0.key < $1.key }) {
            parameter("fields[\(type)]", "query", .array(of: .oneOf(names)), &json)
        }
        for (type, names) in query.additionalFields.sorted(by: { $0.key < $1.key }) {
            parameter("additional-fields[\(type)]", "query", .array(of: .oneOf(names)), &json)
        }
        if !query.include.isEmpty { parameter("include", "query", .array(of: .oneOf(query.include)), &json) }
        if let filter = query.filter {
            parameter(
                "filter", "query", .string(longest: FilterRules.longest),
                description: "Allowed field(s)/operator(s):<br>" + filter.description,
                isRequired: filter.isRequired, &json)
        }
        if !query.sort.isEmpty { parameter("sort", "query", .oneOf(query.sort.flatMap { [$0, "-" + $0] }), &json) }
        if let page = query.page {
            parameter(
                "page[size]", "query", .integer(least: 1, most: page.most),
                description: "Default: \(page.standard). Min: 1. Max: \(page.most).", &json)
        }
        if query.page != nil || query.takesCursor { parameter("page[cursor]", "query", .text, &json) }
        for own in query.parameters {
            parameter(own.name, "query", own.schema, description: own.description, isRequired: own.isRequired, &json)
        }
    }

    private static func parameter(
        _ name: String, _ place: String, _ schema: Schema, description: String = "", isRequired: Bool = false, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.member("name", name)
            json.member("in", place)
            if !description.isEmpty { json.member("description", description) }
            json.member("required", isRequired)
            json.object("schema") { schema.write(to: &$0) }
            if case .array = schema { json.member("explode", false) }
        }
    }

    private static func response(_ answer: Route.Answer, _ json: inout JSONWriter) {
        switch answer {
        case .empty(let status): json.object(String(status.code)) { $0.member("description", "Success") }
        case .document(let status, let resource): content(status, MediaType.jsonAPI, .document(.nullable(answered(resource))), &json)
        case .collection(let resource):
            let links = Schema.object([
                .init("self", .text, isRequired: true), .init("next", .nullable(.text)), .init("prev", .nullable(.text)),
            ])
            let whole = Schema.object([.init("data", .array(of: answered(resource)), isRequired: true), .init("links", links)])
            content(.ok, MediaType.jsonAPI, whole, &json)
        case .json(let status, let schema): content(status, MediaType.json, schema, &json)
        case .other(let status, let mediaType): content(status, mediaType, nil, &json)
        }
    }

    /// A resource as answers have it: attributes that were not asked for are left out.
    private static func answered(_ resource: Schema) -> Schema {
        guard case .object(let properties) = resource else { return resource }
        return .object(
            properties.map { property in
                guard property.name == "attributes", case .object(let attributes) = property.schema else { return property }
                return .init("attributes", .object(attributes.map { .init($0.name, $0.schema) }), isRequired: property.isRequired)
            })
    }

    private static func content(_ status: HTTPResponse.Status, _ mediaType: String, _ schema: Schema?, _ json: inout JSONWriter) {
        json.object(String(status.code)) { json in
            json.member("description", status.kind == .successful ? "Success" : status.reasonPhrase)
            json.object("content") { json in
                json.object(mediaType) { json in
                    if let schema { json.object("schema") { schema.write(to: &$0) } }
                }
            }
        }
    }

    private static func errorResponse(_ name: String, _ description: String, _ json: inout JSONWriter) {
        let source = Schema.object([.init("pointer", .text), .init("parameter", .text)])
        let error = Schema.object([
            .init("id", .text, isRequired: true), .init("code", .text, isRequired: true), .init("title", .text, isRequired: true),
            .init("detail", .text, isRequired: true), .init("source", source),
        ])
        json.object(name) { json in
            json.member("description", description)
            json.object("content") { json in
                json.object(MediaType.jsonAPI) { json in
                    json.object("schema") { Schema.object([.init("errors", .array(of: error), isRequired: true)]).write(to: &$0) }
                }
            }
        }
    }
}
