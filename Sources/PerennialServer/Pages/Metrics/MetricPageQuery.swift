import Facts
import Journal
import Population
import Segments
import Shop

/// Fills the page of one metric: its course is what `POST /api/metric-aggregates` tells.
struct MetricPageQuery {
    let desk: PageDesk

    private var shop: Shop { desk.shop }
    private static let mostProperties = 60

    func model(_ id: String, by interval: MetricPageModel.Interval) throws -> MetricPageModel {
        if let custom = try? shop.customMetric(id) { return try model(custom, by: interval) }
        guard let metric = try? shop.metric(id) else { throw PageFailure.notFound }
        let mapping = shop.read { $0.mapping }
        let seen = try SeenProperties(of: metric.number, shop)
        let events = shop.read { $0.eventCount(metric.number) }
        return MetricPageModel(
            id: id, name: metric.name, interval: interval, parts: try parts(.metric(metric.number), interval), events: events,
            last: desk.lastEvents.known(shop)?[metric.number], meanings: mapping.meaning(metric.number).map { [$0] } ?? [],
            properties: seen.all.prefix(Self.mostProperties).map { ($0.name, $0.type) })
    }

    private func model(_ entry: CustomMetricEntry, by interval: MetricPageModel.Interval) throws -> MetricPageModel {
        guard let report = try shop.report(on: entry.number) else { throw PageFailure.notFound }
        let metrics = entry.definition.groups.map { group -> MetricNumber? in
            guard case .id(let id) = group.metric else { return nil }
            return (try? shop.metric(id))?.number
        }
        let mapping = shop.read { $0.mapping }
        let last = desk.lastEvents.known(shop)
        return MetricPageModel(
            id: shop.ids.id(entry.number), name: entry.name, interval: interval, parts: try parts(.custom(entry.number), interval),
            events: report.figures.counted,
            last: report.figures.counted == 0 ? nil : metrics.compactMap { metric in metric.flatMap { last?[$0] } }.max(),
            meanings: MetricMapping.Meaning.allCases.filter { mapping.custom[$0]?.number == entry.number },
            custom: try custom(report, metrics), properties: [])
    }

    private func custom(_ report: CustomMetricReport, _ metrics: [MetricNumber?]) throws(JournalError) -> MetricPageModel.Custom {
        var groups: [MetricPageModel.Custom.Group] = []
        for (place, group) in report.entry.definition.groups.enumerated() {
            var seen: Set<String> = []
            if let metric = metrics[place] { seen = Set(try SeenProperties(of: metric, shop).all.map(\.name)) }
            // What lies within an object is found under the object's name; nothing is said where nothing was seen.
            func isUnseen(_ property: String) -> Bool {
                !seen.isEmpty && !seen.contains(property) && !seen.contains(String(property.prefix { $0 != "." }))
                    && !property.hasPrefix("$value")
            }
            let asked = group.filters.map(\.property) + (group.valueProperty.map { [$0] } ?? [])
            let figures = report.figures.groups[place]
            groups.append(
                .init(
                    metric: report.metricNames[place], filters: group.filters, valueProperty: group.valueProperty,
                    events: figures.events, counted: figures.counted,
                    withoutValue: report.entry.definition.method == .value ? figures.withoutValue : 0, unseen: asked.filter(isUnseen)))
        }
        let own = shop.settings.currency ?? .none
        let rates = shop.exchangeRates
        let foreign = report.figures.amounts.sorted { $0.key.code < $1.key.code }.filter { currency, _ in
            currency != own && own != .none
                && !rates.all.contains { [$0.from, $0.to] == [currency, own] || [$0.from, $0.to] == [own, currency] }
        }
        return .init(
            isWorth: report.entry.definition.method == .value, groups: groups, people: report.figures.profiles,
            currenciesWithoutRate: foreign.map { ($0.key, $0.value.events) },
            uses: report.uses.map { use in
                switch use.kind {
                case .segment: (.segment, use.name)
                case .mappedMetric: (.meaning, use.id)
                case .rfmModel: (.rfmModel, use.name)
                }
            })
    }

    // MARK: The course

    private func parts(_ what: MetricAggregate.What, _ interval: MetricPageModel.Interval) throws -> [MetricPageModel.Part] {
        try desk.metricCourses.course("\(what) \(interval) \(shop.today)", shop) { try counted(what, interval) }
    }

    private func counted(_ what: MetricAggregate.What, _ interval: MetricPageModel.Interval) throws -> [MetricPageModel.Part] {
        let (zone, today) = (shop.settings.timeZone, shop.today)
        let (from, by): (ShopDay, TimeBuckets.Interval) =
            switch interval {
            case .day: (today.advanced(byDays: -29), .day)
            case .week: (today.advanced(byDays: -7 * 25), .week)
            case .month: (ShopMonth(monthsSince1970: ShopMonth(today).monthsSince1970 - 11).firstDay, .month)
            }
        let start = zone.start(of: from)
        let end = zone.start(of: today.advanced(byDays: 1))
        let buckets = TimeBuckets(from: start, until: end, by: by, in: zone)
        // The first part is a whole one.
        let first = buckets.starts.first ?? start.secondsSince1970
        let aggregate: MetricAggregate
        do throws(MetricAggregate.Refusal) {
            aggregate = try MetricAggregate(
                what, from: UInt32(clamping: first), until: UInt32(clamping: end.secondsSince1970), buckets, by: [], shop)
        } catch {
            throw PageFailure.failed
        }
        guard let row = aggregate.rows.first else { return [] }
        let (counts, sums, people) = (row.values(.count), row.values(.sum), row.values(.unique))
        let isWorth = sums.contains { $0 != 0 }
        return buckets.starts.indices.map { place in
            .init(
                first: zone.day(of: Instant(secondsSince1970: buckets.starts[place])), events: Int(counts[place]),
                people: Int(people[place]),
                worth: isWorth ? sums[place] : nil)
        }
    }
}
