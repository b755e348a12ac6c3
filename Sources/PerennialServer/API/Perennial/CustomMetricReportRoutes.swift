import Facts
import HTTPTypes
import JSON
import Population
import Shop

/// GET /api/perennial/custom-metrics/{id}/report: what a custom metric counts, what looks odd about it, and what goes by it.
struct CustomMetricReportRoutes: RouteGroup {
    let shop: Shop

    private static let schema = Schema.resource(
        "custom-metric-report", id: true,
        attributes: [
            .init("name", .text), .init("events", .integer(least: 0)), .init("profiles", .integer(least: 0)),
            .init("amounts", .array(of: .anyObject)), .init("groups", .array(of: .anyObject)),
            .init("warnings", .array(of: .object([.init("pointer", .text), .init("detail", .text)]))),
            .init("used_by", .array(of: .object([.init("type", .text), .init("id", .text), .init("name", .text)]))),
        ])

    var routes: [Route] {
        [
            Route(
                .get, "/api/perennial/custom-metrics/{id}/report", "Get Report for Custom Metric",
                access: .key(.perennialRead, and: [.metricsRead]), rate: .small,
                query: QueryRules(fields: ["custom-metric-report": ["id"] + CustomMetricReport.Part.allCases.map(\.rawValue)]),
                answers: [.document(.ok, Self.schema)],
                handler: one)
        ]
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        guard let report = try shop.report(on: try shop.customMetric(id).number) else { throw APIError.notFound("custom metric", id: id) }
        return request.document { document in
            document.one { resources in
                resources.resource("custom-metric-report", id: id, path: "/api/perennial/custom-metrics/\(id)/report") { resource in
                    resource.attributes { attributes in
                        for part in CustomMetricReport.Part.allCases { attributes.value(part.rawValue) { report.write(part, to: &$0) } }
                    }
                }
            }
        }
    }
}
