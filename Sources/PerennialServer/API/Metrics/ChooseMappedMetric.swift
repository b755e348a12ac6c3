import Facts
import HTTPTypes
import JSON
import Population
import Shop

/// PATCH /api/mapped-metrics/{id}: another metric for a meaning. What its events say of orders is read anew, and customers are scored again.
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
                ])),
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
        let metricID = body.relation("metric", type: "metric", isRequired: true)
        if body.relation("custom-metric", type: "custom-metric") != nil {
            body.data.fault("No custom metric can have a meaning here; name a metric.", at: "relationships")
        }
        try body.check()
        let metric = try shop.metric(metricID ?? "").number
        let json = Self.json(meaning, metric)
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            intake.define(.mappedMetric, meaning.definitionNumber, json, id: id, by: who)
        }
        if meaning.isAboutOrders {
            // Other events are orders now: customers are counted anew at once, and the model that was fitted on the old ones is replaced.
            shop.models.requestScoring()
            shop.models.requestFit(adopts: true)
        }
        let mapped = shop.mapped(meaning)
        return request.document { document in document.one { mapped.write(to: &$0, shop.ids) } }
    }

    private static func json(_ meaning: MetricMapping.Meaning, _ metric: MetricNumber) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("meaning", meaning.rawValue)
            writer.member("metric", metric.value)
        }
        return writer.text
    }
}

extension MetricMapping.Meaning {
    /// Whether predictions depend on it.
    fileprivate var isAboutOrders: Bool {
        switch self {
        case .revenue, .refundedSales, .cancelledSales: true
        case .orderedProduct, .addedToCart, .startedCheckout, .viewedProduct: false
        }
    }
}
