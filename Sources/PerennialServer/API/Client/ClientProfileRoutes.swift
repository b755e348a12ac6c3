import Facts
import HTTPTypes
import JSON
import Shop

/// What a browser says of whoever reads the page: who they are, and that they subscribe.
struct ClientProfileRoutes: RouteGroup {
    let shop: Shop

    var routes: [Route] {
        [
            Route(
                .post, "/client/profiles", "Create or Update Client Profile", access: .company, rate: .extraLarge,
                body: .json(.document(ProfileRoutes.body(id: false)), mostBytes: ProfileAttributes.mostBytes),
                answers: [.empty(.accepted)], handler: profile),
            Route(
                .post, "/client/subscriptions", "Create Client Subscription", access: .company, rate: .custom(burst: 350, steady: 750),
                body: .json(Self.body, mostBytes: ProfileAttributes.mostBytes), answers: [.empty(.accepted)], handler: subscribe),
        ]
    }

    private static let body = Schema.document(
        .resource(
            "subscription",
            attributes: [
                .init("custom_source", .nullable(.text)),
                .init(
                    "profile",
                    .document(
                        .resource(
                            "profile",
                            attributes: ProfileAttributes.request + SubscriptionRoutes.subscriptions("SUBSCRIBED", isRequired: false))),
                    isRequired: true),
            ], relationships: [.init("list", .document(.reference("list")), isRequired: true)]))

    @Sendable private func profile(_ request: APIRequest) async throws -> APIResponse {
        let root = BodyReader(root: try await request.json().root)
        guard root.isObject(), let data = root.object("data", isRequired: true) else {
            try root.check()
            throw APIError.invalid("'data' is required.", pointer: "/data")
        }
        let body = try ProfileBody(data, ids: shop.ids)
        try root.check()
        try await shop.take(weight: body.weight) { (intake) throws(IntakeError) in
            let profile = try intake.profile(seenByBrowser: body)
            try intake.addMissing(body.change, to: profile)
        }
        return .status(.accepted)
    }

    @Sendable private func subscribe(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "subscription")
        body.attributes.allow(only: ["custom_source", "profile"])
        var source = ConsentSource(method: "API", methodDetail: "client")
        source.customSource = body.attributes.string("custom_source", longest: 500)
        var row: SubscriptionRow?
        if let data = body.attributes.object("profile", isRequired: true)?.object("data", isRequired: true) {
            let rules = ConsentRequest.Rules(consent: "SUBSCRIBED", now: request.now)
            row = try SubscriptionRow(data, rules, ids: shop.ids, isRequired: false)
            if let row, row.words.isEmpty, !data.hasFaults {
                data.fault("An email or a phone_number is needed to subscribe.", at: "attributes")
            }
        }
        let listID = body.relation("list", type: "list", isRequired: true)
        try body.check()
        guard let row, let listID else { return .empty }
        let list = try shop.list(listID)
        source.list = list.number
        source.listID = listID
        source.isPending = list.optInProcess == .double
        try await shop.take(weight: row.profile.weight + 512) { [source] (intake) throws(IntakeError) in
            let profile = try intake.profile(seenByBrowser: row.profile)
            try intake.addMissing(row.profile.change, to: profile, at: "/data/attributes/profile/data")
            try intake.subscribe(row, as: profile, source)
        }
        return .status(.accepted)
    }
}

extension Intake {
    /// The profile that a browser names, by its id or by who it says it is.
    func profile(seenByBrowser body: ProfileBody) throws(IntakeError) -> ProfileNumber {
        guard let number = body.profile else { return try profile(seenByBrowser: body.identities) }
        guard canonical(number) == number else { throw .notFound("There is no such profile.") }
        return number
    }
}
