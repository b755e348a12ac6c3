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

    private var nextSegmentNumber: UInt64 { journal.nextNumber(.definition(DefinitionKind.segment.rawValue)) }
}
