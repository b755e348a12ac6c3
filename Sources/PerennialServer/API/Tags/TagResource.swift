import Facts
import Shop

/// Tags and their groups as the interface shows them.
enum TagResource {
    static let fields = ["id", "name"]

    static let schema = Schema.resource("tag", id: true, attributes: [.init("name", .text)])

    /// Bytes of a tag's name, or its group's.
    static let longestName = Shop.longestTagName
}

/// Groups of tags as the interface shows them.
enum TagGroupResource {
    static let fields = ["id", "name", "exclusive", "default"]

    static let schema = Schema.resource(
        "tag-group", id: true, attributes: [.init("name", .text), .init("exclusive", .bool), .init("default", .bool)])
}

extension ResourceListWriter {
    /// Writes a tag.
    mutating func tag(_ tag: TagDefinition, _ ids: PublicIDs) {
        let id = ids.id(.tag, tag.number)
        resource("tag", id: id, path: "/api/tags/\(id)") { resource in
            resource.attributes { $0.member("name", tag.name) }
            resource.relationship("tag-group", type: "tag-group", id: ids.id(.tagGroup, tag.group))
            for name in ["lists", "segments", "campaigns", "flows"] { resource.relationship(name) }
        }
    }

    /// Writes a group of tags.
    mutating func tagGroup(_ group: TagGroupDefinition, _ ids: PublicIDs) {
        let id = ids.id(.tagGroup, group.number)
        resource("tag-group", id: id, path: "/api/tag-groups/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("name", group.name)
                attributes.member("exclusive", group.isExclusive)
                attributes.member("default", group.isDefault)
            }
            resource.relationship("tags")
        }
    }
}

extension Shop {
    /// The tag of an id in a path. 404 for one that is not there.
    func tag(_ id: String) throws(APIError) -> TagDefinition {
        guard let number = ids.number(.tag, id), let tag = definitions.tag(number) else { throw .notFound("tag", id: id) }
        return tag
    }

    /// The group of tags of an id in a path. 404 for one that is not there.
    func tagGroup(_ id: String) throws(APIError) -> TagGroupDefinition {
        guard let number = ids.number(.tagGroup, id), let group = definitions.tagGroup(number) else { throw .notFound("tag group", id: id) }
        return group
    }
}
