import Facts
public import Segments
import Wording

extension SegmentWords {
    /// What a test saw of somebody: "3 times, the last on 12 Nov 2026".
    ///
    /// - Parameter group: the list or segment of a number.
    public func observed(
        _ observed: Observed, by test: Test, group: (Observed.Joined.Group) -> SegmentNames.Group? = { _ in nil }
    ) -> String {
        // Scores and groups of a model that is named are said as those of the one that is shown.
        let test = if case .model(let test) = test { test.ofShown } else { test }
        return switch observed {
        case .number(let number): number.map { said($0, test) } ?? none
        case .moment(let moment): moment.map { minute($0) } ?? none
        case .word(let word): word.map { seen($0, test) } ?? none
        case .overdue(let isOverdue): isOverdue.map { $0 ? yes : no } ?? none
        case .ranked(let number, let border): ranked(number, border, test)
        case .events(let events): seen(events, test)
        case .starts(let count, let last): starts(count, last)
        case .value(let json): json.map { said(json: $0) } ?? none
        case .groups(let joined): self.joined(joined, group)
        case .consent(let consent): seen(consent)
        case .country(let country): country.map { cut($0) } ?? none
        case .distance(let kilometers): kilometers.map { away($0, test) } ?? none
        case .drawn(let number): say(en: "drawn: \(short(number))", fr: "tirage : \(short(number))", pl: "los: \(short(number))")
        case .nothing: none
        }
    }

    /// "yes" of a condition that holds.
    public var yes: String { say(en: "yes", fr: "oui", pl: "tak") }
    /// "no" of a condition that does not hold.
    public var no: String { say(en: "no", fr: "non", pl: "nie") }
    private var none: String { say(en: "no value", fr: "aucune valeur", pl: "brak wartości") }

    private func tenths(_ number: Double) -> String { format.exact((number * 10).rounded() / 10) }

    private func short(_ number: Double) -> String { format.exact((number * 1e4).rounded() / 1e4) }

    /// A number as it was seen, rounded to what means something.
    private func said(_ number: Double, _ test: Test) -> String {
        let dimension: NumberDimension
        switch test {
        case .number(let asked, _): dimension = asked
        case .top(let asked): dimension = asked.dimension
        default: return short(number)
        }
        switch Self.unit(dimension) {
        case .plain: return short(number)
        case .share: return share(number)
        case .days: return counted((number * 10).rounded() / 10, .days)
        case .money:
            let scale = Double(names.currency.minorUnitsPerMajor)
            return format.exactMoney((number * scale).rounded() / scale, names.currency)
        }
    }

    /// A share with two decimals at most; what is not nothing is not 0 %, and what is not all is not 100 %.
    private func share(_ number: Double) -> String {
        let rounded = (number * 1e4).rounded() / 1e4
        let isExtreme = (rounded == 0 && number > 0) || (rounded == 1 && number < 1)
        return isExtreme ? format.percent(number, decimals: 2) : format.exactPercent(rounded)
    }

    private func seen(_ word: String, _ test: Test) -> String {
        if case .word(let dimension, _) = test { name(of: word, dimension) } else { quoted(word) }
    }

    private func ranked(_ number: Double?, _ border: Double?, _ test: Test) -> String {
        guard let number else { return none }
        guard let border else { return said(number, test) }
        let (own, last) = (said(number, test), said(border, test))
        return say(
            en: "\(own); the last who is in has \(last)", fr: "\(own) ; le dernier à en faire partie a \(last)",
            pl: "\(own); ostatnia należąca osoba ma \(last)")
    }

    private func seen(_ events: Observed.Events, _ test: Test) -> String {
        guard events.count > 0 else { return say(en: "never", fr: "jamais", pl: "ani razu") }
        var parts = [words.count(events.count, .times)]
        if case .metric(let asked) = test, asked.measurement != .count {
            let isMoney = names.metric(asked.metric)?.isMoney ?? false
            func amount(_ value: Double) -> String {
                guard isMoney else { return short(value) }
                let scale = Double(names.currency.minorUnitsPerMajor)
                return format.exactMoney((value * scale).rounded() / scale, names.currency)
            }
            if asked.measurement == .sum {
                parts.append(
                    say(en: "in total \(amount(events.sum))", fr: "en tout \(amount(events.sum))", pl: "łącznie \(amount(events.sum))"))
            } else if let average = events.average {
                parts.append(
                    say(en: "on average \(amount(average))", fr: "en moyenne \(amount(average))", pl: "średnio \(amount(average))"))
            }
        }
        if let last = events.last { parts.append(lastOn(last)) }
        return parts.joined(separator: ", ")
    }

