import CustomerValue
import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// Fitted models: /api/perennial/models, one of them, the one in use; putting one to use; and what that would change.
struct ModelRoutes: RouteGroup {
    let shop: Shop

    private static let effectSchema = Schema.resource(
        "model-effect", id: true,
        attributes: ["model_before", "model_after", "as_of", "currency"].map { .init($0, .text) } + [
            .init("customers", .integer()), .init("before", .anyObject), .init("after", .anyObject),
            .init("clv_category_changes", .array(of: .anyObject)), .init("purchase_likelihood_changes", .array(of: .anyObject)),
            .init("relative_changes_of_predicted_clv", .array(of: .anyObject)), .init("movers", .array(of: .anyObject)),
        ])

    var routes: [Route] {
        let (read, write) = (Route.Access.key(.perennialRead), Route.Access.key(.perennialWrite))
        let fields = QueryRules(fields: ["model": ModelResource.fields])
        return [
            Route(
                .get, "/api/perennial/models", "Get Models", access: read, rate: .medium,
                query: QueryRules(fields: ["model": ModelResource.fields], page: .init(standard: 20, most: 100)),
                answers: [.collection(.resource("model", id: true, attributes: ModelResource.short))], handler: all),
            Route(
                .get, "/api/perennial/models/current", "Get Current Model", access: read, rate: .large, query: fields,
                answers: [.document(.ok, ModelResource.schema)]
            ) { request in
                guard let number = shop.models.standing.number else { throw APIError.notFound("model", id: "current") }
                return try show(UInt64(number), request)
            },
            Route(
                .get, "/api/perennial/models/{id}", "Get Model", access: read, rate: .large, query: fields,
                answers: [.document(.ok, ModelResource.schema)]
            ) { try show(try number($0), $0) },
            Route(
                .post, "/api/perennial/models/{id}/adopt", "Adopt Model", access: write, rate: .small, query: fields,
                answers: [.document(.ok, ModelResource.schema)], handler: adopt),
            Route(
                .get, "/api/perennial/models/{id}/effect", "Get Effect of Model", access: read, rate: .extraSmall,
                answers: [.document(.ok, Self.effectSchema)], handler: effect),
        ]
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let models = try shop.journal.models()
        let current = shop.models.standing.number.map { UInt64($0) }
        // The newest first: numbers count down.
        let page = PageWalk(request.query).page(of: models) { [.number(-Int64(clamping: $0.number))] }
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for model in page.items { resources.model(model, isCurrent: model.number == current, shop.ids) }
            }
        }
    }

    private func show(_ number: UInt64, _ request: APIRequest) throws -> APIResponse {
        guard let row = try shop.journal.model(number), let small = UInt32(exactly: number) else {
            throw APIError.notFound("model", id: shop.ids.id(.model, number))
        }
        let model: ShopModel
        do throws(IntakeError) { model = try shop.models.kept(small, shop) } catch { throw APIError(error, ids: shop.ids) }
        let isCurrent = shop.models.standing.number == small
        let lookBack = try shop.models.lookBack(of: small, shop)
        return request.document { document in
            document.one { $0.model(row, model, lookBack: lookBack, isCurrent: isCurrent, shop.ids) }
        }
    }

    /// The number of the model in the path.
    private func number(_ request: APIRequest) throws -> UInt64 {
        let id = request.parameters["id"]
        guard let number = shop.ids.number(.model, id), try shop.journal.model(number) != nil else {
            throw APIError.notFound("model", id: id)
        }
        return number
    }

    private func adopt(_ request: APIRequest) async throws -> APIResponse {
        let number = try number(request)
        do throws(IntakeError) {
            try await shop.models.adopt(UInt32(clamping: number), shop, by: request.who)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        return try show(number, request)
    }

    /// What putting the model to use would change, customer by customer.
    private func effect(_ request: APIRequest) async throws -> APIResponse {
        let number = UInt32(clamping: try number(request))
        guard let current = shop.models.standing.number else {
            throw APIError.conflict("No model is in use, so there is nothing to compare with.")
        }
        let found: RefitEffect?
        do throws(IntakeError) {
            found = try await shop.models.effect(of: number, insteadOf: current, shop)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        guard let found else { throw APIError.conflict("Nobody has ordered yet, so there is nobody to compare for.") }
        var json = JSONWriter()
        found.write(to: &json, shop.ids)
        let id = shop.ids.id(.model, UInt64(number))
        let attributes = try JSONDocument(json.bytes).root
        return request.document { document in
            document.one { resources in
                resources.resource("model-effect", id: id, path: "/api/perennial/models/\(id)/effect") { resource in
                    resource.attributes { writer in
                        for (name, value) in attributes.members { writer.value(name) { $0.value(value) } }
                    }
                }
            }
        }
    }
}
