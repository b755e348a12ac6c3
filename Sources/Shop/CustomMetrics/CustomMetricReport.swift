import Facts
public import Journal
public import Population
public import Segments

/// What a custom metric counts, and what looks odd about it: nothing of that is refused, as events may come that say more.
public struct CustomMetricReport: Sendable {
    /// Something that looks odd.
    public struct Warning: Sendable, Equatable {
        /// Where in the definition, as a JSON pointer.
        public var pointer: String
        /// In words: what was found, what it means, what to do.
        public var detail: String
    }

    /// The custom metric.
    public var entry: CustomMetricEntry
    /// The names of its groups' metrics.
    public var metricNames: [String]
    /// What it counts.
    public var figures: CustomMetricFigures
    /// What looks odd.
    public var warnings: [Warning]
    /// What goes by it.
    public var uses: [CustomMetricUse]
}

extension Shop {
    /// Looks at a custom metric; `nil` for one that is not there.
    public func report(on number: CustomMetricNumber) throws(JournalError) -> CustomMetricReport? {
        guard let entry = definitions.customMetric(number) else { return nil }
        let custom = CustomMetric(number, entry.name, entry.definition, ids)
        let (figures, names, currency) = read { population in
            (population.figures(of: custom), custom.groups.map { population.metric($0.metric)?.name ?? "" }, population.currency)
        }
        var seen: [MetricNumber: SeenProperties] = [:]
        for metric in custom.metrics { seen[metric] = try SeenProperties(of: metric, self) }
        var warnings: [CustomMetricReport.Warning] = []
        for (place, group) in custom.groups.enumerated() {
            let pointer = "/metric_groups/\(place)"
            guard figures.groups[place].events > 0 else {
                warnings.append(.init(pointer: "\(pointer)/metric_id", detail: "There is no event of \"\(names[place])\" yet."))
                continue
            }
            if let seen = seen[group.metric] { warnings += CustomMetricReport.odd(group, seen, in: pointer) }
            warnings += Self.odd(figures.groups[place], group, custom.method, in: pointer)
        }
        warnings += oddCurrencies(figures, currency)
        return CustomMetricReport(entry: entry, metricNames: names, figures: figures, warnings: warnings, uses: uses(of: number))
    }

    /// What looks odd about the properties that a definition asks for, by the newest events: a look that costs little. The definition must have
    /// been looked up.
    public func oddProperties(of definition: CustomMetricDefinition) throws(JournalError) -> [CustomMetricReport.Warning] {
        let custom = CustomMetric(CustomMetricNumber(0), "", definition, ids)
        var warnings: [CustomMetricReport.Warning] = []
        for (place, group) in custom.groups.enumerated() {
            let seen = try SeenProperties(of: group.metric, self)
            if seen.events > 0 { warnings += CustomMetricReport.odd(group, seen, in: "/metric_groups/\(place)") }
        }
        return warnings
    }

    private static func odd(
        _ figures: CustomMetricFigures.OfGroup, _ group: CustomMetric.Group, _ method: CustomMetricDefinition.Method, in pointer: String
    ) -> [CustomMetricReport.Warning] {
        if figures.counted == 0 {
            let detail = "None of \(figures.events) events counts by this group: filters let none in, or an earlier group has counted them."
            return [.init(pointer: pointer, detail: detail)]
        }
        guard method == .value, figures.withoutValue > 0 else { return [] }
        let detail =
            "\(figures.withoutValue) of \(figures.counted) events do not say by a number what they are worth, and are worth nothing."
        return [.init(pointer: group.valueProperty == nil ? pointer : "\(pointer)/value_property", detail: detail)]
    }

    private func oddCurrencies(_ figures: CustomMetricFigures, _ own: Currency) -> [CustomMetricReport.Warning] {
        let rates = exchangeRates
        return figures.amounts.sorted { $0.key.code < $1.key.code }.compactMap { currency, amount in
            guard currency != own, own != .none else { return nil }
            let hasRate = rates.all.contains { [$0.from, $0.to] == [currency, own] || [$0.from, $0.to] == [own, currency] }
            let detail =
                hasRate
                ? "\(amount.events) events are in \(currency.code). As orders they are converted to \(own.code) by the shop's rates; sums in segments "
                    + "leave them out."
                : "\(amount.events) events are in \(currency.code), of which there is no rate to \(own.code): as orders they count nowhere until "
                    + "there is one (perennial rates set, PUT /api/perennial/exchange-rates)."
            return .init(pointer: "/metric_groups", detail: detail)
        }
    }
}
