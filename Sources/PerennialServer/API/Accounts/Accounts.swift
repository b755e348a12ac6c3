import Facts
import HTTPTypes
import Shop

/// GET /api/accounts and /api/accounts/{id}: the shop itself, the one account there is.
struct Accounts: RouteGroup {
    let shop: Shop

    private static let fields =
        ["id", "test_account", "industry", "timezone", "preferred_currency", "public_api_key", "locale", "contact_information"]
        + contact.map { "contact_information.\($0)" } + address.map { "contact_information.street_address.\($0)" }
    private static let contact = ["default_sender_name", "default_sender_email", "website_url", "organization_name", "street_address"]
    private static let address = ["address1", "address2", "city", "region", "country", "zip"]

    private static let schema = Schema.resource(
        "account", id: true,
        attributes: [
            .init("test_account", .bool), .init("industry", .nullable(.text)), .init("timezone", .text), .init("preferred_currency", .text),
            .init("public_api_key", .text), .init("locale", .text),
            .init(
                "contact_information",
                .object([
                    .init("default_sender_name", .text), .init("default_sender_email", .text), .init("website_url", .nullable(.text)),
                    .init("organization_name", .text),
                    .init("street_address", .object(address.map { .init($0, .nullable(.text)) })),
                ])),
        ])

    var routes: [Route] {
        let query = QueryRules(fields: ["account": Self.fields])
        return [
            Route(
                .get, "/api/accounts", "Get Accounts", access: .key(.accountsRead), rate: .extraSmall, query: query,
                answers: [.collection(Self.schema)]
            ) { request in
                request.document { document in document.many(request.pageLinks()) { write(to: &$0) } }
            },
            Route(
                .get, "/api/accounts/{id}", "Get Account", access: .key(.accountsRead), rate: .extraSmall, query: query,
                answers: [.document(.ok, Self.schema)]
            ) { request in
                let id = request.parameters["id"]
                guard id == shop.publicID else { throw APIError.notFound("account", id: id) }
                return request.document { document in document.one { write(to: &$0) } }
            },
        ]
    }

    private func write(to writer: inout ResourceListWriter) {
        let settings = shop.settings
        let id = shop.publicID
        writer.resource("account", id: id, path: "/api/accounts/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("test_account", false)
                attributes.object("contact_information") { contact in
                    contact.member("default_sender_name", settings.name)
                    contact.member("default_sender_email", settings.contactEmail)
                    contact.member("website_url", settings.website.isEmpty ? nil : settings.website)
                    contact.member("organization_name", settings.name)
                    contact.object("street_address") { address in
                        for name in Self.address { address.member(name, nil as String?) }
                    }
                }
                attributes.member("industry", nil as String?)
                attributes.member("timezone", settings.timeZone.identifier)
                attributes.member("preferred_currency", (settings.currency ?? .none).code)
                attributes.member("public_api_key", id)
                attributes.member("locale", Self.locale(settings.language))
            }
        }
    }

    /// The locale of a language of pages, as Klaviyo writes locales.
    private static func locale(_ language: String) -> String {
        switch language {
        case "fr": "fr-FR"
        case "pl": "pl-PL"
        default: "en-US"
        }
    }
}
