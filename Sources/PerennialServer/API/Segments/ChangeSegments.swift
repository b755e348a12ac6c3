import Facts
import HTTPTypes
import JSON
import Journal
import Population
import Segments
import Shop

/// POST, PATCH and DELETE of segments.
struct ChangeSegments: RouteGroup {
    let shop: Shop

    /// A hundred conditions with some hundreds of values each.
    static let mostBytes = 1_000_000

    private static let attributes: [Schema.Property] = [
        .init("name", .string(longest: SegmentDefinition.longestName, shortest: 1)), .init("definition", .anyObject),
        .init("is_starred", .nullable(.bool)),
    ]

    var routes: [Route] {
        let new = Self.attributes.map { Schema.Property($0.name, $0.schema, isRequired: $0.name != "is_starred") }
        let changed = Self.attributes.map { Schema.Property($0.name, .nullable($0.schema)) } + [.init("is_active", .nullable(.bool))]
        return [
            Route(
                .post, "/api/segments", "Create Segment", access: .key(.segmentsWrite), rate: .extraSmall,
                query: QueryRules(fields: ["segment": SegmentResource.fields]),
                body: .json(.document(.resource("segment", attributes: new)), mostBytes: Self.mostBytes),
                answers: [.document(.created, SegmentResource.schema)],
                handler: create),
            Route(
                .patch, "/api/segments/{id}", "Update Segment", access: .key(.segmentsWrite), rate: .extraSmall,
                query: QueryRules(fields: ["segment": SegmentResource.fields]),
                body: .json(.document(.resource("segment", id: true, attributes: changed)), mostBytes: Self.mostBytes),
                answers: [.document(.ok, SegmentResource.schema)], handler: update),
            Route(
                .delete, "/api/segments/{id}", "Delete Segment", access: .key(.segmentsWrite), rate: .extraSmall,
                answers: [.empty(.noContent)], handler: delete),
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "segment")
        body.attributes.allow(only: ["name", "definition", "is_starred"])
        let name = Self.name(body.attributes, isRequired: true)
        let definition = body.attributes.object("definition", isRequired: true)
        let isStarred = body.attributes.bool("is_starred") ?? false
        try body.check()
        guard let name, let definition else { throw APIError.invalid("A name and a definition are needed.", pointer: "/data/attributes") }
        let condition = try definition.condition()
        _ = try shop.checkedPlan(condition, definition)
        let (shop, who) = (shop, request.who)
        let number = try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            try shop.newSegment(named: name, condition, isStarred: isStarred, intake, by: who)
        }
        return try answer(.created, shop.ids.id(number), request)
    }

    private static func name(_ attributes: BodyReader, isRequired: Bool) -> String? {
        let name = attributes.string("name", isRequired: isRequired, longest: SegmentDefinition.longestName, shortest: 1)
        if let fault = name.flatMap({ SegmentDefinition.faultOf(name: $0) }) { attributes.fault("'name' \(fault).", at: "name") }
        return name
    }

    private func update(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let number = try shop.segment(id).number
        let body = try await request.resource(type: "segment", id: id)
        body.attributes.allow(only: ["name", "definition", "is_starred", "is_active"])
        let name = Self.name(body.attributes, isRequired: false)
        let definition = body.attributes.object("definition")
        let (isStarred, isActive) = (body.attributes.bool("is_starred"), body.attributes.bool("is_active"))
        if isActive == false, name != nil || definition != nil || isStarred != nil {
            body.attributes.fault("A segment is made inactive by itself, with nothing else in the request.", at: "is_active")
        }
        try body.check()
        var condition: Condition?
        if let definition {
            let read = try definition.condition()
            _ = try shop.checkedPlan(read, definition)
            condition = read
        }
        let (shop, who) = (shop, request.who)
        let change = SegmentChange(name: name, condition: condition, isStarred: isStarred, isActive: isActive)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            try shop.changeSegment(number, change, intake, by: who)
        }
        return try answer(.ok, id, request)
    }

    private func delete(_ request: APIRequest) async throws -> APIResponse {
        let number = try shop.segment(request.parameters["id"]).number
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in try shop.removeSegment(number, intake, by: who) }
        return .empty
    }

    private func answer(_ status: HTTPResponse.Status, _ id: String, _ request: APIRequest) throws -> APIResponse {
        let segment = SegmentResource(try shop.segment(id), shop)
        return request.document(status) { document in document.one { segment.write(to: &$0, shop.ids) } }
    }
}
