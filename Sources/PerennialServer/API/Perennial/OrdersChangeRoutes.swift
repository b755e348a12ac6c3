import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// What changed for whom where other events are orders than before: /api/perennial/order-changes.
struct OrdersChangeRoutes: RouteGroup {
    let shop: Shop

    private static let names = ["status", "cause", "fit", "created_at", "started_at", "completed_at", "requested_by", "effect"]

    private static let schema = Schema.resource(
        "order-change", id: true,
        attributes: [
            .init("status", .oneOf(["queued", "processing", "complete", "cancelled"])), .init("cause", .text),
            .init("fit", .nullable(.oneOf(["adopted", "fitted", "not_eligible", "failed", "not_stored"]))),
            .init("created_at", .string(format: .instant)), .init("started_at", .nullable(.string(format: .instant))),
            .init("completed_at", .nullable(.string(format: .instant))), .init("requested_by", .text),
            .init("effect", .nullable(.anyObject)),
        ])

    var routes: [Route] {
        let fields = ["order-change": ["id"] + Self.names]
        return [
            Route(
                .get, "/api/perennial/order-changes", "Get Order Changes", access: .key(.perennialRead, and: [.profilesRead]),
                rate: .medium, query: QueryRules(fields: fields, page: .init(standard: 20, most: 100)),
                answers: [.collection(Self.schema)], handler: all),
            Route(
                .get, "/api/perennial/order-changes/{id}", "Get Order Change", access: .key(.perennialRead, and: [.profilesRead]),
                rate: .large, query: QueryRules(fields: fields), answers: [.document(.ok, Self.schema)], handler: one),
        ]
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let before = request.query.cursor?.number(0).map { UInt64(clamping: $0) } ?? .max
        let size = request.query.pageSize
        let jobs = try shop.journal.jobs(kind: OrdersChange.jobKind, before: before, limit: size + 1)
        let next = jobs.count > size ? Cursor(.number(Int64(clamping: jobs[size - 1].number))) : nil
        return request.document { document in
            document.many(request.pageLinks(next: next)) { resources in
                for job in jobs.prefix(size) { write(job, to: &resources) }
            }
        }
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        guard let number = shop.ids.number(.job, id), let job = try shop.journal.job(number), job.kind == OrdersChange.jobKind else {
            throw APIError.notFound("order change", id: id)
        }
        return request.document { document in document.one { write(job, to: &$0) } }
    }

    private func write(_ job: JobRow, to resources: inout ResourceListWriter) {
        let id = shop.ids.id(.job, job.number)
        let detail = try? JSONDocument(job.detail).root
        resources.resource("order-change", id: id, path: "/api/perennial/order-changes/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("status", job.status.word)
                attributes.member("cause", detail?["cause"]?.string)
                attributes.member("fit", detail?["fit"]?.string)
                attributes.member("created_at", job.createdAt)
                attributes.member("started_at", job.startedAt)
                attributes.member("completed_at", job.completedAt)
                attributes.member("requested_by", job.who)
                attributes.value("effect") { json in if let effect = detail?["effect"] { json.value(effect) } else { json.null() } }
            }
        }
    }
}
