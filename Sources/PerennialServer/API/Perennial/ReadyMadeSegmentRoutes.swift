import Facts
import HTTPTypes
import JSON
import Population
import Segments
import Shop
import Wording

/// Segments that are offered ready, with definitions proposed from the shop's data: GET /api/perennial/ready-made-segments, all of them and one.
/// Taking one is POST /api/segments with its definition, as it is or changed.
struct ReadyMadeSegmentRoutes: RouteGroup {
    let shop: Shop

    private static let type = "ready-made-segment"
    private static let path = "/api/perennial/ready-made-segments"
    private static let fields = ["id", "name", "purpose", "theme", "definition", "missing"]
    private static let count = "profile_count"
    private static let lack = Schema.object([
        .init("need", .oneOf(ReadyMadeSegment.Need.allCases.map(\.rawValue)), isRequired: true), .init("detail", .text, isRequired: true),
    ])
    private static let schema = Schema.resource(
        type, id: true,
        attributes: [
            .init("name", .text), .init("purpose", .text), .init("theme", .oneOf(ReadyMadeSegment.Theme.allCases.map(\.rawValue))),
            .init("definition", .nullable(.anyObject)), .init("missing", .array(of: lack)),
            .init(count, .nullable(.integer(least: 0))),
        ])

    var routes: [Route] {
        let most = ReadyMadeSegment.allCases.count
        let query = QueryRules(
            fields: [Self.type: Self.fields + [Self.count]], additionalFields: [Self.type: [Self.count]],
            parameters: [
                .init(
                    name: "language", schema: .oneOf(Language.allCases.map(\.rawValue)),
                    description: "Of names and sentences; without it, Accept-Language and then the shop's.")
            ])
        var all = query
        all.page = .init(standard: most, most: most)
        let slower: @Sendable (Query) -> RateTier? = { $0.asksFor(additional: Self.count, of: Self.type) ? .extraSmall : nil }
        return [
            Route(
                .get, Self.path, "Get Ready-made Segments", access: .key(.perennialRead), rate: .medium, query: all,
                answers: [.collection(Self.schema)], slowerRate: slower
            ) { request in
                let numbered = ReadyMadeSegment.allCases.enumerated().map { (number: $0, segment: $1) }
                let page = PageWalk(request.query).page(of: numbered) { [.number(Int64($0.number))] }
                let offers = offers(page.items.map(\.segment), request)
                return request.document { document in
                    document.many(request.pageLinks(next: page.next, previous: page.previous)) { writer in
                        for offer in offers { write(offer, request, to: &writer) }
                    }
                }
            },
            Route(
                .get, "\(Self.path)/{id}", "Get Ready-made Segment", access: .key(.perennialRead), rate: .medium, query: query,
                answers: [.document(.ok, Self.schema)], slowerRate: slower
            ) { request in
                let id = request.parameters["id"]
                guard let segment = ReadyMadeSegment(rawValue: id) else { throw APIError.notFound(Self.type, id: id) }
                let offers = offers([segment], request)
                return request.document { document in
                    document.one { writer in for offer in offers { write(offer, request, to: &writer) } }
                }
            },
        ]
    }

    /// What is offered under a name.
    private struct Offer: Sendable {
        let segment: ReadyMadeSegment
        let condition: Condition?
        let missing: [ReadyMadeSegment.Need]
        /// How many it means now; `nil` where it cannot be made, or was not asked.
        var count: Int?
    }

    private func offers(_ segments: [ReadyMadeSegment], _ request: APIRequest) -> [Offer] {
        let proposals = shop.segmentProposals
        let counts = request.query.asksFor(additional: Self.count, of: Self.type)
        return segments.map { segment in
            var offer = Offer(segment: segment, condition: segment.condition(proposals), missing: proposals.missing(for: segment))
            if counts, let condition = offer.condition { offer.count = shop.count(condition) }
            return offer
        }
    }

    private func write(_ offer: Offer, _ request: APIRequest, to resources: inout ResourceListWriter) {
        let words = Words(language(request))
        let id = offer.segment.rawValue
        resources.resource(Self.type, id: id, path: "\(Self.path)/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("name", words(offer.segment.title))
                attributes.member("purpose", words(offer.segment.purpose))
                attributes.member("theme", offer.segment.theme.rawValue)
                attributes.value("definition") { json in
                    if let condition = offer.condition { condition.writeDefinition(to: &json) } else { json.null() }
                }
                attributes.value("missing") { json in
                    json.array { json in
                        for need in offer.missing {
                            json.object { json in
                                json.member("need", need.rawValue)
                                json.member("detail", words(need.lack))
                            }
                        }
                    }
                }
                if request.query.asksFor(additional: Self.count, of: Self.type) { attributes.member(Self.count, offer.count) }
            }
        }
    }

    /// Asked for, else the client's, else the shop's.
    private func language(_ request: APIRequest) -> Language {
        if let asked = request.query["language"].flatMap({ Language(rawValue: $0) }) { return asked }
        return Language(acceptable: request.headers[.acceptLanguage] ?? "") ?? Language(rawValue: shop.settings.language) ?? .en
    }
}
