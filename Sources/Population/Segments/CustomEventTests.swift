import Facts
import Segments

/// How often, or for how much, somebody did what a custom metric counts, within a time.
struct CustomEventsOfProfile: SegmentTest {
    let custom: CustomMetric
    let test: MetricTest
    /// See ``DateFilter/waits``.
    private let waits: [Int64]?

    init(_ custom: CustomMetric, test: MetricTest) {
        self.custom = custom
        self.test = test
        waits = test.timeFrame.waits
    }

    var cost: Double { 200 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool { sum(row, view.population.counted(custom), view).sum.meets(test) }

    func filter(_ some: ProfileSet, _ view: SegmentView) -> ProfileSet {
        let events = view.population.counted(custom)
        return some.filtered { sum($0, events, view).sum.meets(test) }
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed {
        let (sum, last) = sum(row, view.population.counted(custom), view)
        return sum.observed(last: last.map { Instant(secondsSince1970: $0) })
    }

    private func sum(_ row: Int, _ sources: [CountedEvents], _ view: SegmentView) -> (sum: MetricSum, last: Int64?) {
        let profile = ProfileNumber(UInt32(row))
        let range = test.timeFrame.eventRange(before: view.end)
        var sum = MetricSum()
        var last: Int64?
        for events in sources {
            let places = events.look.runs[row].range
            for place in places {
                let moment = Int64(events.look.seconds[place])
                guard test.timeFrame.counts(moment, range, view), let event = events.event(place),
                    says(events.metric, profile, place - places.lowerBound, view)
                else { continue }
                sum.count += 1
                sum.add(event, view)
                last = max(last ?? moment, moment)
            }
        }
        return (sum, last)
    }

    private func says(_ metric: MetricNumber, _ profile: ProfileNumber, _ place: Int, _ view: SegmentView) -> Bool {
        guard !test.properties.isEmpty, let columns = view.population.columns(metric) else { return test.properties.isEmpty }
        return test.properties.allSatisfy { columns.holds($0, profile, at: place, view) }
    }

    var timing: SegmentTiming {
        let metrics = custom.metrics
        guard let waits, !test.properties.contains(where: { $0.filter.isRelative }) else { return .events(metrics, []) }
        return .events([], metrics.flatMap { metric in waits.map { EventWait(metric: metric, seconds: $0) } })
    }

    // Of all events of its metrics, those that do not count among them: too early does no harm.
    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? {
        let profile = ProfileNumber(UInt32(row))
        return custom.metrics.compactMap { metric -> Int64? in
            guard let columns = view.population.columns(metric), columns.count(profile) > 0 else { return nil }
            let next = test.timeFrame.nextChange(of: columns.seconds(profile), waits, view)
            let told = test.properties.isEmpty ? nil : columns.nextChange(test.properties, profile, view)
            return [next, told].compactMap { $0 }.min()
        }.min()
    }
}
