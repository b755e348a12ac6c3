import CustomerValue
import Facts
import HTTPTypes
import JSON
import Population
import Shop

/// A person's RFM group on a day, and every change of it: /api/perennial/profiles/{id}/rfm and …/rfm-history.
struct ProfileRFMRoutes: RouteGroup {
    let shop: Shop

    private static let scores = Schema.nullable(
        .object([
            .init("recency", .integer(least: 1), isRequired: true), .init("frequency", .integer(least: 1), isRequired: true),
            .init("monetary", .integer(least: 1), isRequired: true),
        ]))
    private static let group = Schema.nullable(.oneOf(RFMGroup.allCases.map(\.rawValue)))
    private static let causes = Schema.oneOf(RFMFact.Cause.allCases.map(\.name))

    private static let today = Schema.resource(
        "rfm-group", id: true,
        attributes: RFMOfPerson.Part.allCases.map { part in
            let schema: Schema =
                switch part {
                case .day: .text
                case .scoresAsOf: .nullable(.text)
                case .group, .previousGroup: group
                case .changedAt: .nullable(.string(format: .instant))
                case .scores: scores
                case .cause: .nullable(causes)
                case .isReconstructed: .nullable(.bool)
                case .missing: .nullable(.oneOf(RFMOfPerson.Missing.allCases.map(\.rawValue)))
                }
            return .init(part.rawValue, schema)
        })

    private static let past = Schema.resource(
        "past-rfm-group", id: true,
        attributes: PastRFMGroup.Part.allCases.map { part in
            let schema: Schema =
                switch part {
                case .at: .string(format: .instant)
                case .group, .previousGroup: group
                case .cause: causes
                case .scores: scores
                case .isReconstructed: .bool
                }
            return .init(part.rawValue, schema)
        })

    var routes: [Route] {
        let access = Route.Access.key(.perennialRead, and: [.profilesRead])
        return [
            Route(
                .get, "/api/perennial/profiles/{id}/rfm", "Get RFM Group for Profile", access: access, rate: .large,
                query: QueryRules(
                    fields: ["rfm-group": ["id"] + RFMOfPerson.Part.allCases.map(\.rawValue)],
                    parameters: [
                        .rfmModel,
                        .init(
                            name: "on", schema: .string(longest: 10, shortest: 10),
                            description: "A day of the shop, 2026-01-31: the group as it was known at its end; by default today."),
                    ]),
                answers: [.document(.ok, Self.today)], handler: one),
            Route(
                .get, "/api/perennial/profiles/{id}/rfm-history", "Get RFM History for Profile", access: access, rate: .medium,
                query: QueryRules(
                    fields: ["past-rfm-group": ["id"] + PastRFMGroup.Part.allCases.map(\.rawValue)],
                    filter: FilterRules(.init("at", .instant, .greaterOrEqual)), page: .init(standard: 100, most: 1000),
                    parameters: [.rfmModel]),
                answers: [.collection(Self.past)], handler: history),
        ]
    }

    private func profile(_ request: APIRequest) throws(APIError) -> ProfileNumber {
        let id = request.parameters["id"]
        guard let profile = shop.ids.profile(id), shop.read({ $0.isLive(profile) }) else { throw .notFound("profile", id: id) }
        return profile
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let profile = try profile(request)
        let day = try RFMRoutes.day("on", request, shop) ?? shop.today
        if day == shop.today { await shop.settleScores(of: [profile]) }
        let answer = shop.rfm(of: profile, on: day, by: try shop.rfmModel(request)?.number)
        let id = shop.ids.id(profile)
        return request.document { document in
            document.one { resources in
                resources.resource("rfm-group", id: "\(id).\(day)", path: "/api/perennial/profiles/\(id)/rfm?on=\(day)") { resource in
                    resource.attributes { attributes in
                        for part in RFMOfPerson.Part.allCases { attributes.value(part.rawValue) { answer.write(part, to: &$0) } }
                    }
                    resource.relationship("profile", type: "profile", id: id, links: .at("/api/profiles/\(id)"))
                }
            }
        }
    }

    /// Every change, the latest first.
    private func history(_ request: APIRequest) async throws -> APIResponse {
        let profile = try profile(request)
        var changes = shop.rfmHistory(of: profile, by: try shop.rfmModel(request)?.number)
        for term in request.query.filter?.terms ?? [] { if let from = term.value.instant { changes.removeAll { $0.change.at < from } } }
        let page = PageWalk(request.query).page(of: changes) { [.number(-Int64($0.number))] }
        let id = shop.ids.id(profile)
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for past in page.items {
                    resources.resource("past-rfm-group", id: "\(id).\(past.number)") { resource in
                        resource.attributes { attributes in
                            for part in PastRFMGroup.Part.allCases { attributes.value(part.rawValue) { past.write(part, to: &$0) } }
                        }
                    }
                }
            }
        }
    }
}
