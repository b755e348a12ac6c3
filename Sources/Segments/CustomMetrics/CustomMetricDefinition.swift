public import JSON

/// What a custom metric is made of, as people define it: Klaviyo's `{"aggregation_method": …, "metric_groups": […]}`.
public struct CustomMetricDefinition: Sendable, Equatable {
    /// What is made of the events.
    public enum Method: String, CaseIterable, Sendable {
        /// How many there are.
        case count
        /// How many there are, and what they are worth: they can be orders.
        case value
    }

    /// Some of the events of one metric.
    public struct Group: Sendable, Equatable {
        /// Which metric.
        public var metric: MetricReference
        /// What an event must say, all of it; none: every event counts.
        public var filters: [EventPropertyTest]
        /// The property that says what an event is worth; `nil`: its own value, `$value`.
        public var valueProperty: String?

        /// A group.
        public init(metric: MetricReference, filters: [EventPropertyTest] = [], valueProperty: String? = nil) {
            self.metric = metric
            self.filters = filters
            self.valueProperty = valueProperty
        }
    }

    /// The most groups of a custom metric.
    public static let mostGroups = 20
    /// The most filters of a group, as of a condition of a segment.
    public static let mostFilters = 10

    /// What is made of the events.
    public var method: Method
    /// Whose events count. An event that several groups of its metric let in counts once, by the first of them.
    public var groups: [Group]

    /// A definition.
    public init(method: Method, groups: [Group]) {
        self.method = method
        self.groups = groups
    }

    /// Reads a definition.
    ///
    /// - Throws: everything that is wrong with it, with the place of each.
    public init(_ json: JSONValue) throws(SegmentFaults) {
        let reader = DefinitionReader(json)
        let read = reader.isObject ? reader.customMetric() : nil
        guard reader.faults.isEmpty, let read else {
            throw SegmentFaults(list: reader.faults.isEmpty ? [SegmentFault(pointer: "", .shape(.noDefinition))] : reader.faults)
        }
        self = read
    }

    /// Writes the definition as Klaviyo spells it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("aggregation_method", method.rawValue)
            json.key("metric_groups")
            writeGroups(to: &json)
        }
    }

    /// Writes the array of its groups.
    public func writeGroups(to json: inout JSONWriter) {
        json.array { json in for group in groups { group.write(to: &json) } }
    }
}

extension CustomMetricDefinition.Group {
    /// Writes the group as Klaviyo spells it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            switch metric {
            case .id(let id): json.member("metric_id", id)
            case .name(let name): json.member("metric_name", name)
            }
            json.array("metric_filters") { json in
                for test in filters {
                    json.object { json in
                        json.member("property", test.property)
                        json.object("filter") { test.filter.write(to: &$0) }
                    }
                }
            }
            json.member("value_property", valueProperty)
        }
    }
}

extension DefinitionReader {
    private static let filterTypes = ["string", "numeric", "boolean", "list", "existence"]

    fileprivate func customMetric() -> CustomMetricDefinition? {
        allow(only: ["aggregation_method", "metric_groups"])
        let method = oneOf("aggregation_method", CustomMetricDefinition.Method.self)
        guard let elements = array("metric_groups", least: 1, most: CustomMetricDefinition.mostGroups) else { return nil }
        var groups: [CustomMetricDefinition.Group] = []
        for element in elements {
            guard let group = element.customMetricGroup(method) else { continue }
            if let same = groups.firstIndex(of: group) { element.fault(.metric(.sameGroup(same))) }
            groups.append(group)
        }
        guard let method, groups.count == elements.count else { return nil }
        return CustomMetricDefinition(method: method, groups: groups)
    }

    private func customMetricGroup(_ method: CustomMetricDefinition.Method?) -> CustomMetricDefinition.Group? {
        guard isObject else { return nil }
        allow(only: ["metric_id", "metric_name", "metric_filters", "value_property"])
        let metric = TestReader.metricReference(self)
        let property = text("value_property", isRequired: false, longest: 255)
        if property?.isEmpty == true { fault(.value(.emptyWorthName), at: "value_property") }
        if property != nil, method == .count {
            fault(.metric(.worthOfCount), at: "value_property")
        }
        var filters: [EventPropertyTest] = []
        if let member = value["metric_filters"], !member.isNull {
            guard let elements = array("metric_filters", least: 0, most: CustomMetricDefinition.mostFilters) else { return nil }
            filters = elements.compactMap { $0.customMetricFilter() }
            guard filters.count == elements.count else { return nil }
        }
        return metric.map { CustomMetricDefinition.Group(metric: $0, filters: filters, valueProperty: property) }
    }

    private func customMetricFilter() -> EventPropertyTest? {
        guard isObject else { return nil }
        allow(only: ["property", "filter"])
        let property = text("property", longest: 255)
        if property?.isEmpty == true { fault(.value(.emptyPropertyName), at: "property") }
        guard let reader = object("filter") else { return nil }
        if reader.value["type"]?.string == "date" {
            reader.fault(.metric(.dates), at: "type")
            return nil
        }
        guard let filter = reader.valueFilter(Self.filterTypes), let property else { return nil }
        return EventPropertyTest(property: property, filter: filter)
    }
}
