import Facts
import Segments

/// How often, or for how much, somebody did something within a time.
struct EventsOfProfile: SegmentTest {
    let metric: MetricNumber
    let test: MetricTest
    /// See ``DateFilter/waits``.
    private let waits: [Int64]?

    init(metric: MetricNumber, test: MetricTest) {
        self.metric = metric
        self.test = test
        waits = test.timeFrame.waits
    }

    var cost: Double { test.properties.isEmpty ? 60 : 150 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        guard let columns = view.population.columns(metric) else { return holds(MetricSum()) }
        return holds(columns, row, test.timeFrame.eventRange(before: view.end), view) { place in
            test.properties.allSatisfy { columns.holds($0, ProfileNumber(UInt32(row)), at: place, view) }
        }
    }

    func filter(_ some: ProfileSet, _ view: SegmentView) -> ProfileSet {
        guard let columns = view.population.columns(metric) else { return holds(MetricSum()) ? some : ProfileSet(capacity: some.capacity) }
        let range = test.timeFrame.eventRange(before: view.end)
        var verdicts = test.properties.map { ValueVerdicts($0, view) }
        return some.filtered { row in
            holds(columns, row, range, view) { place in
                for property in verdicts.indices {
                    guard verdicts[property].hold(columns, ProfileNumber(UInt32(row)), at: place, view) else { return false }
                }
                return true
            }
        }
    }

    @inline(__always)
    private func holds(
        _ columns: EventColumns, _ row: Int, _ range: Range<Int64>?, _ view: SegmentView, saysSo: (Int) -> Bool
    ) -> Bool {
        let profile = ProfileNumber(UInt32(row))
        let moments = columns.seconds(profile)
        guard !moments.isEmpty else { return holds(MetricSum()) }
        var sum = MetricSum()
        if let range, test.properties.isEmpty {
            let first = moments.firstPlace(from: range.lowerBound)
            let last = range.upperBound > Int64(moments[moments.count - 1]) ? moments.count : moments.firstPlace(from: range.upperBound)
            sum.count = max(0, last - first)
            if test.measurement != .count, first < last {
                let isOneCurrency = view.isOneCurrency || !columns.saysCurrencies
                if isOneCurrency, first == 0, last == moments.count {
                    sum.add(columns.scaledSum(profile), of: last)
                } else if isOneCurrency, let values = columns.values(profile) {
                    for place in first..<last { sum.add(values[place]) }
                } else {
                    for place in first..<last { sum.add(columns.event(profile, at: place), view) }
                }
            }
            return holds(sum)
        }
        for place in moments.indices {
            let moment = Int64(moments[place])
            guard test.timeFrame.counts(moment, range, view), saysSo(place) else { continue }
            sum.count += 1
            if test.measurement != .count { sum.add(columns.event(profile, at: place), view) }
        }
        return holds(sum)
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed {
        var sum = MetricSum()
        var last: Instant?
        let range = test.timeFrame.eventRange(before: view.end)
        let profile = ProfileNumber(UInt32(row))
        if let columns = view.population.columns(metric) {
            let moments = columns.seconds(profile)
            for place in moments.indices where test.timeFrame.counts(Int64(moments[place]), range, view) {
                guard test.properties.allSatisfy({ columns.holds($0, profile, at: place, view) }) else { continue }
                sum.count += 1
                sum.add(columns.event(profile, at: place), view)
                last = Instant(secondsSince1970: Int64(moments[place]))
            }
        }
        return sum.observed(last: last)
    }

    private func holds(_ sum: MetricSum) -> Bool { sum.meets(test) }

    var timing: SegmentTiming {
        guard let waits, !test.properties.contains(where: { $0.filter.isRelative }) else { return .events([metric], []) }
        return .events([], waits.map { EventWait(metric: metric, seconds: $0) })
    }

    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? {
        guard let columns = view.population.columns(metric) else { return nil }
        let moments = columns.seconds(ProfileNumber(UInt32(row)))
        guard !moments.isEmpty else { return nil }
        let next = test.timeFrame.nextChange(of: moments, waits, view)
        guard !test.properties.isEmpty else { return next }
        return .earlier(next, columns.nextChange(test.properties, ProfileNumber(UInt32(row)), view))
    }
}

/// What some events come to. Amounts are summed in ten-thousandths, as integers: in whatever order, exactly.
struct MetricSum {
    var count = 0
    /// How many of them were added up.
    private(set) var summed = 0
    private var scaled: Int64 = 0

    var amount: Double { Double(scaled) / 10_000 }

    /// Whether they come to what a test asks for.
    func meets(_ test: MetricTest) -> Bool {
        switch test.measurement {
        case .count: test.filter.holds(Double(count))
        case .sum: test.filter.holds(amount)
        case .average: summed > 0 && test.filter.holds(amount / Double(summed))
        }
    }

    /// What was seen, with when the last of them was.
    func observed(last: Instant?) -> Observed {
        .events(Observed.Events(count: count, sum: amount, average: summed > 0 ? amount / Double(summed) : nil, last: last))
    }

    /// What is said in another currency is not added up, and takes no part in an average.
    mutating func add(_ event: EventColumns.Event, _ view: SegmentView) {
        guard event.currency == 0 || view.population.currency(event.currency) == view.population.currency else { return }
        add(event.value)
    }

    /// An amount in the shop's currency.
    @inline(__always)
    mutating func add(_ value: Double) {
        summed += 1
        scaled = scaled.saturatingAdding(EventRuns.scaled(value))
    }

