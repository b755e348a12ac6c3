package import Facts
package import SeededDice
package import Segments

/// Everything that the language takes, with texts and numbers that are hard to write: nothing of it need be in any shop.
package enum WholeLanguage: SegmentVocabulary {
    package static let kinds = RandomTestKind.allCases
    package static let parts = 1...3
    package static let mostEventTests = DefinitionLimits.eventFilters
    package static let mostSteps = DefinitionLimits.steps
    package static let countries = ["US", "GB", "PL"]
    package static let patterns = ["", "^a.*b$", "(a|b)+", #"\d{2,5}\s"#, "é", "[^\"]\\\\", "(?i)fox", #"\pL+"#]
    package static let consentMethods = ConsentTest.methods

    private static let allTexts = [
        "", "a", "Café", "Cafe\u{301}", "\"quoted\"", "back\\slash", "line\nbreak\ttab", "zero\u{0}byte", "🦊 fox", "']", "a/b~c", "null",
        String(repeating: "long ", count: 190), "\u{7F}\u{1F}", "ﬁn", "İ", "properties['x']", "a;b",
    ]
    private static let numbers = [
        0, 1, -1, 0.1, 1.0 / 3, .leastNonzeroMagnitude, 1e308, -1e308, 1e21, 9_007_199_254_740_992, 0.1 + 0.2, -0.5, 123_456_789.25, 9.3e18,
        1.9e19,
    ]

    package static func number(_ dice: inout Dice) -> Double { dice.bool() ? dice.pick(numbers) : (dice.fraction() - 0.5) * 1e4 }
    package static func text(_ dice: inout Dice) -> String { dice.pick(allTexts) }
    package static func length(_ dice: inout Dice) -> Double { Double(dice.whole(0...1_000_000)) }
    package static func element(_ dice: inout Dice) -> Double { number(&dice) }

    package static func instant(_ dice: inout Dice) -> Instant {
        let edges = [0, 1, Int(UInt32.max), 951_782_400, 1_774_746_000]
        return Instant(secondsSince1970: Int64(dice.chance(20) ? dice.pick(edges) : dice.whole(0...Int(UInt32.max))))
    }

    package static func span(_ dice: inout Dice) -> Span {
        Span(dice.chance(20) ? dice.pick([0, 1, Span.greatestQuantity]) : dice.whole(0...400), dice.pick(Span.Unit.allCases))
    }

    package static func metric(_ dice: inout Dice) -> MetricReference { dice.bool() ? .id(text(&dice)) : .name(text(&dice)) }

    package static func valueFilter(_ dice: inout Dice) throws -> ValueFilter {
        switch dice.whole(0...5) {
        case 0: return .text(try textFilter(&dice))
        case 1: return .number(numberFilter(&dice))
        case 2: return .bool(dice.bool())
        case 3: return .date(date(.property, &dice))
        case 4: return .list(listFilter(&dice))
        default: return .isSet(dice.bool())
        }
    }

    package static func eventTest(_ dice: inout Dice) throws -> EventPropertyTest {
        EventPropertyTest(property: dice.pick(["source", "a.b", "x y"]), filter: try valueFilter(&dice))
    }

    package static func propertyTest(_ dice: inout Dice) throws -> PropertyTest {
        let own = dice.many(1...8) { $0.pick(["vip", "Favorite Color", "it's", "a]b", "[0]", "\"q\"", "é", "'"]) }
        let property = dice.bool() ? ProfileProperty.standard(dice.pick(ProfileProperty.standardNames)) : .custom(own)
        return PropertyTest(property: property, filter: try valueFilter(&dice))
    }

    package static func model(_ dice: inout Dice) -> String { dice.pick(["M", "é \"M\""]) }

    package static func topSize(_ dice: inout Dice) -> TopTest.Size {
        dice.bool() ? .count(dice.whole(1...1_000_000_000)) : .percent(100 - dice.fraction() * 100)
    }

    package static func group(_ dice: inout Dice) -> String { text(&dice) }
    package static func consentSource(_ dice: inout Dice) -> String { text(&dice) }
    package static func consentDetail(_ dice: inout Dice) -> String { text(&dice) }

    package static func sample(_ dice: inout Dice) -> (percent: Double, seed: UInt64) {
        (dice.fraction() * 100, UInt64(dice.whole(0...Int(UInt32.max))))
    }
}

extension Dice {
    /// A custom metric, with any filters that one can have.
    package mutating func customMetric() throws -> CustomMetricDefinition {
        let method = pick(CustomMetricDefinition.Method.allCases)
        var groups: [CustomMetricDefinition.Group] = []
        for _ in 0..<(chance(10) ? CustomMetricDefinition.mostGroups : whole(1...3)) {
            // Dates are not among them: what an event counts for does not change as time goes by.
            let filters = try eventTests(WholeLanguage.self).filter { if case .date = $0.filter { false } else { true } }
            let property = method == .value && bool() ? pick(["total", "a.b", " x", "zero\u{0}byte", "Café"]) : nil
            let group = CustomMetricDefinition.Group(metric: WholeLanguage.metric(&self), filters: filters, valueProperty: property)
            if !groups.contains(group) { groups.append(group) }
        }
        return CustomMetricDefinition(method: method, groups: groups)
    }
}
