import JSON
import RandomSegments
import SeededDice
import Segments
import Testing

@Suite("Whatever is sent as a definition is read, or refused at a place that is there")
struct BoundsTests {
    private static let replacements = [
        "null", "true", "-1", "0", "1e308", "-1e308", "1000000000000", "18446744073709551615", "-9223372036854775808", "0.5", #""""#,
        #""x""#, #""NaN""#, #""9999-12-31T23:59:59Z""#, "[]", "{}", "[[]]", "[null]", #"["x"]"#, #"{"type":"all","conditions":[]}"#,
        #"{"type":"numeric","operator":"equals","value":1}"#, #""\u0000""#,
    ]

    /// How a definition ends: read, or with faults that lead somewhere.
    private func check(_ json: String) throws {
        let document = try JSONDocument(json)
        do throws(SegmentFaults) {
            let condition = try Condition(definition: document.root)
            let again = try? Condition(definition: JSONDocument(condition.definitionJSON).root)
            #expect(again != nil, "\(json)")
        } catch {
            #expect(!error.list.isEmpty && error.list.count <= 20)
            for fault in error.list {
                #expect(document.root.hasPlace(fault.pointer), "\(fault.pointer) in \(json)")
                #expect(!fault.detail.isEmpty)
            }
        }
    }

