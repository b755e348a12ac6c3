import JSON
public import Journal

/// What can carry tags.
public enum Taggable: String, CaseIterable, Sendable {
    case list, segment, flow, campaign
}

/// A word that people put on lists and the like, to find them again.
public struct TagDefinition: Sendable, Equatable {
    /// Its number.
    public var number: UInt64
    /// The word.
    public var name: String
    /// The number of its group.
    public var group: UInt64
    /// The numbers of what carries it, by kind.
    public var carriers: [Taggable: [UInt64]]

    /// A tag on nothing.
    public init(number: UInt64, name: String, group: UInt64) {
        self.number = number
        self.name = name
        self.group = group
        carriers = [:]
    }

    /// The tag as the journal keeps it.
    public var body: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("name", name)
            writer.member("group", group)
            writer.object("on") { writer in
                for kind in Taggable.allCases {
                    guard let numbers = carriers[kind], !numbers.isEmpty else { continue }
                    writer.array(kind.rawValue) { writer in for number in numbers { writer.int(number) } }
                }
            }
        }
        return writer.text
    }

    /// Whether something carries it.
    public func isOn(_ kind: Taggable, _ number: UInt64) -> Bool { carriers[kind]?.contains(number) ?? false }

    /// Puts it on something, or takes it off; what is so already stays so.
    public mutating func set(_ isOn: Bool, on kind: Taggable, _ number: UInt64) {
        guard isOn != self.isOn(kind, number) else { return }
        if isOn { carriers[kind, default: []].append(number) } else { carriers[kind]?.removeAll { $0 == number } }
    }

    init?(_ definition: Definition) {
        guard let root = try? JSONDocument(definition.body).root, let name = root["name"]?.string, let group = root["group"]?.uint64 else {
            return nil
        }
        self.init(number: definition.number, name: name, group: group)
        for (kind, numbers) in root["on"]?.members.map({ ($0.key, $0.value) }) ?? [] {
            guard let kind = Taggable(rawValue: kind) else { continue }
            carriers[kind] = numbers.elements.compactMap(\.uint64)
        }
    }
}

/// Tags that belong together.
public struct TagGroupDefinition: Sendable, Equatable {
    /// The number of the group of tags that were put in none. It is there without having been made.
    public static let defaultNumber: UInt64 = 1

    /// Its number.
    public var number: UInt64
    /// What people call it.
    public var name: String
    /// Whether a thing may carry one tag of it only.
    public var isExclusive: Bool

    /// A group.
    public init(number: UInt64, name: String, isExclusive: Bool) {
        self.number = number
        self.name = name
        self.isExclusive = isExclusive
    }

    /// Whether it is the group of tags that were put in none.
    public var isDefault: Bool { number == Self.defaultNumber }

    /// The group as the journal keeps it.
    public var body: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("name", name)
            writer.member("exclusive", isExclusive)
        }
        return writer.text
    }

    init?(_ definition: Definition) {
        guard let root = try? JSONDocument(definition.body).root, let name = root["name"]?.string else { return nil }
        self.init(number: definition.number, name: name, isExclusive: root["exclusive"]?.bool ?? false)
    }
}

extension DefinitionTable {
    /// The tags that live, by number.
    public var tags: [TagDefinition] { all(.tag).compactMap { TagDefinition($0) } }

    /// A tag that lives.
    public func tag(_ number: UInt64) -> TagDefinition? { self[.tag, number].flatMap { TagDefinition($0) } }

    /// The tags that something carries.
    public func tags(on kind: Taggable, _ number: UInt64) -> [TagDefinition] { tags.filter { $0.isOn(kind, number) } }

    /// The groups of tags that live, the default one first.
    public var tagGroups: [TagGroupDefinition] {
        let stored = all(.tagGroup).compactMap { TagGroupDefinition($0) }
        return stored.first?.isDefault == true ? stored : [Self.defaultTagGroup] + stored
    }

    /// A group of tags that lives.
    public func tagGroup(_ number: UInt64) -> TagGroupDefinition? {
        if let stored = self[.tagGroup, number] { return TagGroupDefinition(stored) }
        return number == TagGroupDefinition.defaultNumber ? Self.defaultTagGroup : nil
    }

    private static let defaultTagGroup = TagGroupDefinition(number: TagGroupDefinition.defaultNumber, name: "Default", isExclusive: false)
}

extension Journal {
    /// The number of a new group of tags: never that of the default one, which needs none.
    public func nextTagGroupNumber() -> UInt64 {
        let number = nextNumber(.definition(DefinitionKind.tagGroup.rawValue))
        return number == TagGroupDefinition.defaultNumber ? nextNumber(.definition(DefinitionKind.tagGroup.rawValue)) : number
    }
}
