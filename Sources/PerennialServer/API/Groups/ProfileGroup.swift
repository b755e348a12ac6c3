import Facts
import Population
import Shop

/// What profiles are in: lists, which people fill, and segments, which fill themselves. Both are read in the same way.
enum ProfileGroup: String {
    case list, segment

    /// The word as a title has it.
    var title: String { self == .list ? "List" : "Segment" }
    /// Where all of them are found.
    var path: String { "/api/\(rawValue)s" }
    /// What a key needs to read them.
    var scope: Scope { self == .list ? .listsRead : .segmentsRead }
    /// What a tag calls them.
    var taggable: Taggable { self == .list ? .list : .segment }
    /// Attributes that may be asked for.
    var fields: [String] { self == .list ? ListResource.fields : SegmentResource.fields }
    /// The form of one in answers.
    var schema: Schema { self == .list ? ListResource.schema : SegmentResource.schema }

    /// Those that live, by number.
    func all(_ shop: Shop) -> [any GroupResource] {
        switch self {
        case .list: shop.definitions.lists
        case .segment: shop.definitions.segments.map { SegmentResource($0, shop) }
        }
    }

    /// The one of an id in a path. 404 for one that is not there.
    func one(_ id: String, _ shop: Shop) throws(APIError) -> any GroupResource {
        switch self {
        case .list: try shop.list(id)
        case .segment: SegmentResource(try shop.segment(id), shop)
        }
    }
}

/// A list or segment as answers show it.
protocol GroupResource: Sendable {
    var groupNumber: UInt32 { get }
    var name: String { get }
    var created: Instant { get }
    var updated: Instant { get }

    /// Its public id.
    func id(_ ids: PublicIDs) -> String
    func memberCount(_ population: Population) -> Int
    func members(_ population: Population) -> [(profile: ProfileNumber, joined: Instant)]
    /// When somebody joined; `nil` for one that is not in.
    func joined(_ population: Population, _ profile: ProfileNumber) -> Instant?
    /// Writes the resource; `more` writes attributes that only some answers have.
    func write(to resources: inout ResourceListWriter, _ ids: PublicIDs, tags: [String]?, more: (inout AttributeWriter) -> Void)
}

extension ListResource: GroupResource {
    var groupNumber: UInt32 { number.value }
    func id(_ ids: PublicIDs) -> String { ids.id(number) }
    func memberCount(_ population: Population) -> Int { population.memberCount(of: number) }
    func members(_ population: Population) -> [(profile: ProfileNumber, joined: Instant)] { population.members(of: number) }
    func joined(_ population: Population, _ profile: ProfileNumber) -> Instant? { population.joined(number, profile) }
}

extension SegmentResource: GroupResource {
    var groupNumber: UInt32 { definition.number.value }
    var name: String { definition.name }
    var created: Instant { definition.created }
    var updated: Instant { definition.updated }
    func id(_ ids: PublicIDs) -> String { ids.id(definition.number) }
    func memberCount(_ population: Population) -> Int { population.memberCount(of: definition.number) }
    func members(_ population: Population) -> [(profile: ProfileNumber, joined: Instant)] { population.members(of: definition.number) }
    func joined(_ population: Population, _ profile: ProfileNumber) -> Instant? { population.joined(definition.number, profile) }
}
