import Facts
import HTTPTypes
import JSON
import Population
import Shop

/// POST /api/perennial/subscription-confirmations: somebody confirmed a subscription, as another program found out.
///
/// This server sends no mail that asks for a confirmation. Where another program does, it says here what came of it.
struct ConfirmationRoutes: RouteGroup {
    let shop: Shop

    private static let type = "subscription-confirmation"

    private static let body = Schema.document(
        .resource(
            type,
            attributes: [
                .init("custom_source", .nullable(.text)),
                .init(
                    "profile",
                    .document(
                        .resource(
                            "profile",
                            attributes: ProfileAttributes.request + SubscriptionRoutes.subscriptions("SUBSCRIBED", isRequired: false))),
                    isRequired: true),
            ], relationships: [.init("list", .document(.reference("list")))]))

    var routes: [Route] {
        [
            Route(
                .post, "/api/perennial/subscription-confirmations", "Confirm Subscription",
                access: .key(.perennialWrite, and: [.subscriptionsWrite]), rate: .large,
                body: .json(Self.body, mostBytes: ProfileAttributes.mostBytes), answers: [.empty(.noContent)], handler: confirm)
        ]
    }

    @Sendable private func confirm(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: Self.type)
        body.attributes.allow(only: ["custom_source", "profile"])
        var source = ConsentSource(method: "API", methodDetail: request.who)
        source.isConfirmed = true
        source.customSource = body.attributes.string("custom_source", longest: 500)
        var row: SubscriptionRow?
        if let data = body.attributes.object("profile", isRequired: true)?.object("data", isRequired: true) {
            let rules = ConsentRequest.Rules(consent: "SUBSCRIBED", now: request.now)
            row = try SubscriptionRow(data, rules, ids: shop.ids, isRequired: false)
            if let row, row.words.isEmpty, !data.hasFaults {
                data.fault("An email or a phone_number is needed: consent is to be written to at an address.", at: "attributes")
            }
        }
        let listID = body.relation("list", type: "list")
        try body.check()
        guard let row else { return .empty }
        if let listID {
            source.list = try shop.list(listID).number
            source.listID = listID
        }
        try await shop.take { [source] (intake) throws(IntakeError) in try intake.confirm(row, source) }
        return .empty
    }
}

extension Intake {
    /// Notes that somebody confirmed: each channel for whoever has its address, who joins the list. Refused where nobody asked them to.
    fileprivate func confirm(_ row: SubscriptionRow, _ source: ConsentSource) throws(IntakeError) {
        guard let profile = row.profile.profile.flatMap({ canonical($0) }) ?? find(row.profile.identities).first else {
            throw .notFound("There is nobody with this address.")
        }
        let proof = source.proof(row)
        for word in row.words {
            let holder = try holder(of: word.channel, row, profile)
            let status = status(word.channel, of: holder)
            guard status == .pending || status == .subscribed else {
                throw .invalid(
                    pointer: "/data/attributes/profile/data",
                    detail: "Nothing waits for a confirmation here: subscribe the address to a list with double opt-in first.")
            }
            // Whoever has confirmed, or never had to, has consented already; what is confirmed then is the list.
            if status == .pending {
                consent(ConsentFact(profile: holder, channel: word.channel, change: .subscribed, seconds: nowSeconds, proof: proof[...]))
            }
            if let list = source.list { membership(holder, in: list, isMember: true) }
        }
    }
}
