import Facts
import Population
import Segments

/// Something that goes by a list or segment.
public struct GroupUse: Sendable, Equatable {
    /// What it is.
    public enum Kind: Sendable {
        /// A segment that asks whether somebody is in it.
        case segment
        /// An export that is written again and again.
        case schedule
    }

    /// What it is.
    public var kind: Kind
    /// What it is called.
    public var name: String
}

extension Shop {
    /// What goes by a list or segment: it would stand still without it.
    public func uses(of group: FiguredGroup) -> [GroupUse] {
        let groups = segmentGroups
        func isMeant(_ reference: GroupReference) -> Bool {
            switch group {
            case .everybody: false
            case .list(let list): groups.list(reference) == list
            case .segment(let segment): groups.list(reference) == nil && groups.segment(reference) == segment
            }
        }
        let segments = definitions.segments.filter { segment in
            var asks = false
            segment.condition.forEachTest { test in
                if case .membership(let test) = test, test.groups.contains(where: isMeant) { asks = true }
            }
            return asks
        }
        let schedules = definitions.exportSchedules.filter { schedule in
            switch (schedule.order.source, group) {
            case (.list(let list), .list(let other)): list == other
            case (.segment(let segment), .segment(let other)): segment == other
            default: false
            }
        }
        return segments.map { GroupUse(kind: .segment, name: $0.name) } + schedules.map { GroupUse(kind: .schedule, name: $0.name) }
    }
}
