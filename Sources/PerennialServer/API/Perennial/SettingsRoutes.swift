import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// What the shop says of itself: GET and PATCH /api/perennial/settings, and who changed it when.
struct SettingsRoutes: RouteGroup {
    let shop: Shop

    private static let attributes: [Schema.Property] = [
        .init("name", .string(longest: 200, shortest: 1)), .init("currency", .nullable(.string(format: .currency))),
        .init("time_zone", .string(longest: 100)), .init("horizon_days", .integer(least: 1, most: 1_825)),
        .init("minimum_customers", .integer(least: 1, most: 1_000_000)), .init("contact_email", .string(longest: 254)),
        .init("website", .string(longest: 1_000)), .init("language", .oneOf(languages)),
    ]
    private static let languages = ["en", "fr", "pl"]
    private static let schema = Schema.resource("settings", id: true, attributes: attributes)

    var routes: [Route] {
        let query = QueryRules(fields: ["settings": ["id"] + Self.attributes.map(\.name)])
        return [
            Route(
                .get, "/api/perennial/settings", "Get Settings", access: .key(.perennialRead), rate: .large, query: query,
                answers: [.document(.ok, Self.schema)]
            ) { answer(shop.settings, $0) },
            Route(
                .patch, "/api/perennial/settings", "Update Settings", access: .key(.perennialWrite), rate: .small, query: query,
                body: .json(.document(.resource("settings", attributes: Self.attributes))), answers: [.document(.ok, Self.schema)],
                handler: update),
            Route(
                .get, "/api/perennial/settings/history", "Get Settings History", access: .key(.perennialRead), rate: .medium,
                query: QueryRules(
                    fields: ["settings-change": ["id", "at", "who", "before", "after"]], page: .init(standard: 50, most: 200)),
                answers: [
                    .collection(
                        .resource(
                            "settings-change", id: true,
                            attributes: [
                                .init("at", .string(format: .instant)), .init("who", .text), .init("before", .nullable(.anyObject)),
                                .init("after", .nullable(.anyObject)),
                            ]))
                ], handler: history),
        ]
    }

    private func answer(_ settings: ShopSettings, _ request: APIRequest) -> APIResponse {
        request.document { document in
            document.one { resources in
                resources.resource("settings", id: "shop", path: "/api/perennial/settings") { resource in
                    resource.attributes { attributes in
                        attributes.member("name", settings.name)
                        attributes.member("currency", settings.currency?.code)
                        attributes.member("time_zone", settings.timeZone.identifier)
                        attributes.member("horizon_days", settings.horizonInDays)
                        attributes.member("minimum_customers", settings.minimumCustomers)
                        attributes.member("contact_email", settings.contactEmail)
                        attributes.member("website", settings.website)
                        attributes.member("language", settings.language)
                    }
                }
            }
        }
    }

    /// What is asked to change; what is `nil` stays.
    private struct Change: Sendable {
        var name: String?
        var currency: Currency?
        var timeZone: ShopTimeZone?
        var horizonInDays: Int?
        var minimumCustomers: Int?
        var contactEmail: String?
        var website: String?
        var language: String?

        init(_ attributes: BodyReader) {
            attributes.allow(only: SettingsRoutes.attributes.map(\.name))
            name = attributes.string("name", longest: 200, shortest: 1)
            currency = attributes.string("currency", format: .currency).flatMap { Currency(code: $0) }
            if let zone = attributes.string("time_zone", longest: 100) {
                timeZone = ShopTimeZone(identifier: zone)
                if timeZone == nil {
                    attributes.fault("'time_zone' must be a name of the IANA time zone database, such as Europe/Paris.", at: "time_zone")
                }
            }
            horizonInDays = attributes.integer("horizon_days", in: 1...1_825).map { Int($0) }
            minimumCustomers = attributes.integer("minimum_customers", in: 1...1_000_000).map { Int($0) }
            contactEmail = Self.optional("contact_email", .email, longest: 254, attributes)
            website = Self.optional("website", .uri, longest: 1_000, attributes)
            language = attributes.oneOf("language", SettingsRoutes.languages)
        }

        /// A text of a form, or an empty one, which takes it away.
        private static func optional(_ name: String, _ format: Schema.Format, longest: Int, _ attributes: BodyReader) -> String? {
            guard let text = attributes.string(name, longest: longest), !text.isEmpty else {
                return attributes.given(name) == .absent ? nil : ""
            }
            if !TextFormat.matches(text, format) { attributes.fault("'\(name)' must be \(TextFormat.wanted(format)).", at: name) }
            return text
        }

        func applied(to settings: ShopSettings) -> ShopSettings {
            var settings = settings
            settings.name = name ?? settings.name
            settings.currency = currency ?? settings.currency
            settings.timeZone = timeZone ?? settings.timeZone
            settings.horizonInDays = horizonInDays ?? settings.horizonInDays
            settings.minimumCustomers = minimumCustomers ?? settings.minimumCustomers
            settings.contactEmail = contactEmail ?? settings.contactEmail
            settings.website = website ?? settings.website
            settings.language = language ?? settings.language
            return settings
        }
    }

    private func update(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "settings")
        let change = Change(body.attributes)
        try body.check()
        do throws(IntakeError) {
            return answer(try await shop.changeSettings(by: request.who) { change.applied(to: $0) }, request)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
    }

    private func history(_ request: APIRequest) async throws -> APIResponse {
        let entries = Array(try shop.journal.settingHistory(ShopSettings.settingKey).enumerated())
        // The newest first: numbers count down.
        let page = PageWalk(request.query).page(of: entries) { [.number(-Int64($0.offset))] }
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { resources in
                for (number, entry) in page.items {
                    resources.resource("settings-change", id: String(number + 1)) { resource in
                        resource.attributes { attributes in
                            attributes.member("at", entry.at)
                            attributes.member("who", entry.who)
                            attributes.value("before") { Self.write(entry.before, to: &$0) }
                            attributes.value("after") { Self.write(entry.after, to: &$0) }
                        }
                    }
                }
            }
        }
    }

    private static func write(_ value: String?, to json: inout JSONWriter) {
        if let value, let root = try? JSONDocument(value).root { json.value(root) } else { json.null() }
    }
}
