public import Facts
import JSON
public import Journal
public import Segments

/// A segment as somebody defined it. Its definition is a JSON object with `name`, `definition`, `is_starred` and `is_active`.
public struct SegmentDefinition: Sendable, Equatable {
    /// Its number.
    public var number: SegmentNumber
    /// Its name.
    public var name: String
    /// Whom it means.
    public var condition: Condition
    /// Whether somebody marked it as important.
    public var isStarred: Bool
    /// Whether it is kept current; one that is not keeps the members that it had.
    public var isActive: Bool
    /// When it was made.
    public var created: Instant
    /// When it was changed last.
    public var updated: Instant

    /// The segment of a stored definition; `nil` for one that cannot be read.
    public init?(_ definition: Definition) {
        guard let root = try? JSONDocument(definition.body).root, let name = root["name"]?.string, let stored = root["definition"],
            let condition = try? Condition(definition: stored), let number = UInt32(exactly: definition.number)
        else { return nil }
        self.number = SegmentNumber(number)
        self.name = name
        self.condition = condition
        isStarred = root["is_starred"]?.bool ?? false
        isActive = root["is_active"]?.bool ?? true
        created = definition.createdAt
        updated = definition.updatedAt
    }

    /// The body of a definition.
    public static func body(name: String, condition: Condition, isStarred: Bool, isActive: Bool) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("name", name)
            json.key("definition")
            condition.writeDefinition(to: &json)
            json.member("is_starred", isStarred)
            json.member("is_active", isActive)
        }
        return json.text
    }
}

extension DefinitionTable {
    /// The segments that live, by number.
    public var segments: [SegmentDefinition] { all(.segment).compactMap { SegmentDefinition($0) } }

    /// A segment that lives.
    public func segment(_ number: SegmentNumber) -> SegmentDefinition? {
        self[.segment, UInt64(number.value)].flatMap { SegmentDefinition($0) }
    }
}

extension PublicIDs {
    /// The id of a segment.
    public func id(_ segment: SegmentNumber) -> String { id(.segment, UInt64(segment.value)) }

    /// The segment of an id; `nil` for an id that was never given out.
    public func segment(_ id: some StringProtocol) -> SegmentNumber? {
        number(.segment, id).flatMap { UInt32(exactly: $0) }.map { SegmentNumber($0) }
    }
}
