import Facts
import HTTPTypes
import Shop

/// GET /api/tags, /api/tags/{id}, and the group of a tag.
struct ReadTags: RouteGroup {
    let shop: Shop

    static let nameFilter = FilterRules.Field("name", .text, .contains, .endsWith, .equals, .startsWith)

    var routes: [Route] {
        let fields = ["tag": TagResource.fields, "tag-group": TagGroupResource.fields]
        return [
            Route(
                .get, "/api/tags", "Get Tags", access: .key(.tagsRead), rate: .small,
                query: QueryRules(
                    fields: fields, include: ["tag-group"], filter: FilterRules(Self.nameFilter), sort: ["id", "name"],
                    page: .init(standard: 50, most: 50)),
                answers: [.collection(TagResource.schema)], handler: all),
            Route(
                .get, "/api/tags/{id}", "Get Tag", access: .key(.tagsRead), rate: .small,
                query: QueryRules(fields: fields, include: ["tag-group"]), answers: [.document(.ok, TagResource.schema)], handler: one),
            Route(
                .get, "/api/tags/{id}/tag-group", "Get Tag Group for Tag", access: .key(.tagsRead), rate: .small,
                query: QueryRules(fields: ["tag-group": TagGroupResource.fields]), answers: [.document(.ok, TagGroupResource.schema)]
            ) { request in
                let group = shop.definitions.tagGroup(try shop.tag(request.parameters["id"]).group)
                return request.document { document in
                    if let group { document.one { $0.tagGroup(group, shop.ids) } } else { document.nothing() }
                }
            },
            Route(
                .get, "/api/tags/{id}/relationships/tag-group", "Get Tag Group ID for Tag", access: .key(.tagsRead), rate: .small,
                answers: [.document(.ok, .reference("tag-group"))]
            ) { request in
                request.reference("tag-group", shop.ids.id(.tagGroup, try shop.tag(request.parameters["id"]).group))
            },
        ]
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let (definitions, ids) = (shop.definitions, shop.ids)
        let tags = definitions.tags.filter { tag in
            request.query.filter?.matches { $0 == "name" ? .text(tag.name) : .none } ?? true
        }
        let page = PageWalk(request.query).page(of: tags) { tag in
            switch request.query.sort?.field {
            case "name": [.text(tag.name), .number(Int64(clamping: tag.number))]
            case "id": [.text(ids.id(.tag, tag.number))]
            default: [.number(Int64(clamping: tag.number))]
            }
        }
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { writer in
                for tag in page.items { writer.tag(tag, ids) }
            }
            includeGroups(of: page.items, request, definitions, in: &document)
        }
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let tag = try shop.tag(request.parameters["id"])
        return request.document { document in
            document.one { $0.tag(tag, shop.ids) }
            includeGroups(of: [tag], request, shop.definitions, in: &document)
        }
    }

    private func includeGroups(
        of tags: [TagDefinition], _ request: APIRequest, _ definitions: DefinitionTable, in document: inout DocumentWriter
    ) {
        guard request.query.include.contains("tag-group") else { return }
        document.included { writer in
            for group in Set(tags.map(\.group)).sorted() {
                if let group = definitions.tagGroup(group) { writer.tagGroup(group, shop.ids) }
            }
        }
    }
}
