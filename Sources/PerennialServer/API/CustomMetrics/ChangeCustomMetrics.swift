import Facts
import HTTPTypes
import JSON
import Population
import Segments
import Shop

/// POST, PATCH and DELETE of custom metrics.
struct ChangeCustomMetrics: RouteGroup {
    let shop: Shop

    private static let query = QueryRules(fields: ["custom-metric": CustomMetricResource.fields])
    private static let name = Schema.string(longest: Shop.longestCustomMetricName, shortest: 1)
    /// Twenty groups with ten filters of some hundreds of values each.
    static let mostBytes = 1_000_000

    var routes: [Route] {
        let new: [Schema.Property] = [.init("name", Self.name, isRequired: true), .init("definition", .anyObject, isRequired: true)]
        let changed: [Schema.Property] = [.init("name", .nullable(Self.name)), .init("definition", .nullable(.anyObject))]
        return [
            Route(
                .post, "/api/custom-metrics", "Create Custom Metric", access: .key(.metricsWrite), rate: .extraSmall, query: Self.query,
                body: .json(.document(.resource("custom-metric", attributes: new)), mostBytes: Self.mostBytes),
                answers: [.document(.created, CustomMetricResource.schema)], handler: create),
            Route(
                .patch, "/api/custom-metrics/{id}", "Update Custom Metric", access: .key(.metricsWrite), rate: .extraSmall,
                query: Self.query,
                body: .json(.document(.resource("custom-metric", id: true, attributes: changed)), mostBytes: Self.mostBytes),
                answers: [.document(.ok, CustomMetricResource.schema)], handler: update),
            Route(
                .delete, "/api/custom-metrics/{id}", "Delete Custom Metric", access: .key(.metricsWrite), rate: .small,
                answers: [.empty(.noContent)], handler: delete),
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "custom-metric")
        body.attributes.allow(only: ["name", "definition"])
        let name = body.attributes.string("name", isRequired: true, longest: Shop.longestCustomMetricName, shortest: 1)
        let definition = body.attributes.object("definition", isRequired: true)
        try body.check()
        guard let name, let definition else { throw APIError.invalid("A name and a definition are needed.", pointer: "/data/attributes") }
        let read = try shop.customMetricDefinition(definition, of: nil)
        let number = try await asAnswer { () throws(IntakeError) in try await shop.makeCustomMetric(named: name, read, by: request.who) }
        return try answer(.created, shop.ids.id(number), request)
    }

    private func update(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let number = try shop.customMetric(id).number
        let body = try await request.resource(type: "custom-metric", id: id)
        body.attributes.allow(only: ["name", "definition"])
        let name = body.attributes.string("name", longest: Shop.longestCustomMetricName, shortest: 1)
        let definition = body.attributes.object("definition")
        try body.check()
        let read = try definition.map { definition throws(APIError) in try shop.customMetricDefinition(definition, of: number) }
        _ = try await asAnswer { () throws(IntakeError) in try await shop.changeCustomMetric(number, name: name, read, by: request.who) }
        return try answer(.ok, id, request)
    }

    private func delete(_ request: APIRequest) async throws -> APIResponse {
        let number = try shop.customMetric(request.parameters["id"]).number
        try await asAnswer { () throws(IntakeError) in try await shop.deleteCustomMetric(number, by: request.who) }
        return .empty
    }

    private func asAnswer<Result>(_ body: () async throws(IntakeError) -> Result) async throws(APIError) -> Result {
        do throws(IntakeError) { return try await body() } catch { throw APIError(error, ids: shop.ids) }
    }

    private func answer(_ status: HTTPResponse.Status, _ id: String, _ request: APIRequest) throws -> APIResponse {
        let entry = try shop.customMetric(id)
        let warnings = try shop.oddProperties(of: entry.definition)
        return request.document(status) { document in
            document.one { $0.customMetric(entry, shop.ids) }
            for warning in warnings { document.warn("/data/attributes/definition\(warning.pointer)", warning.detail) }
        }
    }
}

extension Shop {
    /// Reads the definition of a custom metric; what is wrong with it is said with its place in the request.
    func customMetricDefinition(_ body: BodyReader, of own: CustomMetricNumber?) throws(APIError) -> CustomMetricDefinition {
        do throws(SegmentFaults) {
            return try checked(CustomMetricDefinition(body.value), of: own)
        } catch {
            throw APIError(error, in: body.pointer)
        }
    }
}
