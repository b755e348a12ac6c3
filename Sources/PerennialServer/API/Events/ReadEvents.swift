import Facts
import HTTPTypes
import Journal
import Population
import Shop

/// GET /api/events and /api/events/{id}.
struct ReadEvents: RouteGroup {
    let shop: Shop

    private static let include = ["attributions", "metric", "profile"]
    private static let fields = [
        "event": EventResource.fields, "metric": MetricResource.fields, "profile": profileFields, "attribution": ["id"],
    ]
    /// Of an included profile neither consent nor predictions are shown.
    private static let profileFields = ProfileAttributes.fields.filter {
        !$0.hasPrefix("subscriptions") && !$0.hasPrefix("predictive_analytics")
    }

    var routes: [Route] {
        [
            Route(
                .get, "/api/events", "Get Events", access: .key(.eventsRead), rate: .extraLarge,
                query: QueryRules(
                    fields: Self.fields, include: Self.include, filter: EventSearch.rules, sort: EventSearch.orders,
                    page: .init(standard: 200, most: 1000)),
                answers: [.collection(EventResource.schema)], handler: all),
            Route(
                .get, "/api/events/{id}", "Get Event", access: .key(.eventsRead), rate: .medium,
                query: QueryRules(fields: Self.fields, include: Self.include), answers: [.document(.ok, EventResource.schema)],
                handler: one),
        ]
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let page = EventSearch(request.query, shop.ids).page(shop)
        let events = try shop.events(page.items)
        let included = try await Included(events, request.query, shop)
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for event in events { write(event, request, to: &resources) }
            }
            included?.write(to: &document, shop.ids)
        }
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let event = try shop.event(request.parameters["id"])
        let included = try await Included([event], request.query, shop)
        return request.document { document in
            document.one { write(event, request, to: &$0) }
            included?.write(to: &document, shop.ids)
        }
    }

    private func write(_ event: EventResource, _ request: APIRequest, to resources: inout ResourceListWriter) {
        event.write(to: &resources, shop.ids, includesAttributions: request.query.include.contains("attributions"))
    }

    /// What is shown beside events, each thing once.
    private struct Included {
        let metrics: [Metric]
        let profiles: [ProfileResource]

        /// `nil` where nothing is to be included.
        init?(_ events: [EventResource], _ query: Query, _ shop: Shop) async throws(JournalError) {
            guard !query.include.isEmpty else { return nil }
            let numbers = query.include.contains("metric") ? Set(events.map(\.fact.metric)).sorted() : []
            metrics = shop.read { population in numbers.compactMap { population.metric($0) } }
            profiles = query.include.contains("profile") ? try await shop.profiles(Set(events.map(\.profile)).sorted()) : []
        }

        func write(to document: inout DocumentWriter, _ ids: PublicIDs) {
            document.included { resources in
                for metric in metrics { resources.metric(metric, ids) }
                for profile in profiles { profile.write(to: &resources, ids) }
            }
        }
    }
}

extension Shop {
    /// Events as answers show them, in order. Those whose profile was erased meanwhile are left out.
    func events(_ places: [EventPlace]) throws(JournalError) -> [EventResource] {
        let facts = try journal.facts(places.map(\.sequence))
        return places.compactMap { place in
            guard case .event(let fact) = facts[place.sequence] else { return nil }
            return EventResource(sequence: place.sequence, profile: place.profile, fact: fact)
        }
    }

    /// The event of an id in a path. 404 for one that is not there, or whose profile is no more.
    func event(_ id: String) throws -> EventResource {
        guard let sequence = ids.number(.event, id), case .event(let fact) = try journal.facts([sequence])[sequence] else {
            throw APIError.notFound("event", id: id)
        }
        switch read({ $0.standing(fact.profile) }) {
        case .live: return EventResource(sequence: sequence, profile: fact.profile, fact: fact)
        case .merged(let into): return EventResource(sequence: sequence, profile: into, fact: fact)
        case .erased, .unknown: throw APIError.notFound("event", id: id)
        }
    }
}
