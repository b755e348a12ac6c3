import Facts
import HTTPTypes
import Population
import Shop

/// GET /api/metrics and /api/metrics/{id}, and the flows that a metric starts (none yet).
struct ReadMetrics: RouteGroup {
    let shop: Shop

    /// Metrics on a page.
    private static let pageSize = 200

    var routes: [Route] {
        let fields = ["metric": MetricResource.fields, "flow": FlowFields.all]
        let flows = Route.Access.key(.metricsRead, and: [.flowsRead])
        var query = QueryRules(
            fields: fields, include: ["flow-triggers"],
            filter: FilterRules(.init("integration.name", .text, .equals), .init("integration.category", .text, .equals)))
        query.takesCursor = true
        return [
            Route(
                .get, "/api/metrics", "Get Metrics", access: .key(.metricsRead), rate: .medium, query: query,
                answers: [.collection(MetricResource.schema)], handler: all),
            Route(
                .get, "/api/metrics/{id}", "Get Metric", access: .key(.metricsRead), rate: .medium,
                query: QueryRules(fields: fields, include: ["flow-triggers"]), answers: [.document(.ok, MetricResource.schema)]
            ) { request in
                let metric = try shop.metric(request.parameters["id"])
                return request.document { document in
                    document.one { write(metric, request, to: &$0) }
                    if !request.query.include.isEmpty { document.included { _ in } }
                }
            },
            Route(
                .get, "/api/metrics/{id}/flow-triggers", "Get Flows Triggered by Metric", access: flows, rate: .medium,
                query: QueryRules(fields: ["flow": FlowFields.all]), answers: [.collection(.reference("flow"))]
            ) { request in
                _ = try shop.metric(request.parameters["id"])
                return request.nothing
            },
            Route(
                .get, "/api/metrics/{id}/relationships/flow-triggers", "Get IDs for Flows Triggered by Metric", access: flows,
                rate: .medium,
                answers: [.collection(.reference("flow"))]
            ) { request in
                _ = try shop.metric(request.parameters["id"])
                return request.nothing
            },
        ]
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let metrics = shop.read { $0.allMetrics }.filter { metric in
            request.query.filter?.matches { field in
                switch field {
                case "integration.name": .text(metric.integration)
                case "integration.category": .text(MetricResource.category(metric.integration))
                default: .none
                }
            } ?? true
        }
        let page = PageWalk(request.query, size: Self.pageSize).page(of: metrics) { [.number(Int64($0.number.value))] }
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for metric in page.items { write(metric, request, to: &resources) }
            }
            if !request.query.include.isEmpty { document.included { _ in } }
        }
    }

    private func write(_ metric: Metric, _ request: APIRequest, to resources: inout ResourceListWriter) {
        resources.metric(metric, shop.ids, flows: request.query.include.contains("flow-triggers") ? [] : nil)
    }
}
