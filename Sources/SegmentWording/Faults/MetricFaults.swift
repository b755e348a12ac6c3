import Segments
import Wording

extension Words {
    /// Metrics that are not there, or that cannot be counted so.
    func fault(_ metric: SegmentFault.Metric) -> String {
        switch metric {
        case .none(let name, let near): return "\(noMetric(named: name)) \(advice(near))"
        case .noID(let id, let isName):
            guard isName else { return noMetric(id: id) }
            let hint = say(
                en: "One has that name: give it as metric_name.", fr: "Il en existe un de ce nom : donnez-le dans metric_name.",
                pl: "Jest taka o tej nazwie: podaj ją w metric_name.")
            return "\(noMetric(id: id)) \(hint)"
        case .noneOfGroup(let text, let isID, let near):
            let none = isID ? noMetric(id: text) : noMetric(named: text)
            guard !near.isEmpty else { return none }
            let listed = near.map { "\(quoted($0.name)) (\($0.id))" }.joined(separator: ", ")
            return "\(none) \(meant(listed))"
        case .ofItself:
            return say(
                en: "A custom metric cannot be made of itself: name metrics.",
                fr: "Un indicateur personnalisé ne peut pas se composer de lui-même : nommez des indicateurs.",
                pl: "Metryka niestandardowa nie może składać się z samej siebie: wskaż metryki.")
        case .ofCustomMetric(let name):
            let name = quoted(name)
            return say(
                en: "\(name) is a custom metric, and these are made of metrics alone. Repeat its groups here.",
                fr: "\(name) est un indicateur personnalisé, et ceux-ci se composent d'indicateurs seulement. Répétez ses groupes ici.",
                pl: "\(name) to metryka niestandardowa, a takie składają się tylko z metryk. Powtórz tu jej grupy.")
        case .stepOfCustomMetric(let name):
            let name = quoted(name)
            return say(
                en: "\(name) is a custom metric: the steps of a funnel are metrics.",
                fr: "\(name) est un indicateur personnalisé : les étapes d'un entonnoir sont des indicateurs.",
                pl: "\(name) to metryka niestandardowa: kroki lejka są metrykami.")
        case .sameGroup(let place):
            let number = format.number(place + 1)
            return say(
                en: "This says the same as group \(number).", fr: "Ceci dit la même chose que le groupe \(number).",
                pl: "To mówi to samo co grupa \(number).")
        case .worthOfCount:
            return say(
                en: "Events are only counted: they can be worth something where the value is counted, too.",
                fr: "Les événements sont seulement comptés : ils n'ont de valeur que si la valeur est comptée aussi.",
                pl: "Zdarzenia są tylko liczone: mogą mieć wartość tylko wtedy, gdy liczy się też wartość.")
        case .dates:
            return say(
                en: "What an event counts for must not change as time goes by: dates can be asked for in segments alone.",
                fr: "Ce que compte un événement ne doit pas changer avec le temps : les dates ne se demandent que dans les segments.",
                pl: "To, za co liczy się zdarzenie, nie może zmieniać się z czasem: o daty można pytać tylko w segmentach.")
        case .measureOfCount(let name, _):
            let name = quoted(name)
            return say(
                en: "\(name) only counts, so that it has no sum and no average: ask how often it happened.",
                fr: "\(name) ne fait que compter : sans somme ni moyenne, demandez combien de fois.",
                pl: "\(name) tylko liczy, nie ma więc sumy ani średniej: zapytaj, ile razy.")
        }
    }

    private func noMetric(named name: String) -> String {
        let name = quoted(name)
        return say(
            en: "There is no metric named \(name).", fr: "Aucun indicateur ne s'appelle \(name).", pl: "Nie ma metryki o nazwie \(name).")
    }

    private func noMetric(id: String) -> String {
        let id = quoted(id)
        return say(
            en: "There is no metric with the id \(id).", fr: "Aucun indicateur n'a l'identifiant \(id).",
            pl: "Nie ma metryki o identyfikatorze \(id).")
    }
}
