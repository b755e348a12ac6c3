import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// POST /api/event-bulk-create-jobs: up to a thousand events of many profiles.
///
/// They are few enough to be taken in at once: the job is complete when the answer comes, and everything is on the disk.
struct CreateEvents: RouteGroup {
    let shop: Shop

    static let mostEvents = 1_000
    /// More fit into no body; whether they are too many is said of all together.
    private static let mostRead = 100_000

    var routes: [Route] {
        [
            Route(
                .post, "/api/event-bulk-create-jobs", "Bulk Create Events", access: .key(.eventsWrite), rate: .medium,
                body: .json(Self.schema, mostBytes: 5 << 20), answers: [.empty(.accepted)], handler: create)
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "event-bulk-create-job")
        body.attributes.allow(only: ["events-bulk-create"])
        let events = try Self.events(body.attributes, shop, now: request.now, source: .api)
        let number = shop.journal.nextNumber(.job)
        let who = request.key?.name ?? "API"
        let weight = events.reduce(512) { $0 + $1.properties.count + $1.change.count + 256 }
        try await shop.take(weight: weight) { (intake) throws(IntakeError) in
            var job = JobRow(number: number, kind: "event-bulk-create", who: who, createdAt: intake.now, totalCount: events.count)
            var errors: [JobError] = []
            for (row, event) in events.enumerated() {
                do throws(IntakeError) {
                    _ = try intake.nested { (intake) throws(IntakeError) in try intake.event(event) }
                    job.completedCount += 1
                } catch {
                    let refused = JobError(error, row: row, properties: event.properties)
                    errors.append(refused)
                    // No answer tells of it any more: it is said to whoever keeps the shop.
                    intake.write(
                        .refusal(
                            RefusedFact(
                                at: intake.now, door: event.source.door, code: refused.code, detail: refused.detail,
                                pointer: refused.pointer, original: refused.refused)))
                    job.failedCount += 1
                }
            }
            job.status = .complete
            job.startedAt = intake.now
            job.completedAt = intake.now
            intake.write(.job(job))
            if !errors.isEmpty { intake.write(.jobErrors(job: number, errors)) }
        }
        return .status(.accepted)
    }

    /// Reads the events of `events-bulk-create`: for each profile its own, in order.
    static func events(_ attributes: BodyReader, _ shop: Shop, now: Instant, source: FactSource) throws -> [EventIntake] {
        var events: [EventIntake] = []
        var total = 0
        let holder = attributes.object("events-bulk-create", isRequired: true)
        let groups = holder?.array("data", isRequired: true, least: 1, most: mostEvents)
        for group in groups ?? [] where group.isObject() && group.checkType("event-bulk-create") {
            guard let about = group.object("attributes", isRequired: true) else { continue }
            about.allow(only: ["backfill", "profile", "events"])
            let profile = try ProfileBody(within: about, ids: shop.ids)
            let isBackfill = about.bool("backfill") ?? false
            let list = about.object("events", isRequired: true)?.array("data", isRequired: true, least: 1, most: Self.mostRead)
            total += list?.count ?? 0
            var isFirst = true
            for element in list ?? [] where element.isObject() && element.checkType("event") {
                guard let fields = element.object("attributes", isRequired: true) else { continue }
                fields.allow(only: EventBody.names)
                guard var event = EventBody.read(fields, now: now, source: source, shop), let profile else { continue }
                event.isBackfill = event.isBackfill || isBackfill
                // What is said of the profile is said once, with its first event.
                event.take(profile, withChange: isFirst)
                isFirst = false
                events.append(event)
            }
        }
        if total > mostEvents {
            holder?.fault("There are \(total) events; at most \(mostEvents) are taken at once.", at: "data")
        }
        try attributes.check()
        return events
    }

    static let schema = Schema.document(
        .resource(
            "event-bulk-create-job",
            attributes: [
                .init(
                    "events-bulk-create",
                    .document(
                        .array(
                            of: .object([
                                .init("type", .oneOf(["event-bulk-create"]), isRequired: true),
                                .init(
                                    "attributes",
                                    .object([
                                        .init("backfill", .bool),
                                        .init("profile", .document(ProfileBody.eventSchema), isRequired: true),
                                        .init(
                                            "events",
                                            .document(
                                                .array(of: .resource("event", attributes: EventBody.schema), most: mostEvents, least: 1)),
                                            isRequired: true),
                                    ]), isRequired: true),
                            ]), most: mostEvents, least: 1)), isRequired: true)
            ]))
}
