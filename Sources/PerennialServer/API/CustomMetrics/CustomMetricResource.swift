import Facts
import JSON
import Population
import Segments
import Shop

/// Custom metrics as the interface shows them.
enum CustomMetricResource {
    static let fields = [
        "id", "name", "created", "updated", "definition", "definition.aggregation_method", "definition.metric_groups",
    ]

    static let schema = Schema.resource(
        "custom-metric", id: true,
        attributes: [
            .init("name", .text, isRequired: true), .init("created", .string(format: .instant), isRequired: true),
            .init("updated", .string(format: .instant), isRequired: true), .init("definition", .anyObject, isRequired: true),
        ])
}

extension ResourceListWriter {
    /// Writes a custom metric.
    ///
    /// - Parameter hasMetrics: whether its metrics are named among the relationships.
    mutating func customMetric(_ entry: CustomMetricEntry, _ ids: PublicIDs, hasMetrics: Bool = false) {
        let id = ids.id(entry.number)
        resource("custom-metric", id: id, path: "/api/custom-metrics/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("name", entry.name)
                attributes.member("created", entry.created)
                attributes.member("updated", entry.updated)
                attributes.object("definition") { definition in
                    definition.member("aggregation_method", entry.definition.method.rawValue)
                    definition.value("metric_groups") { entry.definition.writeGroups(to: &$0) }
                }
            }
            resource.relationship("metrics", type: "metric", ids: hasMetrics ? entry.metrics(ids).map { ids.id($0) } : nil)
        }
    }
}

extension CustomMetricEntry {
    /// Its metrics, each once, in the order in which they are named.
    func metrics(_ ids: PublicIDs) -> [MetricNumber] {
        definition.groups.reduce(into: []) { metrics, group in
            guard case .id(let id) = group.metric, let metric = ids.metric(id) else { return }
            if !metrics.contains(metric) { metrics.append(metric) }
        }
    }
}

extension Shop {
    /// The custom metric of an id in a path. 404 for one that is not there.
    func customMetric(_ id: String) throws(APIError) -> CustomMetricEntry {
        guard let number = ids.customMetric(id), let entry = definitions.customMetric(number) else {
            throw .notFound("custom metric", id: id)
        }
        return entry
    }
}
