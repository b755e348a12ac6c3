import Facts
import HTTPTypes
import Population
import Shop

/// GET /api/lists/{id}/profiles and …/relationships/profiles, and the same of segments: their members.
struct GroupProfiles: RouteGroup {
    let shop: Shop
    let kind: ProfileGroup

    var routes: [Route] {
        let access = Route.Access.key(kind.scope, and: [.profilesRead])
        return [
            Route(
                .get, "\(kind.path)/{id}/profiles", "Get Profiles for \(kind.title)", access: access, rate: .large,
                query: QueryRules(
                    fields: ["profile": ProfileAttributes.fields + ["joined_group_at"]],
                    additionalFields: ["profile": ProfileAttributes.additional], filter: GroupMembers.filter, sort: ["joined_group_at"],
                    page: .init(standard: 20, most: 100)),
                answers: [
                    .collection(
                        .resource(
                            "profile", id: true,
                            attributes: ProfileAttributes.answer + [.init("joined_group_at", .string(format: .instant))]))
                ],
                slowerRate: { $0.asksFor(additional: "predictive_analytics", of: "profile") ? .medium : nil }, handler: profiles),
            Route(
                .get, "\(kind.path)/{id}/relationships/profiles", "Get Profile IDs for \(kind.title)", access: access, rate: .large,
                query: QueryRules(filter: GroupMembers.filter, sort: ["joined_group_at"], page: .init(standard: 20, most: 100)),
                answers: [.collection(.reference("profile"))], handler: references),
        ]
    }

    private func profiles(_ request: APIRequest) async throws -> APIResponse {
        let page = try members(request).page(request.query)
        let joined = Dictionary(page.items.map { ($0.profile, $0.joined) }) { first, _ in first }
        let profiles = try await shop.profiles(page.items.map(\.profile), .init(request.query))
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for profile in profiles { profile.write(to: &resources, shop.ids, joined: joined[profile.number]) }
            }
        }
    }

    private func references(_ request: APIRequest) async throws -> APIResponse {
        let page = try members(request).page(request.query)
        return request.references("profile", page.items.map { shop.ids.id($0.profile) }, next: page.next, previous: page.previous)
    }

    private func members(_ request: APIRequest) throws(APIError) -> GroupMembers {
        let group = try kind.one(request.parameters["id"], shop)
        return GroupMembers(shop: shop, all: { group.members($0) }, joined: { group.joined($0, $1) })
    }
}