    /// What some events are worth together that all are in the shop's currency, as ``EventColumns/scaledSum(_:)`` has it.
    mutating func add(_ sum: Int64, of count: Int) {
        summed += count
        scaled = scaled.saturatingAdding(sum)
    }
}

extension DateFilter {
    /// Whether an event of a moment counts; `range` is what ``eventRange(before:)`` says.
    @inline(__always)
    func counts(_ moment: Int64, _ range: Range<Int64>?, _ view: SegmentView) -> Bool {
        range?.contains(moment) ?? (moment < view.end && holds(moment, before: view.end, in: view.zone))
    }

    /// When time may change which of some events count; `waits` is what ``waits`` says.
    func nextChange(of moments: UnsafeBufferPointer<UInt32>, _ waits: [Int64]?, _ view: SegmentView) -> Int64? {
        var next: Int64?
        func consider(_ change: Int64) { if next.map({ change < $0 }) ?? true { next = change } }
        if let waits {
            for wait in waits {
                let place = moments.firstPlace(from: view.end - wait)
                if place < moments.count { consider(Int64(moments[place]) + wait + 1) }
            }
        } else {
            for moment in moments {
                if Int64(moment) >= view.end { consider(Int64(moment) + 1) }
                if let change = nextChange(Int64(moment), after: view.end, in: view.zone) { consider(change) }
            }
        }
        return next
    }
}

extension UnsafeBufferPointer<UInt32> {
    /// The place of the first moment from a second on; they are in order.
    func firstPlace(from second: Int64) -> Int {
        guard second > 0 else { return 0 }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Int64(self[middle]) < second { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Whether somebody did one thing after another.
struct FunnelOfProfile: SegmentTest {
    let metrics: [MetricNumber]
    let test: FunnelTest
    var cost: Double { 300 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        let profile = ProfileNumber(UInt32(row))
        return hasStart(profile, view) { completes(from: $0, profile, view) }
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed {
        var count = 0
        var last: Int64?
        _ = hasStart(ProfileNumber(UInt32(row)), view) { moment in
            count += 1
            last = moment
            return false
        }
        return .starts(count: count, last: last.map { Instant(secondsSince1970: $0) })
    }

    /// Whether something holds of a moment at which the first step happened.
    private func hasStart(_ profile: ProfileNumber, _ view: SegmentView, where holds: (Int64) -> Bool) -> Bool {
        guard let first = metrics.first, let columns = view.population.columns(first) else { return false }
        let range = test.timeFrame.eventRange(before: view.end) ?? 0..<view.end
        let moments = columns.seconds(profile)
        for place in moments.indices where range.contains(Int64(moments[place])) {
            guard test.steps[0].properties.allSatisfy({ columns.holds($0, profile, at: place, view) }) else { continue }
            if holds(Int64(moments[place])) { return true }
        }
        return false
    }

    /// Whether the steps after the first follow from a moment on: what must happen at the earliest moment it can, what must not not at all
    /// between the step before and the next, or the end.
    private func completes(from start: Int64, _ profile: ProfileNumber, _ view: SegmentView) -> Bool {
        let last = test.completionSeconds.map { min(view.end, start + $0 + 1) } ?? view.end
        var reached = start
        var place = 1
        while place < test.steps.count {
            if test.steps[place].hasHappened {
                guard let next = earliest(place, from: reached + 1, before: last, profile, view) else { return false }
                reached = next
                place += 1
                continue
            }
            // What must not happen, up to the next that must.
            let forbidden = place
            while place < test.steps.count, !test.steps[place].hasHappened { place += 1 }
            var until = last
            if place < test.steps.count {
                guard let next = earliest(place, from: reached + 1, before: last, profile, view) else { return false }
                until = next
            }
            for step in forbidden..<place where earliest(step, from: reached + 1, before: until, profile, view) != nil { return false }
            if place < test.steps.count {
                reached = until
                place += 1
            }
        }
        return true
    }

    private func earliest(_ step: Int, from start: Int64, before end: Int64, _ profile: ProfileNumber, _ view: SegmentView) -> Int64? {
        guard let columns = view.population.columns(metrics[step]) else { return nil }
        let moments = columns.seconds(profile)
        for place in moments.indices where Int64(moments[place]) >= start && Int64(moments[place]) < end {
            if test.steps[step].properties.allSatisfy({ columns.holds($0, profile, at: place, view) }) { return Int64(moments[place]) }
        }
        return nil
    }

    /// Without the first step nothing follows.
    var timing: SegmentTiming { .events(metrics.first.map { [$0] } ?? [], []) }

    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? {
        let profile = ProfileNumber(UInt32(row))
        var next: Int64?
        func consider(_ change: Int64?) {
            if let change, change > view.end, next.map({ change < $0 }) ?? true { next = change }
        }
        for (place, metric) in metrics.enumerated() {
            guard let columns = view.population.columns(metric) else { continue }
            consider(columns.nextChange(test.steps[place].properties, profile, view))
            for moment in columns.seconds(profile) {
                consider(Int64(moment) + 1)
                if place == 0 { consider(test.timeFrame.nextChange(Int64(moment), after: view.end, in: view.zone)) }
                if let seconds = test.completionSeconds { consider(Int64(moment) + seconds + 2) }
            }
        }
        return next
    }
}

extension Population {
    /// The events of a metric.
    func columns(_ metric: MetricNumber) -> EventColumns? { metric.index < events.count ? events[metric.index] : nil }
}
