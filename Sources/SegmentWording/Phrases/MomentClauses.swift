public import Facts
import Segments
import Wording

extension SegmentWords {
    /// What a moment must be, after what it is of: "the date of the last order is in the last 30 days". Labels are feminine in
    /// Polish, and in French where they do not begin with "le".
    func moment(_ label: String, _ filter: DateFilter) -> String {
        let when = time(filter)
        switch filter {
        case .allTime, .isKnown:
            return say(
                en: "\(label) is known", fr: "\(label) est \(label.hasPrefix("le ") ? "connu" : "connue")", pl: "\(label) jest znana")
        case .before, .after, .betweenInstants, .inTheLast, .inTheNext, .calendarMonth:
            return say(en: "\(label) is \(when)", fr: "\(label) tombe \(when)", pl: "\(label) przypada \(when)")
        case .atLeastAgo(let span):
            let length = length(span)
            return say(
                en: "\(label) is \(when)", fr: "\(label) remonte à au moins \(length)", pl: "\(label) przypada \(when)")
        case .betweenAgo(let from, let to, let unit):
            let (nearest, farthest) = (format.number(from), length(Span(to, unit)))
            return say(
                en: "\(label) is \(when)", fr: "\(label) remonte à un délai de \(nearest) à \(farthest)", pl: "\(label) przypada \(when)")
        case .anniversaryInTheLast, .anniversaryInTheNext, .anniversaryToday, .anniversaryThisMonth:
            return say(en: "\(label) has its \(when)", fr: "\(label) a son \(when)", pl: "\(label) ma \(polishAnniversary(filter))")
        }
    }

    /// When something happened or happens, after what did: "in the last 90 days".
    func time(_ filter: DateFilter) -> String {
        switch filter {
        case .allTime, .isKnown: say(en: "so far", fr: "à ce jour", pl: "do tej pory")
        case .before(let instant): say(en: "before \(clock(instant))", fr: "avant le \(clock(instant))", pl: "przed \(clock(instant))")
        case .after(let instant):
            say(en: "from \(clock(instant)) on", fr: "à partir du \(clock(instant))", pl: "od \(clock(instant))")
        case .betweenInstants(let start, let end):
            say(
                en: "from \(clock(start)) to \(clock(end))", fr: "entre le \(clock(start)) et le \(clock(end))",
                pl: "od \(clock(start)) do \(clock(end))")
        case .inTheLast(let span): inTheLast(span)
        case .inTheNext(let span): inTheNext(span)
        case .atLeastAgo(let span):
            say(
                en: "at least \(length(span)) ago", fr: "il y a au moins \(length(span))",
                pl: "co najmniej \(words.count(span.quantity, Self.agoNoun(span.unit))) temu")
        case .betweenAgo(let from, let to, let unit):
            say(
                en: "from \(format.number(from)) to \(length(Span(to, unit))) ago",
                fr: "il y a \(format.number(from)) à \(length(Span(to, unit)))",
                pl: "od \(format.number(from)) do \(words.count(to, Self.genitiveNoun(unit))) temu")
        case .anniversaryInTheLast(let span):
            say(en: "anniversary \(inTheLast(span))", fr: "anniversaire \(inTheLast(span))", pl: "rocznica \(inTheLast(span))")
        case .anniversaryInTheNext(let span):
            say(en: "anniversary \(inTheNext(span))", fr: "anniversaire \(inTheNext(span))", pl: "rocznica \(inTheNext(span))")
        case .anniversaryToday: say(en: "anniversary today", fr: "anniversaire aujourd'hui", pl: "rocznica dzisiaj")
        case .anniversaryThisMonth: say(en: "anniversary this month", fr: "anniversaire ce mois-ci", pl: "rocznica w tym miesiącu")
        case .calendarMonth(let month):
            say(
                en: "in \(monthName(month)) of any year", fr: "en \(monthName(month)), quelle que soit l'année",
                pl: "w \(monthName(month)) dowolnego roku")
        }
    }

    /// When events count: "placed an order at least once in the last 90 days".
    func eventTime(_ filter: DateFilter) -> String {
        switch filter {
        case .anniversaryInTheLast, .anniversaryInTheNext, .anniversaryToday, .anniversaryThisMonth: "(\(time(filter)))"
        case .allTime, .before, .after, .betweenInstants, .inTheLast, .inTheNext, .atLeastAgo, .betweenAgo, .calendarMonth, .isKnown:
            time(filter)
        }
    }

    private func polishAnniversary(_ filter: DateFilter) -> String { time(filter).replacingPrefix("rocznica", with: "rocznicę") }

    // MARK: Lengths

