import CustomerValue
import Facts
import HTTPTypes
import JSON
import Journal
import Population
import Shop

/// What is expected of one person, with all that belongs to the numbers: /api/perennial/profiles/{id}/predictions, and how they changed.
struct ProfilePredictionRoutes: RouteGroup {
    let shop: Shop

    var routes: [Route] {
        let access = Route.Access.key(.perennialRead, and: [.profilesRead])
        return [
            Route(
                .get, "/api/perennial/profiles/{id}/predictions", "Get Predictions for Profile", access: access, rate: .large,
                query: QueryRules(fields: ["prediction": ["id"] + PredictionAnswer.attributes.map(\.name)]),
                answers: [.document(.ok, .resource("prediction", id: true, attributes: PredictionAnswer.attributes))], handler: today),
            Route(
                .get, "/api/perennial/profiles/{id}/prediction-history", "Get Prediction History for Profile", access: access,
                rate: .medium,
                query: QueryRules(
                    fields: ["past-prediction": ["id"] + PastPrediction.attributes.map(\.name)],
                    filter: FilterRules(.init("day", .instant, .greaterOrEqual)), page: .init(standard: 100, most: 1000)),
                answers: [.collection(.resource("past-prediction", id: true, attributes: PastPrediction.attributes))], handler: history),
            Route(
                .get, "/api/perennial/profiles/{id}/prediction-course", "Get Prediction Course for Profile", access: access, rate: .medium,
                query: QueryRules(
                    fields: ["past-outlook": ["id"] + Self.outlook.map(\.name)], page: .init(standard: 250, most: 1000)),
                answers: [.collection(.resource("past-outlook", id: true, attributes: Self.outlook))], handler: course),
        ]
    }

    private static let outlook: [Schema.Property] = [
        .init("day", .text), .init("historic_number_of_orders", .integer()), .init("historic_clv", .number()),
        .init("prediction", .anyObject),
    ]

    private func profile(_ request: APIRequest) throws(APIError) -> ProfileNumber {
        let id = request.parameters["id"]
        guard let profile = shop.ids.profile(id), shop.read({ $0.isLive(profile) }) else { throw .notFound("profile", id: id) }
        return profile
    }

    private func today(_ request: APIRequest) async throws -> APIResponse {
        let profile = try profile(request)
        await shop.settleScores(of: [profile])
        let answer = PredictionAnswer(of: profile, shop)
        let id = shop.ids.id(profile)
        return request.document { document in
            document.one { resources in
                resources.resource("prediction", id: id, path: "/api/perennial/profiles/\(id)/predictions") { resource in
                    resource.attributes { answer.write(to: &$0) }
                    resource.relationship("profile", type: "profile", id: id, links: .at("/api/profiles/\(id)"))
                    resource.model(answer.model.map { shop.ids.id(.model, UInt64($0)) })
                }
            }
        }
    }

    /// The days on which the numbers changed, the latest first.
    private func history(_ request: APIRequest) async throws -> APIResponse {
        let profile = try profile(request)
        var from = ShopDay(daysSince1970: .min)
        let zone = shop.settings.timeZone
        for term in request.query.filter?.terms ?? [] { if let instant = term.value.instant { from = max(from, zone.day(of: instant)) } }
        let records = try shop.journal.predictionHistory(profile, from: from)
        let page = PageWalk(request.query).page(of: records) { [.number(-Int64($0.day.daysSince1970))] }
        let currency = shop.settings.currency ?? .none
        let outlooks = shop.pastOutlooks(of: profile, on: page.items.map(\.day))
        let today = Dictionary(outlooks.map { ($0.day, $0) }) { first, _ in first }
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for (day, record) in page.items {
                    PastPrediction(day: day, record: record, today: today[day]).write(to: &resources, currency, shop.ids)
                }
            }
        }
    }

    /// What today's model would have said on past days, the latest first.
    private func course(_ request: APIRequest) async throws -> APIResponse {
        let profile = try profile(request)
        await shop.settleScores(of: [profile])
        let course = Array(shop.predictionCourse(of: profile).reversed())
        let page = PageWalk(request.query).page(of: course) { [.number(-Int64($0.day.daysSince1970))] }
        let currency = shop.settings.currency ?? .none
        let model = shop.models.standing.number.map { shop.ids.id(.model, UInt64($0)) }
        let id = shop.ids.id(profile)
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for past in page.items {
                    resources.resource("past-outlook", id: "\(id).\(past.day)") { resource in
                        resource.attributes { attributes in
                            attributes.member("day", past.day.description)
                            attributes.member("historic_number_of_orders", past.numberOfOrders)
                            attributes.member("historic_clv", Double(past.historicMinorUnits) / Double(currency.minorUnitsPerMajor))
                            attributes.value("prediction") { json in json.object { past.prediction.write(to: &$0, currency) } }
                        }
                        resource.model(model)
                    }
                }
            }
        }
    }
}
