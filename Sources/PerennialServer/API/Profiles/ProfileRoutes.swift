import Facts
import HTTPTypes
import Journal
import Population
import Shop

/// Profiles: found, created, changed, made one, and the lists and segments that they are in.
struct ProfileRoutes: RouteGroup {
    let shop: Shop

    var routes: [Route] { finding + changing + memberships }

    /// A profile resource in answers.
    static let resource = Schema.resource("profile", id: true, attributes: ProfileAttributes.answer)
    /// What may be asked of a profile that an answer shows.
    static let shown = QueryRules(
        fields: ["profile": ProfileAttributes.fields], additionalFields: ["profile": ProfileAttributes.additional])

    /// The profile that a path names: one that lives. What was merged into another, or erased, is not there any more.
    func profile(_ request: APIRequest) throws(APIError) -> ProfileNumber {
        let id = request.parameters["id"]
        guard let profile = shop.ids.profile(id), shop.read({ $0.isLive(profile) }) else { throw .notFound("profile", id: id) }
        return profile
    }

    /// The answer that shows a profile.
    func show(
        _ profile: ProfileNumber, _ request: APIRequest, _ status: HTTPResponse.Status = .ok
    ) async throws -> APIResponse {
        guard let resource = try await shop.profiles([profile], .init(request.query)).first else {
            throw APIError.notFound("profile", id: shop.ids.id(profile))
        }
        return request.document(status) { document in
            document.one { resource.write(to: &$0, shop.ids) }
        }
    }
}

extension Shop {
    /// Profiles as answers show them, in order and with the proofs of consent; whoever is no more is left out.
    func profiles(_ numbers: [ProfileNumber], _ parts: ProfileResource.Parts = .plain) async throws(JournalError) -> [ProfileResource] {
        if parts.predictions { await settleScores(of: numbers) }
        let now = clock()
        var resources = read { population in
            numbers.filter { population.isLive($0) }.map { ProfileResource($0, in: population, parts, now: now) }
        }
        try resources.addProofs(journal)
        return resources
    }

    /// The lists that a profile is in, of those that live.
    func lists(of profile: ProfileNumber) -> [ListResource] {
        let numbers = read { $0.memberships(of: profile).map(\.list) }
        let definitions = definitions
        return numbers.compactMap { definitions[.list, UInt64($0.value)].flatMap { ListResource($0) } }
    }
}
