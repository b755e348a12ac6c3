import Facts
import RandomSegments
import SeededDice
import Segments

/// What a ``RandomShop`` has: definitions that name it, with values that some of it meets.
enum ShopLanguage: SegmentVocabulary {
    static let kinds: [RandomTestKind] =
        Array(repeating: .metric, count: 8) + Array(repeating: .funnel, count: 4) + Array(repeating: .property, count: 6) + [
            .number, .number, .moment, .moment, .word, .model, .top, .overdue, .membership, .membership, .consent, .consent, .region,
            .sample,
        ]
    static let parts = 0...3
    static let mostEventTests = 2
    static let mostSteps = 5
    static let countries = ["PL", "US", "FR"]
    static let patterns = PlainFilters.patterns
    static let consentMethods = ["api", "form", "manual_import", "sftp"]

    /// Also what the language does not take in a place, for plans are made of it all the same.
    static func dates(of place: RandomDatePlace) -> [RandomDateKind] {
        switch place {
        case .property, .joining: RandomDateKind.ofProperties
        case .event: RandomDateKind.ofProperties + Array(repeating: .allTime, count: 4)
        case .funnel: RandomDateKind.ofFunnels
        }
    }

    // MARK: Values

    static func number(_ dice: inout Dice) -> Double { dice.pick([-1, 0, 0.25, 0.5, 1, 2, 2.5, 5, 7.5, 10, 12.5, 20, 1_000]) }
    static func text(_ dice: inout Dice) -> String { dice.text() }
    static func length(_ dice: inout Dice) -> Double { Double(dice.whole(0...3)) }
    static func element(_ dice: inout Dice) -> Double { Double(dice.whole(0...2)) }

    static func instant(_ dice: inout Dice) -> Instant {
        let seconds = dice.pick([dice.whole(-60...20) * 86_400, dice.whole(-60...60) * 3_600, dice.whole(-40_000_000...0)])
        return Instant(secondsSince1970: Int64(RandomShop.now + seconds))
    }

    static func span(_ dice: inout Dice) -> Span {
        let unit = dice.pick(Span.Unit.allCases)
        return Span(unit == .hour ? dice.whole(0...100) : unit == .day ? dice.whole(0...45) : dice.whole(0...8), unit)
    }

    private static func valueFilter(_ name: String, _ dice: inout Dice) throws -> ValueFilter {
        if dice.chance(15) { return .isSet(dice.bool()) }
        switch name {
        case "vip": return .bool(dice.bool())
        case "count", "n": return .number(numberFilter(&dice))
        case "tags": return .list(listFilter(&dice))
        case "born", "due", "created", "updated", "last_event_date", "RFM group last changed": return .date(date(.property, &dice))
        case "Current RFM group", "$current_month_rfm_group", "Previous RFM group":
            let names = [dice.pick(WordDimension.previousRFMGroup.words), dice.pick(WordDimension.previousRFMGroup.words)]
            // Texts that are no group are refused where a whole group is asked for.
            if dice.chance(20) { return .text(dice.pick([.contains("o"), .startsWith("C"), .notEndsWith("e"), .notContains("Risk")])) }
            return .text(dice.pick([.equals(names[0]), .notEquals(names[0]), .among(names), .notAmong(names)]))
        case "source":
            return dice.pick([
                .text(try textFilter(&dice)), .number(numberFilter(&dice)), .bool(dice.bool()), .list(listFilter(&dice)),
            ])
        default: return dice.chance(85) ? .text(try textFilter(&dice)) : .list(listFilter(&dice))
        }
    }

    // MARK: Names

    static func metric(_ dice: inout Dice) -> MetricReference {
        let number = dice.whole(0...2)
        return dice.bool() ? .id("\(number)") : .name(RandomShop.metricNames[number])
    }

    static func eventTest(_ dice: inout Dice) throws -> EventPropertyTest {
        let name = dice.pick(RandomShop.eventProperties)
        return EventPropertyTest(property: name, filter: try valueFilter(name, &dice))
    }

    private static let standard = ["email", "phone_number", "first_name", "location.country", "created", "updated", "last_event_date"]
    private static let own = [
        "vip", "color", "count", "tags", "born", "nest", "nobody", "Current RFM group", "$current_month_rfm_group", "Previous RFM group",
        "RFM group last changed",
    ]

    static func propertyTest(_ dice: inout Dice) throws -> PropertyTest {
        let name = dice.pick(standard + own)
        let filter = try valueFilter(name, &dice)
        if standard.contains(name) { return PropertyTest(property: .standard(name), filter: filter) }
        let path = name == "nest" ? dice.pick([["nest", "a", "b"], ["nest", "c"], ["nest", "x", "y"]]) : [name]
        return PropertyTest(property: .custom(path), filter: filter)
    }

    static func model(_ dice: inout Dice) -> String { "Other" }

    static func topSize(_ dice: inout Dice) -> TopTest.Size {
        dice.bool() ? .count(dice.whole(1...12)) : .percent(Double(dice.whole(1...200)) / 2)
    }

    static func group(_ dice: inout Dice) -> String { dice.pick(["L1", "L2", "L3", "L4", "S1", "S2"]) }
    static func consentSource(_ dice: inout Dice) -> String { dice.pick(["Till", "Fair", "nowhere"]) }
    static func consentDetail(_ dice: inout Dice) -> String { dice.pick(["F1", "F2"]) }
    static func sample(_ dice: inout Dice) -> (percent: Double, seed: UInt64) { (Double(dice.whole(0...100)), UInt64(dice.whole(0...9))) }
}
