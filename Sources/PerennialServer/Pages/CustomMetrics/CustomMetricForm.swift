import JSON
import Segments
import Shop

/// A custom metric as it is filled in: texts until they are read.
struct CustomMetricForm: Sendable {
    /// What an event must say.
    struct Filter: Sendable, Equatable {
        var property = ""
        var condition = FilterCondition.textEquals
        var value = ""

        var isEmpty: Bool { property.isEmpty && value.isEmpty }
    }

    /// Some of the events of one metric.
    struct Group: Sendable, Equatable {
        /// The id of a metric; empty where none is chosen.
        var metric = ""
        /// Empty for the events' own value.
        var valueProperty = ""
        var filters: [Filter] = []

        var isEmpty: Bool { metric.isEmpty && valueProperty.isEmpty && filters.allSatisfy(\.isEmpty) }
    }

    /// What is wrong with a field.
    enum Problem: Sendable, Equatable {
        case nameMissing, nameTooLong, nameTaken
        case metricMissing, noGroup, sameGroup
        case propertyMissing, valueMissing, noNumber, noPattern, tooLong
        case mustBeWorth
    }

    /// A filter in words, or as JSON where the form has no words for it.
    struct Shown: Sendable, Equatable {
        /// From outside.
        var property: String
        var condition: FilterCondition?
        /// From outside; empty where the condition has none.
        var value: String
        var json: String

        init(_ test: EventPropertyTest) {
            property = test.property
            let read = FilterCondition.read(test.filter)
            condition = read?.condition
            value = read?.value ?? ""
            var json = JSONWriter()
            CustomMetricDefinition(method: .count, groups: [.init(metric: .id(""), filters: [test])]).write(to: &json)
            let root = try? JSONDocument(json.bytes).root
            let first = root?["metric_groups"]?.elements.first { _ in true }
            let written = first?["metric_filters"]?.elements.first { _ in true }?["filter"]
            self.json = written.map { String(decoding: $0.compactBytes, as: UTF8.self) } ?? ""
        }
    }

    var name = ""
    var isWorth = true
    var groups: [Group] = [Group()]
    /// By the names of fields.
    var problems: [String: Problem] = [:]

    static let nameField = "name"
    static let methodField = "method"
    static let actionField = "action"
    static let longestText = 1_000
    /// More fields than twenty groups with ten filters have.
    static let mostFields = 800

    static func metricField(_ group: Int) -> String { "g\(group)" }
    static func worthField(_ group: Int) -> String { "g\(group)-value" }
    static func propertyField(_ group: Int, _ filter: Int) -> String { "g\(group)f\(filter)" }
    static func conditionField(_ group: Int, _ filter: Int) -> String { "g\(group)f\(filter)-is" }
    static func valueField(_ group: Int, _ filter: Int) -> String { "g\(group)f\(filter)-value" }

    /// An empty one.
    init() {}

    /// What was filled in; empty groups and filters are left out.
    init(_ fields: QueryString) {
        var given: [String: String] = [:]
        for pair in fields.pairs { given[pair.name] = String(pair.value.prefix(Self.longestText * 2)) }
        func text(_ name: String) -> String { given[name] ?? "" }
        name = text(Self.nameField).split(separator: " ").joined(separator: " ")
        isWorth = text(Self.methodField) != CustomMetricDefinition.Method.count.rawValue
        groups = (0..<CustomMetricDefinition.mostGroups).compactMap { place in
            guard given[Self.metricField(place)] != nil else { return nil }
            let filters = (0..<CustomMetricDefinition.mostFilters).compactMap { filter -> Filter? in
                let read = Filter(
                    property: text(Self.propertyField(place, filter)),
                    condition: FilterCondition(rawValue: text(Self.conditionField(place, filter))) ?? .textEquals,
                    value: text(Self.valueField(place, filter)))
                return read.isEmpty ? nil : read
            }
            let group = Group(metric: text(Self.metricField(place)), valueProperty: text(Self.worthField(place)), filters: filters)
            return group.isEmpty ? nil : group
        }
        if groups.isEmpty { groups = [Group()] }
    }

    /// One that there is; `nil` where it has a filter that the form has no field for.
    init?(_ entry: CustomMetricEntry) {
        name = entry.name
        isWorth = entry.definition.method == .value
        var groups: [Group] = []
        for group in entry.definition.groups {
            guard case .id(let id) = group.metric else { return nil }
            var filters: [Filter] = []
            for test in group.filters {
                guard let read = FilterCondition.read(test.filter) else { return nil }
                filters.append(Filter(property: test.property, condition: read.condition, value: read.value))
            }
            groups.append(Group(metric: id, valueProperty: group.valueProperty ?? "", filters: filters))
        }
        self.groups = groups
    }

    // MARK: Reading

    /// The definition that was filled in; `nil` where something is wrong, which is noted.
    mutating func definition(_ isMetric: (String) -> Bool) -> CustomMetricDefinition? {
        var read: [CustomMetricDefinition.Group] = []
        for (place, group) in groups.enumerated() {
            if !isMetric(group.metric) { problems[Self.metricField(place)] = group.isEmpty ? .noGroup : .metricMissing }
            if group.valueProperty.utf8.count > 255 { problems[Self.worthField(place)] = .tooLong }
            let filters = group.filters.enumerated().compactMap { filter(place, $0.offset, $0.element) }
            let worth = isWorth && !group.valueProperty.isEmpty ? group.valueProperty : nil
            let one = CustomMetricDefinition.Group(metric: .id(group.metric), filters: filters, valueProperty: worth)
            if read.contains(one) { problems[Self.metricField(place)] = problems[Self.metricField(place)] ?? .sameGroup }
            read.append(one)
        }
        return problems.isEmpty ? CustomMetricDefinition(method: isWorth ? .value : .count, groups: read) : nil
    }

    private mutating func filter(_ group: Int, _ place: Int, _ filter: Filter) -> EventPropertyTest? {
        let property = filter.property.trimmed
        if property.isEmpty { problems[Self.propertyField(group, place)] = .propertyMissing }
        if property.utf8.count > 255 { problems[Self.propertyField(group, place)] = .tooLong }
        do throws(FilterCondition.Problem) {
            let value = try filter.condition.filter(filter.value)
            return EventPropertyTest(property: property, filter: value)
        } catch {
            problems[Self.valueField(group, place)] =
                switch error {
                case .valueMissing: .valueMissing
                case .noNumber: .noNumber
                case .noPattern: .noPattern
                case .tooLong: .tooLong
                }
            return nil
        }
    }
}

extension String {
    /// Without what stands blank before and after.
    var trimmed: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
