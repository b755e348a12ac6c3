public import Facts
import Segments

extension Population {
    /// The custom metrics that there are, and keeps what they need of events from now on. What they need of events that came before must have
    /// been told by ``mark(_:_:)``.
    public func set(customMetrics: [CustomMetric]) {
        let new = Dictionary(customMetrics.map { ($0.number, $0) }) { first, _ in first }
        guard new != self.customMetrics else { return }
        self.customMetrics = new
        keepMarks()
        resolveRFMMetrics()
    }

    /// The custom metrics that there are, by number.
    public var allCustomMetrics: [CustomMetric] { customMetrics.values.sorted { $0.number < $1.number } }

    /// A custom metric.
    public func customMetric(_ number: CustomMetricNumber) -> CustomMetric? { customMetrics[number] }

    /// The custom metric of a name.
    public func customMetric(named name: String) -> CustomMetric? { customMetrics.values.first { $0.name == name } }

    /// Makes room for what a custom metric that is about to be made or changed needs of events; those to come are marked from now on.
    ///
    /// - Returns: what must be told of events that came before.
    public func prepare(_ metric: CustomMetric) -> MissingMarks {
        preparedMetrics.append(metric)
        return keepMarks()
    }

    /// Ends what ``prepare(_:)`` began, once the custom metric is there or has come to nothing.
    public func finish(_ metric: CustomMetric) {
        if let place = preparedMetrics.firstIndex(of: metric) { preparedMetrics.remove(at: place) }
        keepMarks()
    }

    /// Keeps the marks and amounts that custom metrics need, and no others.
    ///
    /// - Returns: those that are new.
    @discardableResult
    func keepMarks() -> MissingMarks {
        var missing = MissingMarks()
        let groups = (customMetrics.values + preparedMetrics).flatMap(\.groups)
        for metric in Set(groups.map(\.metric)).sorted() where metric.index < events.count {
            missing.byMetric[metric] = addMarks(groups.filter { $0.metric == metric }, to: events[metric.index])
        }
        for (number, columns) in events.enumerated() where !columns.marks.isEmpty {
            let own = groups.filter { $0.metric.index == number }
            let marks = columns.marks
            let (needed, amounts) = (own.compactMap { marks.mark($0.filters) }, own.compactMap { $0.valueProperty.flatMap(marks.amounts) })
            columns.changeMarks { $0.keep(marks: Set(needed), amounts: Set(amounts), places: $1) }
        }
        resolveSources()
        return missing
    }

    private func addMarks(_ groups: [CustomMetric.Group], to columns: EventColumns) -> MissingMarks.OfMetric? {
        var new = MissingMarks.OfMetric()
        columns.changeMarks { marks, places in
            for group in groups {
                if !group.filters.isEmpty, marks.mark(group.filters) == nil {
                    new.marks.append((marks.addMark(group.filters, places: places), group.filters))
                }
                if let property = group.valueProperty, marks.amounts(property) == nil {
                    new.amounts.append((marks.addAmounts(property, places: places), property))
                }
            }
        }
        // Of a metric without events nothing is missing.
        return columns.count == 0 || new.marks.isEmpty && new.amounts.isEmpty ? nil : new
    }

    /// The events that a custom metric counts.
    func sources(_ custom: CustomMetric) -> [CountedSource] {
        custom.metrics.compactMap { metric in
            guard let marks = columns(metric)?.marks else { return nil }
            let ways = custom.groups.compactMap { group -> CountingWay? in
                guard group.metric == metric else { return nil }
                var way = CountingWay()
                if !group.filters.isEmpty {
                    guard let mark = marks.mark(group.filters) else { return nil }
                    way.mark = mark
                }
                if let property = group.valueProperty {
                    guard let amounts = marks.amounts(property) else { return nil }
                    way.amounts = amounts
                }
                return way
            }
            return CountedSource(metric: metric, ways: ways)
        }
    }

    /// The events that a custom metric counts, to be read.
    func counted(_ custom: CustomMetric) -> [CountedEvents] {
        sources(custom).map { CountedEvents($0, events[$0.metric.index].look) }
    }

    /// The events that have a meaning, to be read.
    func counted(_ meaning: MetricMapping.Meaning) -> [CountedEvents] {
        counted(orderSources[meaning] ?? [])
    }

    /// The events of some sources, to be read.
    func counted(_ sources: [CountedSource]) -> [CountedEvents] { sources.map { CountedEvents($0, events[$0.metric.index].look) } }

    /// Looks up which events have which meaning for orders.
    func resolveSources() { orderSources = sources(mapping) }

    /// Whether an event of a metric, if it says something, counts for a meaning.
    public func counts(_ fact: EventFact, as meaning: MetricMapping.Meaning) -> Bool {
        guard let custom = mapping.custom[meaning] else { return mapping[meaning] == fact.metric }
        let sayings = EventSayings(properties: fact.properties, value: fact.value, currency: fact.currency)
        return custom.groups.contains { $0.metric == fact.metric && sayings.meets($0.filters) }
    }

    /// How many events of a metric, or custom metric, that mean orders there are, whether each of them counts or not.
    public var orderEventCount: Int { mapping.metrics(of: .revenue).reduce(0) { $0 + eventCount($1) } }

    /// Calls a function with every event of a custom metric within a span of time, worth what it counts for, profile by profile, each profile's
    /// in order of time.
    public func forEachEvent(_ custom: CustomMetric, from: UInt32, through: UInt32, _ body: (EventPlace) -> Void) {
        let sources = counted(custom)
        func each(_ body: (EventPlace) -> Void) {
            for events in sources {
                events.forEach { profile, event in
                    if event.seconds >= from, event.seconds <= through { body(EventPlace(event, profile, events.metric)) }
                }
            }
        }
        guard sources.count > 1 else { return each(body) }
        var all: [EventPlace] = []
        each { all.append($0) }
        all.sort { ($0.profile, $0.seconds, $0.sequence) < ($1.profile, $1.seconds, $1.sequence) }
        all.forEach(body)
    }
}
