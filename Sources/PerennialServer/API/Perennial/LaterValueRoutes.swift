import CustomerValue
import Facts
import HTTPTypes
import JSON
import Shop

/// What customers brought later by what they began with, and how soon they came back: GET /api/perennial/later-values.
struct LaterValueRoutes: RouteGroup {
    let shop: Shop

    private static let path = "/api/perennial/later-values"
    private static let computedAt = "computed_at"

    private static let schema = Schema.resource(
        "later-values", id: true,
        attributes: [.init(computedAt, .string(format: .instant))]
            + LaterValues.Part.allCases.map { part in
                let schema: Schema =
                    switch part {
                    case .asOf, .currency: .text
                    case .windowInDays, .customers, .oneTimeBuyers: .integer()
                    case .secondOrders: .anyObject
                    case .laterValues: .array(of: .anyObject)
                    }
                return .init(part.rawValue, schema)
            })

    var routes: [Route] {
        [
            Route(
                .get, Self.path, "Get Later Values", access: .key(.perennialRead), rate: .small,
                query: QueryRules(
                    fields: ["later-values": ["id", Self.computedAt] + LaterValues.Part.allCases.map(\.rawValue)],
                    parameters: [
                        .init(
                            name: "by", schema: .oneOf(LaterValues.Dimension.allCases.map(\.rawValue)),
                            description: "What the first order had in common; without it all of them are told.")
                    ]),
                answers: [.document(.ok, Self.schema)], handler: answer)
        ]
    }

    private func answer(_ request: APIRequest) async throws -> APIResponse {
        let asked = request.query["by"].flatMap { LaterValues.Dimension(rawValue: $0) }
        let dimensions = asked.map { [$0] } ?? LaterValues.Dimension.allCases
        let found = try await shop.laterValues()
        return request.document { document in
            document.one { resources in
                resources.resource("later-values", id: asked?.rawValue ?? "shop", path: Self.path) { resource in
                    resource.attributes { attributes in
                        attributes.member(Self.computedAt, Timestamp.text(found.computedAt))
                        for part in LaterValues.Part.allCases {
                            attributes.value(part.rawValue) { found.values.write(part, of: dimensions, to: &$0) }
                        }
                    }
                }
            }
        }
    }
}
