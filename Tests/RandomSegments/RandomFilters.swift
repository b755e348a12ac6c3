package import SeededDice
package import Segments

extension SegmentVocabulary {
    package static func numberFilter(_ dice: inout Dice) -> NumberFilter {
        let (value, other) = (number(&dice), number(&dice))
        return dice.pick([
            .equals(value), .notEquals(value), .greaterThan(value), .greaterThanOrEqual(value), .lessThan(value), .lessThanOrEqual(value),
            .between(min(value, other), max(value, other)),
        ])
    }

    package static func texts(_ dice: inout Dice) -> [String] { dice.many(1...4) { text(&$0) } }

    package static func textFilter(_ dice: inout Dice) throws -> TextFilter {
        let (value, texts) = (text(&dice), texts(&dice))
        let pattern = try Pattern(dice.pick(patterns))
        let countries = dice.many(1...3) { $0.pick(Self.countries) }
        return dice.pick([
            .equals(value), .notEquals(value), .contains(value), .notContains(value), .startsWith(value), .notStartsWith(value),
            .endsWith(value), .notEndsWith(value), .matches(pattern), .notMatches(pattern), .among(texts), .notAmong(texts),
            .phoneCountryAmong(countries), .phoneCountryNotAmong(countries),
        ])
    }

    package static func listFilter(_ dice: inout Dice) -> ListFilter {
        let (value, texts, length) = (text(&dice), texts(&dice), length(&dice))
        let element = dice.bool() ? ListElement.text(value) : .number(element(&dice))
        let lengths: [NumberFilter] = [
            .equals(length), .greaterThan(length), .greaterThanOrEqual(length), .lessThan(length), .lessThanOrEqual(length),
        ]
        let end = dice.pick(TextEnd.allCases)
        return dice.pick([
            .contains(element), .notContains(element), .containsAny(texts), .notContainsAny(texts), .containsAll(texts),
            .notContainsAll(texts), .containsSubstring(value), .notContainsSubstring(value), .containsAt(end, value),
            .notContainsAt(end, value), .length(dice.pick(lengths)),
        ])
    }

    package static func date(_ place: RandomDatePlace, _ dice: inout Dice) -> DateFilter {
        let instants = [instant(&dice), instant(&dice)].sorted()
        let span = span(&dice)
        switch dice.pick(dates(of: place)) {
        case .allTime: return .allTime
        case .before: return .before(instants[0])
        case .after: return .after(instants[0])
        case .between: return .betweenInstants(instants[0], instants[1])
        case .last: return .inTheLast(span)
        case .next: return .inTheNext(span)
        case .atLeast: return .atLeastAgo(span)
        case .range:
            let bounds = [dice.whole(0...60), dice.whole(0...60)].sorted()
            return .betweenAgo(from: bounds[0], to: bounds[1], span.unit)
        case .anniversaryLast: return .anniversaryInTheLast(span)
        case .anniversaryNext: return .anniversaryInTheNext(span)
        case .today: return .anniversaryToday
        case .thisMonth: return .anniversaryThisMonth
        case .month: return .calendarMonth(dice.whole(1...12))
        }
    }
}
