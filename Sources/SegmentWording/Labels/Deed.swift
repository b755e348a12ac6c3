import Segments
import Wording

/// Something that people do, as clauses are made of it.
struct Deed {
    /// "opened an email"
    var did: String
    /// "has not opened an email"
    var didNot: String
    /// After "the value": EN "orders placed", FR "des commandes passées", PL "złożonych".
    var many: String
    /// After the time: PL "zamówień"; empty where the time stands last.
    var manyAfter = ""

    /// After "the value", with a time: "orders placed so far", PL "złożonych do tej pory zamówień".
    func many(within when: String) -> String { "\(many) \(when)" + (manyAfter.isEmpty ? "" : " \(manyAfter)") }
}

extension SegmentWords {
    /// What a metric is of, and whether its values are money. Those that most shops have are said by what people do, others by their names.
    func deed(_ reference: MetricReference) -> (deed: Deed, isMoney: Bool) {
        guard let metric = names.metric(reference) else {
            let text =
                switch reference {
                case .id(let id): id
                case .name(let name): name
                }
            let name = quoted(text)
            let unknown = say(en: "\(name) (not found)", fr: "\(name) (introuvable)", pl: "\(name) (nie znaleziono)")
            return (event(unknown), false)
        }
        return (known(metric.name) ?? event(quoted(metric.name)), metric.isMoney)
    }

    private func event(_ name: String) -> Deed {
        Deed(
            did: say(en: "did \(name)", fr: "a fait \(name)", pl: "odnotowano zdarzenie \(name)"),
            didNot: say(en: "has not done \(name)", fr: "n'a pas fait \(name)", pl: "nie odnotowano zdarzenia \(name)"),
            many: say(en: "\(name) events", fr: "des événements \(name)", pl: "zdarzeń \(name)"))
    }

    private func known(_ name: String) -> Deed? {
        guard let (did, didNot, many) = KnownDeed(metricName: name)?.phrases else { return nil }
        // A bar shows where the time stands in Polish.
        let parts = words(many).split(separator: " | ", maxSplits: 1).map { String($0) }
        return Deed(
            did: words(did), didNot: words(didNot), many: parts.first ?? "", manyAfter: parts.count > 1 ? parts[1] : "")
    }
}
