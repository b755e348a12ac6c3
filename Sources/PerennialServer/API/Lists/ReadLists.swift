import Facts
import HTTPTypes
import Population
import Shop

/// GET /api/lists and /api/lists/{id}.
struct ReadLists: RouteGroup {
    let shop: Shop

    private static let include = ["flow-triggers", "tags"]
    private static let fields = ["list": ListResource.fields, "tag": TagResource.fields, "flow": FlowFields.all]

    var routes: [Route] {
        [
            Route(
                .get, "/api/lists", "Get Lists", access: .key(.listsRead), rate: .large,
                query: QueryRules(
                    fields: Self.fields, include: Self.include,
                    filter: FilterRules(
                        .init("name", .text, .any, .equals), .init("id", .text, .any, .equals), .init("created", .instant, .greaterThan),
                        .init("updated", .instant, .greaterThan)),
                    sort: ["created", "id", "name", "updated"], page: .init(standard: 10, most: 10)),
                answers: [.collection(ListResource.schema)], handler: all),
            Route(
                .get, "/api/lists/{id}", "Get List", access: .key(.listsRead), rate: .large,
                query: QueryRules(
                    fields: Self.fields.merging(["list": ListResource.fields + ["profile_count"]]) { $1 },
                    additionalFields: ["list": ["profile_count"]], include: Self.include),
                answers: [.document(.ok, ListResource.schema)],
                slowerRate: { $0.asksFor(additional: "profile_count", of: "list") ? .extraSmall : nil }, handler: one),
        ]
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let (definitions, ids) = (shop.definitions, shop.ids)
        let lists = definitions.lists.filter { list in
            request.query.filter?.matches { field in
                switch field {
                case "name": .text(list.name)
                case "id": .text(ids.id(list.number))
                case "created": .instant(list.created)
                case "updated": .instant(list.updated)
                default: .none
                }
            } ?? true
        }
        let page = PageWalk(request.query).page(of: lists) { list in
            let number = Cursor.Part.number(Int64(list.number.value))
            switch request.query.sort?.field {
            case "name": return [.text(list.name), number]
            case "id": return [.text(ids.id(list.number))]
            case "updated": return [.number(list.updated.secondsSince1970), number]
            case "created": return [.number(list.created.secondsSince1970), number]
            default: return [number]
            }
        }
        let tags = includedTags(request, definitions)
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { writer in
                for list in page.items { write(list, tags, to: &writer) }
            }
            include(page.items, request, tags, in: &document)
        }
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let list = try shop.list(request.parameters["id"])
        var count: Int?
        if request.query.asksFor(additional: "profile_count", of: "list") { count = shop.read { $0.memberCount(of: list.number) } }
        let tags = includedTags(request, shop.definitions)
        return request.document { document in
            document.one { write(list, tags, profileCount: count, to: &$0) }
            include([list], request, tags, in: &document)
        }
    }

    private func includedTags(_ request: APIRequest, _ definitions: DefinitionTable) -> [TagDefinition]? {
        request.query.include.contains("tags") ? definitions.tags : nil
    }

    private func write(
        _ list: ListResource, _ tags: [TagDefinition]?, profileCount: Int? = nil, to writer: inout ResourceListWriter
    ) {
        let number = UInt64(list.number.value)
        list.write(to: &writer, shop.ids, tags: tags?.filter { $0.isOn(.list, number) }.map { shop.ids.id(.tag, $0.number) }) {
            attributes in
            if let profileCount { attributes.member("profile_count", profileCount) }
        }
    }

    /// No list starts a flow yet, so tags are all there is to include.
    private func include(_ lists: [ListResource], _ request: APIRequest, _ tags: [TagDefinition]?, in document: inout DocumentWriter) {
        guard !request.query.include.isEmpty else { return }
        document.included { writer in
            for tag in tags ?? [] where lists.contains(where: { tag.isOn(.list, UInt64($0.number.value)) }) { writer.tag(tag, shop.ids) }
        }
    }
}
