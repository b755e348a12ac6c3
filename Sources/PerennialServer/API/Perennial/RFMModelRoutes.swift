import CustomerValue
import Facts
import HTTPTypes
import JSON
import Population
import RFMSpelling
import Segments
import Shop

/// RFM models, each with settings, a conversion metric and a history of its own: /api/perennial/rfm-models
struct RFMModelRoutes: RouteGroup {
    let shop: Shop

    private static let path = "/api/perennial/rfm-models"
    private static let type = "rfm-model"
    private static let name = Schema.string(longest: RFMModelTest.longestName, shortest: 1)
    private static let metric = Schema.object([
        .init("type", .oneOf(RFMModelEntry.MetricType.allCases.map(\.rawValue)), isRequired: true), .init("id", .nullable(.text)),
        .init("name", .nullable(.text)),
    ])
    private static let asked: [Schema.Property] = [
        .init("conversion_metric", .nullable(.anyObject)), .init("settings", .nullable(.anyObject)),
    ]
    private static let attributes: [Schema.Property] =
        RFMModelEntry.Part.allCases.map { part in
            let schema: Schema =
                switch part {
                case .name: .text
                case .isDefault: .bool
                case .conversionMetric: metric
                case .settings: .anyObject
                case .createdAt, .updatedAt: .nullable(.string(format: .instant))
                }
            return .init(part.rawValue, schema)
        } + [.init("effect", .nullable(.anyObject)), .init("warnings", .nullable(.array(of: .anyObject)))]
    private static let schema = Schema.resource(type, id: true, attributes: attributes)
    private static let query = QueryRules(fields: [type: ["id"] + attributes.map(\.name)])

    var routes: [Route] {
        let new = [.init("name", Self.name, isRequired: true)] + Self.asked
        let changed = [.init("name", .nullable(Self.name))] + Self.asked + [.init("is_default", .nullable(.bool))]
        return [
            Route(
                .get, Self.path, "Get RFM Models", access: .key(.perennialRead), rate: .medium, query: Self.query,
                answers: [.collection(Self.schema)]
            ) { request in
                request.document { document in
                    document.many(request.pageLinks(next: nil, previous: nil)) { resources in
                        for model in shop.rfmModels { write(model, nil, to: &resources) }
                    }
                }
            },
            Route(
                .get, Self.path + "/{id}", "Get RFM Model", access: .key(.perennialRead), rate: .medium, query: Self.query,
                answers: [.document(.ok, Self.schema)]
            ) { request in
                let model = try shop.rfmModel(id: request.parameters["id"])
                return request.document { document in document.one { write(model, nil, to: &$0) } }
            },
            Route(
                .post, Self.path, "Create RFM Model", access: .key(.perennialWrite), rate: .small, query: Self.query,
                body: .json(.document(.resource(Self.type, attributes: new))), answers: [.document(.created, Self.schema)], handler: create),
            Route(
                .patch, Self.path + "/{id}", "Update RFM Model", access: .key(.perennialWrite), rate: .small, query: Self.query,
                body: .json(.document(.resource(Self.type, id: true, attributes: changed))), answers: [.document(.ok, Self.schema)],
                handler: update),
            Route(
                .delete, Self.path + "/{id}", "Delete RFM Model", access: .key(.perennialWrite), rate: .small,
                answers: [.empty(.noContent)], handler: delete),
        ]
    }

