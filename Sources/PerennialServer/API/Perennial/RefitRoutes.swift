import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// Fitting anew: POST /api/perennial/refits, and what came of each.
struct RefitRoutes: RouteGroup {
    let shop: Shop

    private static let names = [
        "status", "preview", "outcome", "failure", "created_at", "started_at", "completed_at", "requested_by", "effect",
    ]

    private static let schema = Schema.resource(
        "refit", id: true,
        attributes: [
            .init("status", .oneOf(["queued", "processing", "complete", "cancelled"])), .init("preview", .bool),
            .init("outcome", .nullable(.oneOf(["adopted", "fitted", "not_eligible", "failed", "not_stored"]))),
            .init("failure", .nullable(.text)), .init("created_at", .string(format: .instant)),
            .init("started_at", .nullable(.string(format: .instant))), .init("completed_at", .nullable(.string(format: .instant))),
            .init("requested_by", .text), .init("effect", .nullable(.anyObject)),
        ])

    var routes: [Route] {
        let fields = ["refit": ["id"] + Self.names]
        return [
            Route(
                .post, "/api/perennial/refits", "Create Refit", access: .key(.perennialWrite), rate: .extraSmall,
                query: QueryRules(fields: fields),
                body: .json(.document(.resource("refit", attributes: [.init("preview", .nullable(.bool))], attributesRequired: false))),
                answers: [.document(.accepted, Self.schema)], handler: create),
            Route(
                .get, "/api/perennial/refits", "Get Refits", access: .key(.perennialRead), rate: .medium,
                query: QueryRules(fields: fields, page: .init(standard: 20, most: 100)), answers: [.collection(Self.schema)], handler: all),
            Route(
                .get, "/api/perennial/refits/{id}", "Get Refit", access: .key(.perennialRead), rate: .large,
                query: QueryRules(fields: fields), answers: [.document(.ok, Self.schema)], handler: one),
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "refit", attributesRequired: false)
        body.attributes.allow(only: ["preview"])
        let isPreview = body.attributes.bool("preview") ?? false
        try body.check()
        let job: JobRow
        do throws(IntakeError) {
            job = try await shop.models.refit(shop, isPreview: isPreview, by: request.who)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        return request.document(.accepted) { document in document.one { write(job, to: &$0) } }
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let before = request.query.cursor?.number(0).map { UInt64(clamping: $0) } ?? .max
        let size = request.query.pageSize
        let jobs = try shop.journal.jobs(kind: Refit.jobKind, before: before, limit: size + 1)
        let next = jobs.count > size ? Cursor(.number(Int64(clamping: jobs[size - 1].number))) : nil
        return request.document { document in
            document.many(request.pageLinks(next: next)) { resources in
                for job in jobs.prefix(size) { write(job, to: &resources) }
            }
        }
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        guard let number = shop.ids.number(.job, id), let job = try shop.journal.job(number), job.kind == Refit.jobKind else {
            throw APIError.notFound("refit", id: id)
        }
        return request.document { document in document.one { write(job, to: &$0) } }
    }

    private func write(_ job: JobRow, to resources: inout ResourceListWriter) {
        let id = shop.ids.id(.job, job.number)
        let detail = try? JSONDocument(job.detail).root
        resources.resource("refit", id: id, path: "/api/perennial/refits/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("status", job.status.word)
                attributes.member("preview", detail?["preview"]?.bool ?? false)
                attributes.member("outcome", detail?["outcome"]?.string)
                attributes.member("failure", detail?["failure"]?.string)
                attributes.member("created_at", job.createdAt)
                attributes.member("started_at", job.startedAt)
                attributes.member("completed_at", job.completedAt)
                attributes.member("requested_by", job.who)
                attributes.value("effect") { json in if let effect = detail?["effect"] { json.value(effect) } else { json.null() } }
            }
            resource.model(detail?["model"]?.string)
        }
    }
}
