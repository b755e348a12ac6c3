public import Facts
import JSON
public import Journal
public import Population

extension Shop {
    /// What a meaning can be given to.
    public enum Mapped: Sendable, Equatable {
        case metric(MetricNumber)
        case custom(CustomMetricNumber)
        /// The metric of the usual name.
        case usual
    }

    /// Gives a meaning to another metric. Where it is one of orders, or says which events are lines of orders, customers are counted anew, and the job that this returns tells what
    /// changes for whom; `nil` where nothing changes.
    @discardableResult
    public func map(_ meaning: MetricMapping.Meaning, to mapped: Mapped, by who: String) async throws(IntakeError) -> JobRow? {
        try await inTurn { (shop) throws(IntakeError) in
            let changed = try shop.checkedMapping(meaning, to: mapped)
            var isTheSame = shop.definitions[.mappedMetric, meaning.definitionNumber] == nil
            switch mapped {
            case .usual: break
            case .metric(let metric): isTheSame = shop.read { $0.mapping.custom[meaning] == nil && $0.mapping[meaning] == metric }
            case .custom(let number): isTheSame = shop.read { $0.mapping.custom[meaning]?.number == number }
            }
            if !isTheSame, meaning == .revenue { try shop.requireAnyWorth(changed, pointer: mapped.pointer) }
            let changes = !isTheSame
            // What are lines of orders decides what is joined into one.
            let areLinesOther = shop.read { $0.mapping.metricOfLines } != changed.metricOfLines
            let isOfOrders = (meaning.isOfOrders || areLinesOther) && changes
            let cause = OrdersChange.Cause(cause: meaning.rawValue, name: shop.nameOfMeaning(meaning, in: changed), at: shop.clock())
            return try shop.recounted(isOfOrders, cause, by: who) { (note) throws(IntakeError) in
                try shop.writeAndWait(isAlone: true) { (intake) throws(IntakeError) in
                    let body = meaning.body(mapped)
                    if body != nil || changes {
                        intake.define(.mappedMetric, meaning.definitionNumber, body, id: meaning.rawValue, by: who)
                    }
                    note(intake)
                }
            }
        }
    }

    /// Which metrics would mean what.
    ///
    /// - Throws: what is not there, or cannot mean it.
    func checkedMapping(_ meaning: MetricMapping.Meaning, to mapped: Mapped) throws(IntakeError) -> MetricMapping {
        let (old, custom, usual) = read { population in
            (population.mapping, population.allCustomMetrics, population.metric(named: meaning.usualName))
        }
        var mapping = old
        switch mapped {
        case .usual: mapping[meaning] = usual
        case .metric(let metric): mapping[meaning] = metric
        case .custom(let number):
            guard let custom = custom.first(where: { $0.number == number }) else { throw .notFound("There is no such custom metric.") }
            if meaning == .revenue { try requireWorth(custom, pointer: mapped.pointer) }
            mapping.set(custom, for: meaning)
        }
        try requireOneMeaning(mapping, insteadOf: old, pointer: mapped.pointer)
        return mapping
    }
}

extension Shop {
    /// What has a meaning, by its name.
    fileprivate func nameOfMeaning(_ meaning: MetricMapping.Meaning, in mapping: MetricMapping) -> String {
        mapping.custom[meaning]?.name ?? read { mapping[meaning].flatMap($0.metric)?.name } ?? meaning.usualName
    }
}

extension Shop.Mapped {
    /// Where it stands in a request.
    var pointer: String {
        if case .metric = self { "/data/relationships/metric" } else { "/data/relationships/custom-metric" }
    }
}

extension MetricMapping.Meaning {
    /// The number under which the journal keeps which metric was chosen.
    public var definitionNumber: UInt64 { UInt64(Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// What the journal keeps; `nil` where nothing was chosen.
    fileprivate func body(_ mapped: Shop.Mapped) -> String? {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("meaning", rawValue)
            switch mapped {
            case .metric(let metric): writer.member("metric", metric.value)
            case .custom(let metric): writer.member("custom_metric", metric.value)
            case .usual: break
            }
        }
        return mapped == .usual ? nil : writer.text
    }
}
