public import Facts
public import Segments

/// The number of a custom metric, from 1 in order of creation, never given to another.
public struct CustomMetricNumber: Hashable, Comparable, Sendable {
    /// The number.
    public let value: UInt32

    /// The custom metric of a number.
    public init(_ value: UInt32) { self.value = value }

    /// Made earlier comes first.
    public static func < (a: CustomMetricNumber, b: CustomMetricNumber) -> Bool { a.value < b.value }
}

/// Events of some metrics, counted or added up together: all of them, or those that say what they must.
public struct CustomMetric: Sendable, Equatable {
    /// Some of the events of one metric.
    public struct Group: Sendable, Equatable {
        /// Which metric.
        public var metric: MetricNumber
        /// What an event must say, all of it; none: every event counts.
        public var filters: [EventPropertyTest]
        /// The property that says what an event is worth; `nil`: its own value, `$value`.
        public var valueProperty: String?

        /// A group.
        public init(metric: MetricNumber, filters: [EventPropertyTest] = [], valueProperty: String? = nil) {
            self.metric = metric
            self.filters = filters
            self.valueProperty = valueProperty == EventSayings.value ? nil : valueProperty
        }
    }

    /// Its number.
    public var number: CustomMetricNumber
    /// What people call it.
    public var name: String
    /// What is made of its events.
    public var method: CustomMetricDefinition.Method
    /// Whose events count. An event that several groups of its metric let in counts once, by the first of them.
    public var groups: [Group]

    /// A custom metric.
    public init(number: CustomMetricNumber, name: String, method: CustomMetricDefinition.Method, groups: [Group]) {
        self.number = number
        self.name = name
        self.method = method
        self.groups = method == .value ? groups : groups.map { Group(metric: $0.metric, filters: $0.filters) }
    }

    /// Its metrics, each once, in the order in which they are named.
    public var metrics: [MetricNumber] {
        groups.reduce(into: []) { metrics, group in if !metrics.contains(group.metric) { metrics.append(group.metric) } }
    }

    /// Whether the same events count for the same amounts, whatever it is called.
    public func meansTheSame(as other: CustomMetric) -> Bool { method == other.method && groups == other.groups }
}
