import Facts
import HTTPTypes
import JSON
import Population
import Shop

/// GET /api/perennial/segment-comparison: two segments, or lists, beside each other.
struct GroupComparisonRoutes: RouteGroup {
    let shop: Shop

    private static let path = "/api/perennial/segment-comparison"

    var routes: [Route] {
        let names = GroupComparison.Part.allCases.map(\.rawValue)
        let id = Schema.string(longest: 100, shortest: 1)
        return [
            Route(
                .get, Self.path, "Compare Segments", access: .key(.perennialRead, and: [.listsRead, .segmentsRead]), rate: .small,
                query: QueryRules(
                    fields: ["segment-comparison": ["id"] + names],
                    parameters: [
                        .init(name: "first", schema: id, isRequired: true, description: "The id of a segment or list."),
                        .init(name: "second", schema: id, isRequired: true, description: "The id of another."),
                    ]),
                answers: [
                    .document(
                        .ok,
                        .resource(
                            "segment-comparison", id: true,
                            attributes: GroupComparison.Part.allCases.map { part in
                                .init(part.rawValue, part == .differences ? .array(of: .anyObject) : .anyObject)
                            }))
                ], handler: compare)
        ]
    }

    private func compare(_ request: APIRequest) async throws -> APIResponse {
        let (first, second) = (try group("first", request), try group("second", request))
        let comparison = shop.compare(first, second)
        let ids = shop.ids
        return request.document { document in
            document.one { resources in
                resources.resource("segment-comparison", id: "shop", path: Self.path) { resource in
                    resource.attributes { attributes in
                        for part in GroupComparison.Part.allCases {
                            attributes.value(part.rawValue) { json in comparison.write(part, to: &json) { $0.id(ids) } }
                        }
                    }
                }
            }
        }
    }

    private func group(_ parameter: String, _ request: APIRequest) throws(APIError) -> (group: FiguredGroup, name: String?) {
        let id = request.query[parameter] ?? ""
        if let segment = try? shop.segment(id) { return (.segment(segment.number), segment.name) }
        if let list = try? shop.list(id) { return (.list(list.number), list.name) }
        throw .invalid("There is no segment and no list with the id \(id.prefix(100)).", parameter: parameter)
    }
}

extension FiguredGroup {
    /// The public id; `nil` of everybody.
    fileprivate func id(_ ids: PublicIDs) -> String? {
        switch self {
        case .everybody: nil
        case .list(let list): ids.id(list)
        case .segment(let segment): ids.id(segment)
        }
    }
}
