import Facts
import HTTPTypes
import Shop

/// What belongs to a segment: its tags, and the flows that it starts (none yet).
struct SegmentRelations: RouteGroup {
    let shop: Shop

    var routes: [Route] {
        let tags = Route.Access.key(.segmentsRead, and: [.tagsRead])
        let flows = Route.Access.key(.segmentsRead, and: [.flowsRead])
        return [
            Route(
                .get, "/api/segments/{id}/tags", "Get Tags for Segment", access: tags, rate: .small,
                query: QueryRules(fields: ["tag": TagResource.fields]), answers: [.collection(TagResource.schema)]
            ) { request in
                let found = try self.tags(request)
                return request.document { document in
                    document.many(request.pageLinks()) { writer in for tag in found { writer.tag(tag, shop.ids) } }
                }
            },
            Route(
                .get, "/api/segments/{id}/relationships/tags", "Get Tag IDs for Segment", access: tags, rate: .small,
                answers: [.collection(.reference("tag"))]
            ) { request in
                try request.references("tag", self.tags(request).map { shop.ids.id(.tag, $0.number) })
            },
            Route(
                .get, "/api/segments/{id}/flow-triggers", "Get Flows Triggered by Segment", access: flows, rate: .small,
                query: QueryRules(fields: ["flow": FlowFields.all]), answers: [.collection(.reference("flow"))]
            ) { request in
                _ = try shop.segment(request.parameters["id"])
                return request.nothing
            },
            Route(
                .get, "/api/segments/{id}/relationships/flow-triggers", "Get IDs for Flows Triggered by Segment", access: flows,
                rate: .small,
                answers: [.collection(.reference("flow"))]
            ) { request in
                _ = try shop.segment(request.parameters["id"])
                return request.nothing
            },
        ]
    }

    private func tags(_ request: APIRequest) throws(APIError) -> [TagDefinition] {
        shop.definitions.tags(on: .segment, UInt64(try shop.segment(request.parameters["id"]).number.value))
    }
}
