import Facts
import HTTPTypes
import Shop

/// POST and DELETE of /api/lists/{id}/relationships/profiles: who is in a list.
struct ListMembers: RouteGroup {
    let shop: Shop

    /// Profiles in one request.
    static let most = 1_000

    private static let path = "/api/lists/{id}/relationships/profiles"
    private static let body = Route.Body.json(.references("profile", most: most), mostBytes: 500_000)

    var routes: [Route] {
        [
            Route(
                .post, Self.path, "Add Profiles to List", access: .key(.listsWrite, and: [.profilesWrite]), rate: .medium, body: Self.body,
                answers: [.empty(.noContent)]
            ) { try await set($0, isMember: true) },
            Route(
                .delete, Self.path, "Remove Profiles from List", access: .key(.listsWrite, and: [.profilesWrite]), rate: .medium,
                body: Self.body, answers: [.empty(.noContent)]
            ) { try await set($0, isMember: false) },
        ]
    }

    /// All of them or nobody. Who is in, or out, already stays so.
    private func set(_ request: APIRequest, isMember: Bool) async throws -> APIResponse {
        let list = try shop.list(request.parameters["id"]).number
        var profiles: [(number: ProfileNumber, id: String)] = []
        var seen: Set<String> = []
        for id in try await request.references(type: "profile", most: Self.most) where seen.insert(id).inserted {
            guard let number = shop.ids.profile(id) else { throw APIError.notFound("profile", id: id) }
            profiles.append((number, id))
        }
        try await shop.take(weight: profiles.count * 16) { [profiles] (intake) throws(IntakeError) in
            for profile in profiles {
                guard let number = intake.canonical(profile.number) else {
                    throw .notFound("A profile with id \(profile.id) does not exist.")
                }
                if intake.isMember(number, of: list) != isMember { intake.membership(number, in: list, isMember: isMember) }
            }
        }
        return .empty
    }
}
