import Facts
import HTTPTypes
import Shop

extension ProfileRoutes {
    var memberships: [Route] {
        [
            Route(
                .get, "/api/profiles/{id}/lists", "Get Lists for Profile", access: .key(.listsRead, and: [.profilesRead]), rate: .small,
                query: QueryRules(fields: ["list": ListResource.fields]),
                answers: [.collection(.resource("list", id: true, attributes: ListResource.attributes))], handler: lists),
            Route(
                .get, "/api/profiles/{id}/relationships/lists", "Get List IDs for Profile",
                access: .key(.listsRead, and: [.profilesRead]), rate: .small, answers: [.collection(.reference("list"))], handler: listIDs),
            Route(
                .get, "/api/profiles/{id}/segments", "Get Segments for Profile", access: .key(.profilesRead, and: [.segmentsRead]),
                rate: .small, query: QueryRules(fields: ["segment": SegmentResource.fields]),
                answers: [.collection(SegmentResource.schema)], handler: segments),
            Route(
                .get, "/api/profiles/{id}/relationships/segments", "Get Segment IDs for Profile",
                access: .key(.profilesRead, and: [.segmentsRead]), rate: .small, answers: [.collection(.reference("segment"))],
                handler: segmentIDs),
        ]
    }

    @Sendable private func lists(_ request: APIRequest) async throws -> APIResponse {
        let lists = shop.lists(of: try profile(request))
        return request.document { document in
            document.many(request.pageLinks()) { resources in
                for list in lists { list.write(to: &resources, shop.ids) }
            }
        }
    }

    @Sendable private func listIDs(_ request: APIRequest) async throws -> APIResponse {
        let lists = shop.lists(of: try profile(request))
        return request.document { document in
            document.many(request.pageLinks()) { resources in
                for list in lists { resources.reference("list", id: shop.ids.id(list.number)) }
            }
        }
    }

    @Sendable private func segments(_ request: APIRequest) async throws -> APIResponse {
        let segments = shop.segments(of: try profile(request))
        return request.document { document in
            document.many(request.pageLinks()) { resources in
                for segment in segments { segment.write(to: &resources, shop.ids) }
            }
        }
    }

    @Sendable private func segmentIDs(_ request: APIRequest) async throws -> APIResponse {
        request.references("segment", shop.segments(of: try profile(request)).map { shop.ids.id($0.definition.number) })
    }
}
