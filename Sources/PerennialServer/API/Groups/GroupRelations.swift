import Facts
import HTTPTypes
import Shop

/// What belongs to a list or segment: its tags, and the flows that it starts (none yet).
struct GroupRelations: RouteGroup {
    let shop: Shop
    let kind: ProfileGroup

    var routes: [Route] {
        let tags = Route.Access.key(kind.scope, and: [.tagsRead])
        let flows = Route.Access.key(kind.scope, and: [.flowsRead])
        return [
            Route(
                .get, "\(kind.path)/{id}/tags", "Get Tags for \(kind.title)", access: tags, rate: .small,
                query: QueryRules(fields: ["tag": TagResource.fields]), answers: [.collection(TagResource.schema)]
            ) { request in
                let found = try self.tags(request)
                return request.document { document in
                    document.many(request.pageLinks()) { writer in for tag in found { writer.tag(tag, shop.ids) } }
                }
            },
            Route(
                .get, "\(kind.path)/{id}/relationships/tags", "Get Tag IDs for \(kind.title)", access: tags, rate: .small,
                answers: [.collection(.reference("tag"))]
            ) { request in
                try request.references("tag", self.tags(request).map { shop.ids.id(.tag, $0.number) })
            },
            Route(
                .get, "\(kind.path)/{id}/flow-triggers", "Get Flows Triggered by \(kind.title)", access: flows, rate: .small,
                query: QueryRules(fields: ["flow": FlowFields.all]), answers: [.collection(.reference("flow"))]
            ) { request in
                _ = try kind.one(request.parameters["id"], shop)
                return request.nothing
            },
            Route(
                .get, "\(kind.path)/{id}/relationships/flow-triggers", "Get IDs for Flows Triggered by \(kind.title)", access: flows,
                rate: .small,
                answers: [.collection(.reference("flow"))]
            ) { request in
                _ = try kind.one(request.parameters["id"], shop)
                return request.nothing
            },
        ]
    }

    private func tags(_ request: APIRequest) throws(APIError) -> [TagDefinition] {
        shop.definitions.tags(on: kind.taggable, UInt64(try kind.one(request.parameters["id"], shop).groupNumber))
    }
}
