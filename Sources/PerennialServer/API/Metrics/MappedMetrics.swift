import Facts
import HTTPTypes
import JSON
import Journal
import Population
import Shop

/// Which metric means what: /api/mapped-metrics. There is one for each meaning, always.
struct MappedMetrics: RouteGroup {
    let shop: Shop

    private static let meanings = MetricMapping.Meaning.allCases.sorted { $0.rawValue < $1.rawValue }
    private static let include = ["custom-metric", "metric"]
    private static let fields = [
        "mapped-metric": ["id", "updated"], "metric": MetricResource.fields, "custom-metric": CustomMetricResource.fields,
    ]
    private static let schema = Schema.resource(
        "mapped-metric", id: true, attributes: [.init("updated", .string(format: .instant), isRequired: true)])

    var routes: [Route] {
        let access = Route.Access.key(.metricsRead)
        let query = QueryRules(fields: Self.fields, include: Self.include)
        return [
            Route(
                .get, "/api/mapped-metrics", "Get Mapped Metrics", access: access, rate: .small, query: query,
                answers: [.collection(Self.schema)]
            ) { request in
                let mapped = Self.meanings.map { shop.mapped($0) }
                return request.document { document in
                    document.many(request.pageLinks()) { resources in for one in mapped { one.write(to: &resources, shop.ids) } }
                    include(mapped, request, in: &document)
                }
            },
            Route(
                .get, "/api/mapped-metrics/{id}", "Get Mapped Metric", access: access, rate: .small, query: query,
                answers: [.document(.ok, Self.schema)]
            ) { request in
                let mapped = shop.mapped(try meaning(request))
                return request.document { document in
                    document.one { mapped.write(to: &$0, shop.ids) }
                    include([mapped], request, in: &document)
                }
            },
            Route(
                .get, "/api/mapped-metrics/{id}/metric", "Get Metric for Mapped Metric", access: access, rate: .small,
                query: QueryRules(fields: ["metric": MetricResource.fields]), answers: [.document(.ok, .nullable(MetricResource.schema))]
            ) { request in
                let metric = shop.mapped(try meaning(request)).metric
                return request.document { document in
                    if let metric { document.one { $0.metric(metric, shop.ids) } } else { document.nothing() }
                }
            },
            Route(
                .get, "/api/mapped-metrics/{id}/relationships/metric", "Get Metric ID for Mapped Metric", access: access, rate: .small,
                answers: [.document(.ok, .nullable(.reference("metric")))]
            ) { request in
                request.reference("metric", shop.mapped(try meaning(request)).metric.map { shop.ids.id($0.number) })
            },
            Route(
                .get, "/api/mapped-metrics/{id}/custom-metric", "Get Custom Metric for Mapped Metric", access: access, rate: .small,
                query: QueryRules(fields: ["custom-metric": CustomMetricResource.fields]),
                answers: [.document(.ok, .nullable(CustomMetricResource.schema))]
            ) { request in
                let custom = shop.mapped(try meaning(request)).custom
                return request.document { document in
                    if let custom { document.one { $0.customMetric(custom, shop.ids) } } else { document.nothing() }
                }
            },
            Route(
                .get, "/api/mapped-metrics/{id}/relationships/custom-metric", "Get Custom Metric ID for Mapped Metric", access: access,
                rate: .small, answers: [.document(.ok, .nullable(.reference("custom-metric")))]
            ) { request in
                request.reference("custom-metric", shop.mapped(try meaning(request)).custom.map { shop.ids.id($0.number) })
            },
        ]
    }

    private func meaning(_ request: APIRequest) throws(APIError) -> MetricMapping.Meaning {
        guard let meaning = MetricMapping.Meaning(rawValue: request.parameters["id"]) else {
            throw .notFound("mapped metric", id: request.parameters["id"])
        }
        return meaning
    }

    private func include(_ mapped: [MappedMetric], _ request: APIRequest, in document: inout DocumentWriter) {
        guard !request.query.include.isEmpty else { return }
        document.included { resources in
            if request.query.include.contains("metric") {
                var written: Set<MetricNumber> = []
                for metric in mapped.compactMap(\.metric) where written.insert(metric.number).inserted {
                    resources.metric(metric, shop.ids)
                }
            }
            if request.query.include.contains("custom-metric") {
                var written: Set<CustomMetricNumber> = []
                for custom in mapped.compactMap(\.custom) where written.insert(custom.number).inserted {
                    resources.customMetric(custom, shop.ids)
                }
            }
        }
    }
}

/// A meaning, and the metric or custom metric that has it.
struct MappedMetric: Sendable {
    let meaning: MetricMapping.Meaning
    /// `nil` where no metric has the meaning.
    let metric: Metric?
    /// `nil` where no custom metric has it.
    let custom: CustomMetricEntry?
    let updated: Instant

    func write(to resources: inout ResourceListWriter, _ ids: PublicIDs) {
        resources.resource("mapped-metric", id: meaning.rawValue, path: "/api/mapped-metrics/\(meaning.rawValue)") { resource in
            resource.attributes { $0.member("updated", updated) }
            resource.relationship("metric", type: "metric", id: metric.map { ids.id($0.number) })
            resource.relationship("custom-metric", type: "custom-metric", id: custom.map { ids.id($0.number) })
        }
    }
}

extension Shop {
    /// What has a meaning, and since when.
    func mapped(_ meaning: MetricMapping.Meaning) -> MappedMetric {
        let (metric, number) = read { population -> (Metric?, CustomMetricNumber?) in
            if let custom = population.mapping.custom[meaning] { return (nil, custom.number) }
            return (population.mapping[meaning].flatMap { population.metric($0) }, nil)
        }
        let chosen = definitions[.mappedMetric, meaning.definitionNumber]
        return MappedMetric(
            meaning: meaning, metric: metric, custom: number.flatMap { definitions.customMetric($0) },
            updated: chosen?.updatedAt ?? metric?.created ?? Instant(secondsSince1970: 0))
    }
}
