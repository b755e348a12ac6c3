import Facts
import Population
public import Segments

extension Shop {
    /// How many a definition means now; `nil` where it names something that is not there.
    public func count(_ condition: Condition) -> Int? {
        guard let plan = try? plan(condition) else { return nil }
        var search = SegmentSearch(plan, before: clock().secondsSince1970 + 1)
        while !search.isDone { look(&search) }
        return search.members.count
    }

    /// Whom a definition means; between looks writers and other tasks have their turn.
    ///
    /// - Parameter isOver: whether nobody waits for the answer any more.
    /// - Returns: `nil` where that was so before the end.
    func members(of plan: SegmentPlan, before end: Int64, unless isOver: () -> Bool) async -> ProfileSet? {
        var search = SegmentSearch(plan, before: end)
        while !search.isDone {
            if isOver() || Task.isCancelled { return nil }
            look(&search)
            await Task.yield()
        }
        return search.members
    }

    private func look(_ search: inout SegmentSearch) {
        read { search.look($0) }
        search.settle()
    }
}
