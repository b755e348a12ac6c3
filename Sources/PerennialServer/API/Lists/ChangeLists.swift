import Facts
import HTTPTypes
import Journal
import Shop

/// POST, PATCH and DELETE of lists.
struct ChangeLists: RouteGroup {
    let shop: Shop

    private static let attributes: [Schema.Property] = [
        .init("name", .string(longest: ListResource.longestName, shortest: 1)),
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
        let (shop, who) = (shop, request.who)
        let number = try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            try shop.newList(named: name ?? "", optIn ?? .double, intake, by: who)
        }
        return try answer(.created, shop.list(shop.ids.id(number)), request)
    }

    private func update(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let number = try shop.list(id).number
        let body = try await request.resource(type: "list", id: id)
        let (name, optIn) = read(body.attributes, isNew: false)
        try body.check()
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            try shop.changeList(number, name: name, optIn, intake, by: who)
        }
        return try answer(.ok, shop.list(id), request)
    }

    private func delete(_ request: APIRequest) async throws -> APIResponse {
        let number = try shop.list(request.parameters["id"]).number
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in try shop.removeList(number, intake, by: who) }
        return .empty
    }

    private func read(_ attributes: BodyReader, isNew: Bool) -> (name: String?, optIn: ListResource.OptInProcess?) {
        attributes.allow(only: ["name", "opt_in_process"])
        let name = attributes.string("name", isRequired: isNew, longest: ListResource.longestName, shortest: 1)
        return (name, attributes.oneOf("opt_in_process", as: ListResource.OptInProcess.self))
    }

    private func answer(_ status: HTTPResponse.Status, _ list: ListResource, _ request: APIRequest) -> APIResponse {
        request.document(status) { document in document.one { list.write(to: &$0, shop.ids) } }
    }
}