    private func lastOn(_ moment: Instant) -> String {
        say(en: "last on \(minute(moment))", fr: "la dernière fois le \(minute(moment))", pl: "ostatnio \(minute(moment))")
    }

    private func starts(_ count: Int, _ last: Instant?) -> String {
        guard count > 0, let last else {
            return say(en: "the first step never happened", fr: "la première étape n'a pas eu lieu", pl: "pierwszy krok nie nastąpił")
        }
        let times = words.count(count, .times)
        return say(
            en: "the first step happened \(times), \(lastOn(last))", fr: "la première étape a eu lieu \(times), \(lastOn(last))",
            pl: "pierwszy krok nastąpił \(times), \(lastOn(last))")
    }

    private func joined(_ joined: [Observed.Joined], _ group: (Observed.Joined.Group) -> SegmentNames.Group?) -> String {
        guard !joined.isEmpty else { return say(en: "in none of them", fr: "dans aucun", pl: "w żadnej grupie") }
        return listed(
            joined.map { joined in
                let name =
                    switch group(joined.group) {
                    case .list(let name), .segment(let name): quoted(name)
                    case nil: yes
                    }
                return say(
                    en: "\(name) since \(minute(joined.since))", fr: "\(name) depuis le \(minute(joined.since))",
                    pl: "\(name) od \(minute(joined.since))")
            })
    }

    /// In the unit that was asked for.
    private func away(_ kilometers: Double, _ test: Test) -> String {
        guard case .distance(let asked) = test, asked.isInMiles else { return "\(tenths(kilometers))\(Space.noBreak)km" }
        let miles = tenths(kilometers / 1.609_344)
        return say(en: "\(miles) miles", fr: "\(miles) miles", pl: "\(miles) mil")
    }

    private func seen(_ consent: Observed.Consent) -> String {
        var parts = [
            consent.canReceive
                ? say(en: "may receive marketing", fr: "peut recevoir du marketing", pl: "może otrzymywać marketing")
                : say(en: "may not receive marketing", fr: "ne peut pas recevoir de marketing", pl: "nie może otrzymywać marketingu")
        ]
        if let said = subscription(consent.subscription) { parts.append(said) }
        if let at = consent.at { parts.append(say(en: "since \(minute(at))", fr: "depuis le \(minute(at))", pl: "od \(minute(at))")) }
        if let way = consent.way {
            if let method = way.method { parts.append(said(method: method)) }
            if let source = way.customSource { parts.append(said(source: source)) }
            parts.append(said(isDoubleOptIn: way.isDoubleOptIn))
        }
        parts += consent.suppressions.map { name(of: $0) }
        if let obstacle = consent.obstacle { parts.append(name(of: obstacle)) }
        return parts.joined(separator: ", ")
    }

    private func name(of obstacle: Observed.Consent.Obstacle) -> String {
        switch obstacle {
        case .noAddress: say(en: "no address is known", fr: "aucune adresse connue", pl: "nie ma adresu")
        case .maskedAddress:
            say(
                en: "the address is a mask of a marketplace", fr: "l'adresse est un masque d'une place de marché",
                pl: "adres jest maską platformy handlowej")
        }
    }

    private func name(of suppression: Observed.Consent.Suppression) -> String {
        switch suppression {
        case .user: say(en: "suppressed by hand", fr: "exclusion manuelle des envois", pl: "ręczne wykluczenie z wysyłki")
        case .hardBounce: say(en: "hard bounce", fr: "rejet définitif", pl: "trwałe odrzucenie")
        case .spamComplaint: say(en: "spam complaint", fr: "plainte pour spam", pl: "zgłoszenie spamu")
        case .invalidAddress: say(en: "invalid address", fr: "adresse invalide", pl: "błędny adres")
        }
    }
}
