import Facts
import Population
import Shop

extension Shop {
    /// The custom metric of an id or a name.
    ///
    /// - Throws: an exit, with words, where there is none.
    func customMetric(named name: String) throws -> CustomMetricEntry {
        let all = definitions.customMetrics
        if let found = all.first(where: { ids.id($0.number) == name || $0.name == name }) { return found }
        let isMetric = read { $0.metric(named: name) != nil }
        let advice = isMetric ? " It is a metric: perennial metric list." : NearestNames.advice(name, among: all.map(\.name))
        throw failure(.noInput, "There is no custom metric \(visible(name)).\(advice)")
    }

    /// The metric or custom metric of an id or a name; of two with the same name the metric.
    ///
    /// - Throws: an exit, with words, where there is none.
    func mapped(named name: String) throws -> Mapped {
        let metrics = read { $0.allMetrics }
        if let metric = metrics.first(where: { ids.id(.metric, UInt64($0.number.value)) == name || $0.name == name }) {
            return .metric(metric.number)
        }
        let custom = definitions.customMetrics
        if let found = custom.first(where: { ids.id($0.number) == name || $0.name == name }) { return .custom(found.number) }
        let names = metrics.map(\.name) + custom.map(\.name)
        throw failure(.noInput, "There is no metric \(visible(name)).\(NearestNames.advice(name, among: names))")
    }
}
