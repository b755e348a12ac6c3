import Facts
import JSON
import Population
import Shop

/// Metrics as the interface shows them.
enum MetricResource {
    static let fields = ["id", "name", "created", "updated", "integration"]

    static let schema = Schema.resource(
        "metric", id: true,
        attributes: [
            .init("name", .nullable(.text)), .init("created", .nullable(.string(format: .instant))),
            .init("updated", .nullable(.string(format: .instant))), .init("integration", .nullable(.anyObject)),
        ])

    /// The kind of thing that events of an integration come from.
    static func category(_ integration: String) -> String {
        switch integration.lowercased() {
        case "shopify", "woocommerce", "bigcommerce", "magento", "magento two", "adobe commerce", "prestashop": "eCommerce"
        case "klaviyo", "perennial": "Internal"
        default: "API"
        }
    }
}

extension ResourceListWriter {
    /// Writes a metric.
    ///
    /// - Parameter flows: the ids of the flows that it starts, where they are included.
    mutating func metric(_ metric: Metric, _ ids: PublicIDs, flows: [String]? = nil) {
        let id = ids.id(metric.number)
        resource("metric", id: id, path: "/api/metrics/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("name", metric.name)
                attributes.member("created", metric.created)
                // A metric never changes.
                attributes.member("updated", metric.created)
                attributes.value("integration") { json in
                    json.object { json in
                        json.member("object", "integration")
                        json.member("key", metric.integration.lowercased())
                        json.member("name", metric.integration)
                        json.member("category", MetricResource.category(metric.integration))
                    }
                }
            }
            resource.relationship("flow-triggers", type: "flow", ids: flows)
        }
    }
}

extension PublicIDs {
    /// The id of a metric.
    func id(_ metric: MetricNumber) -> String { id(.metric, UInt64(metric.value)) }

    /// The metric of an id; `nil` for an id that was never given out.
    func metric(_ id: some StringProtocol) -> MetricNumber? {
        number(.metric, id).flatMap { UInt32(exactly: $0) }.map { MetricNumber($0) }
    }
}

extension Shop {
    /// The metric of an id in a path. 404 for one that is not there.
    func metric(_ id: String) throws(APIError) -> Metric {
        guard let number = ids.metric(id), let metric = read({ $0.metric(number) }) else { throw .notFound("metric", id: id) }
        return metric
    }
}