    /// A length of time: "90 days".
    func length(_ span: Span) -> String { words.count(span.quantity, Self.noun(span.unit)) }

    static func noun(_ unit: Span.Unit) -> CountedNoun {
        switch unit {
        case .hour: .hours
        case .day: .days
        case .week: .weeks
        }
    }

    private static func agoNoun(_ unit: Span.Unit) -> CountedNoun {
        switch unit {
        case .hour: .hoursAgo
        case .day: .days
        case .week: .weeks
        }
    }

    static func genitiveNoun(_ unit: Span.Unit) -> CountedNoun {
        switch unit {
        case .hour: .ofHours
        case .day: .ofDays
        case .week: .ofWeeks
        }
    }

    private func inTheLast(_ span: Span) -> String {
        let (number, one) = (format.number(span.quantity), span.quantity == 1)
        let (noun, genitive) = (
            words.noun(Self.noun(span.unit), after: span.quantity), words.count(span.quantity, Self.genitiveNoun(span.unit))
        )
        switch span.unit {
        case .day where one: return say(en: "in the last day", fr: "au cours du dernier jour", pl: "w ciągu ostatniego dnia")
        case .hour where one: return say(en: "in the last hour", fr: "au cours de la dernière heure", pl: "w ciągu ostatniej godziny")
        case .week where one: return say(en: "in the last week", fr: "au cours de la dernière semaine", pl: "w ciągu ostatniego tygodnia")
        case .day:
            return say(
                en: "in the last \(number) \(noun)", fr: "au cours des \(number) derniers jours", pl: "w ciągu ostatnich \(genitive)")
        case .hour:
            return say(
                en: "in the last \(number) \(noun)", fr: "au cours des \(number) dernières heures", pl: "w ciągu ostatnich \(genitive)")
        case .week:
            return say(
                en: "in the last \(number) \(noun)", fr: "au cours des \(number) dernières semaines", pl: "w ciągu ostatnich \(genitive)")
        }
    }

    private func inTheNext(_ span: Span) -> String {
        let (number, one) = (format.number(span.quantity), span.quantity == 1)
        let (noun, genitive) = (
            words.noun(Self.noun(span.unit), after: span.quantity), words.count(span.quantity, Self.genitiveNoun(span.unit))
        )
        switch span.unit {
        case .day where one: return say(en: "in the next day", fr: "au cours du prochain jour", pl: "w ciągu najbliższego dnia")
        case .hour where one: return say(en: "in the next hour", fr: "au cours de la prochaine heure", pl: "w ciągu najbliższej godziny")
        case .week where one:
            return say(en: "in the next week", fr: "au cours de la prochaine semaine", pl: "w ciągu najbliższego tygodnia")
        case .day:
            return say(
                en: "in the next \(number) \(noun)", fr: "au cours des \(number) prochains jours", pl: "w ciągu najbliższych \(genitive)")
        case .hour:
            return say(
                en: "in the next \(number) \(noun)", fr: "au cours des \(number) prochaines heures", pl: "w ciągu najbliższych \(genitive)")
        case .week:
            return say(
                en: "in the next \(number) \(noun)", fr: "au cours des \(number) prochaines semaines",
                pl: "w ciągu najbliższych \(genitive)")
        }
    }

    // MARK: Dates

    /// A moment in the shop's zone: its day, and the time where it is not the day's first second.
    public func clock(_ instant: Instant) -> String {
        let day = names.zone.day(of: instant)
        let (date, start) = (format.date(day), names.zone.start(of: day))
        guard instant != start else { return date }
        let local = instant.secondsSince1970 + names.zone.offsetInSeconds(at: instant)
        let second = Int(((local % 86_400) + 86_400) % 86_400)
        let text = format.moment(day, minuteOfDay: second / 60)
        return second % 60 == 0 ? text : "\(text):\(second % 60 < 10 ? "0" : "")\(second % 60)"
    }

    /// A moment that was seen: no second of it tells anybody anything.
    func minute(_ instant: Instant) -> String {
        let seconds = instant.secondsSince1970
        return clock(Instant(secondsSince1970: seconds - ((seconds % 60) + 60) % 60))
    }

    /// The whole name of a month after "in": "styczniu".
    private func monthName(_ month: Int) -> String {
        let names: [String]
        switch words.language {
        case .en:
            names = [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
            ]
        case .fr:
            names = [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
            ]
        case .pl:
            names = [
                "styczniu", "lutym", "marcu", "kwietniu", "maju", "czerwcu", "lipcu", "sierpniu", "wrześniu", "październiku", "listopadzie",
                "grudniu",
            ]
        }
        return names.indices.contains(month - 1) ? names[month - 1] : format.number(month)
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