    @Test("Each value of a valid definition in turn is another, or missing", arguments: 0..<8)
    func mutations(part: Int) throws {
        for (place, json) in KlaviyoConditions.all.enumerated() where place % 8 == part && place % 24 < 8 {
            let tree = JSONTree(try JSONDocument(#"{"condition_groups":[{"conditions":[\#(json)]}]}"#).root)
            for place in tree.places {
                for other in Self.replacements {
                    if let changed = tree.replacing(place[...], by: .plain(other)) { try check(changed.text) }
                }
                if let changed = tree.replacing(place[...], by: nil) { try check(changed.text) }
            }
        }
    }

    @Test("Random definitions with several values changed", arguments: 1...10 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<150 {
            var tree = JSONTree(try JSONDocument(try dice.condition(levels: 3, of: WholeLanguage.self).definitionJSON).root)
            for _ in 0..<dice.whole(1...4) {
                let other = dice.chance(10) ? nil : JSONTree.plain(dice.pick(Self.replacements))
                tree = tree.replacing(dice.pick(tree.places)[...], by: other) ?? .plain("null")
            }
            try check(tree.text)
        }
    }

    @Test("Members that mean nothing are named, however they are written")
    func unknownMembers() throws {
        for name in ["x", "a/b", "~", "é", String(repeating: "long ", count: 100), "", "\\u0000"] {
            try check(#"{"type":"profile-region","in_region":true,"region":"european_union","\#(name)":1}"#)
        }
    }

    private static let region = #"{"type":"profile-region","in_region":true,"region":"european_union"}"#

    private func faults(_ json: String, depth: Int = 64) throws -> [SegmentFault] {
        let document = try JSONDocument(json, limits: JSONLimits(depth: depth))
        return #expect(throws: SegmentFaults.self) { try Condition(definition: document.root) }?.list ?? []
    }

    @Test("Ten thousand conditions are refused however they are grouped")
    func many() throws {
        let conditions = { (count: Int) in Array(repeating: Self.region, count: count).joined(separator: ",") }
        let any = #"{"type":"any","conditions":[\#(conditions(100))]}"#
        let hundred = Array(repeating: any, count: 100).joined(separator: ",")
        let group = #"{"conditions":[\#(conditions(100))]}"#
        let groups = Array(repeating: group, count: 100).joined(separator: ",")
        #expect(try faults(#"{"condition_groups":[{"conditions":[\#(conditions(10_000))]}]}"#).count == 1)
        #expect(try faults(#"{"type":"all","conditions":[\#(hundred)]}"#).count == 1)
        #expect(try faults(#"{"condition_groups":[\#(groups)]}"#).first?.pointer == "/condition_groups/1/conditions/0")
        let condition = try Condition(definition: JSONDocument(any).root)
        #expect(condition.testCount == DefinitionLimits.tests)
    }

    @Test("Of very many faults the first twenty are told")
    func manyFaults() throws {
        let members = (0..<20_000).map { #""member\#($0)":1"# }.joined(separator: ",")
        #expect(try faults("{\"type\":\"profile-region\",\(members)}").count == 20)
        let unknown = Array(repeating: #"{"type":"profile-metrics"}"#, count: 100).joined(separator: ",")
        let any = Array(repeating: #"{"type":"any","conditions":[\#(unknown)]}"#, count: 100).joined(separator: ",")
        let all = Array(repeating: #"{"type":"all","conditions":[\#(any)]}"#, count: 3).joined(separator: ",")
        #expect(try faults(#"{"type":"all","conditions":[\#(all)]}"#).count == 20)
    }

    @Test("A thousand conditions in each other are refused, by the text's depth or by the definition's", arguments: ["not", "all"])
    func deep(_ kind: String) throws {
        func nested(_ depth: Int) -> String {
            var json = Self.region
            for _ in 0..<depth {
                json = kind == "not" ? #"{"type":"not","condition":\#(json)}"# : #"{"type":"all","conditions":[\#(json)]}"#
            }
            return json
        }
        #expect(throws: JSONError.self) { try JSONDocument(nested(1_000)) }
        let depth = kind == "not" ? 1_000 : 500
        #expect(try faults(nested(depth), depth: JSONLimits.greatestDepth).count == 1)
        #expect(try faults(nested(DefinitionLimits.depth + 1)).count == 1)
        _ = try Condition(definition: JSONDocument(nested(DefinitionLimits.depth)).root)
    }

    @Test(
        "Absurd numbers and moments",
        arguments: [
            ("1e308", #""unit":"day","quantity":1"#, ""), ("-1e308", #""unit":"day","quantity":876600"#, ""),
            ("1", #""unit":"day","quantity":1000000000000"#, "/timeframe_filter/quantity"),
            ("1", #""unit":"day","quantity":876601"#, "/timeframe_filter/quantity"),
            ("1", #""unit":"day","quantity":-1"#, "/timeframe_filter/quantity"),
            ("1", #""unit":"day","quantity":1e308"#, "/timeframe_filter/quantity"),
            ("1", #""unit":"day","quantity":1.5"#, "/timeframe_filter/quantity"),
            ("1", #""unit":"day","quantity":18446744073709551615"#, "/timeframe_filter/quantity"),
            ("1", #""unit":"week","quantity":876600.0"#, ""), (#""NaN""#, #""unit":"day","quantity":1"#, "/measurement_filter/value"),
            (#""5""#, #""unit":"day","quantity":1"#, "/measurement_filter/value"),
        ])
    func absurd(_ value: String, _ span: String, _ pointer: String) throws {
        let json = #"""
            {"type":"profile-metric","metric_id":"A","measurement":"sum","measurement_filter":{"type":"numeric","operator":"equals",
            "value":\#(value)},"timeframe_filter":{"type":"date","operator":"in-the-last",\#(span)}}
            """#
        try check(json)
        if pointer.isEmpty {
            _ = try Condition(definition: JSONDocument(json).root)
        } else {
            #expect(try faults(json).map(\.pointer) == [pointer])
        }
    }

    @Test("Not a number is none of JSON's, and years end where the journal's do")
    func notANumber() throws {
        for value in ["NaN", "nan", "Infinity", "-Infinity", "1e309", "0x10", "01"] {
            let json = #"{"type":"profile-sample","percentage":\#(value)}"#
            #expect(throws: JSONError.self) { try JSONDocument(json) }
        }
        for (year, isTaken) in [("9999", false), ("1969", false), ("2107", false), ("1970", true), ("2105", true), ("0000", false)] {
            let filter = #"{"type":"date","operator":"before","date":"\#(year)-06-01T00:00:00Z"}"#
            let json = #"{"type":"profile-property","property":"created","filter":\#(filter)}"#
            if isTaken {
                _ = try Condition(definition: JSONDocument(json).root)
            } else {
                #expect(try faults(json).map(\.pointer) == ["/filter/date"])
            }
        }
    }
}
