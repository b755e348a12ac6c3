import Facts
import Journal

/// What keeps a tag from being put on something.
public enum TagFault: Error, Sendable, Equatable {
    /// It carries as many as it may.
    case tooManyOnOne
    /// The shop has as many as it may.
    case tooManyOfShop
    /// It carries another of a group of which it may carry one only.
    case isExclusive(other: String, group: String)
    /// No name, or one that is too long.
    case name
}

extension Shop {
    /// The most tags that one thing may carry.
    public static let mostTagsOnOne = 100
    /// The most tags that a shop may have.
    public static let mostTags = 500
    /// The most characters of a tag's name.
    public static let longestTagName = 255

    /// What keeps a tag from being put on something; `nil` where nothing does.
    public func fault(of tag: TagDefinition, on kind: Taggable, _ number: UInt64, among tags: [TagDefinition]) -> TagFault? {
        let others = tags.filter { $0.number != tag.number && $0.isOn(kind, number) }
        guard others.count < Self.mostTagsOnOne else { return .tooManyOnOne }
        guard let group = definitions.tagGroup(tag.group), group.isExclusive,
            let other = others.first(where: { $0.group == tag.group })
        else { return nil }
        return .isExclusive(other: other.name, group: group.name)
    }

    /// Makes a tag, within a commit of its own.
    ///
    /// - Parameter carriers: what carries it from the beginning.
    public func newTag(
        named name: String, in group: UInt64, on carriers: [Taggable: [UInt64]] = [:], _ intake: Intake, by who: String
    ) throws(TagFault) -> TagDefinition {
        guard definitions.count(.tag) < Self.mostTags else { throw .tooManyOfShop }
        var tag = TagDefinition(number: journal.nextNumber(.definition(DefinitionKind.tag.rawValue)), name: name, group: group)
        tag.carriers = carriers
        intake.define(.tag, tag.number, tag.body, id: ids.id(.tag, tag.number), by: who, isNew: true)
        return tag
    }

    /// Has something carry these tags and no others, and a new one where a name is given; a name that a tag has is that tag. Within a commit
    /// of its own.
    public func setTags(
        _ numbers: Set<UInt64>, newName: String?, on kind: Taggable, _ number: UInt64, _ intake: Intake, by who: String
    ) throws(TagFault) {
        if let newName, newName.isEmpty || newName.unicodeScalars.count > Self.longestTagName { throw .name }
        var wanted = numbers
        var tags = definitions.tags
        let known = newName.flatMap { name in tags.first { $0.name.lowercased() == name.lowercased() } }
        if let known { wanted.insert(known.number) }
        let before = tags
        for place in tags.indices { tags[place].set(wanted.contains(tags[place].number), on: kind, number) }
        for tag in tags where tag.isOn(kind, number) {
            if let fault = fault(of: tag, on: kind, number, among: tags) { throw fault }
        }
        if let newName, known == nil {
            guard tags.count(where: { $0.isOn(kind, number) }) < Self.mostTagsOnOne else { throw .tooManyOnOne }
            _ = try newTag(named: newName, in: TagGroupDefinition.defaultNumber, on: [kind: [number]], intake, by: who)
        }
        for (old, tag) in zip(before, tags) where old != tag {
            intake.define(.tag, tag.number, tag.body, id: ids.id(.tag, tag.number), by: who)
        }
    }
}
