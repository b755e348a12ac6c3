import Facts
import Population
public import Segments

extension Shop {
    /// How many a definition means now; `nil` where it names something that is not there.
    public func count(_ condition: Condition) -> Int? {
        (try? plan(condition)).map { members(of: $0).count }
    }

    /// Whom a definition means now.
    func members(of plan: SegmentPlan) -> ProfileSet {
        var search = SegmentSearch(plan, before: clock().secondsSince1970 + 1)
        while !search.isDone { look(&search) }
        return search.members
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
