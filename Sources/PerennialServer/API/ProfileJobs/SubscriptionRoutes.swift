import Facts
import HTTPTypes
import JSON
import Shop

/// Consent in bulk: given by up to a thousand people, withdrawn by up to a hundred.
struct SubscriptionRoutes: RouteGroup {
    let shop: Shop

    private static let mostSubscribed = 1_000
    private static let mostUnsubscribed = 100

    var routes: [Route] {
        [
            Route(
                .post, "/api/profile-subscription-bulk-create-jobs", "Bulk Subscribe Profiles",
                access: .key(.listsWrite, and: [.profilesWrite, .subscriptionsWrite]), rate: .large,
                body: .json(
                    Self.body(
                        "profile-subscription-bulk-create-job", "SUBSCRIBED", most: Self.mostSubscribed,
                        [.init("custom_source", .nullable(.text)), .init("historical_import", .nullable(.bool))]), mostBytes: 5 << 20),
                answers: [.empty(.accepted)], handler: subscribe),
            Route(
                .post, "/api/profile-subscription-bulk-delete-jobs", "Bulk Unsubscribe Profiles",
                access: .key(.listsWrite, and: [.profilesWrite, .subscriptionsWrite]), rate: .large,
                body: .json(
                    Self.body("profile-subscription-bulk-delete-job", "UNSUBSCRIBED", most: Self.mostUnsubscribed, []), mostBytes: 1 << 20),
                answers: [.empty(.accepted)], handler: unsubscribe),
        ]
    }

    @Sendable private func subscribe(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "profile-subscription-bulk-create-job")
        body.attributes.allow(only: ["profiles", "custom_source", "historical_import"])
        var source = ConsentSource(method: "API", methodDetail: request.who)
        source.customSource = body.attributes.string("custom_source", longest: 500)
        source.isHistorical = body.attributes.bool("historical_import") ?? false
        let rules = ConsentRequest.Rules(consent: "SUBSCRIBED", isHistorical: source.isHistorical, now: request.now)
        return try await take(SubscriptionJobs.subscribing, body, source, rules, most: Self.mostSubscribed, request)
    }

    @Sendable private func unsubscribe(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "profile-subscription-bulk-delete-job")
        body.attributes.allow(only: ["profiles"])
        let source = ConsentSource(method: "API", methodDetail: request.who)
        let rules = ConsentRequest.Rules(consent: "UNSUBSCRIBED", now: request.now)
        return try await take(SubscriptionJobs.unsubscribing, body, source, rules, most: Self.mostUnsubscribed, request)
    }

    /// Checks all rows and takes the job in.
    private func take(
        _ kind: String, _ body: ResourceBody, _ source: ConsentSource, _ rules: ConsentRequest.Rules, most: Int, _ request: APIRequest
    ) async throws -> APIResponse {
        let profiles = body.attributes.object("profiles", isRequired: true)
        let rows = profiles?.array("data", isRequired: true, least: 1, most: most) ?? []
        for row in rows where row.isObject() { _ = try SubscriptionRow(row, rules, ids: shop.ids) }
        let listID = body.relation("list", type: "list")
        try body.check()
        guard let data = profiles?.value["data"] else { return .empty }
        var source = source
        if let listID {
            let list = try shop.list(listID)
            source.list = list.number
            source.listID = listID
            source.isPending = kind == SubscriptionJobs.subscribing && list.optInProcess == .double && !source.isHistorical
        }
        let settings = SubscriptionJobs.Settings(source: source, rules: rules)
        _ = try await shop.submit(kind, payload: settings.payload(rows: data), total: rows.count, request)
        return .status(.accepted)
    }

    private static func body(_ type: String, _ consent: String, most: Int, _ more: [Schema.Property]) -> Schema {
        let profile = Schema.object([
            .init("type", .oneOf(["profile"]), isRequired: true), .init("id", .nullable(.text)),
            .init("attributes", .object(ProfileAttributes.request + subscriptions(consent)), isRequired: true),
        ])
        return .document(
            .resource(
                type, attributes: [.init("profiles", .document(.array(of: profile, most: most, least: 1)), isRequired: true)] + more,
                relationships: [.init("list", .document(.reference("list")))]))
    }

    /// `subscriptions` of a profile in a request.
    static func subscriptions(_ consent: String, isRequired: Bool = true) -> [Schema.Property] {
        let marketing = Schema.object([
            .init("consent", .oneOf([consent]), isRequired: true), .init("consented_at", .nullable(.string(format: .instant))),
        ])
        let channels: [Schema.Property] = ["email", "sms", "whatsapp"].map { .init($0, .object([.init("marketing", marketing)])) }
        return [
            .init("subscriptions", .object(channels), isRequired: isRequired),
            .init("age_gated_date_of_birth", .nullable(.string(longest: 10))),
        ]
    }
}
