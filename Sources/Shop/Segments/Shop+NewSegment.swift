public import Facts
import Journal
public import Segments

extension Shop {
    /// More segments than any shop keeps apart.
    public static let mostSegments = 1_000

    /// Makes a segment, within a commit of its own.
    public func newSegment(
        named name: String, _ condition: Condition, isStarred: Bool = false, _ intake: Intake, by who: String
    ) throws(IntakeError) -> SegmentNumber {
        guard definitions.count(.segment) < Self.mostSegments, let number = UInt32(exactly: nextSegmentNumber) else {
            throw .invalid(pointer: "/data", detail: "There are \(Self.mostSegments) segments, the most that a shop may have.")
        }
        let body = SegmentDefinition.body(name: name, condition: condition, isStarred: isStarred, isActive: true)
        intake.define(.segment, UInt64(number), body, id: ids.id(.segment, UInt64(number)), by: who, isNew: true)
        return SegmentNumber(number)
    }

    /// Changes what is given of a segment, within a commit of its own.
    public func changeSegment(_ number: SegmentNumber, _ change: SegmentChange, _ intake: Intake, by who: String) throws(IntakeError) {
        let id = ids.id(number)
        guard let segment = definitions.segment(number) else { throw .notFound("A segment with id \(id) does not exist.") }
        // Looked at here, where nobody else changes definitions: two changes at once must not make a circle of two segments.
        if let condition = change.condition, asks(condition, for: number) {
            throw .invalid(
                pointer: "/data/attributes/definition", detail: "The segment would ask whether somebody is in itself, by way of others.")
        }
        let json = SegmentDefinition.body(
            name: change.name ?? segment.name, condition: change.condition ?? segment.condition,
            isStarred: change.isStarred ?? segment.isStarred, isActive: change.isActive ?? segment.isActive)
        intake.define(.segment, UInt64(number.value), json, id: id, by: who)
    }

    /// Deletes a segment, within a commit of its own. Whoever was in it stays a profile; tags lose it, and segments that ask for it stand
    /// still and say why.
    public func removeSegment(_ number: SegmentNumber, _ intake: Intake, by who: String) throws(IntakeError) {
        let id = ids.id(number)
        guard definitions.segment(number) != nil else { throw .notFound("A segment with id \(id) does not exist.") }
        intake.define(.segment, UInt64(number.value), nil, id: id, by: who)
        takeOffTags(.segment, UInt64(number.value), intake, by: who)
    }

    /// Takes what is deleted off its tags.
    public func takeOffTags(_ kind: Taggable, _ number: UInt64, _ intake: Intake, by who: String) {
        for var tag in definitions.tags(on: kind, number) {
            tag.set(false, on: kind, number)
            intake.define(.tag, tag.number, tag.body, id: ids.id(.tag, tag.number), by: who)
        }
    }

    private var nextSegmentNumber: UInt64 { journal.nextNumber(.definition(DefinitionKind.segment.rawValue)) }
}

/// What is to be changed of a segment; what is `nil` stays.
public struct SegmentChange: Sendable {
    /// Its name.
    public var name: String?
    /// Whom it means.
    public var condition: Condition?
    /// Whether somebody marked it as important.
    public var isStarred: Bool?
    /// Whether it is kept current.
    public var isActive: Bool?

    /// A change of what is given.
    public init(name: String? = nil, condition: Condition? = nil, isStarred: Bool? = nil, isActive: Bool? = nil) {
        self.name = name
        self.condition = condition
        self.isStarred = isStarred
        self.isActive = isActive
    }
}
