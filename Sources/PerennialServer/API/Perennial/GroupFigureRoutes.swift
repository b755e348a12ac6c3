import Facts
import HTTPTypes
import JSON
import Population
import Shop

/// What groups are worth: /api/perennial/segments/{id}/figures, …/lists/{id}/figures and, of everybody, /api/perennial/figures.
struct GroupFigureRoutes: RouteGroup {
    let shop: Shop

    private static let schema = Schema.resource(
        "figures", id: true,
        attributes: GroupReport.Part.allCases.map { part in
            let schema: Schema =
                switch part {
                case .name, .asOf: .nullable(.text)
                case .group: .oneOf(["everybody", "list", "segment"])
                case .computedAt: .string(format: .instant)
                case .currency: .text
                case .horizonDays: .nullable(.integer())
                case .isStale, .isProcessing: .bool
                case .members: .integer(least: 0)
                case .changes: .nullable(.array(of: .anyObject))
                case .predicted: .nullable(.anyObject)
                case .historic, .churnProbability, .clvCategory, .purchaseLikelihood, .rfmGroup: .anyObject
                }
            return .init(part.rawValue, schema)
        })

    var routes: [Route] {
        let query = QueryRules(fields: ["figures": ["id"] + GroupReport.Part.allCases.map(\.rawValue)])
        return [
            Route(
                .get, "/api/perennial/figures", "Get Figures", access: .key(.perennialRead, and: [.profilesRead]), rate: .small,
                query: query, answers: [.document(.ok, Self.schema)], handler: ofEverybody),
            Route(
                .get, "/api/perennial/lists/{id}/figures", "Get Figures for List", access: .key(.perennialRead, and: [.listsRead]),
                rate: .small, query: query, answers: [.document(.ok, Self.schema)], handler: ofList),
            Route(
                .get, "/api/perennial/segments/{id}/figures", "Get Figures for Segment", access: .key(.perennialRead, and: [.segmentsRead]),
                rate: .small, query: query, answers: [.document(.ok, Self.schema)], handler: ofSegment),
        ]
    }

    private func ofEverybody(_ request: APIRequest) async throws -> APIResponse {
        answer(shop.report(on: .everybody, name: nil), id: "shop", path: "/api/perennial/figures", request)
    }

    private func ofList(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let list = try shop.list(id)
        return answer(shop.report(on: .list(list.number), name: list.name), id: id, path: "/api/perennial/lists/\(id)/figures", request)
    }

    private func ofSegment(_ request: APIRequest) async throws -> APIResponse {
        let id = request.parameters["id"]
        let segment = try shop.segment(id)
        let report = shop.report(on: .segment(segment.number), name: segment.name)
        return answer(report, id: id, path: "/api/perennial/segments/\(id)/figures", request)
    }

    private func answer(_ report: GroupReport, id: String, path: String, _ request: APIRequest) -> APIResponse {
        request.document { document in
            document.one { resources in
                resources.resource("figures", id: id, path: path) { resource in
                    resource.attributes { attributes in
                        for part in GroupReport.Part.allCases { attributes.value(part.rawValue) { report.write(part, to: &$0) } }
                    }
                }
            }
        }
    }
}
