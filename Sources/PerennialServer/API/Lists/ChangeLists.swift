import Facts
import HTTPTypes
import Journal
import Shop

/// POST, PATCH and DELETE of lists.
struct ChangeLists: RouteGroup {
    let shop: Shop

    /// More lists than any shop keeps apart; each is in memory.
    static let mostLists = 5_000
    private static let longestName = 255

    private static let attributes: [Schema.Property] = [
        .init("name", .string(longest: longestName, shortest: 1)),
        .init("opt_in_process", .nullable(.oneOf(ListResource.OptInProcess.allCases.map(\.rawValue)))),
    ]

    var routes: [Route] {
        let newAttributes = Self.attributes.map { Schema.Property($0.name, $0.schema, isRequired: $0.name == "name") }
        return [
            Route(
                .post, "/api/lists", "Create List", access: .key(.listsWrite), rate: .medium,
                query: QueryRules(fields: ["list": ListResource.fields]),
                body: .json(.document(.resource("list", attributes: newAttributes))), answers: [.document(.created, ListResource.schema)],
                handler: create),
            Route(
                .patch, "/api/lists/{id}", "Update List", access: .key(.listsWrite), rate: .medium,
                query: QueryRules(fields: ["list": ListResource.fields]),
                body: .json(.document(.resource("list", id: true, attributes: Self.attributes))),
                answers: [.document(.ok, ListResource.schema)], handler: update),
            Route(
                .delete, "/api/lists/{id}", "Delete List", access: .key(.listsWrite), rate: .medium, answers: [.empty(.noContent)],
                handler: delete),
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "list")
        let (name, optIn) = read(body.attributes, isNew: true)
        try body.check()
        let json = ListResource.body(name: name ?? "", optInProcess: optIn ?? .double)
        let (shop, who) = (shop, request.who)
        let number = try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            guard shop.definitions.count(.list) < Self.mostLists else {
                throw .invalid(pointer: "/data", detail: "There are \(Self.mostLists) lists, the most that a shop may have.")
            }
            let number = shop.journal.nextNumber(.definition(DefinitionKind.list.rawValue))
            intake.define(.list, number, json, id: shop.ids.id(.list, number), by: who, isNew: true)
            return number
        }
        return try answer(.created, shop.list(shop.ids.id(.list, number)), request)
    }

    private func update(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let number = try shop.list(id).number
        let body = try await request.resource(type: "list", id: id)
        let (name, optIn) = read(body.attributes, isNew: false)
        try body.check()
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            guard let list = shop.definitions[.list, UInt64(number.value)].flatMap({ ListResource($0) }) else {
                throw .notFound("A list with id \(id) does not exist.")
            }
            let json = ListResource.body(name: name ?? list.name, optInProcess: optIn ?? list.optInProcess)
            intake.define(.list, UInt64(number.value), json, id: id, by: who)
        }
        return try answer(.ok, shop.list(id), request)
    }

    /// Who was in it stays a profile; tags lose it.
    private func delete(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let number = UInt64(try shop.list(id).number.value)
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            let definitions = shop.definitions
            guard definitions[.list, number] != nil else { throw .notFound("A list with id \(id) does not exist.") }
            intake.define(.list, number, nil, id: id, by: who)
            for var tag in definitions.tags(on: .list, number) {
                tag.set(false, on: .list, number)
                intake.define(.tag, tag.number, tag.body, id: shop.ids.id(.tag, tag.number), by: who)
            }
        }
        return .empty
    }

    private func read(_ attributes: BodyReader, isNew: Bool) -> (name: String?, optIn: ListResource.OptInProcess?) {
        attributes.allow(only: ["name", "opt_in_process"])
        let name = attributes.string("name", isRequired: isNew, longest: Self.longestName, shortest: 1)
        return (name, attributes.oneOf("opt_in_process", as: ListResource.OptInProcess.self))
    }

    private func answer(_ status: HTTPResponse.Status, _ list: ListResource, _ request: APIRequest) -> APIResponse {
        request.document(status) { document in document.one { list.write(to: &$0, shop.ids) } }
    }
}
