import Facts
import HTTPTypes
import JSON
import Journal
import Shop

extension ProfileImportRoutes {
    var related: [Route] {
        var shown = ProfileRoutes.shown
        shown.page = .init(standard: 20, most: 100)
        let pages = QueryRules(page: .init(standard: 20, most: 100))
        return [
            Route(
                .get, Self.path + "/{id}/lists", "Get List for Bulk Import Profiles Job", access: .key(.listsRead), rate: .medium,
                query: QueryRules(fields: ["list": ListResource.fields]),
                answers: [.collection(.resource("list", id: true, attributes: ListResource.attributes))], handler: lists),
            Route(
                .get, Self.path + "/{id}/relationships/lists", "Get List IDs for Bulk Import Profiles Job", access: .key(.listsRead),
                rate: .medium, answers: [.collection(.reference("list"))], handler: listIDs),
            Route(
                .get, Self.path + "/{id}/profiles", "Get Profiles for Bulk Import Profiles Job", access: .key(.profilesRead),
                rate: .medium, query: shown, answers: [.collection(ProfileRoutes.resource)], handler: profiles),
            Route(
                .get, Self.path + "/{id}/relationships/profiles", "Get Profile IDs for Bulk Import Profiles Job",
                access: .key(.profilesRead), rate: .medium, query: pages, answers: [.collection(.reference("profile"))],
                handler: profileIDs),
            Route(
                .get, Self.path + "/{id}/import-errors", "Get Errors for Bulk Import Profiles Job", access: .key(.profilesRead),
                rate: .medium,
                query: QueryRules(
                    fields: ["import-error": ["code", "detail", "id", "original_payload", "source", "source.pointer", "title"]],
                    page: .init(standard: 20, most: 100)),
                answers: [.collection(Self.error)], handler: errors),
        ]
    }

    private static let error = Schema.resource(
        "import-error", id: true,
        attributes: [
            .init("code", .text), .init("title", .text), .init("detail", .text),
            .init("source", .object([.init("pointer", .nullable(.text))])), .init("original_payload", .nullable(.any)),
        ])

    @Sendable private func lists(_ request: APIRequest) async throws -> APIResponse {
        let lists = lists(of: try jobs.job(request))
        return request.document { document in
            document.many(request.pageLinks()) { resources in
                for list in lists { list.write(to: &resources, shop.ids) }
            }
        }
    }

    @Sendable private func listIDs(_ request: APIRequest) async throws -> APIResponse {
        let lists = lists(of: try jobs.job(request))
        return request.document { document in
            document.many(request.pageLinks()) { resources in
                for list in lists { resources.reference("list", id: shop.ids.id(list.number)) }
            }
        }
    }

    @Sendable private func profiles(_ request: APIRequest) async throws -> APIResponse {
        let page = try profilePage(request)
        let profiles = try await shop.profiles(page.items, .init(request.query))
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for profile in profiles { profile.write(to: &resources, shop.ids) }
            }
        }
    }

    @Sendable private func profileIDs(_ request: APIRequest) async throws -> APIResponse {
        let page = try profilePage(request)
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for profile in page.items { resources.reference("profile", id: shop.ids.id(profile)) }
            }
        }
    }

    /// A page of the profiles that a job was about, in the order of their numbers: a place that stays while the job goes on.
    private func profilePage(_ request: APIRequest) throws -> Page<ProfileNumber> {
        let all = try shop.profiles(of: try jobs.job(request))
        let walk = PageWalk(request.query)
        let start = walk.cursor?.number(0).flatMap { UInt32(exactly: $0) }.map { ProfileNumber($0) }
        var first = FirstKeys(walk, beyond: start)
        for profile in all { first.consider(profile) }
        return walk.page(first.keys) { Cursor(.number(Int64($0.row))) }
    }

    @Sendable private func errors(_ request: APIRequest) async throws -> APIResponse {
        let job = try jobs.job(request)
        let size = request.query.pageSize
        let found = try shop.journal.jobErrors(job.number, after: request.query.cursor?.number(0) ?? 0, limit: size + 1)
        let page = found.prefix(size)
        let next = found.count > size ? page.last.map { Cursor(.number($0.id)) } : nil
        return request.document { document in
            document.many(request.pageLinks(next: next)) { resources in
                for (number, error) in page { write(error, id: "\(shop.ids.id(.job, job.number))-\(number)", to: &resources) }
            }
        }
    }

    private func write(_ error: JobError, id: String, to resources: inout ResourceListWriter) {
        resources.resource("import-error", id: id) { resource in
            resource.attributes { attributes in
                attributes.member("code", error.code)
                attributes.member("title", error.title)
                attributes.member("detail", error.detail)
                attributes.object("source") { source in
                    // The row's own places are those of a document; here it is one of many.
                    source.member("pointer", "/data/attributes/profiles/data/\(error.row)" + error.pointer.dropFirst("/data".count))
                }
                attributes.value("original_payload") { json in
                    if let refused = error.refused { json.raw(refused) } else { json.null() }
                }
            }
        }
    }
}
