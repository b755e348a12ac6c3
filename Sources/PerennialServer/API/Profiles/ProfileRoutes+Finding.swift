import Facts
import HTTPTypes
import Shop

extension ProfileRoutes {
    var finding: [Route] {
        var collection = Self.shown
        collection.include = Self.nothing
        collection.fields.merge(Self.fieldsOfNothing) { first, _ in first }
        collection.filter = ProfileSearch.rules
        collection.sort = ProfileSearch.orders
        collection.page = .init(standard: 20, most: 100)
        var single = Self.shown
        single.include = ["lists", "segments"] + Self.nothing
        single.fields.merge(Self.fieldsOfNothing) { first, _ in first }
        single.fields["list"] = ListResource.fields
        single.fields["segment"] = SegmentResource.fields
        return [
            Route(
                .get, "/api/profiles", "Get Profiles", access: .key(.profilesRead), rate: .large, query: collection,
                answers: [.collection(Self.resource)],
                slowerRate: { $0.asksFor(additional: "predictive_analytics", of: "profile") ? .medium : nil }, handler: list),
            Route(
                .get, "/api/profiles/{id}", "Get Profile", access: .key(.profilesRead), rate: .large, query: single,
                answers: [.document(.ok, Self.resource)],
                slowerRate: { $0.include.isDisjoint(with: ["lists", "segments"]) ? nil : .extraSmall }, handler: get),
        ]
    }

    /// What may be included, and is never there: nobody has a conversation or a push token here.
    private static let nothing = ["conversations", "push-tokens"]
    private static let fieldsOfNothing: [String: [String]] = [
        "conversation": ["channel", "id"],
        "push-token": [
            "background", "created", "enablement_status", "id", "metadata", "platform", "recorded_date", "token", "vendor",
        ] + pushTokenMetadata.map { "metadata.\($0)" },
    ]
    private static let pushTokenMetadata = [
        "app_build", "app_id", "app_name", "app_version", "device_id", "device_model", "environment", "klaviyo_sdk", "manufacturer",
        "os_name", "os_version", "sdk_version",
    ]

    @Sendable private func list(_ request: APIRequest) async throws -> APIResponse {
        let page = ProfileSearch(request.query, shop.ids).page(shop)
        let profiles = try await shop.profiles(page.items, .init(request.query))
        let pushTokens: [String]? = request.query.include.contains("push-tokens") ? [] : nil
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for profile in profiles { profile.write(to: &resources, shop.ids, pushTokens: pushTokens) }
            }
            if !request.query.include.isEmpty { document.included { _ in } }
        }
    }

    @Sendable private func get(_ request: APIRequest) async throws -> APIResponse {
        let number = try profile(request)
        let include = request.query.include
        guard let profile = try await shop.profiles([number], .init(request.query)).first else {
            throw APIError.notFound("profile", id: request.parameters["id"])
        }
        let lists = include.contains("lists") ? shop.lists(of: number) : []
        let segments = include.contains("segments") ? shop.segments(of: number) : []
        return request.document { document in
            document.one {
                profile.write(
                    to: &$0, shop.ids, lists: include.contains("lists") ? lists.map(\.number) : nil,
                    segments: include.contains("segments") ? segments.map { shop.ids.id($0.definition.number) } : nil,
                    pushTokens: include.contains("push-tokens") ? [] : nil)
            }
            if !include.isEmpty {
                document.included { resources in
                    for list in lists { list.write(to: &resources, shop.ids) }
                    for segment in segments { segment.write(to: &resources, shop.ids) }
                }
            }
        }
    }
}
