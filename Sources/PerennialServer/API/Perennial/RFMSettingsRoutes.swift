import CustomerValue
import Facts
import HTTPTypes
import JSON
import RFMSpelling
import Shop

/// How customers are scored and grouped: GET and PUT /api/perennial/rfm-settings, and POST /api/perennial/rfm-settings-previews, which says what
/// other settings would change.
struct RFMSettingsRoutes: RouteGroup {
    let shop: Shop

    private static let path = "/api/perennial/rfm-settings"
    static let asked: [Schema.Property] = [
        .init("levels", .nullable(.integer(least: 3, most: 5))), .init("recency", .nullable(.anyObject)),
        .init("frequency", .nullable(.anyObject)), .init("monetary", .nullable(.anyObject)), .init("map", .any),
    ]
    private static let shown: [Schema.Property] =
        asked + [
            .init("grid", .anyObject), .init("borders", .nullable(.anyObject)), .init("warnings", .array(of: .anyObject)),
            .init("changed_at", .nullable(.string(format: .instant))), .init("changed_by", .nullable(.text)),
            .init("effect", .nullable(.anyObject)),
        ]
    private static let previewed: [Schema.Property] = [
        .init("settings", .anyObject), .init("grid", .anyObject), .init("borders", .anyObject), .init("now", .anyObject),
        .init("then", .anyObject), .init("moved", .integer(least: 0)), .init("movement", .array(of: .anyObject)),
        .init("customers_by_score", .anyObject), .init("warnings", .array(of: .anyObject)), .init("as_of", .string(format: .instant)),
    ]

    var routes: [Route] {
        let query = QueryRules(fields: ["rfm-settings": ["id"] + Self.shown.map(\.name)], parameters: [.rfmModel])
        let schema = Schema.resource("rfm-settings", id: true, attributes: Self.shown)
        return [
            Route(
                .get, Self.path, "Get RFM Settings", access: .key(.perennialRead), rate: .medium, query: query,
                answers: [.document(.ok, schema)]
            ) { request in
                let model = try shop.rfmModel(request) ?? shop.shownRFMModel
                return try answer(request, shop.preview(model.settings, of: model), of: model, isChange: false)
            },
            Route(
                .put, Self.path, "Set RFM Settings", access: .key(.perennialWrite), rate: .small, query: query,
                body: .json(.document(.resource("rfm-settings", attributes: Self.asked))), answers: [.document(.ok, schema)], handler: set),
            Route(
                .post, "/api/perennial/rfm-settings-previews", "Create RFM Settings Preview", access: .key(.perennialRead), rate: .small,
                query: QueryRules(
                    fields: ["rfm-settings-preview": ["id"] + Self.previewed.map(\.name)], parameters: [.rfmModel]),
                body: .json(.document(.resource("rfm-settings-preview", attributes: Self.asked))),
                answers: [.document(.ok, .resource("rfm-settings-preview", id: true, attributes: Self.previewed))], handler: preview),
        ]
    }

    /// The settings of a request; every fault has its place.
    private func settings(_ request: APIRequest, type: String) async throws -> RFMSettings {
        let body = try await request.resource(type: type)
        try body.check()
        return try RFMSettings(body.attributes.value, at: body.attributes.pointer)
    }

    private func set(_ request: APIRequest) async throws -> APIResponse {
        let settings = try await settings(request, type: "rfm-settings")
        let model = try shop.rfmModel(request) ?? shop.shownRFMModel
        let effect: RFMPreview
        do throws(IntakeError) {
            effect = try await shop.use(settings, of: model, by: request.who)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        return try answer(request, effect, of: model, isChange: true)
    }

    /// - Parameter preview: what the settings lead to, or what they change.
    private func answer(_ request: APIRequest, _ preview: RFMPreview, of model: RFMModelEntry, isChange: Bool) throws -> APIResponse {
        let settings = try JSONDocument(preview.settings.json).root
        let change = try shop.lastChangeOfRFMSettings(of: model.number)
        let currency = shop.settings.currency ?? .none
        return request.document { document in
            document.one { resources in
                resources.resource("rfm-settings", id: "shop", path: Self.path) { resource in
                    resource.attributes { attributes in
                        for (name, value) in settings.members { attributes.value(name) { $0.value(value) } }
                        attributes.value("grid") { RFMGrid(preview.settings.map).write(to: &$0) }
                        attributes.value("borders") { json in
                            if preview.borders.isSettled { preview.borders.write(to: &json, currency: currency) } else { json.null() }
                        }
                        attributes.value("warnings") { json in
                            json.array { json in for warning in preview.warnings { warning.write(to: &json) } }
                        }
                        attributes.member("changed_at", change?.at)
                        attributes.member("changed_by", change?.who)
                        attributes.value("effect") { json in
                            if isChange { preview.writeEffect(to: &json) } else { json.null() }
                        }
                    }
                }
            }
        }
    }

    private func preview(_ request: APIRequest) async throws -> APIResponse {
        let model = try shop.rfmModel(request)
        let preview = shop.preview(try await settings(request, type: "rfm-settings-preview"), of: model)
        var json = JSONWriter()
        preview.write(to: &json, currency: shop.settings.currency ?? .none)
        let written = try JSONDocument(json.text).root
        let now = shop.clock()
        return request.document { document in
            document.one { resources in
                // Nothing is kept: it has no address of its own.
                resources.resource("rfm-settings-preview", id: "preview") { resource in
                    resource.attributes { attributes in
                        attributes.value("grid") { RFMGrid(preview.settings.map).write(to: &$0) }
                        for (name, value) in written.members { attributes.value(name) { $0.value(value) } }
                        attributes.member("as_of", now)
                    }
                }
            }
        }
    }
}

extension RFMPreview {
    /// Who is in which group by the settings before and by these.
    func writeEffect(to json: inout JSONWriter) {
        json.object { json in
            json.key("now")
            now.write(to: &json)
            json.key("then")
            then.write(to: &json)
            json.member("moved", movement.moved)
            json.key("movement")
            movement.write(to: &json)
        }
    }
}
