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

/// Whose events' waits end within a span of time, and when: looked up once for all definitions that ask for it.
public struct EventWaits: Sendable {
    /// Who has an event whose wait ends, by row, and the earliest moment, as an `end`, at which that is known.
    private struct Due {
        var rows: ContiguousArray<UInt32> = []
        var ends: ContiguousArray<UInt32> = []

        /// Notes a moment of a row that is the last one or comes after it; of one row the earliest counts.
        mutating func note(_ row: UInt32, _ end: UInt32) {
            if let last = rows.last, last == row {
                ends[ends.count - 1] = min(ends[ends.count - 1], end)
            } else {
                rows.append(row)
                ends.append(end)
            }
        }
    }

    /// What is looked for, in order, by kind of event.
    private var waits: [MetricNumber: ContiguousArray<Int64>] = [:]
    /// Who was found, in the same order.
    private var due: [MetricNumber: [Due]] = [:]
    /// Who has any event of a kind of which the calendar or what events say decides.
    private var anyEvent: [MetricNumber: ProfileSet] = [:]
    private let end: Int64
    private let until: Int64

    /// How many moments were found: eight bytes each.
    public var momentCount: Int { due.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.rows.count } } }

    /// Nobody found yet; ``look(_:in:)`` finds them, some rows at a time, in order.
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
            due[metric] = seconds.map { _ in Due() }
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
        _ rows: Range<Int>, _ columns: EventColumns, _ waits: ContiguousArray<Int64>, after end: Int64, until: Int64, _ found: inout [Due]
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
                    found[place].note(UInt32(row), UInt32(clamping: moment + waits[place] + 1))
                    place += 1
                }
            }
        }
    }

    /// Whom a test's timing can reach; `nil` where that is anybody.
    fileprivate func reach(of test: any SegmentTest, capacity: Int) -> ProfileSet? {
        var found = ProfileSet(capacity: capacity)
        switch test.timing {
        case .never, .withOthers: break
        case .anybody: return nil
        case .events(let any, let others):
            for metric in any { if let set = anyEvent[metric] { found.formUnion(set) } }
            for wait in others { for row in due(wait)?.rows ?? [] { found[Int(row)] = true } }
        }
        return found
    }

    /// Calls a function with moments, as `end`s, at which time may change what a test says of some: of each row the earliest, and possibly
    /// others.
    fileprivate func forEachChange(_ test: any SegmentTest, among some: ProfileSet, _ view: SegmentView, _ body: (Int, Int64) -> Void) {
        func ask(_ rows: ProfileSet) {
            rows.forEachRow { row in if let next = test.nextChange(row, view), next <= until { body(row, next) } }
        }
        switch test.timing {
        case .never, .withOthers: return
        case .anybody: ask(some)
        case .events(let any, let others):
            for metric in any { if let set = anyEvent[metric] { ask(some.intersected(with: set)) } }
            for wait in others {
                guard let due = due(wait) else { continue }
                for place in due.rows.indices where some[Int(due.rows[place])] { body(Int(due.rows[place]), Int64(due.ends[place])) }
            }
        }
    }

    private func due(_ wait: EventWait) -> Due? {
        guard let waits = waits[wait.metric], let found = due[wait.metric] else { return nil }
        let place = waits.partitioningIndex { $0 >= wait.seconds }
        return place < waits.count && waits[place] == wait.seconds ? found[place] : nil
    }
}

extension Int64? {
    /// The earlier of two moments, where there are any.
    static func earlier(_ a: Int64?, _ b: Int64?) -> Int64? {
        guard let a, let b else { return a ?? b }
        return Swift.min(a, b)
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

    /// Whom time can reach; `nil` where that is anybody.
    private func reach(_ waits: EventWaits, capacity: Int) -> ProfileSet? {
        switch self {
        case .test(let test): return waits.reach(of: test, capacity: capacity)
        case .not(let part): return part.reach(waits, capacity: capacity)
        case .all(let parts), .any(let parts):
            var found = ProfileSet(capacity: capacity)
            for part in parts {
                guard let reached = part.reach(waits, capacity: capacity) else { return nil }
                found.formUnion(reached)
            }
            return found
        }
    }

    /// Calls a function with moments at which time may change it for some. What stands still says about whom there is nothing to change, and is
    /// asked first: it is cheap.
    fileprivate func forEachChange(_ waits: EventWaits, among some: ProfileSet, _ view: SegmentView, _ body: (Int, Int64) -> Void) {
        switch self {
        case .test(let test): waits.forEachChange(test, among: some, view, body)
        case .not(let part): part.forEachChange(waits, among: some, view, body)
        case .all(let parts), .any(let parts):
            var left = reach(waits, capacity: some.capacity).map { some.intersected(with: $0) } ?? some
            for part in parts where part.isStill && !left.isEmpty {
                let those = SegmentPlan.filter(left, part, view)
                if case .all = self { left = those } else { left.subtract(those) }
            }
            guard !left.isEmpty else { return }
            for part in parts where !part.isStill { part.forEachChange(waits, among: left, view, body) }
        }
    }
}

extension SegmentPlan {
    /// The moments within a span of time, as `end`s, at which time alone may change who is in: for each profile the earliest, and possibly
    /// others, in no order.
    ///
    /// - Parameters:
    ///   - view: the columns, as of the `end` after which changes are looked for.
    ///   - waits: who has events that matter, found by ``EventWaits/look(_:in:)`` for this definition too.
    public func changes(_ view: SegmentView, _ waits: EventWaits, _ body: (ProfileNumber, Int64) -> Void) {
        guard dependencies.isOfTime else { return }
        root.forEachChange(waits, among: view.everybody, view) { row, end in body(ProfileNumber(UInt32(row)), end) }
    }
}
