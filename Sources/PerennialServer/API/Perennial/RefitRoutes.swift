import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// Fitting anew: POST /api/perennial/refits, and what came of each.
struct RefitRoutes: RouteGroup {
    let shop: Shop

    private var pages: JobPages {
        JobPages(
            shop: shop, kind: Refit.jobKind, type: "refit", title: "Refit", access: .key(.perennialRead),
            own: [
                .init("preview", .bool),
                .init("outcome", .nullable(.oneOf(["adopted", "fitted", "not_eligible", "failed", "not_stored"]))),
                .init("failure", .nullable(.text)),
            ],
            write: { detail, attributes in
                attributes.member("preview", detail?["preview"]?.bool ?? false)
                attributes.member("outcome", detail?["outcome"]?.string)
                attributes.member("failure", detail?["failure"]?.string)
            }, hasModel: true)
    }

    var routes: [Route] {
        let pages = pages
        return [
            Route(
                .post, pages.path, "Create Refit", access: .key(.perennialWrite), rate: .extraSmall,
                query: QueryRules(fields: pages.fields),
                body: .json(.document(.resource("refit", attributes: [.init("preview", .nullable(.bool))], attributesRequired: false))),
                answers: [.document(.accepted, pages.schema)], handler: create)
        ] + pages.routes
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "refit", attributesRequired: false)
        body.attributes.allow(only: ["preview"])
        let isPreview = body.attributes.bool("preview") ?? false
        try body.check()
        let job: JobRow
        do throws(IntakeError) {
            job = try await shop.models.refit(shop, isPreview: isPreview, by: request.who)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        return request.document(.accepted) { document in document.one { pages.write(job, to: &$0) } }
    }
}