    private func create(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: Self.type)
        body.attributes.allow(only: ["name", "conversion_metric", "settings"])
        let name = body.attributes.string("name", isRequired: true, longest: RFMModelTest.longestName, shortest: 1)
        let metric = metric(body.attributes)
        let settings = body.attributes.object("settings")
        try body.check()
        let read = try settings.map { settings throws(APIError) in try RFMSettings(settings.value, at: settings.pointer) }
        let change = try await asAnswer { () throws(IntakeError) in
            try await shop.makeRFMModel(named: name ?? "", goingBy: metric ?? .orders, read ?? .standard, by: request.who)
        }
        return answer(.created, change, request)
    }

    private func update(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let model = try shop.rfmModel(id: id)
        let body = try await request.resource(type: Self.type, id: id)
        body.attributes.allow(only: ["name", "conversion_metric", "settings", "is_default"])
        let name = body.attributes.string("name", longest: RFMModelTest.longestName, shortest: 1)
        let metric = metric(body.attributes)
        let settings = body.attributes.object("settings")
        let isDefault = body.attributes.bool("is_default")
        try body.check()
        let read = try settings.map { settings throws(APIError) in try RFMSettings(settings.value, at: settings.pointer) }
        let change = try await asAnswer { () throws(IntakeError) in
            try await shop.changeRFMModel(
                model.number, name: name, metric: metric, settings: read, isShown: isDefault, by: request.who)
        }
        return answer(.ok, change, request)
    }

    private func delete(_ request: APIRequest) async throws -> APIResponse {
        let model = try shop.rfmModel(id: request.parameters["id"])
        try await asAnswer { () throws(IntakeError) in try await shop.deleteRFMModel(model.number, by: request.who) }
        return .empty
    }

    /// What a model is to go by; `nil` where nothing is said of it.
    private func metric(_ attributes: BodyReader) -> RFMMetric? {
        guard let body = attributes.object("conversion_metric") else { return nil }
        body.allow(only: ["type", "id", "name"])
        guard let type = body.oneOf("type", as: RFMModelEntry.MetricType.self, isRequired: true) else { return nil }
        guard type != .orders else { return .orders }
        guard let id = body.string("id", isRequired: true) else { return nil }
        if type == .metric, let number = shop.ids.metric(id), shop.read({ $0.metric(number) != nil }) { return .metric(number) }
        if type == .custom, let number = shop.ids.customMetric(id), shop.definitions.customMetric(number) != nil { return .custom(number) }
        body.fault("There is no \(type == .metric ? "metric" : "custom metric") with the id \"\(id.prefix(64))\".", at: "id")
        return nil
    }

    private func asAnswer<Result>(_ body: () async throws(IntakeError) -> Result) async throws(APIError) -> Result {
        do throws(IntakeError) { return try await body() } catch { throw APIError(error, ids: shop.ids) }
    }

    private func answer(_ status: HTTPResponse.Status, _ change: RFMModelChange, _ request: APIRequest) -> APIResponse {
        request.document(status) { document in document.one { write(change.model, change, to: &$0) } }
    }

    /// - Parameter change: what came of making or changing it.
    private func write(_ model: RFMModelEntry, _ change: RFMModelChange?, to resources: inout ResourceListWriter) {
        let id = shop.ids.id(model.number)
        resources.resource(Self.type, id: id, path: "\(Self.path)/\(id)") { resource in
            resource.attributes { attributes in
                for part in RFMModelEntry.Part.allCases { attributes.value(part.rawValue) { model.write(part, to: &$0, of: shop) } }
                attributes.value("effect") { json in if let change { change.effect.writeEffect(to: &json) } else { json.null() } }
                attributes.value("warnings") { json in if let change { change.writeWarnings(to: &json) } else { json.null() } }
            }
        }
    }
}

extension QueryRules.Parameter {
    /// Which RFM model is meant.
    static let rfmModel = QueryRules.Parameter(
        name: "model", schema: .string(longest: 16, shortest: 1), description: "The id of an RFM model; by default the default one.")
}

extension Shop {
    /// The RFM model of an id in a path. 404 for one that is not there.
    func rfmModel(id: String) throws(APIError) -> RFMModelEntry {
        guard let model = ids.rfmModel(id).flatMap({ rfmModel($0) }) else { throw .notFound("RFM model", id: id) }
        return model
    }

    /// The RFM model that the parameter `model` names; `nil` without it.
    func rfmModel(_ request: APIRequest) throws(APIError) -> RFMModelEntry? {
        guard let id = request.query["model"] else { return nil }
        guard let model = ids.rfmModel(id).flatMap({ rfmModel($0) }) else {
            throw .invalid("There is no RFM model with the id '\(id.prefix(64))': see /api/perennial/rfm-models.", parameter: "model")
        }
        return model
    }
}

extension RFMSettings {
    /// Settings in a request; every fault has its place.
    init(_ value: JSONValue, at pointer: String) throws(APIError) {
        do throws(RFMFaults) {
            try self.init(value)
        } catch {
            throw .invalid(
                error.list.map { fault in
                    ErrorObject(.invalid, "This is \(fault.found). It must be \(fault.expected).", at: .pointer(pointer + fault.pointer))
                })
        }
    }
}
