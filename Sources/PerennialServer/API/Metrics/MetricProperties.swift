import Facts
import HTTPTypes
import JSON
import Population
import Shop

/// The properties of a metric's events: GET /api/metrics/{id}/metric-properties, /api/metric-properties/{id} and what belongs to them.
///
/// Nobody declares properties; those are told that the newest events had.
struct MetricProperties: RouteGroup {
    let shop: Shop

    private static let fields = ["id", "label", "property", "inferred_type", "sample_values"]
    private static let additional = ["metric-property": ["sample_values"]]

    private static let schema = Schema.resource(
        "metric-property", id: true,
        attributes: [
            .init("label", .text, isRequired: true), .init("property", .text, isRequired: true),
            .init("inferred_type", .text, isRequired: true), .init("sample_values", .nullable(.array(of: .any))),
        ])

    var routes: [Route] {
        let access = Route.Access.key(.metricsRead)
        return [
            Route(
                .get, "/api/metrics/{id}/metric-properties", "Get Properties for Metric", access: access, rate: .extraSmall,
                query: QueryRules(fields: ["metric-property": Self.fields], additionalFields: Self.additional),
                answers: [.collection(Self.schema)], handler: all),
            Route(
                .get, "/api/metrics/{id}/relationships/metric-properties", "Get Property IDs for Metric", access: access,
                rate: .extraSmall, answers: [.collection(.reference("metric-property"))]
            ) { request in
                let metric = try shop.metric(request.parameters["id"]).number
                return request.references("metric-property", try SeenProperties(of: metric, shop).all.map { id(of: $0.name, metric) })
            },
            Route(
                .get, "/api/metric-properties/{id}", "Get Metric Property", access: access, rate: .extraSmall,
                query: QueryRules(
                    fields: ["metric-property": Self.fields, "metric": MetricResource.fields], additionalFields: Self.additional,
                    include: ["metric"]),
                answers: [.document(.ok, Self.schema)], handler: one),
            Route(
                .get, "/api/metric-properties/{id}/metric", "Get Metric for Metric Property", access: access, rate: .extraSmall,
                query: QueryRules(fields: ["metric": MetricResource.fields]), answers: [.document(.ok, MetricResource.schema)]
            ) { request in
                let metric = try find(request.parameters["id"]).metric
                return request.document { document in document.one { $0.metric(metric, shop.ids) } }
            },
            Route(
                .get, "/api/metric-properties/{id}/relationships/metric", "Get Metric ID for Metric Property", access: access,
                rate: .extraSmall, answers: [.document(.ok, .reference("metric"))]
            ) { request in
                request.reference("metric", shop.ids.id(try find(request.parameters["id"]).metric.number))
            },
        ]
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let metric = try shop.metric(request.parameters["id"])
        let seen = try SeenProperties(of: metric.number, shop)
        return request.document { document in
            document.many(request.pageLinks()) { resources in
                for property in seen.all { write(property, metric.number, request, to: &resources) }
            }
        }
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let (metric, property) = try find(request.parameters["id"])
        return request.document { document in
            document.one { write(property, metric.number, request, to: &$0) }
            if request.query.include.contains("metric") { document.included { $0.metric(metric, shop.ids) } }
        }
    }

    private func write(
        _ property: SeenProperties.Property, _ metric: MetricNumber, _ request: APIRequest, to resources: inout ResourceListWriter
    ) {
        let id = id(of: property.name, metric)
        resources.resource("metric-property", id: id, path: "/api/metric-properties/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("label", property.name)
                attributes.member("property", property.name)
                attributes.member("inferred_type", property.type)
                guard request.query.asksFor(additional: "sample_values", of: "metric-property") else { return }
                attributes.value("sample_values") { json in
                    json.array { json in for sample in property.samples { json.raw(sample) } }
                }
            }
            resource.relationship("metric", type: "metric", id: shop.ids.id(metric))
        }
    }

    /// A property has no number: its id is its metric's and its name.
    private func id(of name: String, _ metric: MetricNumber) -> String { "\(shop.ids.id(metric)).\(Base64URL.encode(Array(name.utf8)))" }

    private func find(_ id: String) throws -> (metric: Metric, property: SeenProperties.Property) {
        let parts = id.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let number = shop.ids.metric(parts[0]), let metric = shop.read({ $0.metric(number) }),
            let name = Base64URL.decode(parts[1]),
            let property = try SeenProperties(of: number, shop)[String(decoding: name, as: UTF8.self)]
        else { throw APIError.notFound("metric property", id: id) }
        return (metric, property)
    }
}
