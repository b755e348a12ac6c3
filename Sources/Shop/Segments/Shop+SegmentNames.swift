import Facts
import JSON
import Journal
import Population
public import SegmentWording
public import Segments

extension Shop {
    /// What definitions name, as people call it.
    public var segmentNames: SegmentNames {
        let (groups, ids, settings) = (segmentGroups, ids, settings)
        let (metrics, custom, revenue) = read { population in
            (
                population.allMetrics, population.allCustomMetrics,
                Set([MetricMapping.Meaning.revenue, .refundedSales, .cancelledSales].flatMap { population.mapping.metrics(of: $0) })
            )
        }
        let byNumber = Dictionary(metrics.map { ($0.number, $0) }) { first, _ in first }
        let (name, models) = (groupName, rfmModels)
        return SegmentNames(
            currency: settings.currency ?? .none, zone: settings.timeZone,
            metric: { reference in
                let metric: Metric?
                switch reference {
                case .id(let id): metric = ids.number(.metric, id).flatMap { UInt32(exactly: $0) }.flatMap { byNumber[MetricNumber($0)] }
                case .name(let name): metric = metrics.first { $0.name == name }
                }
                if metric == nil, let own = custom.first(where: { reference == .id(ids.id($0.number)) || reference == .name($0.name) }) {
                    // Amounts of some property may be anything; what events of orders are worth is money.
                    let isMoney = own.groups.allSatisfy { $0.valueProperty == nil && revenue.contains($0.metric) }
                    return SegmentNames.Metric(name: own.name, isMoney: isMoney)
                }
                return metric.map { SegmentNames.Metric(name: $0.name, isMoney: revenue.contains($0.number)) }
            },
            group: { reference in
                if let list = groups.list(reference) { return name(.list(list)) }
                return groups.segment(reference).flatMap { name(.segment($0)) }
            },
            rfmModel: { text in groups.rfmModel(text).flatMap { number in models.first { $0.number == number } }?.name ?? text })
    }

    /// What a list or segment is called; `nil` for one that is not there.
    public var groupName: @Sendable (Observed.Joined.Group) -> SegmentNames.Group? {
        let definitions = definitions
        return { group in
            switch group {
            case .list(let list):
                definitions[.list, UInt64(list.value)].flatMap { (try? JSONDocument($0.body))?.root["name"]?.string }.map { .list($0) }
            case .segment(let segment): definitions.segment(segment).map { .segment($0.name) }
            }
        }
    }
}
