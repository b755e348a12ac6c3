public import Facts
import JSON
public import Journal
public import Population
public import Segments

/// A custom metric as somebody defined it. Its definition is a JSON object with `name` and `definition`.
public struct CustomMetricEntry: Sendable, Equatable {
    /// Its number.
    public var number: CustomMetricNumber
    /// What people call it.
    public var name: String
    /// What it is made of.
    public var definition: CustomMetricDefinition
    /// When it was made.
    public var created: Instant
    /// When it was changed last.
    public var updated: Instant

    /// The custom metric of a stored definition; `nil` for one that cannot be read.
    public init?(_ definition: Definition) {
        guard let root = try? JSONDocument(definition.body).root, let name = root["name"]?.string, let stored = root["definition"],
            let read = try? CustomMetricDefinition(stored), let number = UInt32(exactly: definition.number)
        else { return nil }
        self.number = CustomMetricNumber(number)
        self.name = name
        self.definition = read
        created = definition.createdAt
        updated = definition.updatedAt
    }

    /// The body of a definition.
    public static func body(name: String, definition: CustomMetricDefinition) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("name", name)
            json.key("definition")
            definition.write(to: &json)
        }
        return json.text
    }

    /// As columns need it; groups whose metrics cannot be read are left out.
    func resolved(_ ids: PublicIDs) -> CustomMetric { CustomMetric(number, name, definition, ids) }
}

extension CustomMetric {
    /// Of a definition whose metrics are named by their ids.
    init(_ number: CustomMetricNumber, _ name: String, _ definition: CustomMetricDefinition, _ ids: PublicIDs) {
        self.init(
            number: number, name: name, method: definition.method,
            groups: definition.groups.compactMap { group in
                guard case .id(let id) = group.metric, let metric = ids.number(.metric, id).flatMap({ UInt32(exactly: $0) }) else {
                    return nil
                }
                return Group(metric: MetricNumber(metric), filters: group.filters, valueProperty: group.valueProperty)
            })
    }
}

extension DefinitionTable {
    /// The custom metrics that live, by number.
    public var customMetrics: [CustomMetricEntry] { all(.customMetric).compactMap { CustomMetricEntry($0) } }

    /// A custom metric that lives.
    public func customMetric(_ number: CustomMetricNumber) -> CustomMetricEntry? {
        self[.customMetric, UInt64(number.value)].flatMap { CustomMetricEntry($0) }
    }
}

extension PublicIDs {
    /// The id of a custom metric.
    public func id(_ metric: CustomMetricNumber) -> String { id(.customMetric, UInt64(metric.value)) }

    /// The custom metric of an id; `nil` for an id that was never given out.
    public func customMetric(_ id: some StringProtocol) -> CustomMetricNumber? {
        number(.customMetric, id).flatMap { UInt32(exactly: $0) }.map { CustomMetricNumber($0) }
    }
}
