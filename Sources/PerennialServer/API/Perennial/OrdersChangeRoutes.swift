import Facts
import HTTPTypes
import JSON
import Journal
import Population
import Shop

/// What changed for whom where other events are orders than before: /api/perennial/order-changes. And what would change, before anything is
/// kept: POST /api/perennial/order-change-previews.
struct OrdersChangeRoutes: RouteGroup {
    let shop: Shop

    private static let meanings = MetricMapping.Meaning.allCases.filter(\.isOfOrders).map(\.rawValue)
    private static let previewed: [Schema.Property] = [.init("effect", .anyObject), .init("as_of", .string(format: .instant))]

    private var pages: JobPages {
        JobPages(
            shop: shop, kind: OrdersChange.jobKind, type: "order-change", title: "Order Change",
            access: .key(.perennialRead, and: [.profilesRead]),
            own: [
                .init("cause", .text),
                .init(
                    "changes", .array(of: .object([.init("cause", .text), .init("name", .text), .init("at", .string(format: .instant))]))),
                .init("fit", .nullable(.oneOf(["adopted", "fitted", "not_eligible", "failed", "not_stored"]))),
                .init("note", .nullable(.text)),
            ],
            write: { detail, attributes in
                attributes.member("cause", detail?["cause"]?.string)
                attributes.value("changes") { json in
                    if let changes = detail?["changes"] { json.value(changes) } else { json.array { _ in } }
                }
                attributes.member("fit", detail?["fit"]?.string)
                attributes.member("note", detail?["note"]?.string)
            }, hasModel: false)
    }

    var routes: [Route] {
        let asked: [Schema.Property] = [
            .init("mapped_metric", .nullable(.oneOf(Self.meanings))), .init("definition", .nullable(.anyObject)),
        ]
        let named: [Schema.Property] = [
            .init("metric", .document(.nullable(.reference("metric")))),
            .init("custom-metric", .document(.nullable(.reference("custom-metric")))),
        ]
        return pages.routes + [
            Route(
                .post, "/api/perennial/order-change-previews", "Create Order Change Preview",
                access: .key(.perennialRead, and: [.profilesRead, .metricsRead]), rate: .small,
                query: QueryRules(fields: ["order-change-preview": ["id"] + Self.previewed.map(\.name)]),
                body: .json(
                    .document(.resource("order-change-preview", attributes: asked, relationships: named, attributesRequired: false)),
                    mostBytes: ChangeCustomMetrics.mostBytes),
                answers: [.document(.ok, .resource("order-change-preview", id: true, attributes: Self.previewed))], handler: preview)
        ]
    }

    private func preview(_ request: APIRequest) async throws -> APIResponse {
        let proposal = try proposal(try await request.resource(type: "order-change-preview", attributesRequired: false))
        let connection = try await request.connection()
        let now = shop.clock()
        let change: OrdersChange?
        do throws(IntakeError) {
            change = try await shop.preview(proposal, unless: { connection.isOver })
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        // Nobody reads it.
        guard let change else { throw APIError.unavailable("The connection was closed before everybody was counted.") }
        let warnings = try proposal.definition.map { definition throws(JournalError) in try shop.oddProperties(of: definition) } ?? []
        return request.document { document in
            for warning in warnings { document.warn("/data/attributes/definition\(warning.pointer)", warning.detail) }
            document.one { resources in
                // Nothing is kept: it has no address of its own.
                resources.resource("order-change-preview", id: "preview") { resource in
                    resource.attributes { attributes in
                        attributes.value("effect") { change.write(to: &$0, shop.ids) }
                        attributes.member("as_of", now)
                    }
                }
            }
        }
    }

    private func proposal(_ body: ResourceBody) throws -> OrdersProposal {
        body.attributes.allow(only: ["mapped_metric", "definition"])
        let meaning = body.attributes.oneOf("mapped_metric", Self.meanings).flatMap { MetricMapping.Meaning(rawValue: $0) }
        guard let definition = body.attributes.object("definition") else {
            try body.check()
            return .mapped(meaning ?? .revenue, try shop.mapped(body))
        }
        if body.relation("metric", type: "metric") != nil {
            body.attributes.fault("A definition is of a custom metric: name that, or none for one that is to be made.", at: "definition")
        }
        let custom = body.relation("custom-metric", type: "custom-metric")
        try body.check()
        guard let custom else { return .new(meaning ?? .revenue, try shop.customMetricDefinition(definition, of: nil)) }
        let number = try shop.customMetric(custom).number
        let isMapped = shop.read { $0.mapping.custom.contains { $0.key.isOfOrders && $0.value.number == number } }
        return .changed(number, try shop.customMetricDefinition(definition, of: number), isMapped ? meaning : meaning ?? .revenue)
    }
}
