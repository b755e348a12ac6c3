import Facts
import HTTPTypes
import Journal
import Shop

/// POST, PATCH and DELETE of groups of tags.
struct ChangeTagGroups: RouteGroup {
    let shop: Shop

    /// Klaviyo's limit, the default group among them.
    static let mostGroups = 50

    private static let name = Schema.Property("name", .string(longest: TagResource.longestName, shortest: 1), isRequired: true)

    var routes: [Route] {
        let access = Route.Access.key(.tagsRead, and: [.tagsWrite])
        return [
            Route(
                .post, "/api/tag-groups", "Create Tag Group", access: access, rate: .small,
                query: QueryRules(fields: ["tag-group": TagGroupResource.fields]),
                body: .json(.document(.resource("tag-group", attributes: [Self.name, .init("exclusive", .nullable(.bool))]))),
                answers: [.document(.created, TagGroupResource.schema)], handler: create),
            Route(
                .patch, "/api/tag-groups/{id}", "Update Tag Group", access: access, rate: .small,
                body: .json(
                    .document(
                        .resource("tag-group", id: true, attributes: [Self.name, .init("return_fields", .nullable(.array(of: .text)))]))),
                answers: [.empty(.noContent)], handler: update),
            Route(
                .delete, "/api/tag-groups/{id}", "Delete Tag Group", access: access, rate: .small, answers: [.empty(.noContent)],
                handler: delete),
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "tag-group")
        body.attributes.allow(only: ["name", "exclusive"])
        let name = body.attributes.string("name", isRequired: true, longest: TagResource.longestName, shortest: 1)
        let isExclusive = body.attributes.bool("exclusive") ?? false
        try body.check()
        guard let name else { return .empty }
        let (shop, who) = (shop, request.who)
        let group = try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            guard shop.definitions.tagGroups.count < Self.mostGroups else {
                throw .invalid(pointer: "/data", detail: "There are \(Self.mostGroups) tag groups, the most that a shop may have.")
            }
            let group = TagGroupDefinition(number: shop.journal.nextTagGroupNumber(), name: name, isExclusive: isExclusive)
            intake.define(.tagGroup, group.number, group.body, id: shop.ids.id(.tagGroup, group.number), by: who, isNew: true)
            return group
        }
        return request.document(.created) { document in document.one { $0.tagGroup(group, shop.ids) } }
    }

    private func update(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let number = try shop.tagGroup(id).number
        let body = try await request.resource(type: "tag-group", id: id)
        // Klaviyo's document has `return_fields` here, and an answer without content.
        body.attributes.allow(only: ["name", "return_fields"])
        let name = body.attributes.string("name", isRequired: true, longest: TagResource.longestName, shortest: 1)
        try body.check()
        guard let name else { return .empty }
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            guard var group = shop.definitions.tagGroup(number) else { throw .notFound("A tag group with id \(id) does not exist.") }
            group.name = name
            intake.define(.tagGroup, number, group.body, id: id, by: who)
        }
        return .empty
    }

    /// Its tags go with it.
    private func delete(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let group = try shop.tagGroup(id)
        guard !group.isDefault else { throw APIError.invalid("The default tag group cannot be deleted.", pointer: "/data") }
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            let definitions = shop.definitions
            guard definitions.tagGroup(group.number) != nil else { throw .notFound("A tag group with id \(id) does not exist.") }
            intake.define(.tagGroup, group.number, nil, id: id, by: who)
            for tag in definitions.tags where tag.group == group.number {
                intake.define(.tag, tag.number, nil, id: shop.ids.id(.tag, tag.number), by: who)
            }
        }
        return .empty
    }
}
