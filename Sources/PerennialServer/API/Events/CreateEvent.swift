import Facts
import HTTPTypes
import JSON
import Shop

/// POST /api/events: one event. The answer comes when it is on the disk.
struct CreateEvent: RouteGroup {
    let shop: Shop

    var routes: [Route] {
        [
            Route(
                .post, "/api/events", "Create Event", access: .key(.eventsWrite), rate: .extraLarge,
                body: .json(Self.schema, mostBytes: 5 << 20), answers: [.empty(.accepted)], handler: create)
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "event")
        body.attributes.allow(only: EventBody.names + ["profile"])
        let event = EventBody.read(body.attributes, now: request.now, source: .api, shop)
        let profile = try ProfileBody(within: body.attributes, ids: shop.ids)
        try body.check()
        guard var event, let profile else { return .empty }
        event.take(profile)
        let weight = event.properties.count + event.change.count + 512
        _ = try await shop.take(weight: weight) { [event] (intake) throws(IntakeError) in try intake.event(event) }
        return .status(.accepted)
    }

    private static let schema = Schema.document(
        .resource(
            "event",
            attributes: EventBody.schema + [.init("profile", .document(ProfileBody.eventSchema), isRequired: true)]))
}
