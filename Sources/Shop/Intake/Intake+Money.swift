import Facts
import Population

/// Whoever can read a page can say anything by the door for browsers, so that nothing said there moves money.
extension Intake {
    /// Whether events of a metric say what was ordered, given back or called off.
    public func movesMoney(_ metric: String) -> Bool {
        if let known = population.metric(named: metric), let meaning = population.mapping.meaning(known) { return meaning.isOfOrders }
        // A metric that is new gets its usual meaning, where no other metric has it.
        return MetricMapping.Meaning.allCases.contains { meaning in
            meaning.isOfOrders && meaning.usualName == metric && population.mapping[meaning] == nil
        }
    }

    /// Whether an order is only known by what a browser once told under the same unique id, before its metric meant orders: that must not keep
    /// the real one out.
    func wasForestalled(_ order: UInt64, _ metric: MetricNumber, _ profile: ProfileNumber) -> Bool {
        guard order != 0, isOrder(metric), !population.hasOrder(order), profile.index < population.profileCount,
            population.hasEventsOfBrowser(metric, of: profile)
        else { return false }
        return !facts.contains { if case .event(let fact) = $0 { fact.order == order && fact.metric == metric } else { false } }
    }
}

extension IntakeError {
    /// What a browser told that moves money.
    static func movedMoney(_ metric: String) -> IntakeError {
        .invalid(pointer: "/data/attributes/metric/data/attributes/name", detail: movedMoneyDetail(metric))
    }

    /// Why that is refused, and what to do instead.
    public static func movedMoneyDetail(_ metric: String) -> String {
        "'\(metric)' decides what customers are worth, so that it is not taken from browsers: send it with a private key to /api/events."
    }
}
