import Facts
import Segments

/// What filters mean, in loops over plain values.
struct PlainFilters {
    let calendar: PlainCalendar
    /// The first second that is not known yet.
    let end: Int

    func holds(_ filter: ValueFilter, _ value: PlainValue?) -> Bool {
        let value = value == .null ? nil : value
        switch (filter, value) {
        case (.isSet(let wanted), nil), (.isSet(let wanted), .text("")), (.isSet(let wanted), .list([])): return !wanted
        case (.isSet(let wanted), _): return wanted
        case (.text(let filter), .text(let text)): return holds(filter, text)
        case (.number(let filter), .number(let number)): return holds(filter, number)
        case (.bool(let wanted), .bool(let bool)): return wanted == bool
        case (.date(let filter), .text(let text)):
            guard let moment = calendar.moment(text) else { return false }
            return holds(filter, moment)
        case (.list(let filter), .text(let text)): return holds(filter, [.text(text)])
        case (.list(let filter), .list(let elements)): return holds(filter, elements)
        default: return false
        }
    }

    func holds(_ filter: NumberFilter, _ number: Double) -> Bool {
        switch filter {
        case .equals(let other): return number == other
        case .notEquals(let other): return number < other || number > other
        case .greaterThan(let other): return number > other
        case .greaterThanOrEqual(let other): return number == other || number > other
        case .lessThan(let other): return number < other
        case .lessThanOrEqual(let other): return number == other || number < other
        case .between(let low, let high): return !(number < low) && !(number > high)
        }
    }

    func holds(_ filter: TextFilter, _ text: String) -> Bool {
        let bytes = Array(text.utf8)
        func at(_ place: Int, _ part: String) -> Bool {
            let part = Array(part.utf8)
            return place >= 0 && place + part.count <= bytes.count && Array(bytes[place..<place + part.count]) == part
        }
        func anywhere(_ part: String) -> Bool { (0...bytes.count).contains { at($0, part) } }
        func same(_ other: String) -> Bool { Array(other.utf8) == bytes }
        func country() -> String? { ["+48": "PL", "+33": "FR", "+49": "DE", "+12": "US"].first { text.hasPrefix($0.key) }?.value }
        switch filter {
        case .equals(let other): return same(other)
        case .notEquals(let other): return !same(other)
        case .contains(let part): return anywhere(part)
        case .notContains(let part): return !anywhere(part)
        case .startsWith(let part): return at(0, part)
        case .notStartsWith(let part): return !at(0, part)
        case .endsWith(let part): return at(bytes.count - part.utf8.count, part)
        case .notEndsWith(let part): return !at(bytes.count - part.utf8.count, part)
        case .among(let texts): return texts.contains(where: same)
        case .notAmong(let texts): return !texts.contains(where: same)
        case .matches(let pattern): return matches(pattern, text)
        case .notMatches(let pattern): return !matches(pattern, text)
        case .phoneCountryAmong(let countries): return country().map { countries.contains($0) } ?? false
        case .phoneCountryNotAmong(let countries): return country().map { !countries.contains($0) } ?? false
        }
    }

    /// The few expressions that random definitions use.
    private func matches(_ pattern: Pattern, _ text: String) -> Bool {
        switch pattern.source {
        case "^a": text.hasPrefix("a")
        case "b$": text.hasSuffix("b")
        case "^$": text.isEmpty
        default: text.contains("e") || text.contains("d")
        }
    }

    static let patterns = ["^a", "b$", "^$", "[ed]"]

    private func holds(_ filter: ListFilter, _ elements: [PlainValue]) -> Bool {
        func has(_ text: String) -> Bool { elements.contains(.text(text)) }
        func hasPart(_ part: String) -> Bool {
            elements.contains { if case .text(let text) = $0 { holds(.contains(part), text) } else { false } }
        }
        func hasPart(at end: TextEnd, _ part: String) -> Bool {
            elements.contains { element in
                guard case .text(let text) = element else { return false }
                return end == .start ? text.utf8.starts(with: part.utf8) : text.utf8.reversed().starts(with: part.utf8.reversed())
            }
        }
        switch filter {
        case .contains(.text(let text)): return has(text)
        case .contains(.number(let number)): return elements.contains(.number(number))
        case .notContains(.text(let text)): return !has(text)
        case .notContains(.number(let number)): return !elements.contains(.number(number))
        case .containsAny(let texts): return texts.contains(where: has)
        case .notContainsAny(let texts): return !texts.contains(where: has)
        case .containsAll(let texts): return texts.allSatisfy(has)
        case .notContainsAll(let texts): return !texts.allSatisfy(has)
        case .containsSubstring(let part): return hasPart(part)
        case .notContainsSubstring(let part): return !hasPart(part)
        case .containsAt(let end, let part): return hasPart(at: end, part)
        case .notContainsAt(let end, let part): return !hasPart(at: end, part)
        case .length(let filter): return holds(filter, Double(elements.count))
        }
    }

    // MARK: Moments

    private func seconds(_ span: Span) -> Int { span.quantity * (span.unit == .hour ? 3_600 : span.unit == .day ? 86_400 : 7 * 86_400) }

    func holds(_ filter: DateFilter, _ moment: Int) -> Bool {
        switch filter {
        case .allTime, .isKnown: return true
        case .before(let other): return moment < Int(other.secondsSince1970)
        case .after(let other): return moment >= Int(other.secondsSince1970)
        case .betweenInstants(let first, let last):
            return moment >= Int(first.secondsSince1970) && moment < Int(last.secondsSince1970)
        case .inTheLast(let span): return moment < end && end - moment <= seconds(span)
        case .inTheNext(let span): return moment >= end && moment - end < seconds(span)
        case .atLeastAgo(let span): return end - moment > seconds(span)
        case .betweenAgo(let from, let to, let unit):
            return end - moment > seconds(Span(from, unit)) && end - moment <= seconds(Span(to, unit))
        case .anniversaryInTheLast(let span):
            return seconds(span) > 0 && comesRound(moment, from: end - seconds(span), through: end - 1)
        case .anniversaryInTheNext(let span): return comesRound(moment, from: end - 1, through: end - 2 + max(1, seconds(span)))
        case .anniversaryToday: return comesRound(moment, from: end - 1, through: end - 1)
        case .anniversaryThisMonth: return month(moment) == month(end - 1)
        case .calendarMonth(let wanted): return month(moment) == wanted
        }
    }

    private func month(_ moment: Int) -> Int { calendar.date(calendar.day(moment)).month }

    private func comesRound(_ moment: Int, from: Int, through: Int) -> Bool {
        let day = calendar.day(moment)
        var today = calendar.day(from)
        while today <= calendar.day(through) {
            if calendar.isAnniversary(today, of: day) { return true }
            today += 1
        }
        return false
    }

    /// Of an event: only "in the next" asks for what lies ahead, and a fixed range has both its ends.
    func holdsOfEvent(_ filter: DateFilter, _ moment: Int) -> Bool {
        if case .inTheNext = filter { return holds(filter, moment) }
        guard moment < end else { return false }
        if case .betweenInstants(_, let last) = filter, moment == Int(last.secondsSince1970) { return true }
        return holds(filter, moment)
    }
}
