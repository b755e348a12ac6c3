import Facts
import Journal
import Population
import Shop

/// Fills the page of metrics.
struct MetricsQuery {
    let desk: PageDesk

    private var shop: Shop { desk.shop }

    func model() throws(JournalError) -> MetricsModel {
        let last = desk.lastEvents.known(shop)
        let (metrics, custom, mapping) = shop.read { population in
            (
                population.allMetrics.map { ($0, population.eventCount($0.number)) },
                population.allCustomMetrics.map { ($0, $0.metrics.reduce(0) { $0 + population.eventCount($1) }) }, population.mapping
            )
        }
        let meanings = MetricMapping.Meaning.allCases.filter(\.isOfOrders)
        return MetricsModel(
            mappings: meanings.map { self.mapping($0) },
            metrics: metrics.map { metric, count in
                let meaning = mapping.meaning(metric.number)
                return .init(
                    id: shop.ids.id(metric.number), name: metric.name, events: count, last: last?[metric.number], meaning: meaning,
                    isInPart: meaning.map { mapping.custom[$0] != nil } ?? false)
            },
            custom: custom.map { metric, looked in
                .init(
                    id: shop.ids.id(metric.number), name: metric.name, counted: looked,
                    meanings: MetricMapping.Meaning.allCases.filter { mapping.custom[$0]?.number == metric.number })
            }, lastChange: try MetricsModel.Change(shop))
    }

    /// What has a meaning now.
    func mapping(_ meaning: MetricMapping.Meaning) -> MetricsModel.Mapping {
        let mapped = shop.mapped(meaning)
        return .init(
            meaning: meaning, name: mapped.custom?.name ?? mapped.metric?.name,
            id: mapped.custom.map { shop.ids.id($0.number) } ?? mapped.metric.map { shop.ids.id($0.number) }, isCustom: mapped.custom != nil
        )
    }
}
