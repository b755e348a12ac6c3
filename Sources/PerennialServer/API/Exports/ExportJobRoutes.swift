import Facts
import Foundation
import HTTPTypes
import JSON
import Journal
import Population
import Shop

/// Profiles as a file: a job writes it, and it is fetched as gzipped CSV. /api/profile-bulk-export-jobs
struct ExportJobRoutes: RouteGroup {
    let shop: Shop

    static let path = "/api/profile-bulk-export-jobs"
    private static let type = "profile-bulk-export-job"
    private static let access = Route.Access.key(.profilesRead, and: [.listsRead, .segmentsRead])

    private static let attributes: [Schema.Property] =
        [
            .init("status", .oneOf(JobRow.Status.words)), .init("created_at", .string(format: .instant)),
            .init("total_count", .integer(least: 0)), .init("completed_count", .integer(least: 0)),
            .init("failed_count", .integer(least: 0)),
            .init("completed_at", .nullable(.string(format: .instant))), .init("started_at", .nullable(.string(format: .instant))),
            .init("expires_at", .nullable(.string(format: .instant))), .init("as_of", .nullable(.string(format: .instant))),
            .init("is_stale", .bool), .init("fault", .nullable(.text)), .init("file", .nullable(.text)),
        ] + ExportBody.attributes
    private static let fields = [type: ["id"] + attributes.map(\.name)]
    private static let resource = Schema.resource(type, id: true, attributes: attributes, relationships: ExportBody.relationships)

    private var jobs: JobCollection { JobCollection(shop: shop, kind: JobKind.exportName) }

    var routes: [Route] {
        [
            Route(
                .post, Self.path, "Bulk Export Profiles", access: Self.access, rate: .small, query: QueryRules(fields: Self.fields),
                body: .json(
                    .document(
                        .resource(
                            Self.type, attributes: ExportBody.attributes, relationships: ExportBody.relationships, attributesRequired: false
                        ))),
                answers: [.document(.accepted, Self.resource)], handler: create),
            Route(
                .get, Self.path, "Get Bulk Export Profiles Jobs", access: Self.access, rate: .medium,
                query: QueryRules(
                    fields: Self.fields, filter: FilterRules(.init("status", .oneOf(JobRow.Status.words), .any, .equals)),
                    sort: ["created_at"], page: .init(standard: 20, most: 100)),
                answers: [.collection(Self.resource)], handler: list),
            Route(
                .get, Self.path + "/{id}", "Get Bulk Export Profiles Job", access: Self.access, rate: .large,
                query: QueryRules(fields: Self.fields), answers: [.document(.ok, Self.resource)], handler: get),
            Route(
                .get, Self.path + "/{id}/file", "Get File of Bulk Export Profiles Job", access: Self.access, rate: .small,
                answers: [.other(.ok, mediaType: "application/gzip")], handler: file),
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: Self.type, attributesRequired: false)
        body.attributes.allow(only: ExportBody.attributes.map(\.name))
        let order = try ExportBody.order(body, shop)
        var json = JSONWriter()
        json.object { order.write(to: &$0) }
        let total = shop.read { order.source.members($0).count }
        // What was asked stays with the job, of which the payload is dropped when it ends.
        let job = try await shop.submit(JobKind.exportName, payload: json.bytes, total: total, detail: json.text, request)
        return request.document(.accepted) { document in document.one { write(job, request, to: &$0) } }
    }

    private func list(_ request: APIRequest) async throws -> APIResponse {
        let page = try jobs.page(request, size: request.query.pageSize) { request.query.filter.allows($0.status) }
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for job in page.items { write(job, request, to: &resources) }
            }
        }
    }

    private func get(_ request: APIRequest) async throws -> APIResponse {
        let job = try jobs.job(request)
        return request.document { document in document.one { write(job, request, to: &$0) } }
    }

    /// The file, while it is there: 409 before it is written, 410 once it is gone.
    private func file(_ request: APIRequest) async throws -> APIResponse {
        let job = try jobs.job(request)
        guard job.status == .complete else {
            throw APIError.conflict(job.exportNotes.fault ?? "The file is not written yet: the job is \(job.status.word).")
        }
        guard
            let response = FileResponse.response(
                shop.exportFile(ofJob: job.number), mediaType: "application/gzip", name: DownloadName("profiles", ending: ".csv.gz"))
        else {
            throw APIError(
                .gone,
                [ErrorObject(.notFound, "The file is not there any more: it expired, or somebody was erased since. Ask for a new one.")])
        }
        return response
    }

    private func write(_ job: JobRow, _ request: APIRequest, to resources: inout ResourceListWriter) {
        let id = shop.ids.id(.job, job.number)
        let isThere = job.status == .complete && FileManager.default.fileExists(atPath: shop.exportFile(ofJob: job.number))
        let notes = job.exportNotes
        let order = (try? JSONDocument(job.detail)).flatMap { ExportOrder($0.root) }
        resources.resource(Self.type, id: id, path: Self.path + "/" + id) { resource in
            resource.attributes { attributes in
                attributes.write(counts: job, skipped: "failed_count")
                attributes.member("started_at", job.startedAt)
                attributes.member(
                    "expires_at", job.completedAt.map { Instant(secondsSince1970: $0.secondsSince1970 + JobKind.exportKeptForInSeconds) })
                attributes.member("as_of", notes.asOf)
                attributes.member("is_stale", notes.isStale)
                attributes.member("fault", notes.fault)
                attributes.member("file", isThere ? request.baseURL + Self.path + "/" + id + "/file" : nil)
                order?.write(to: &attributes)
            }
            order?.writeSource(to: &resource, shop.ids)
        }
    }
}
