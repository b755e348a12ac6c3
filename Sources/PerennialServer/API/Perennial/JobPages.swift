import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// The pages of jobs of one kind that say what they changed: all of them, the newest first, and one.
struct JobPages: Sendable {
    let shop: Shop
    /// As the journal calls it.
    let kind: String
    /// As the interface calls it: `order-change`, "Order Change".
    let type: String
    let title: String
    let access: Route.Access
    /// What such a job says beside what all say.
    let own: [Schema.Property]
    /// Writes that, of what the job says.
    let write: @Sendable (JSONValue?, inout AttributeWriter) -> Void
    /// Whether it names a model.
    let hasModel: Bool

    private static let statuses = ["queued", "processing", "complete", "cancelled"]

    private var all: [Schema.Property] {
        [
            .init("status", .oneOf(Self.statuses)), .init("created_at", .string(format: .instant)),
            .init("started_at", .nullable(.string(format: .instant))), .init("completed_at", .nullable(.string(format: .instant))),
            .init("requested_by", .text), .init("effect", .nullable(.anyObject)),
        ] + own
    }

    var path: String { "/api/perennial/\(type)s" }
    var schema: Schema { .resource(type, id: true, attributes: all) }
    var fields: [String: [String]] { [type: ["id"] + all.map(\.name)] }

    var routes: [Route] {
        [
            Route(
                .get, path, "Get \(title)s", access: access, rate: .medium,
                query: QueryRules(fields: fields, page: .init(standard: 20, most: 100)), answers: [.collection(schema)], handler: page),
            Route(
                .get, "\(path)/{id}", "Get \(title)", access: access, rate: .large, query: QueryRules(fields: fields),
                answers: [.document(.ok, schema)], handler: one),
        ]
    }

    private func page(_ request: APIRequest) async throws -> APIResponse {
        let before = request.query.cursor?.number(0).map { UInt64(clamping: $0) } ?? .max
        let size = request.query.pageSize
        let jobs = try shop.journal.jobs(kind: kind, before: before, limit: size + 1)
        let next = jobs.count > size ? Cursor(.number(Int64(clamping: jobs[size - 1].number))) : nil
        return request.document { document in
            document.many(request.pageLinks(next: next)) { resources in
                for job in jobs.prefix(size) { write(job, to: &resources) }
            }
        }
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        guard let number = shop.ids.number(.job, id), let job = try shop.journal.job(number), job.kind == kind else {
            throw APIError.notFound(title.lowercased(), id: id)
        }
        return request.document { document in document.one { write(job, to: &$0) } }
    }

    /// Writes one.
    func write(_ job: JobRow, to resources: inout ResourceListWriter) {
        let id = shop.ids.id(.job, job.number)
        let detail = try? JSONDocument(job.detail).root
        resources.resource(type, id: id, path: "\(path)/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("status", job.status.word)
                attributes.member("created_at", job.createdAt)
                attributes.member("started_at", job.startedAt)
                attributes.member("completed_at", job.completedAt)
                attributes.member("requested_by", job.who)
                attributes.value("effect") { json in if let effect = detail?["effect"] { json.value(effect) } else { json.null() } }
                write(detail, &attributes)
            }
            if hasModel { resource.model(detail?["model"]?.string) }
        }
    }
}
