import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// What whoever reads a page does: one event, or up to a thousand of the same person.
struct ClientEventRoutes: RouteGroup {
    let shop: Shop

    private static let mostEvents = 1_000

    var routes: [Route] {
        [
            Route(
                .post, "/client/events", "Create Client Event", access: .company, rate: .extraLarge,
                body: .json(
                    .document(.resource("event", attributes: EventBody.schema + [Self.profile])), mostBytes: 5 << 20),
                answers: [.empty(.accepted)], handler: create),
            Route(
                .post, "/client/event-bulk-create", "Bulk Create Client Events", access: .company, rate: .medium,
                body: .json(Self.body, mostBytes: 5 << 20), answers: [.empty(.accepted)], handler: createMany),
        ]
    }

    private static let profile = Schema.Property("profile", .document(ProfileBody.eventSchema), isRequired: true)
    private static let body = Schema.document(
        .resource(
            "event-bulk-create",
            attributes: [
                .init("backfill", .nullable(.bool)), profile,
                .init(
                    "events", .document(.array(of: .resource("event", attributes: EventBody.schema), most: mostEvents, least: 1)),
                    isRequired: true),
            ]))

    @Sendable private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "event")
        body.attributes.allow(only: EventBody.names + ["profile"])
        let event = EventBody.read(body.attributes, now: request.now, source: .client, shop)
        let profile = try ProfileBody(within: body.attributes, ids: shop.ids)
        try body.check()
        guard let event, let profile else { return .empty }
        return try await take([event], of: profile) { _ in "" }
    }

    @Sendable private func createMany(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "event-bulk-create")
        body.attributes.allow(only: ["backfill", "profile", "events"])
        let profile = try ProfileBody(within: body.attributes, ids: shop.ids)
        let isBackfill = body.attributes.bool("backfill") ?? false
        let rows = body.attributes.object("events", isRequired: true)?.array("data", isRequired: true, least: 1, most: Self.mostEvents)
        var events: [EventIntake] = []
        for row in rows ?? [] where row.isObject() && row.checkType("event") {
            guard let attributes = row.object("attributes", isRequired: true) else { continue }
            attributes.allow(only: EventBody.names)
            guard var event = EventBody.read(attributes, now: request.now, source: .client, shop) else { continue }
            event.isBackfill = event.isBackfill || isBackfill
            events.append(event)
        }
        try body.check()
        guard let profile else { return .empty }
        return try await take(events, of: profile) { "/events/data/\($0)/attributes" }
    }

    /// Takes events in, all or none: none where one of them would move money, which is said to whoever keeps the shop too.
    ///
    /// - Parameter place: where an event's attributes stand among those of the request.
    private func take(_ events: [EventIntake], of body: ProfileBody, at place: (Int) -> String) async throws -> APIResponse {
        let weight = events.reduce(body.weight) { $0 + $1.properties.count + 256 }
        let refused = try await shop.take(weight: weight) { (intake) throws(IntakeError) -> Int? in
            if let refused = events.firstIndex(where: { intake.movesMoney($0.metric) }) {
                let count = events.count { intake.movesMoney($0.metric) }
                intake.write(.refusal(.movedMoney(events[refused].metric, rows: count, at: intake.now)))
                return refused
            }
            let profile = try intake.profile(seenByBrowser: body)
            for (place, event) in events.enumerated() {
                var event = event
                event.profile = profile
                // What is said of the profile is said once, with its first event.
                if place == 0 { event.change = intake.missing(body.change, of: profile) }
                _ = try intake.event(event)
            }
            return nil
        }
        if let refused {
            throw APIError.invalid(
                IntakeError.movedMoneyDetail(events[refused].metric),
                pointer: "/data/attributes\(place(refused))/metric/data/attributes/name")
        }
        return .status(.accepted)
    }
}

extension RefusedFact {
    /// What a browser told that moves money. What came is not kept: anybody may send it, and it need not be true of anybody.
    fileprivate static func movedMoney(_ metric: String, rows: Int, at now: Instant) -> RefusedFact {
        RefusedFact(
            at: now, door: "client", code: "money_told_by_browser", detail: IntakeError.movedMoneyDetail(metric),
            pointer: "/data/attributes/metric/data/attributes/name", rowCount: rows, original: nil)
    }
}
