import Facts
import HTTPTypes
import Shop

/// What belongs to an event: its metric and its profile.
struct EventRelations: RouteGroup {
    let shop: Shop

    var routes: [Route] {
        let metric = Route.Access.key(.eventsRead, and: [.metricsRead])
        let profile = Route.Access.key(.eventsRead, and: [.profilesRead])
        return [
            Route(
                .get, "/api/events/{id}/metric", "Get Metric for Event", access: metric, rate: .extraLarge,
                query: QueryRules(fields: ["metric": MetricResource.fields]), answers: [.document(.ok, MetricResource.schema)]
            ) { request in
                let found = try shop.metric(shop.ids.id(shop.event(request.parameters["id"]).fact.metric))
                return request.document { document in document.one { $0.metric(found, shop.ids) } }
            },
            Route(
                .get, "/api/events/{id}/relationships/metric", "Get Metric ID for Event", access: metric, rate: .extraLarge,
                answers: [.document(.ok, .reference("metric"))]
            ) { request in
                request.reference("metric", shop.ids.id(try shop.event(request.parameters["id"]).fact.metric))
            },
            Route(
                .get, "/api/events/{id}/profile", "Get Profile for Event", access: profile, rate: .extraLarge,
                query: QueryRules(
                    fields: ["profile": ProfileAttributes.fields], additionalFields: ["profile": ProfileAttributes.additional]),
                answers: [.document(.ok, .resource("profile", id: true, attributes: ProfileAttributes.answer))]
            ) { request in
                let event = try shop.event(request.parameters["id"])
                guard let found = try await shop.profiles([event.profile], .init(request.query)).first else {
                    throw APIError.notFound("event", id: request.parameters["id"])
                }
                return request.document { document in document.one { found.write(to: &$0, shop.ids) } }
            },
            Route(
                .get, "/api/events/{id}/relationships/profile", "Get Profile ID for Event", access: profile, rate: .extraLarge,
                answers: [.document(.ok, .reference("profile"))]
            ) { request in
                request.reference("profile", shop.ids.id(try shop.event(request.parameters["id"]).profile))
            },
        ]
    }
}
