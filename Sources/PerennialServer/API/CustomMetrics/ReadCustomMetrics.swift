import Facts
import HTTPTypes
import JSON
import Population
import Shop

/// GET of custom metrics, and of the metrics that they are made of.
struct ReadCustomMetrics: RouteGroup {
    let shop: Shop

    private static let fields = ["custom-metric": CustomMetricResource.fields, "metric": MetricResource.fields]

    var routes: [Route] {
        let access = Route.Access.key(.metricsRead)
        let query = QueryRules(fields: Self.fields, include: ["metrics"])
        return [
            Route(
                .get, "/api/custom-metrics", "Get Custom Metrics", access: access, rate: .small, query: query,
                answers: [.collection(CustomMetricResource.schema)]
            ) { request in
                let all = shop.definitions.customMetrics
                return request.document { document in
                    document.many(request.pageLinks()) { resources in for entry in all { write(entry, request, to: &resources) } }
                    include(all, request, in: &document)
                }
            },
            Route(
                .get, "/api/custom-metrics/{id}", "Get Custom Metric", access: access, rate: .small, query: query,
                answers: [.document(.ok, CustomMetricResource.schema)]
            ) { request in
                let entry = try shop.customMetric(request.parameters["id"])
                return request.document { document in
                    document.one { write(entry, request, to: &$0) }
                    include([entry], request, in: &document)
                }
            },
            Route(
                .get, "/api/custom-metrics/{id}/metrics", "Get Metrics for Custom Metric", access: access, rate: .small,
                query: QueryRules(fields: ["metric": MetricResource.fields]), answers: [.collection(MetricResource.schema)]
            ) { request in
                let metrics = metrics([try shop.customMetric(request.parameters["id"])])
                return request.document { document in
                    document.many(request.pageLinks()) { resources in for metric in metrics { resources.metric(metric, shop.ids) } }
                }
            },
            Route(
                .get, "/api/custom-metrics/{id}/relationships/metrics", "Get Metric IDs for Custom Metric", access: access, rate: .small,
                answers: [.collection(.reference("metric"))]
            ) { request in
                let metrics = metrics([try shop.customMetric(request.parameters["id"])])
                return request.references("metric", metrics.map { shop.ids.id($0.number) })
            },
        ]
    }

    private func write(_ entry: CustomMetricEntry, _ request: APIRequest, to resources: inout ResourceListWriter) {
        resources.customMetric(entry, shop.ids, hasMetrics: !request.query.include.isEmpty)
    }

    private func include(_ entries: [CustomMetricEntry], _ request: APIRequest, in document: inout DocumentWriter) {
        guard !request.query.include.isEmpty else { return }
        let metrics = metrics(entries)
        document.included { resources in for metric in metrics { resources.metric(metric, shop.ids) } }
    }

    /// The metrics of some custom metrics, each once.
    private func metrics(_ entries: [CustomMetricEntry]) -> [Metric] {
        var met: Set<MetricNumber> = []
        let numbers = entries.flatMap { $0.metrics(shop.ids) }.filter { met.insert($0).inserted }
        return shop.read { population in numbers.compactMap { population.metric($0) } }
    }
}
