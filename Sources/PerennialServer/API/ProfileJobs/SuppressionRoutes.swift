import Facts
import HTTPTypes
import JSON
import Journal
import Population
import Shop

/// Suppression in bulk: of up to a hundred addresses, or of everybody in a list.
struct SuppressionRoutes: RouteGroup {
    let shop: Shop

    /// A job of one of the two kinds.
    private struct Kind: Sendable {
        var name: String
        var title: String
        var scopes: Route.Access

        var type: String { name + "-job" }
        var path: String { "/api/\(name)-jobs" }
    }

    private static let mostEmails = 100
    private static let pageSize = 100

    private static let kinds = [
        Kind(name: SuppressionJobs.suppressing, title: "Suppress", scopes: .key(.profilesWrite, and: [.subscriptionsWrite])),
        Kind(name: SuppressionJobs.lifting, title: "Unsuppress", scopes: .key(.subscriptionsWrite)),
    ]

    private static let attributes: [Schema.Property] = [
        .init("status", .oneOf(JobRow.Status.words)), .init("created_at", .string(format: .instant)),
        .init("total_count", .integer(least: 0)), .init("completed_count", .integer(least: 0)), .init("skipped_count", .integer(least: 0)),
        .init("completed_at", .nullable(.string(format: .instant))),
    ]

    var routes: [Route] { Self.kinds.flatMap { routes($0) } }

    private func routes(_ kind: Kind) -> [Route] {
        let fields = [kind.type: ["id"] + Self.attributes.map(\.name)]
        let resource = Schema.resource(kind.type, id: true, attributes: Self.attributes)
        let email = Schema.resource("profile", attributes: [.init("email", .string(format: .email), isRequired: true)])
        let body = Schema.document(
            .resource(
                kind.type,
                attributes: [.init("profiles", .nullable(.document(.array(of: email, most: Self.mostEmails, least: 1))))],
                relationships: [.init("list", .document(.reference("list"))), .init("segment", .document(.reference("segment")))],
                attributesRequired: false))
        return [
            Route(
                .post, kind.path, "Bulk \(kind.title) Profiles", access: kind.scopes, rate: .large, query: QueryRules(fields: fields),
                body: .json(body), answers: [.document(.accepted, resource)]
            ) { try await create($0, kind) },
            Route(
                .get, kind.path, "Get Bulk \(kind.title) Profiles Jobs", access: .key(.subscriptionsRead), rate: .large,
                query: QueryRules(
                    fields: fields,
                    filter: FilterRules(
                        .init("status", .oneOf(JobRow.Status.words), .equals), .init("list_id", .text, .equals),
                        .init("segment_id", .text, .equals)),
                    sort: ["created"], takesCursor: true),
                answers: [.collection(resource)]
            ) { try list($0, kind) },
            Route(
                .get, kind.path + "/{id}", "Get Bulk \(kind.title) Profiles Job", access: .key(.subscriptionsRead), rate: .large,
                query: QueryRules(fields: fields), answers: [.document(.ok, resource)]
            ) { try get($0, kind) },
        ]
    }

    private func create(_ request: APIRequest, _ kind: Kind) async throws -> APIResponse {
        let body = try await request.resource(type: kind.type, attributesRequired: false)
        body.attributes.allow(only: ["profiles"])
        let rows = body.attributes.object("profiles")?.array("data", isRequired: true, least: 1, most: Self.mostEmails)
        var emails: [String] = []
        for row in rows ?? [] where row.isObject() && row.checkType("profile") {
            guard let attributes = row.object("attributes", isRequired: true) else { continue }
            attributes.allow(only: ["email"])
            if let email = attributes.string("email", isRequired: true, longest: 255, format: .email) { emails.append(email) }
        }
        let listID = body.relation("list", type: "list")
        let segmentID = body.relation("segment", type: "segment")
        if [rows != nil, listID != nil, segmentID != nil].filter({ $0 }).count != 1, !body.data.hasFaults {
            body.data.fault("Name either profiles, or a list, or a segment.", at: "attributes")
        }
        try body.check()
        var payload = SuppressionJobs.payload(emails: emails)
        var total = emails.count
        var detail = JSONWriter()
        detail.beginObject()
        if let listID {
            let list = try shop.list(listID)
            let members = shop.read { population in population.members(of: list.number).map(\.profile) }
            payload = SuppressionJobs.payload(profiles: members)
            total = members.count
            detail.member("list", list.number.value)
        }
        if let segmentID {
            let segment = try shop.segment(segmentID)
            let members = shop.read { population in population.members(of: segment.number).map(\.profile) }
            payload = SuppressionJobs.payload(profiles: members)
            total = members.count
            detail.member("segment", segment.number.value)
        }
        detail.endObject()
        let job = try await shop.submit(kind.name, payload: payload, total: total, detail: detail.text, request)
        return request.document(.accepted) { document in document.one { write(job, kind, to: &$0) } }
    }

    private func list(_ request: APIRequest, _ kind: Kind) throws -> APIResponse {
        let filter = request.query.filter
        let terms = filter?.terms ?? []
        let lists = terms.filter { $0.field == "list_id" }.map { $0.value.text.flatMap { shop.ids.list($0) } }
        let segments = terms.filter { $0.field == "segment_id" }.map { $0.value.text.flatMap { shop.ids.segment($0) } }
        let page = try JobCollection(shop: shop, kind: kind.name).page(request, size: Self.pageSize) { job in
            filter.allows(job.status) && lists.allSatisfy { $0 != nil && $0 == list(of: job) }
                && segments.allSatisfy { $0 != nil && $0 == segment(of: job) }
        }
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for job in page.items { write(job, kind, to: &resources) }
            }
        }
    }

    private func get(_ request: APIRequest, _ kind: Kind) throws -> APIResponse {
        let job = try JobCollection(shop: shop, kind: kind.name).job(request)
        return request.document { document in document.one { write(job, kind, to: &$0) } }
    }

    /// The segment that a job is of; `nil` for any other.
    private func segment(of job: JobRow) -> SegmentNumber? {
        (try? JSONDocument(job.detail))?.root["segment"]?.int.flatMap { UInt32(exactly: $0) }.map { SegmentNumber($0) }
    }

    /// The list that a job is of; `nil` for one of addresses.
    private func list(of job: JobRow) -> ListNumber? {
        (try? JSONDocument(job.detail))?.root["list"]?.int.flatMap { UInt32(exactly: $0) }.map { ListNumber($0) }
    }

    private func write(_ job: JobRow, _ kind: Kind, to resources: inout ResourceListWriter) {
        let id = shop.ids.id(.job, job.number)
        resources.resource(kind.type, id: id, path: kind.path + "/" + id) { resource in
            resource.attributes { $0.write(counts: job, skipped: "skipped_count") }
        }
    }
}
