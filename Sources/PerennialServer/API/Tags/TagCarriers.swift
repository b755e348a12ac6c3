import Facts
import HTTPTypes
import Shop

/// What carries a tag: GET, POST and DELETE of /api/tags/{id}/relationships/{lists, segments, flows, campaigns}.
struct TagCarriers: RouteGroup {
    let shop: Shop

    /// References in one request.
    private static let mostReferences = 1_000

    var routes: [Route] { Taggable.allCases.flatMap(routes(of:)) }

    private func routes(of kind: Taggable) -> [Route] {
        let path = "/api/tags/{id}/relationships/\(kind.plural)"
        let title = kind.title
        let scopes = kind.scopes
        let body = Route.Body.json(.references(kind.rawValue, most: Self.mostReferences))
        return [
            Route(
                .get, path, "Get \(title) IDs for Tag", access: .key(.tagsRead, and: [scopes.read]), rate: .small,
                answers: [.collection(.reference(kind.rawValue))]
            ) { request in
                let tag = try shop.tag(request.parameters["id"])
                return request.references(kind.rawValue, (tag.carriers[kind] ?? []).map { shop.ids.id(kind.idKind, $0) })
            },
            Route(
                .post, path, "Tag \(title)s", access: .key(.tagsWrite, and: [scopes.write]), rate: .small, body: body,
                answers: [.empty(.noContent)]
            ) { try await set($0, kind, isOn: true) },
            Route(
                .delete, path, "Remove Tag from \(title)s", access: .key(.tagsWrite, and: [scopes.write]), rate: .small, body: body,
                answers: [.empty(.noContent)]
            ) { try await set($0, kind, isOn: false) },
        ]
    }

    private func set(_ request: APIRequest, _ kind: Taggable, isOn: Bool) async throws -> APIResponse {
        let id = request.parameters["id"]
        let number = try shop.tag(id).number
        var things: [(number: UInt64, id: String)] = []
        for id in try await request.references(type: kind.rawValue, most: Self.mostReferences) {
            guard let number = shop.ids.number(kind.idKind, id) else { throw APIError.notFound(kind.rawValue, id: id) }
            things.append((number, id))
        }
        let (shop, who) = (shop, request.who)
        try await shop.take(isAlone: true) { [things] (intake) throws(IntakeError) in
            let definitions = shop.definitions
            guard var tag = definitions.tag(number) else { throw .notFound("A tag with id \(id) does not exist.") }
            let before = tag
            let tags = isOn ? definitions.tags.filter { $0.number != number } : []
            for thing in things {
                guard kind.isThere(thing.number, definitions) else {
                    throw .notFound("A \(kind.rawValue) with id \(thing.id) does not exist.")
                }
                if isOn { try Self.check(shop.fault(of: tag, on: kind, thing.number, among: tags), kind, thing) }
                tag.set(isOn, on: kind, thing.number)
            }
            if tag != before { intake.define(.tag, number, tag.body, id: id, by: who) }
        }
        return .empty
    }

    /// Refuses one tag too many on a thing, and a second one of an exclusive group.
    private static func check(
        _ fault: TagFault?, _ kind: Taggable, _ thing: (number: UInt64, id: String)
    ) throws(IntakeError) {
        switch fault {
        case .none: return
        case .isExclusive(let other, let group):
            throw .invalid(
                pointer: "/data",
                detail:
                    "The \(kind.rawValue) \(thing.id) has the tag \"\(other)\" of \"\(group)\", a group of which it may have one only.")
        case .tooManyOnOne, .tooManyOfShop, .name:
            throw .invalid(
                pointer: "/data", detail: "The \(kind.rawValue) \(thing.id) has \(Shop.mostTagsOnOne) tags, the most that it may have.")
        }
    }
}

extension Taggable {
    /// The word for many.
    fileprivate var plural: String { rawValue + "s" }

    /// The word as a title has it.
    fileprivate var title: String {
        switch self {
        case .list: "List"
        case .segment: "Segment"
        case .flow: "Flow"
        case .campaign: "Campaign"
        }
    }

    fileprivate var idKind: PublicIDs.Kind {
        switch self {
        case .list: .list
        case .segment: .segment
        case .flow: .flow
        case .campaign: .campaign
        }
    }

    fileprivate var scopes: (read: Scope, write: Scope) {
        switch self {
        case .list: (.listsRead, .listsWrite)
        case .segment: (.segmentsRead, .segmentsWrite)
        case .flow: (.flowsRead, .flowsWrite)
        case .campaign: (.campaignsRead, .campaignsWrite)
        }
    }

    /// Whether there is such a thing.
    fileprivate func isThere(_ number: UInt64, _ definitions: DefinitionTable) -> Bool {
        switch self {
        case .list: definitions[.list, number] != nil
        case .segment: definitions[.segment, number] != nil
        // A shop has neither flows nor campaigns yet.
        case .flow, .campaign: false
        }
    }
}
