import Facts
import HTTPTypes
import Shop

/// GET /api/tag-groups, /api/tag-groups/{id}, and the tags of a group.
struct TagGroups: RouteGroup {
    let shop: Shop

    var routes: [Route] {
        let fields = ["tag-group": TagGroupResource.fields]
        return [
            Route(
                .get, "/api/tag-groups", "Get Tag Groups", access: .key(.tagsRead), rate: .small,
                query: QueryRules(
                    fields: fields,
                    filter: FilterRules(ReadTags.nameFilter, .init("exclusive", .bool, .equals), .init("default", .bool, .equals)),
                    sort: ["id", "name"], page: .init(standard: 25, most: 25)),
                answers: [.collection(TagGroupResource.schema)], handler: all),
            Route(
                .get, "/api/tag-groups/{id}", "Get Tag Group", access: .key(.tagsRead), rate: .small, query: QueryRules(fields: fields),
                answers: [.document(.ok, TagGroupResource.schema)]
            ) { request in
                let group = try shop.tagGroup(request.parameters["id"])
                return request.document { document in document.one { $0.tagGroup(group, shop.ids) } }
            },
            Route(
                .get, "/api/tag-groups/{id}/tags", "Get Tags for Tag Group", access: .key(.tagsRead), rate: .small,
                query: QueryRules(fields: ["tag": TagResource.fields]), answers: [.collection(TagResource.schema)]
            ) { request in
                let tags = try self.tags(request)
                return request.document { document in
                    document.many(request.pageLinks()) { writer in for tag in tags { writer.tag(tag, shop.ids) } }
                }
            },
            Route(
                .get, "/api/tag-groups/{id}/relationships/tags", "Get Tag IDs for Tag Group", access: .key(.tagsRead), rate: .small,
                answers: [.collection(.reference("tag"))]
            ) { request in
                try request.references("tag", self.tags(request).map { shop.ids.id(.tag, $0.number) })
            },
        ]
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let groups = shop.definitions.tagGroups.filter { group in
            request.query.filter?.matches { field in
                switch field {
                case "name": .text(group.name)
                case "exclusive": .bool(group.isExclusive)
                case "default": .bool(group.isDefault)
                default: .none
                }
            } ?? true
        }
        let page = PageWalk(request.query).page(of: groups) { group in
            switch request.query.sort?.field {
            case "name": [.text(group.name), .number(Int64(clamping: group.number))]
            case "id": [.text(shop.ids.id(.tagGroup, group.number))]
            default: [.number(Int64(clamping: group.number))]
            }
        }
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { writer in
                for group in page.items { writer.tagGroup(group, shop.ids) }
            }
        }
    }

    private func tags(_ request: APIRequest) throws(APIError) -> [TagDefinition] {
        let group = try shop.tagGroup(request.parameters["id"]).number
        return shop.definitions.tags.filter { $0.group == group }
    }
}
