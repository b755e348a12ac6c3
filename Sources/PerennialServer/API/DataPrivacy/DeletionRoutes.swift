import Facts
import HTTPTypes
import Population
import Shop

/// POST /api/data-privacy-deletion-jobs: a person is erased, everywhere.
struct DeletionRoutes: RouteGroup {
    let shop: Shop

    private static let identifiers: [(kind: IdentityKind, format: Schema.Format)] = [(.email, .email), (.phone, .phone)]

    var routes: [Route] {
        [
            Route(
                .post, "/api/data-privacy-deletion-jobs", "Request Profile Deletion", access: .key(.dataPrivacyWrite), rate: .small,
                body: .json(Self.body), answers: [.empty(.accepted)], handler: delete)
        ]
    }

    private static let body = Schema.document(
        .resource(
            "data-privacy-deletion-job",
            attributes: [
                .init(
                    "profile",
                    .document(
                        .object([
                            .init("type", .oneOf(["profile"]), isRequired: true), .init("id", .nullable(.text)),
                            .init(
                                "attributes",
                                .object(identifiers.map { .init($0.kind.attributeName, .nullable(.string(format: $0.format))) })),
                        ])), isRequired: true)
            ]))

    @Sendable private func delete(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "data-privacy-deletion-job")
        body.attributes.allow(only: ["profile"])
        let data = body.attributes.object("profile", isRequired: true)?.object("data", isRequired: true)
        let id = data?.string("id", longest: 200)
        var identities = Identities()
        if let data, data.checkType("profile"), let attributes = data.object("attributes") {
            attributes.allow(only: Self.identifiers.map(\.kind.attributeName))
            for (kind, format) in Self.identifiers {
                identities[kind] = attributes.string(kind.attributeName, longest: 255, format: format)
            }
        }
        let count = identities.given.count + (id == nil ? 0 : 1)
        if count != 1, let data, !data.hasFaults {
            data.fault("Exactly one identifier is needed: id, email or phone_number.", at: "attributes")
        }
        try body.check()
        // Nobody is left to erase where an address is nobody's: what was asked for is so already.
        guard let profile = try find(id, identities) else { return .status(.accepted) }
        do throws(IntakeError) {
            _ = try await shop.erase(profile, by: request.who)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        return .status(.accepted)
    }

    private func find(_ id: String?, _ identities: Identities) throws(APIError) -> ProfileNumber? {
        guard let id else { return shop.read { population in identities.given.first.flatMap { population.profile($0.kind, $0.text) } } }
        guard let profile = shop.ids.profile(id), shop.read({ $0.isLive(profile) }) else { throw .notFound("profile", id: id) }
        return profile
    }
}
