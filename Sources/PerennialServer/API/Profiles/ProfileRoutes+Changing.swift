import Facts
import HTTPTypes
import JSON
import Shop

extension ProfileRoutes {
    var changing: [Route] {
        let body = Schema.document(Self.body(id: false))
        return [
            Route(
                .post, "/api/profiles", "Create Profile", access: .key(.profilesWrite), rate: .large, query: Self.shown,
                body: .json(body, mostBytes: ProfileAttributes.mostBytes), answers: [.document(.created, Self.resource)], handler: create),
            Route(
                .patch, "/api/profiles/{id}", "Update Profile", access: .key(.profilesWrite), rate: .large, query: Self.shown,
                body: .json(.document(Self.body(id: true)), mostBytes: ProfileAttributes.mostBytes),
                answers: [.document(.ok, Self.resource)], handler: update),
            Route(
                .post, "/api/profile-import", "Create or Update Profile", access: .key(.profilesWrite), rate: .large, query: Self.shown,
                body: .json(body, mostBytes: ProfileAttributes.mostBytes),
                answers: [.document(.created, Self.resource), .document(.ok, Self.resource)], handler: createOrUpdate),
            Route(
                .post, "/api/profile-merge", "Merge Profiles", access: .key(.profilesWrite), rate: .medium,
                query: QueryRules(fields: ["profile": ["id"]]),
                body: .json(
                    .document(
                        .object([
                            .init("type", .oneOf(["profile-merge"]), isRequired: true), .init("id", .text, isRequired: true),
                            .init("relationships", .object([.init("profiles", .references("profile", most: 1), isRequired: true)])),
                        ]))),
                answers: [.document(.created, .reference("profile"))], handler: merge),
        ]
    }

    /// A profile in a request.
    static func body(id: Bool) -> Schema {
        .object([
            .init("type", .oneOf(["profile"]), isRequired: true), .init("id", .nullable(.text), isRequired: id),
            .init("attributes", .object(ProfileAttributes.request), isRequired: true), .init("meta", ProfileAttributes.meta),
        ])
    }

    @Sendable private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await read(request, .init(id: .refused))
        let profile = try await shop.take(weight: body.weight) { (intake) throws(IntakeError) in
            try intake.create(body.identities, change: body.change)
        }
        return try await show(profile, request, .created)
    }

    @Sendable private func update(_ request: APIRequest) async throws -> APIResponse {
        let profile = try profile(request)
        let body = try await read(request, .init(needsIdentity: false, id: .known(request.parameters["id"])))
        try await shop.take(weight: body.weight) { (intake) throws(IntakeError) in
            guard intake.canonical(profile) == profile else { throw .notFound("There is no such profile any more.") }
            try intake.change(profile, body.change, identities: body.identities, cleared: body.cleared)
        }
        return try await show(profile, request)
    }

    @Sendable private func createOrUpdate(_ request: APIRequest) async throws -> APIResponse {
        let body = try await read(request, .init())
        let (profile, isNew) = try await shop.take(weight: body.weight) { (intake) throws(IntakeError) in try intake.upsert(body) }
        return try await show(profile, request, isNew ? .created : .ok)
    }

    private func read(_ request: APIRequest, _ rules: ProfileBody.Rules) async throws -> ProfileBody {
        let root = BodyReader(root: try await request.json().root)
        guard root.isObject(), let data = root.object("data", isRequired: true) else {
            try root.check()
            throw APIError.invalid("'data' is required.", pointer: "/data")
        }
        let body = try ProfileBody(data, ids: shop.ids, rules)
        try root.check()
        return body
    }

    @Sendable private func merge(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "profile-merge", attributesRequired: false)
        let destination = body.data.string("id", isRequired: true, longest: 200)
        let sources = body.relations("profiles", type: "profile", isRequired: true, least: 1, most: 1)
        try body.check()
        guard let destination, let source = sources?.first else { return .empty }
        guard let into = shop.ids.profile(destination) else { throw APIError.notFound("profile", id: destination) }
        guard let from = shop.ids.profile(source) else { throw APIError.notFound("profile", id: source) }
        guard from != into else {
            throw APIError.invalid("A profile cannot be merged into itself.", pointer: "/data/relationships/profiles/data/0/id")
        }
        try await shop.take { (intake) throws(IntakeError) in
            guard intake.canonical(into) == into else { throw .notFound("A profile with id \(destination) does not exist.") }
            guard intake.canonical(from) == from else { throw .notFound("A profile with id \(source) does not exist.") }
            intake.merge(from, into: into)
        }
        return request.document(.created) { document in
            document.one { $0.resource("profile", id: destination, path: "/api/profiles/\(destination)") { _ in } }
        }
    }
}
