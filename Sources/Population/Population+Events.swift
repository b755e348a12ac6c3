public import Facts

/// Where an event stands: its fact in the journal has the rest.
public struct EventPlace: Sendable, Equatable {
    /// Who.
    public var profile: ProfileNumber
    /// What kind.
    public var metric: MetricNumber
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32
    /// The number of its fact in the journal.
    public var sequence: UInt64
    /// What it was worth; 0 without a value.
    public var value: Double
}

extension Population {
    /// Which events are asked for. Conditions that are `nil` hold for all.
    public struct EventQuery: Sendable {
        /// Whose.
        public var profile: ProfileNumber?
        /// Of which kind.
        public var metric: MetricNumber?
        /// Moments from this one on.
        public var fromSeconds: UInt32 = 0
        /// Moments up to this one.
        public var throughSeconds: UInt32 = .max
        /// Whether the latest come first.
        public var isDescending = true
        /// After this event in the order asked for; `nil`: from the beginning.
        public var after: (seconds: UInt32, sequence: UInt64)?
        /// At most so many.
        public var limit = 100

        /// Everything, latest first.
        public init() {}
    }

    /// How many events a profile has of a metric.
    public func eventCount(_ metric: MetricNumber, of profile: ProfileNumber) -> Int {
        metric.index < events.count ? events[metric.index].count(profile) : 0
    }

    /// A profile's events of a metric in order of time.
    public func events(_ metric: MetricNumber, of profile: ProfileNumber) -> [EventPlace] {
        guard metric.index < events.count else { return [] }
        var result: [EventPlace] = []
        events[metric.index].forEach(profile) { result.append(EventPlace($0, profile, metric)) }
        return result
    }

    /// The events that a query asks for, in its order: by moment, then by number.
    ///
    /// For one profile the cost is that profile's events. For all it is one pass over the columns of the metrics asked for, keeping only
    /// what is to be shown.
    public func events(_ query: EventQuery) -> [EventPlace] {
        var best = BoundedSelection(limit: query.limit, isDescending: query.isDescending)
        for number in events.indices {
            let metric = MetricNumber(UInt32(number))
            if let wanted = query.metric, wanted != metric { continue }
            func consider(_ profile: ProfileNumber, _ event: EventColumns.Event) {
                guard event.seconds >= query.fromSeconds, event.seconds <= query.throughSeconds else { return }
                let key = (event.seconds, UInt64(event.sequence))
                if let after = query.after {
                    guard query.isDescending ? key < after : key > after else { return }
                }
                best.consider(key) { EventPlace(event, profile, metric) }
            }
            if let profile = query.profile {
                events[number].forEach(profile) { consider(profile, $0) }
            } else {
                events[number].forEach { consider($0, $1) }
            }
        }
        return best.sorted
    }
}

extension EventPlace {
    init(_ event: EventColumns.Event, _ profile: ProfileNumber, _ metric: MetricNumber) {
        self.init(profile: profile, metric: metric, seconds: event.seconds, sequence: UInt64(event.sequence), value: event.amount ?? 0)
    }
}

/// Keeps the first few of many events in an order, in a heap whose root is the last of them.
private struct BoundedSelection {
    private let limit: Int
    private let isDescending: Bool
    private var heap: [(key: (UInt32, UInt64), place: EventPlace)] = []

    init(limit: Int, isDescending: Bool) {
        self.limit = limit
        self.isDescending = isDescending
    }

    /// Whether the first comes later in the order than the second.
    private func isAfter(_ a: (UInt32, UInt64), _ b: (UInt32, UInt64)) -> Bool { isDescending ? a < b : a > b }

    mutating func consider(_ key: (UInt32, UInt64), _ place: () -> EventPlace) {
        if heap.count < limit {
            heap.append((key, place()))
            var child = heap.count - 1
            while child > 0, isAfter(heap[child].key, heap[(child - 1) / 2].key) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if limit > 0, isAfter(heap[0].key, key) {
            heap[0] = (key, place())
            var parent = 0
            while true {
                var last = parent
                for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isAfter(heap[child].key, heap[last].key) {
                    last = child
                }
                guard last != parent else { break }
                heap.swapAt(parent, last)
                parent = last
            }
        }
    }

    var sorted: [EventPlace] { heap.sorted { isAfter($1.key, $0.key) }.map(\.place) }
}
