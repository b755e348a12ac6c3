public import Facts

extension Population {
    /// Calls a function with every event of a metric within a span of time, profile by profile, each profile's in order of time.
    ///
    /// One pass over the metric's columns.
    public func forEachEvent(
        _ metric: MetricNumber, from: UInt32, through: UInt32, _ body: (EventPlace) -> Void
    ) {
        guard metric.index < events.count else { return }
        events[metric.index].forEach { profile, event in
            if event.seconds >= from, event.seconds <= through { body(EventPlace(event, profile, metric)) }
        }
    }
}
