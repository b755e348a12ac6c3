import Facts
import Segments
import Wording

extension SegmentWords {
    /// How often, or for how much, somebody did something within a time.
    func metric(_ test: MetricTest) -> String {
        let (deed, isMoney) = deed(test.metric)
        let (when, only) = (eventTime(test.timeFrame), self.only(test.properties))
        switch test.measurement {
        case .count: return count(deed, test.filter, when) + only
        case .sum:
            let label = say(
                en: "the total value of \(deed.many(within: when))", fr: "la valeur totale \(deed.many(within: when))",
                pl: "łączna wartość \(deed.many(within: when))")
            return number(label + only, test.filter, isMoney ? .money : .plain)
        case .average:
            let label = say(
                en: "the average value of \(deed.many(within: when))", fr: "la valeur moyenne \(deed.many(within: when))",
                pl: "średnia wartość \(deed.many(within: when))")
            return number(label + only, test.filter, isMoney ? .money : .plain)
        }
    }

    private func count(_ deed: Deed, _ filter: NumberFilter, _ when: String) -> String {
        if filter.meansNever { return "\(deed.didNot) \(when)" }
        return "\(deed.did) \(times(filter)) \(when)"
    }

    private func times(_ filter: NumberFilter) -> String {
        func said(_ value: Double) -> String { value == 1 ? once : counted(value, .times) }
        switch filter {
        case .equals(let value): return say(en: "exactly \(said(value))", fr: "exactement \(said(value))", pl: "dokładnie \(said(value))")
        case .notEquals(0): return say(en: "at least \(once)", fr: "au moins \(once)", pl: "co najmniej \(once)")
        case .notEquals(let value):
            return say(
                en: "any number of times but \(format.exact(value))", fr: "un nombre de fois autre que \(format.exact(value))",
                pl: "inną liczbę razy niż \(format.exact(value))")
        case .greaterThan(0): return say(en: "at least \(once)", fr: "au moins \(once)", pl: "co najmniej \(once)")
        case .greaterThan(1): return say(en: "more than once", fr: "plus d'une fois", pl: "więcej niż raz")
        case .greaterThan(let value):
            return say(en: "more than \(said(value))", fr: "plus de \(said(value))", pl: "więcej niż \(said(value))")
        case .greaterThanOrEqual(let value):
            return say(en: "at least \(said(value))", fr: "au moins \(said(value))", pl: "co najmniej \(said(value))")
        case .lessThan(let value):
            return say(en: "fewer than \(counted(value, .times))", fr: "moins de \(said(value))", pl: "mniej niż \(said(value))")
        case .lessThanOrEqual(let value):
            return say(en: "at most \(said(value))", fr: "au plus \(said(value))", pl: "co najwyżej \(said(value))")
        case .between(let low, let high):
            return say(
                en: "from \(format.exact(low)) to \(counted(high, .times))", fr: "de \(format.exact(low)) à \(counted(high, .times))",
                pl: "od \(format.exact(low)) do \(counted(high, .ofTimes))")
        }
    }

    private var once: String { say(en: "once", fr: "une fois", pl: "raz") }

    /// Whether one thing came after another, or did not.
    func funnel(_ test: FunnelTest) -> String {
        var steps: [String] = []
        for (place, step) in test.steps.enumerated() {
            let deed = deed(step.metric).deed
            let done = step.hasHappened ? deed.did : deed.didNot
            steps.append(place == 0 ? "\(done) \(eventTime(test.timeFrame))\(only(step.properties))" : done + only(step.properties))
        }
        let text = steps.joined(separator: say(en: ", then ", fr: ", puis ", pl: ", potem "))
        guard let seconds = test.completionSeconds, steps.count > 1 else { return text }
        let within = seconds % 86_400 == 0 ? words.ofDays(Int(seconds / 86_400)) : words.count(Int(seconds / 3_600), .ofHours)
        return say(
            en: "\(text), all within \(within)", fr: "\(text), le tout en moins de \(within)", pl: "\(text), wszystko w ciągu \(within)")
    }

    /// Which events count by what they say, in brackets; nothing where all do.
    private func only(_ tests: [EventPropertyTest]) -> String {
        guard !tests.isEmpty else { return "" }
        let text = tests.map { clause($0) }.joined(separator: say(en: " and ", fr: " et ", pl: " i "))
        return say(en: " (only where \(text))", fr: " (seulement où \(text))", pl: " (tylko gdy \(text))")
    }
}

extension NumberFilter {
    /// Whether a count that meets it is zero.
    fileprivate var meansNever: Bool {
        switch self {
        case .equals(let value): value == 0
        case .lessThan(let value): value > 0 && value <= 1
        case .lessThanOrEqual(let value): value >= 0 && value < 1
        case .between(let low, let high): low <= 0 && high >= 0 && high < 1
        case .notEquals, .greaterThan, .greaterThanOrEqual: false
        }
    }
}
