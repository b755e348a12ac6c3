import Facts
import HTTPTypes
import JSON
import Population
import Shop

/// PATCH /api/mapped-metrics/{id}: another metric, or a custom metric, for a meaning. What events say of orders is read anew, customers are
/// counted again, and /api/perennial/order-changes tells what changed for whom.
struct ChooseMappedMetric: RouteGroup {
    let shop: Shop

    private static let body = Schema.document(
        .object([
            .init("type", .oneOf(["mapped-metric"]), isRequired: true),
            .init("id", .oneOf(MetricMapping.Meaning.allCases.map(\.rawValue)), isRequired: true),
            .init(
                "relationships",
                .object([
                    .init("metric", .document(.nullable(.reference("metric")))),
                    .init("custom-metric", .document(.nullable(.reference("custom-metric")))),
                ]), isRequired: true),
        ]))

    var routes: [Route] {
        [
            Route(
                .patch, "/api/mapped-metrics/{id}", "Update Mapped Metric", access: .key(.metricsWrite), rate: .extraSmall,
                query: QueryRules(fields: ["mapped-metric": ["id", "updated"]]), body: .json(Self.body),
                answers: [
                    .document(.ok, .resource("mapped-metric", id: true, attributes: [.init("updated", .string(format: .instant))]))
                ], handler: choose)
        ]
    }

    private func choose(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        guard let meaning = MetricMapping.Meaning(rawValue: id) else { throw APIError.notFound("mapped metric", id: id) }
        let body = try await request.resource(type: "mapped-metric", id: id, attributesRequired: false)
        let mapped = try shop.mapped(body)
        do throws(IntakeError) {
            try await shop.map(meaning, to: mapped, by: request.who)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        let now = shop.mapped(meaning)
        return request.document { document in document.one { now.write(to: &$0, shop.ids) } }
    }
}

extension Shop {
    /// A metric or a custom metric, exactly one; null for what has the meaning now takes it away, so that the usual metric has it again.
    func mapped(_ body: ResourceBody) throws -> Mapped {
        let relationships = body.data.object("relationships", isRequired: true)
        relationships?.allow(only: ["metric", "custom-metric"])
        let metric = body.relation("metric", type: "metric")
        let custom = body.relation("custom-metric", type: "custom-metric")
        // Klaviyo's SDK leaves out what is null, so that a relationship without data takes it away as well.
        let isCleared = ["metric", "custom-metric"].contains { name in
            relationships?.object(name).map { $0.given("data") == .null || $0.value.count == 0 } ?? false
        }
        if metric != nil, custom != nil {
            relationships?.fault("A meaning belongs to a metric or to a custom metric: name one of them.", at: "custom-metric")
        } else if metric == nil, custom == nil, !isCleared {
            relationships?.fault("Name a metric or a custom metric.")
        }
        try body.check()
        if let metric { return .metric(try self.metric(metric).number) }
        if let custom { return .custom(try customMetric(custom).number) }
        return .usual
    }
}
