import Facts
import HTTPTypes
import Population
import Shop

/// GET /api/lists and /api/segments, all of them and one.
struct ReadGroups: RouteGroup {
    let shop: Shop
    let kind: ProfileGroup

    private static let include = ["flow-triggers", "tags"]

    private var fields: [String: [String]] { [kind.rawValue: kind.fields, "tag": TagResource.fields, "flow": FlowFields.all] }

    var routes: [Route] {
        let type = kind.rawValue
        return [
            Route(
                .get, kind.path, "Get \(kind.title)s", access: .key(kind.scope), rate: .large,
                query: QueryRules(
                    fields: fields, include: Self.include,
                    filter: FilterRules(
                        .init("name", .text, .any, .equals), .init("id", .text, .any, .equals), .init("created", .instant, .greaterThan),
                        .init("updated", .instant, .greaterThan)),
                    sort: ["created", "id", "name", "updated"], page: .init(standard: 10, most: 10)),
                answers: [.collection(kind.schema)], handler: all),
            Route(
                .get, "\(kind.path)/{id}", "Get \(kind.title)", access: .key(kind.scope), rate: .large,
                query: QueryRules(
                    fields: fields.merging([type: kind.fields + ["profile_count"]]) { $1 },
                    additionalFields: [type: ["profile_count"]], include: Self.include),
                answers: [.document(.ok, kind.schema)],
                slowerRate: { $0.asksFor(additional: "profile_count", of: type) ? .extraSmall : nil }, handler: one),
        ]
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let ids = shop.ids
        let groups = kind.all(shop).filter { group in
            request.query.filter?.matches { field in
                switch field {
                case "name": .text(group.name)
                case "id": .text(group.id(ids))
                case "created": .instant(group.created)
                case "updated": .instant(group.updated)
                default: .none
                }
            } ?? true
        }
        let page = PageWalk(request.query).page(of: groups) { group in
            let number = Cursor.Part.number(Int64(group.groupNumber))
            switch request.query.sort?.field {
            case "name": return [.text(group.name), number]
            case "id": return [.text(group.id(ids))]
            case "updated": return [.number(group.updated.secondsSince1970), number]
            case "created": return [.number(group.created.secondsSince1970), number]
            default: return [number]
            }
        }
        let tags = includedTags(request)
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { writer in
                for group in page.items { write(group, tags, to: &writer) }
            }
            include(page.items, request, tags, in: &document)
        }
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let group = try kind.one(request.parameters["id"], shop)
        var count: Int?
        if request.query.asksFor(additional: "profile_count", of: kind.rawValue) { count = shop.read { group.memberCount($0) } }
        let tags = includedTags(request)
        return request.document { document in
            document.one { write(group, tags, profileCount: count, to: &$0) }
            include([group], request, tags, in: &document)
        }
    }

    private func includedTags(_ request: APIRequest) -> [TagDefinition]? {
        request.query.include.contains("tags") ? shop.definitions.tags : nil
    }

    private func isOn(_ tag: TagDefinition, _ group: any GroupResource) -> Bool { tag.isOn(kind.taggable, UInt64(group.groupNumber)) }

    private func write(
        _ group: any GroupResource, _ tags: [TagDefinition]?, profileCount: Int? = nil, to writer: inout ResourceListWriter
    ) {
        group.write(to: &writer, shop.ids, tags: tags?.filter { isOn($0, group) }.map { shop.ids.id(.tag, $0.number) }) { attributes in
            if let profileCount { attributes.member("profile_count", profileCount) }
        }
    }

    /// Nothing starts a flow yet, so tags are all there is to include.
    private func include(
        _ groups: [any GroupResource], _ request: APIRequest, _ tags: [TagDefinition]?, in document: inout DocumentWriter
    ) {
        guard !request.query.include.isEmpty else { return }
        document.included { writer in
            for tag in tags ?? [] where groups.contains(where: { isOn(tag, $0) }) { writer.tag(tag, shop.ids) }
        }
    }
}
