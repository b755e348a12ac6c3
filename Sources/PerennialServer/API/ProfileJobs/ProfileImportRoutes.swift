import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// Profiles in bulk: jobs are taken in, asked for, and say what became of each row.
struct ProfileImportRoutes: RouteGroup {
    let shop: Shop

    var jobs: JobCollection { JobCollection(shop: shop, kind: ProfileImport.kind) }

    var routes: [Route] { taking + related }

    static let path = "/api/profile-bulk-import-jobs"
    static let type = "profile-bulk-import-job"

    private static let attributes: [Schema.Property] = [
        .init("status", .oneOf(JobRow.Status.words)), .init("created_at", .string(format: .instant)),
        .init("total_count", .integer(least: 0)), .init("completed_count", .integer(least: 0)), .init("failed_count", .integer(least: 0)),
        .init("completed_at", .nullable(.string(format: .instant))), .init("expires_at", .nullable(.string(format: .instant))),
        .init("started_at", .nullable(.string(format: .instant))),
    ]
    private static let resource = Schema.resource(type, id: true, attributes: attributes)
    private static let fields = [type: ["id"] + attributes.map(\.name)]

    private var taking: [Route] {
        [
            Route(
                .post, Self.path, "Bulk Import Profiles", access: .key(.listsWrite, and: [.profilesWrite]), rate: .medium,
                query: QueryRules(fields: Self.fields), body: .json(Self.body, mostBytes: 5 << 20),
                answers: [.document(.accepted, Self.resource)], handler: create),
            Route(
                .get, Self.path, "Get Bulk Import Profiles Jobs", access: .key(.listsRead, and: [.profilesRead]), rate: .medium,
                query: QueryRules(
                    fields: Self.fields,
                    filter: FilterRules(.init("status", .oneOf(["queued", "processing", "complete"]), .any, .equals)),
                    sort: ["created_at"], page: .init(standard: 20, most: 100)),
                answers: [.collection(Self.resource)], handler: list),
            Route(
                .get, Self.path + "/{id}", "Get Bulk Import Profiles Job", access: .key(.listsRead, and: [.profilesRead]), rate: .medium,
                query: QueryRules(fields: Self.fields.merging(["list": ListResource.fields]) { first, _ in first }, include: ["lists"]),
                answers: [.document(.ok, Self.resource)], handler: get),
        ]
    }

    private static let body = Schema.document(
        .resource(
            type,
            attributes: [
                .init(
                    "profiles", .document(.array(of: ProfileRoutes.body(id: false), most: ProfileImport.mostRows, least: 1)),
                    isRequired: true)
            ],
            relationships: [.init("lists", .references("list", most: ProfileImport.mostLists))]))

    @Sendable private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: Self.type)
        body.attributes.allow(only: ["profiles"])
        let profiles = body.attributes.object("profiles", isRequired: true)
        let rows = profiles?.array("data", isRequired: true, least: 1, most: ProfileImport.mostRows)
        let listIDs = body.relations("lists", type: "list", most: ProfileImport.mostLists) ?? []
        try body.check()
        guard let rows, let data = profiles?.value["data"] else { return .empty }
        let lists = try listIDs.map { try shop.list($0).number }
        let job = try await shop.submit(
            ProfileImport.kind, payload: ProfileImport.payload(rows: data, lists: lists), total: rows.count,
            detail: ProfileImport.detail(lists: lists), request)
        return request.document(.accepted) { document in document.one { write(job, to: &$0) } }
    }

    @Sendable private func list(_ request: APIRequest) async throws -> APIResponse {
        let page = try jobs.page(request, size: request.query.pageSize) { request.query.filter.allows($0.status) }
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for job in page.items { write(job, to: &resources) }
            }
        }
    }

    @Sendable private func get(_ request: APIRequest) async throws -> APIResponse {
        let job = try jobs.job(request)
        return request.document { document in
            document.one { write(job, to: &$0) }
            if request.query.include.contains("lists") {
                document.included { resources in
                    for list in lists(of: job) { list.write(to: &resources, shop.ids) }
                }
            }
        }
    }

    /// The lists that a job fills, of those that live.
    func lists(of job: JobRow) -> [ListResource] {
        let definitions = shop.definitions
        return ProfileImport.lists((try? JSONDocument(job.detail))?.root).compactMap { list in
            definitions[.list, UInt64(list.value)].flatMap { ListResource($0) }
        }
    }

    private func write(_ job: JobRow, to resources: inout ResourceListWriter) {
        let id = shop.ids.id(.job, job.number)
        resources.resource(Self.type, id: id, path: Self.path + "/" + id) { resource in
            resource.attributes { attributes in
                attributes.write(counts: job, skipped: "failed_count")
                attributes.member(
                    "expires_at", Instant(secondsSince1970: job.createdAt.secondsSince1970 + JobCollection.keptForInSeconds))
                attributes.member("started_at", job.startedAt)
            }
            resource.relationship("lists", type: "list", ids: lists(of: job).map { shop.ids.id($0.number) })
            resource.relationship("profiles")
            resource.relationship("import-errors", links: .related)
        }
    }
}

extension AttributeWriter {
    /// What every job says of itself; rows that were not done have another name for each kind.
    mutating func write(counts job: JobRow, skipped: String) {
        member("status", job.status.word)
        member("created_at", job.createdAt)
        member("total_count", job.totalCount)
        member("completed_count", job.completedCount)
        member(skipped, job.failedCount)
        member("completed_at", job.completedAt)
    }
}

extension Shop {
    /// Takes a job in for whoever asks.
    func submit(
        _ kind: String, payload: [UInt8], total: Int, detail: String = "{}", _ request: APIRequest
    ) async throws(APIError) -> JobRow {
        do throws(IntakeError) {
            return try await jobs.submit(kind, payload: payload, total: total, detail: detail, who: request.who, to: self)
        } catch {
            throw APIError(error, ids: ids)
        }
    }
}
