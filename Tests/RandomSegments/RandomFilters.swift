package import Facts
package import SeededDice
package import Segments

extension Dice {
    private static let texts = [
        "", "a", "Café", "Cafe\u{301}", "\"quoted\"", "back\\slash", "line\nbreak\ttab", "zero\u{0}byte", "🦊 fox", "']", "a/b~c", "null",
        String(repeating: "long ", count: 190), "\u{7F}\u{1F}", "ﬁn", "İ", "properties['x']",
    ]
    private static let numbers = [
        0, 1, -1, 0.1, 1.0 / 3, .leastNonzeroMagnitude, 1e308, -1e308, 1e21, 9_007_199_254_740_992, 0.1 + 0.2, -0.5, 123_456_789.25, 9.3e18,
        1.9e19,
    ]

    package mutating func text() -> String { pick(Self.texts) }

    package mutating func texts() -> [String] { many(1...4) { $0.text() } }

    package mutating func number() -> Double { bool() ? pick(Self.numbers) : (fraction() - 0.5) * 1e4 }

    package mutating func numberFilter() -> NumberFilter {
        let value = number()
        switch whole(0...6) {
        case 0: return .equals(value)
        case 1: return .notEquals(value)
        case 2: return .greaterThan(value)
        case 3: return .greaterThanOrEqual(value)
        case 4: return .lessThan(value)
        case 5: return .lessThanOrEqual(value)
        default:
            let other = number()
            return .between(min(value, other), max(value, other))
        }
    }

    package mutating func textFilter() throws -> TextFilter {
        let value = text()
        switch whole(0...13) {
        case 0: return .equals(value)
        case 1: return .notEquals(value)
        case 2: return .contains(value)
        case 3: return .notContains(value)
        case 4: return .startsWith(value)
        case 5: return .notStartsWith(value)
        case 6: return .endsWith(value)
        case 7: return .notEndsWith(value)
        case 8: return .matches(try pattern())
        case 9: return .notMatches(try pattern())
        case 10: return .among(texts())
        case 11: return .notAmong(texts())
        case 12: return .phoneCountryAmong(many(1...3) { $0.pick(["US", "GB", "PL"]) })
        default: return .phoneCountryNotAmong(many(1...3) { $0.pick(["US", "GB", "PL"]) })
        }
    }

    private mutating func pattern() throws -> Pattern {
        try Pattern(pick(["", "^a.*b$", "(a|b)+", #"\d{2,5}\s"#, "é", "[^\"]\\\\", "(?i)fox", #"\pL+"#]))
    }

    package mutating func listFilter() -> ListFilter {
        switch whole(0...10) {
        case 0: return .contains(element())
        case 1: return .notContains(element())
        case 2: return .containsAny(texts())
        case 3: return .notContainsAny(texts())
        case 4: return .containsAll(texts())
        case 5: return .notContainsAll(texts())
        case 6: return .containsSubstring(text())
        case 7: return .notContainsSubstring(text())
        case 8: return .containsAt(pick([.start, .end]), text())
        case 9: return .notContainsAt(pick([.start, .end]), text())
        default:
            let length = Double(whole(0...1_000_000))
            return .length(
                pick([.equals(length), .greaterThan(length), .greaterThanOrEqual(length), .lessThan(length), .lessThanOrEqual(length)]))
        }
    }

    private mutating func element() -> ListElement { bool() ? .text(text()) : .number(number()) }

    package mutating func valueFilter() throws -> ValueFilter {
        switch whole(0...5) {
        case 0: return .text(try textFilter())
        case 1: return .number(numberFilter())
        case 2: return .bool(bool())
        case 3: return .date(propertyDate())
        case 4: return .list(listFilter())
        default: return .isSet(bool())
        }
    }

    package mutating func instant() -> Instant {
        let edges = [0, 1, Int(UInt32.max), 951_782_400, 1_774_746_000]
        return Instant(secondsSince1970: Int64(chance(20) ? pick(edges) : whole(0...Int(UInt32.max))))
    }

    package mutating func span() -> Span {
        Span(chance(20) ? pick([0, 1, Span.greatestQuantity]) : whole(0...400), pick(Span.Unit.allCases))
    }

    /// Of properties and predicted dates.
    package mutating func propertyDate() -> DateFilter {
        switch whole(0...4) {
        case 0: return pick([.anniversaryToday, .anniversaryThisMonth])
        case 1: return .calendarMonth(whole(1...12))
        case 2: return pick([.anniversaryInTheLast(span()), .anniversaryInTheNext(span()), .inTheNext(span())])
        default: return joiningDate()
        }
    }

    /// Of joining a list: what every place takes.
    package mutating func joiningDate() -> DateFilter {
        let instants = [instant(), instant()].sorted()
        switch whole(0...6) {
        case 0: return .before(instants[0])
        case 1: return .after(instants[0])
        case 2: return .atLeastAgo(span())
        case 3: return .inTheNext(span())
        default: return pick([.betweenInstants(instants[0], instants[1]), relativeRange(), .inTheLast(span())])
        }
    }

    private mutating func relativeRange() -> DateFilter {
        let bounds = [whole(0...500), whole(0...500)].sorted()
        return .betweenAgo(from: bounds[0], to: bounds[1], pick(Span.Unit.allCases))
    }

    /// Of events.
    package mutating func eventDate() -> DateFilter {
        switch whole(0...5) {
        case 0: return .allTime
        case 1: return .inTheNext(span())
        case 2: return pick([.anniversaryInTheLast(span()), .anniversaryInTheNext(span())])
        default: return joiningDate()
        }
    }

    /// Of a funnel's first step.
    package mutating func funnelDate() -> DateFilter {
        let instants = [instant(), instant()].sorted()
        return pick([
            .allTime, .inTheLast(span()), .inTheNext(span()), .atLeastAgo(span()), relativeRange(),
            .betweenInstants(instants[0], instants[1]),
        ])
    }
}
