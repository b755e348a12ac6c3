import Facts
import HTTPTypes
import Population
import Shop

/// GET /api/lists/{id}/profiles and /api/lists/{id}/relationships/profiles: the members of a list.
struct ListProfiles: RouteGroup {
    let shop: Shop

    private static let filter = FilterRules(
        .init("email", .text, .any, .equals), .init("phone_number", .text, .any, .equals),
        .init("joined_group_at", .instant, .greaterOrEqual, .greaterThan, .lessOrEqual, .lessThan))

    var routes: [Route] {
        let access = Route.Access.key(.listsRead, and: [.profilesRead])
        return [
            Route(
                .get, "/api/lists/{id}/profiles", "Get Profiles for List", access: access, rate: .large,
                query: QueryRules(
                    fields: ["profile": ProfileAttributes.fields + ["joined_group_at"]],
                    additionalFields: ["profile": ProfileAttributes.additional], filter: Self.filter, sort: ["joined_group_at"],
                    page: .init(standard: 20, most: 100)),
                answers: [
                    .collection(
                        .resource(
                            "profile", id: true,
                            attributes: ProfileAttributes.answer + [.init("joined_group_at", .string(format: .instant))]))
                ],
                slowerRate: { $0.asksFor(additional: "predictive_analytics", of: "profile") ? .medium : nil }, handler: profiles),
            Route(
                .get, "/api/lists/{id}/relationships/profiles", "Get Profile IDs for List", access: access, rate: .large,
                query: QueryRules(filter: Self.filter, sort: ["joined_group_at"], page: .init(standard: 20, most: 100)),
                answers: [.collection(.reference("profile"))], handler: references),
        ]
    }

    private func profiles(_ request: APIRequest) async throws -> APIResponse {
        let page = page(of: try shop.list(request.parameters["id"]).number, request.query)
        let joined = Dictionary(page.items.map { ($0.profile, $0.joined) }) { first, _ in first }
        let profiles = try shop.profiles(page.items.map(\.profile), .init(request.query))
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for profile in profiles { profile.write(to: &resources, shop.ids, joined: joined[profile.number]) }
            }
        }
    }

    private func references(_ request: APIRequest) async throws -> APIResponse {
        let page = page(of: try shop.list(request.parameters["id"]).number, request.query)
        return request.references("profile", page.items.map { shop.ids.id($0.profile) }, next: page.next, previous: page.previous)
    }

    /// A member, in the order of joining.
    private struct Member: Comparable {
        var joined: Instant
        var profile: ProfileNumber

        static func < (a: Member, b: Member) -> Bool { (a.joined, a.profile) < (b.joined, b.profile) }

        var cursor: Cursor { Cursor(.number(joined.secondsSince1970), .number(Int64(profile.row))) }
    }

    private func page(of list: ListNumber, _ query: Query) -> Page<Member> {
        let walk = PageWalk(query)
        var start: Member?
        if let seconds = walk.cursor?.number(0), let row = walk.cursor?.number(1).flatMap({ UInt32(exactly: $0) }) {
            start = Member(joined: Instant(secondsSince1970: seconds), profile: ProfileNumber(row))
        }
        let terms = query.filter?.terms ?? []
        let named = terms.filter { $0.field != "joined_group_at" }
        let times = terms.filter { $0.field == "joined_group_at" }
        let members = shop.read { population in
            named.isEmpty ? population.members(of: list) : Self.members(named, of: list, population)
        }
        var first = FirstKeys(walk, beyond: start)
        for member in members where times.allSatisfy({ $0.holds(of: member.joined) }) {
            first.consider(Member(joined: member.joined, profile: member.profile))
        }
        return walk.page(first.keys) { $0.cursor }
    }

    /// The members that all the identities lead to.
    private static func members(
        _ terms: [FilterTerm], of list: ListNumber, _ population: Population
    ) -> [(profile: ProfileNumber, joined: Instant)] {
        var found: Set<ProfileNumber>?
        for term in terms {
            guard let kind = IdentityKind(attributeName: term.field) else { continue }
            let here = term.value.texts.compactMap { text in
                Identities.normal(text, kind).flatMap { population.profile(kind, $0) }
            }
            found = found?.intersection(here) ?? Set(here)
        }
        return (found ?? []).compactMap { profile in population.joined(list, profile).map { (profile, $0) } }
    }
}

extension FilterTerm {
    /// Whether a moment meets the comparison.
    func holds(of moment: Instant) -> Bool { Filter.term(self).matches { _ in .instant(moment) } }
}
