import Facts
import HTTPTypes
import Journal
import Shop

/// POST, PATCH and DELETE of tags.
struct ChangeTags: RouteGroup {
    let shop: Shop

    /// Klaviyo's limit.

    private static let attributes: [Schema.Property] = [
        .init("name", .string(longest: TagResource.longestName, shortest: 1), isRequired: true)
    ]

    var routes: [Route] {
        let access = Route.Access.key(.tagsRead, and: [.tagsWrite])
        let group = Schema.Property("tag-group", .document(.reference("tag-group")))
        return [
            Route(
                .post, "/api/tags", "Create Tag", access: access, rate: .small, query: QueryRules(fields: ["tag": TagResource.fields]),
                body: .json(.document(.resource("tag", attributes: Self.attributes, relationships: [group]))),
                answers: [.document(.created, TagResource.schema)], handler: create),
            Route(
                .patch, "/api/tags/{id}", "Update Tag", access: access, rate: .small,
                body: .json(.document(.resource("tag", id: true, attributes: Self.attributes))), answers: [.empty(.noContent)],
                handler: update),
            Route(
                .delete, "/api/tags/{id}", "Delete Tag", access: access, rate: .small, answers: [.empty(.noContent)], handler: delete),
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "tag")
        let name = TagResource.name(body.attributes)
        let groupID = body.relation("tag-group", type: "tag-group")
        try body.check()
        guard let name else { return .empty }
        var group = TagGroupDefinition.defaultNumber
        if let groupID { group = try shop.tagGroup(groupID).number }
        let (shop, who) = (shop, request.who)
        let tag = try await shop.take(isAlone: true) { [group] (intake) throws(IntakeError) in
            let definitions = shop.definitions
            guard definitions.tagGroup(group) != nil else { throw .notFound("A tag group with id \(groupID ?? "") does not exist.") }
            do throws(TagFault) {
                return try shop.newTag(named: name, in: group, intake, by: who)
            } catch {
                throw .invalid(pointer: "/data", detail: "There are \(Shop.mostTags) tags, the most that a shop may have.")
            }
        }
        return request.document(.created) { document in document.one { $0.tag(tag, shop.ids) } }
    }

    private func update(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let number = try shop.tag(id).number
        let body = try await request.resource(type: "tag", id: id)
        let name = TagResource.name(body.attributes)
        try body.check()
        guard let name else { return .empty }
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            guard var tag = shop.definitions.tag(number) else { throw .notFound("A tag with id \(id) does not exist.") }
            tag.name = name
            intake.define(.tag, number, tag.body, id: id, by: who)
        }
        return .empty
    }

    private func delete(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let number = try shop.tag(id).number
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            guard shop.definitions.tag(number) != nil else { throw .notFound("A tag with id \(id) does not exist.") }
            intake.define(.tag, number, nil, id: id, by: who)
        }
        return .empty
    }
}

extension TagResource {
    /// The name in a body: all that can be said of a tag once it is there.
    static func name(_ attributes: BodyReader) -> String? {
        attributes.allow(only: ["name"])
        return attributes.string("name", isRequired: true, longest: longestName, shortest: 1)
    }
}
