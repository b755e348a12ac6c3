import Facts
import Population
import Segments

extension Shop {
    /// Whether it is not found out yet who is in a segment, since it was made or changed.
    ///
    /// Where somebody only looks at the shop, another process finds it out, or none does yet. No fact says that it was done; but whom the segment
    /// would mean, and nobody who entered or left since, says that it was not.
    public func isProcessing(_ segment: SegmentDefinition) -> Bool {
        guard segment.isActive else { return false }
        if segments.isKeeping { return segments.isProcessing(segment) }
        let (number, since) = (segment.number, segment.updated.secondsSince1970)
        let changes = read { $0.changes(of: number, from: since, before: .max) }
        guard changes.added == 0, changes.removed == 0, let plan = try? plan(segment.condition) else { return false }
        // What asks for predictions that there are none of keeps the members that it has.
        guard models.standing.hasPredictions || !plan.dependencies.isOfPredictions else { return false }
        return members(of: plan) != read { $0.memberSet(of: number) }
    }
}
