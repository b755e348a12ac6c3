import Facts
import JSON
import SeededDice
import Segments
import Testing

@testable import Population

@Suite("Events of the past are looked at quickly, and rightly")
struct QuickLookTests {

    @Test("Members are found as bytes where the parser finds them, or it is said that it must be asked")
    func members() throws {
        var dice = Dice(seed: 7)
        let values = [
            "1", "-2.5e3", "true", "null", #""a""#, #""""#, #""q\"}{,""#, "[]", #"[1,"]",{"source":"x"}]"#, "{}",
            #"{"source":"inner","b":[{}]}"#,
        ]
        let names = ["source", "s", "net", "a\\u0062", "Größe", "", "source "]
        var told = 0
        for _ in 0..<5_000 {
            var members: [String] = []
            for _ in 0..<dice.whole(0...5) { members.append("\"\(dice.pick(names))\":\(dice.pick(values))") }
            let text = "{\(members.joined(separator: ","))}"
            let root = try JSONDocument(text).root
            let wanted = ["source", "Größe", "net"]
            var spans = [Range<Int>](repeating: 0..<0, count: 3)
            let bytes = Array(text.utf8)
            let isTold = bytes.withUnsafeBytes { MemberScan.find(wanted.map { Array($0.utf8) }, in: $0, &spans) }
            guard isTold else { continue }
            told += 1
            for (name, span) in zip(wanted, spans) {
                let found = span.isEmpty ? nil : String(decoding: bytes[span], as: UTF8.self)
                #expect(found == root[name].map { _ in found ?? "" }, "\(name) of \(text)")
                if let found, let value = root[name] { #expect(try JSONDocument(found).root.compactBytes == value.compactBytes, "\(text)") }
            }
        }
        #expect(told > 2_000)
    }

    @Test(
        "What is no compact object is left to the parser",
        arguments: ["", "[1]", "{", #"{"a":}"#, #"{"a":1,"a":2}"#, #"{"a":1}x"#, #"{ "a":1}"#])
    func others(text: String) {
        var spans = [Range<Int>](repeating: 0..<0, count: 1)
        let isTold = Array(text.utf8).withUnsafeBytes { MemberScan.find([Array("a".utf8)], in: $0, &spans) }
        #expect(!isTold)
    }

    @Test("Marks are those of a full reading, whatever was met before")
    func marks() throws {
        var dice = Dice(seed: 11)
        func test(_ property: String, _ filter: ValueFilter) -> EventPropertyTest { EventPropertyTest(property: property, filter: filter) }
        for filters: [[EventPropertyTest]] in [
            [[test("source", .text(.notEquals("pos")))], [test("source", .isSet(false))]],
            [[test("source", .text(.equals("web"))), test("$value", .number(.greaterThan(3)))], [test("$value", .isSet(true))]],
            [[test("list.x", .number(.equals(1)))], [test("list", .list(.contains(.text("a"))))]],
            [[test("list", .list(.contains(.text("a")))), test("source", .isSet(true))], [test("source", .text(.equals("web")))]],
            // What could stand between the quotes of others.
            [[test(",", .isSet(true))], [test(",", .number(.equals(1)))]], [[test(":", .isSet(true))]], [[test("Größe", .isSet(true))]],
            [[test("q\"", .isSet(true))]], [[test("", .isSet(true))]],
        ] {
            var missing = Population.MissingMarks.OfMetric()
            missing.marks = filters.enumerated().map { ($0, $1) }
            var look = QuickLook(missing)
            for _ in 0..<3_000 {
                let value: Double? = dice.pick([nil, 0, 3, 4.5])
                let properties = Array(Self.properties(&dice).utf8)
                let sayings = EventSayings(properties: properties[...], value: value, currency: nil)
                let found = properties.withUnsafeBytes { bytes in
                    look.marks(
                        of: EventBytes(profile: ProfileNumber(0), metric: MetricNumber(0), value: value, currency: nil, properties: bytes))
                }
                let expected = filters.indices.filter { sayings.meets(filters[$0]) }
                #expect(
                    filters.indices.filter { found & 1 << UInt64($0) != 0 } == expected, "\(String(decoding: properties, as: UTF8.self))")
            }
        }
    }

    private static func properties(_ dice: inout Dice) -> String {
        let long = String(repeating: "long ", count: dice.whole(10...40))
        var members = [
            dice.pick([
                #""source":"web""#, #""source":"pos""#, #""source":null"#, #""other":1"#, #""source":7"#, #""source":"\#(long)""#,
                #""source":"we\"b""#, #""s\u006furce":"web""#, #""source":"x,\"source\":1""#,
            ]),
            dice.pick([
                #""list":["a"]"#, #""list":{"x":1}"#, #""list":"a""#, #""list":{"source":"web"}"#, #""list":"source""#, #""list":"1:""#,
                #""url":"https://x.example/?a:b,c:d""#, #""Größe":"L""#, #"",":1"#, #"":":1"#, #""a":",",":":1"#, #""q\"":2"#, #""":true"#,
                #""more":"\#(long)""#,
            ]),
        ]
        if dice.whole(0...1) == 0 { members.reverse() }
        return dice.whole(0...40) == 0 ? "" : "{\(members.joined(separator: ","))}"
    }

    @Test("Amounts are found again by the numbers of their facts")
    func amounts() {
        var dice = Dice(seed: 3)
        for most in [0, 1, 63, 64, 65, 2_000] {
            var found = FoundAmounts()
            var expected: [UInt32: Double] = [:]
            var number = UInt32(dice.whole(0...200))
            for _ in 0..<most {
                number += UInt32(dice.whole(1...dice.pick([1, 3, 300])))
                let amount = Double(dice.whole(-5...5))
                found.add(amount, of: number)
                expected[number] = EventColumns.Event.stored(amount)
            }
            let byNumber = found.byNumber
            for number in 0...number + 200 { #expect(byNumber[number]?.bitPattern == expected[number]?.bitPattern) }
        }
    }
}
