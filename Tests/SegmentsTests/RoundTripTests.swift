import JSON
import RandomSegments
import SeededDice
import Testing

@testable import Segments

@Suite("A definition that was written reads as it was")
struct RoundTripTests {
    @Test("Random definitions of every kind of test, filter and date", arguments: 1...40 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<100 {
            let condition = try dice.condition(levels: 4, of: WholeLanguage.self)
            guard condition.testCount <= DefinitionLimits.tests else { continue }
            let json = condition.definitionJSON
            let read = try Condition(definition: JSONDocument(json).root)
            #expect(read == Self.grouped(condition), "\(json)")
            // Texts that are canonically alike are equal as strings: what is written again tells them apart.
            #expect(Array(read.definitionJSON.utf8) == Array(json.utf8))
        }
    }

    /// The same as groups of conditions, which is how every definition is written.
    private static func grouped(_ condition: Condition) -> Condition {
        guard case .all(let parts) = condition else { return .all([.any([condition])]) }
        return .all(
            parts.map { part in
                if case .any = part { part } else { .any([part]) }
            })
    }

    @Test("What stands as deep as may be is written so that it reads again")
    func deepest() throws {
        let test = #"{"type":"profile-region","in_region":true,"region":"european_union"}"#
        for kind in ["all", "any", "not"] {
            var json = test
            for _ in 0..<DefinitionLimits.depth {
                json = kind == "not" ? #"{"type":"not","condition":\#(json)}"# : #"{"type":"\#(kind)","conditions":[\#(json)]}"#
            }
            let condition = try Condition(definition: JSONDocument(json).root)
            let again = try Condition(definition: JSONDocument(condition.definitionJSON).root)
            #expect(again == Self.grouped(condition))
        }
    }

    @Test("A distance in miles stays the number that somebody wrote")
    func miles() throws {
        for length in 0...2_000 {
            let json = #"""
                {"type":"profile-postal-code-distance","country_code":"US","postal_code":"10001","unit":"miles","filter":{"type":"numeric",
                "operator":"less-than","value":\#(Double(length) / 10)}}
                """#
            let written = try Condition(definition: JSONDocument(json).root).definitionJSON
            let group = try JSONDocument(written).root["condition_groups"]?[0]
            #expect(group?["conditions"]?[0]?["filter"]?["value"]?.double == Double(length) / 10)
        }
    }
}
