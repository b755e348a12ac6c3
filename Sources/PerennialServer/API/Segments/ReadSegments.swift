import Facts
import HTTPTypes
import Population
import Shop

/// GET /api/segments and /api/segments/{id}.
struct ReadSegments: RouteGroup {
    let shop: Shop

    private static let include = ["flow-triggers", "tags"]
    private static let fields = ["segment": SegmentResource.fields, "tag": TagResource.fields, "flow": FlowFields.all]

    var routes: [Route] {
        [
            Route(
                .get, "/api/segments", "Get Segments", access: .key(.segmentsRead), rate: .large,
                query: QueryRules(
                    fields: Self.fields, include: Self.include,
                    filter: FilterRules(
                        .init("name", .text, .any, .equals), .init("id", .text, .any, .equals), .init("created", .instant, .greaterThan),
                        .init("updated", .instant, .greaterThan)),
                    sort: ["created", "id", "name", "updated"], page: .init(standard: 10, most: 10)),
                answers: [.collection(SegmentResource.schema)], handler: all),
            Route(
                .get, "/api/segments/{id}", "Get Segment", access: .key(.segmentsRead), rate: .large,
                query: QueryRules(
                    fields: Self.fields.merging(["segment": SegmentResource.fields + ["profile_count"]]) { $1 },
                    additionalFields: ["segment": ["profile_count"]], include: Self.include),
                answers: [.document(.ok, SegmentResource.schema)],
                slowerRate: { $0.asksFor(additional: "profile_count", of: "segment") ? .extraSmall : nil }, handler: one),
        ]
    }

    private func all(_ request: APIRequest) async throws -> APIResponse {
        let (definitions, ids) = (shop.definitions, shop.ids)
        let segments = definitions.segments.filter { segment in
            request.query.filter?.matches { field in
                switch field {
                case "name": .text(segment.name)
                case "id": .text(ids.id(segment.number))
                case "created": .instant(segment.created)
                case "updated": .instant(segment.updated)
                default: .none
                }
            } ?? true
        }
        let page = PageWalk(request.query).page(of: segments) { segment in
            let number = Cursor.Part.number(Int64(segment.number.value))
            switch request.query.sort?.field {
            case "name": return [.text(segment.name), number]
            case "id": return [.text(ids.id(segment.number))]
            case "updated": return [.number(segment.updated.secondsSince1970), number]
            case "created": return [.number(segment.created.secondsSince1970), number]
            default: return [number]
            }
        }
        let tags = includedTags(request, definitions)
        return request.document { document in
            document.many(request.pageLinks(next: page.next, previous: page.previous)) { writer in
                for segment in page.items { write(segment, tags, to: &writer) }
            }
            include(page.items, request, tags, in: &document)
        }
    }

    private func one(_ request: APIRequest) async throws -> APIResponse {
        let segment = try shop.segment(request.parameters["id"])
        var count: Int?
        if request.query.asksFor(additional: "profile_count", of: "segment") { count = shop.read { $0.memberCount(of: segment.number) } }
        let tags = includedTags(request, shop.definitions)
        return request.document { document in
            document.one { write(segment, tags, profileCount: count, to: &$0) }
            include([segment], request, tags, in: &document)
        }
    }

    private func includedTags(_ request: APIRequest, _ definitions: DefinitionTable) -> [TagDefinition]? {
        request.query.include.contains("tags") ? definitions.tags : nil
    }

    private func write(
        _ segment: SegmentDefinition, _ tags: [TagDefinition]?, profileCount: Int? = nil, to writer: inout ResourceListWriter
    ) {
        let carried = tags?.filter { $0.isOn(.segment, UInt64(segment.number.value)) }.map { shop.ids.id(.tag, $0.number) }
        SegmentResource(segment, shop).write(to: &writer, shop.ids, tags: carried) { attributes in
            if let profileCount { attributes.member("profile_count", profileCount) }
        }
    }

    /// No segment starts a flow yet, so tags are all there is to include.
    private func include(
        _ segments: [SegmentDefinition], _ request: APIRequest, _ tags: [TagDefinition]?, in document: inout DocumentWriter
    ) {
        guard !request.query.include.isEmpty else { return }
        document.included { writer in
            for tag in tags ?? [] where segments.contains(where: { tag.isOn(.segment, UInt64($0.number.value)) }) {
                writer.tag(tag, shop.ids)
            }
        }
    }
}
