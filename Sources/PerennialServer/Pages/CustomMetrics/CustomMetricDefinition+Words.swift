import JSON
import SegmentWording
import Segments
import Shop
import Wording

extension FormState {
    /// Of a custom metric.
    init(_ entry: CustomMetricEntry) {
        var json = JSONWriter()
        entry.definition.write(to: &json)
        self.init(json.text + entry.name)
    }
}

extension SegmentWords {
    /// What a custom metric is made of: each group of events, with what these must say and what they are worth below it.
    func lines(_ definition: CustomMetricDefinition, name: (String) -> String?) -> [EditConflict.Line] {
        let method = words(definition.method == .value ? Phrase.MetricsPage.countsValue : Phrase.MetricsPage.countsOnly)
        return [(0, method)]
            + definition.groups.flatMap { group -> [EditConflict.Line] in
                let metric =
                    switch group.metric {
                    case .id(let id): name(id) ?? id
                    case .name(let name): name
                    }
                let worth = group.valueProperty.map { [(2, "\(words(Phrase.Metrics.worthBy).withCapital) \($0)")] } ?? []
                return [(1, metric)] + worth + group.filters.map { (2, clause($0)) }
            }
    }
}
