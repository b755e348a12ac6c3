import Facts
import HTTPTypes
import Population
import Shop

/// GET /api/segments/{id}/profiles and /api/segments/{id}/relationships/profiles: the members of a segment.
struct SegmentProfiles: RouteGroup {
    let shop: Shop

    var routes: [Route] {
        let access = Route.Access.key(.segmentsRead, and: [.profilesRead])
        return [
            Route(
                .get, "/api/segments/{id}/profiles", "Get Profiles for Segment", access: access, rate: .large,
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
                .get, "/api/segments/{id}/relationships/profiles", "Get Profile IDs for Segment", access: access, rate: .large,
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
        let segment = try shop.segment(request.parameters["id"]).number
        return GroupMembers(shop: shop, all: { $0.members(of: segment) }, joined: { $0.joined(segment, $1) })
    }
}
