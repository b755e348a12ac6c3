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

/// Who has an event whose wait ends within a span of time, among some rows: looked up once for all definitions that ask for it.
struct EventWaits {
    private var due: [EventWait: ProfileSet] = [:]
    private var anyEvent: [MetricNumber: ProfileSet] = [:]

    /// - Parameters:
    ///   - end: the first second that is not known yet: changes come after it.
    ///   - until: the last change that is of interest, as an `end`.
    init(_ plans: [SegmentPlan], rows: Range<Int>, in population: Population, after end: Int64, until: Int64) {
        var waits: [MetricNumber: Set<Int64>] = [:]
        var metrics: Set<MetricNumber> = []
        for plan in plans {
            plan.root.forEachTest { test in
                guard case .events(let any, let some) = test.timing else { return }
                metrics.formUnion(any)
                for wait in some { waits[wait.metric, default: []].insert(wait.seconds) }
            }
        }
        for metric in metrics { anyEvent[metric] = population.withEvents(of: metric, rows) }
        for (metric, seconds) in waits {
            let seconds = ContiguousArray(seconds.sorted())
            for (wait, set) in zip(seconds, population.withWaits(seconds, of: metric, rows, after: end, until: until)) {
                due[EventWait(metric: metric, seconds: wait)] = set
            }
        }
    }

    /// Those rows for whom time may change what a test says.
    func candidates(_ test: any SegmentTest, among rows: ProfileSet) -> ProfileSet {
        switch test.timing {
        case .never, .withOthers: return ProfileSet(capacity: rows.capacity)
        case .anybody: return rows
        case .events(let any, let some):
            var found = ProfileSet(capacity: rows.capacity)
            for metric in any { if let set = anyEvent[metric] { found.formUnion(set) } }
            for wait in some { if let set = due[wait] { found.formUnion(set) } }
            return found
        }
    }
}

extension Population {
    /// The rows of some that have an event of a kind.
    fileprivate func withEvents(of metric: MetricNumber, _ rows: Range<Int>) -> ProfileSet {
        var found = ProfileSet(capacity: profileCount)
        guard let columns = columns(metric) else { return found }
        for row in rows where columns.count(ProfileNumber(UInt32(row))) > 0 { found[row] = true }
        return found
    }

    /// The rows of some that have an event of a kind for which each of some waits, in order, ends within a span of time.
    fileprivate func withWaits(
        _ waits: ContiguousArray<Int64>, of metric: MetricNumber, _ rows: Range<Int>, after end: Int64, until: Int64
    ) -> [ProfileSet] {
        var found = waits.map { _ in ProfileSet(capacity: profileCount) }
        guard let columns = columns(metric), let longest = waits.last else { return found }
        for row in rows {
            for moment in columns.seconds(ProfileNumber(UInt32(row))).reversed() {
                // The answer changes a second after the moment plus the wait: what is "before the end" is known then.
                let moment = Int64(moment)
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
        return found
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

    /// Those of some for whom time may change it. What stands still says about whom there is nothing to change.
    fileprivate func candidates(_ waits: EventWaits, among rows: ProfileSet, _ view: SegmentView) -> ProfileSet {
        switch self {
        case .test(let test): return waits.candidates(test, among: rows)
        case .not(let part): return part.candidates(waits, among: rows, view)
        case .all(let parts), .any(let parts):
            var found = ProfileSet(capacity: rows.capacity)
            for part in parts where !part.isStill { found.formUnion(part.candidates(waits, among: rows, view)) }
            for part in parts where part.isStill && !found.isEmpty {
                let those = SegmentPlan.filter(found, part, view)
                if case .all = self { found = those } else { found.subtract(those) }
            }
            return found
        }
    }
}

extension SegmentPlan {
    /// The moments within a span of time, as `end`s, at which time alone may change who is in, for some rows.
    ///
    /// - Parameters:
    ///   - view: the columns, as of the `end` after which changes are looked for.
    ///   - until: the last moment that is of interest.
    ///   - plans: definitions, by any name; what is asked by several is looked up once.
    public static func changes<Name: Hashable>(
        _ plans: [Name: SegmentPlan], rows: Range<Int>, _ view: SegmentView, until: Int64, _ body: (Name, ProfileNumber, Int64) -> Void
    ) {
        let population = view.population
        let rows = rows.clamped(to: 0..<population.profileCount)
        var living = ProfileSet(capacity: population.profileCount)
        for row in rows where population.isLive(ProfileNumber(UInt32(row))) { living[row] = true }
        let waits = EventWaits(Array(plans.values), rows: rows, in: population, after: view.end, until: until)
        for (name, plan) in plans where plan.dependencies.isOfTime {
            plan.root.candidates(waits, among: living, view).intersected(with: living).forEachRow { row in
                guard let next = nextChange(row, plan.root, view), next <= until else { return }
                body(name, ProfileNumber(UInt32(row)), next)
            }
        }
    }
}
