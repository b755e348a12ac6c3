import Facts
import JSON
import Population
import Segments
import Shop

/// A segment as answers show it.
struct SegmentResource: Sendable {
    /// Attributes that `fields[segment]` may ask for.
    static let fields = [
        "created", "definition", "definition.condition_groups", "id", "is_active", "is_processing", "is_starred", "name", "updated",
    ]

    /// What an answer says.
    static let attributes: [Schema.Property] = [
        .init("name", .nullable(.text)), .init("definition", .nullable(.anyObject)),
        .init("created", .nullable(.string(format: .instant))), .init("updated", .nullable(.string(format: .instant))),
        .init("is_active", .bool, isRequired: true), .init("is_processing", .bool, isRequired: true),
        .init("is_starred", .bool, isRequired: true),
    ]

    /// The form of a segment in answers.
    static let schema = Schema.resource("segment", id: true, attributes: attributes)

    let definition: SegmentDefinition
    private let standing: SegmentKeeper.Standing?
    private let isProcessing: Bool

    init(_ definition: SegmentDefinition, _ shop: Shop) {
        self.definition = definition
        standing = shop.segments.standing(definition.number)
        isProcessing = shop.isProcessing(definition)
    }

    /// Writes the resource; `more` writes attributes that only some answers have.
    func write(
        to resources: inout ResourceListWriter, _ ids: PublicIDs, tags: [String]? = nil, more: (inout AttributeWriter) -> Void = { _ in }
    ) {
        let id = ids.id(definition.number)
        resources.resource("segment", id: id, path: "/api/segments/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("name", definition.name)
                if attributes.wants("definition") || attributes.wants("definition.condition_groups") {
                    attributes.value("definition") { definition.condition.writeDefinition(to: &$0) }
                }
                attributes.member("created", definition.created)
                attributes.member("updated", definition.updated)
                attributes.member("is_active", definition.isActive && standing?.fault == nil)
                attributes.member("is_processing", isProcessing)
                attributes.member("is_starred", definition.isStarred)
                more(&attributes)
            }
            resource.relationship("profiles")
            resource.relationship("tags", type: "tag", ids: tags)
            resource.relationship("flow-triggers")
        }
    }
}

extension Shop {
    /// The segment of an id in a path. 404 for one that is not there.
    func segment(_ id: String) throws(APIError) -> SegmentDefinition {
        guard let number = ids.segment(id), let segment = definitions.segment(number) else { throw .notFound("segment", id: id) }
        return segment
    }

    /// The segments that a profile is in, by number.
    func segments(of profile: ProfileNumber) -> [SegmentResource] {
        let definitions = definitions
        return read { $0.segments(of: profile) }.compactMap { definitions.segment($0.segment) }.map { SegmentResource($0, self) }
    }
}
