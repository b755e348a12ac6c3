public import Facts
import Segments

/// For whom time alone may change what a test says.
enum SegmentTiming: Sendable {
    /// Nobody: only facts about somebody do, or numbers of customers that are made anew.
    case never
    /// Whoever has any event of some kinds, or one whose wait comes to its end.
    case events([MetricNumber], [EventWait])
    /// Anybody.
    case anybody
    /// Nobody by time; but others change it, so that nothing can be left out because of it.
    case withOthers
}

/// Seconds after which an event of a kind makes an answer another: as many as it counts for. An event waits for no seconds to count at all.
struct EventWait: Sendable, Hashable {
    var metric: MetricNumber
    var seconds: Int64
}

extension DateFilter {
    /// The seconds after an event at which it begins or ceases to meet this; `nil` where the calendar tells. What is dated in the future begins
    /// to count when its time has come.
    var waits: [Int64]? {
        switch self {
        case .allTime, .isKnown, .before, .after, .betweenInstants: [0]
        case .inTheLast(let span), .atLeastAgo(let span): [0, span.seconds]
        case .inTheNext(let span): [0, -span.seconds]
        case .betweenAgo(let from, let to, let unit): [0, Int64(from) * unit.seconds, Int64(to) * unit.seconds]
        case .anniversaryInTheLast, .anniversaryInTheNext, .anniversaryToday, .anniversaryThisMonth, .calendarMonth: nil
        }
    }
}

/// Who has an event whose wait ends within a span of time: looked up once for all definitions that ask for it.
public struct EventWaits: Sendable {
    /// What is looked for, in order, by kind of event.
    private var waits: [MetricNumber: ContiguousArray<Int64>] = [:]
    /// Who was found, in the same order.
    private var due: [MetricNumber: [ProfileSet]] = [:]
    /// Who has any event of a kind of which the calendar or what events say decides.
    private var anyEvent: [MetricNumber: ProfileSet] = [:]
    private let end: Int64
    private let until: Int64

    /// Nobody found yet; ``look(_:in:)`` finds them, some rows at a time.
    ///
    /// - Parameters:
    ///   - end: the first second that is not known yet: changes come after it.
    ///   - until: the last change that is of interest, as an `end`.
    public init(_ plans: some Sequence<SegmentPlan>, in population: Population, after end: Int64, until: Int64) {
        self.end = end
        self.until = until
        let nobody = ProfileSet(capacity: population.profileCount)
        var seconds: [MetricNumber: Set<Int64>] = [:]
        for plan in plans {
            plan.root.forEachTest { test in
                guard case .events(let any, let some) = test.timing else { return }
                for metric in any { anyEvent[metric] = nobody }
                for wait in some { seconds[wait.metric, default: []].insert(wait.seconds) }
            }
        }
        for (metric, seconds) in seconds {
            waits[metric] = ContiguousArray(seconds.sorted())
            due[metric] = seconds.map { _ in nobody }
        }
    }

    /// Looks at some rows; those that came since are not there yet: what made them tells of them.
    public mutating func look(_ rows: Range<Int>, in population: Population) {
        for metric in anyEvent.keys {
            guard let columns = population.columns(metric) else { continue }
            for row in rows where columns.count(ProfileNumber(UInt32(row))) > 0 { anyEvent[metric]?[row] = true }
        }
        for (metric, waits) in waits {
            guard let columns = population.columns(metric), var found = due.removeValue(forKey: metric) else { continue }
            Self.look(rows, columns, waits, after: end, until: until, &found)
            due[metric] = found
        }
    }

    private static func look(
        _ rows: Range<Int>, _ columns: EventColumns, _ waits: ContiguousArray<Int64>, after end: Int64, until: Int64,
        _ found: inout [ProfileSet]
    ) {
        guard let longest = waits.last else { return }
        for row in rows {
            let moments = columns.seconds(ProfileNumber(UInt32(row)))
            var index = moments.count
            while index > 0 {
                index -= 1
                // The answer changes a second after the moment plus the wait: what is "before the end" is known then.
                let moment = Int64(moments[index])
                let (shortest, beyond) = (end - moment, until - moment)
                // Those before it are over for all.
                if shortest > longest { break }
                var place = waits.partitioningIndex { $0 >= shortest }
                while place < waits.count, waits[place] < beyond {
                    found[place][row] = true
                    place += 1
                }
            }
        }
    }

    /// Those of some for whom time may change what a test says.
    func candidates(_ test: any SegmentTest, among some: ProfileSet, _ view: SegmentView) -> ProfileSet {
        switch test.timing {
        case .never, .withOthers: return ProfileSet(capacity: some.capacity)
        case .anybody: return some.filtered { row in test.nextChange(row, view).map { $0 <= until } ?? false }
        case .events(let any, let others):
            var found = ProfileSet(capacity: some.capacity)
            for metric in any { if let set = anyEvent[metric] { found.formUnion(set) } }
            for wait in others {
                guard let waits = waits[wait.metric], let sets = due[wait.metric] else { continue }
                let place = waits.partitioningIndex { $0 >= wait.seconds }
                if place < waits.count, waits[place] == wait.seconds { found.formUnion(sets[place]) }
            }
            return found.intersected(with: some)
        }
    }
}

extension ContiguousArray<Int64> {
    /// The first place at which something holds that holds at all places after it.
    @inline(__always)
    fileprivate func partitioningIndex(where holds: (Int64) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension SegmentPlan.Node {
    /// Calls a function with each test.
    func forEachTest(_ body: (any SegmentTest) -> Void) {
        switch self {
        case .all(let parts), .any(let parts): for part in parts { part.forEachTest(body) }
        case .not(let part): part.forEachTest(body)
        case .test(let test): body(test)
        }
    }

    /// Whether it stays as it is for everybody of whom no fact tells and no number is made anew.
    var isStill: Bool {
        var isStill = true
        forEachTest { if case .never = $0.timing {} else { isStill = false } }
        return isStill
    }

    /// Those of some for whom time may change it. What stands still says about whom there is nothing to change, and is asked first: it is cheap.
    fileprivate func candidates(_ waits: EventWaits, among some: ProfileSet, _ view: SegmentView) -> ProfileSet {
        switch self {
        case .test(let test): return waits.candidates(test, among: some, view)
        case .not(let part): return part.candidates(waits, among: some, view)
        case .all(let parts), .any(let parts):
            var left = some
            for part in parts where part.isStill && !left.isEmpty {
                let those = SegmentPlan.filter(left, part, view)
                if case .all = self { left = those } else { left.subtract(those) }
            }
            var found = ProfileSet(capacity: some.capacity)
            for part in parts where !part.isStill { found.formUnion(part.candidates(waits, among: left, view)) }
            return found
        }
    }
}

extension SegmentPlan {
    /// The moments within a span of time, as `end`s, at which time alone may change who is in: for each profile the earliest.
    ///
    /// - Parameters:
    ///   - view: the columns, as of the `end` after which changes are looked for.
    ///   - waits: who has events that matter, found by ``EventWaits/look(_:in:)`` for this definition too.
    ///   - until: the last moment that is of interest.
    public func changes(_ view: SegmentView, _ waits: EventWaits, until: Int64, _ body: (ProfileNumber, Int64) -> Void) {
        guard dependencies.isOfTime else { return }
        root.candidates(waits, among: view.everybody, view).forEachRow { row in
            guard let next = Self.nextChange(row, root, view), next <= until else { return }
            body(ProfileNumber(UInt32(row)), next)
        }
    }
}
