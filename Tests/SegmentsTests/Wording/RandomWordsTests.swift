import Facts
import RandomSegments
import SeededDice
import SegmentWording
import Segments
import Testing
import Wording

/// Whatever is defined is said: wholly, and in one language.
@Suite("Random definitions in words")
struct RandomWordsTests {
    /// English words that stand in no French or Polish text of ours; what is typed here holds none of them.
    private static let english: Set<String> = [
        "is", "are", "the", "of", "and", "or", "not", "with", "at", "least", "most", "days", "day", "hours", "weeks", "last", "next",
        "known",
        "times", "once", "from", "than", "value", "opened", "placed", "order", "list", "segment's", "lives", "by", "anniversary", "number",
        "score", "risk", "found", "all", "any", "these", "this",
    ]

    /// The same names for all that is typed, so that nothing but our own words is left to look at.
    private func cleaned(_ text: String) -> String {
        var text = text
        for (open, close) in [("“", "”"), ("„", "”"), ("«", "»")] {
            while let start = text.firstIndex(of: Character(open)),
                let end = text[start...].firstIndex(of: Character(close))
            {
                text.replaceSubrange(start...end, with: "Q")
            }
        }
        return text
    }

    @Test("Nothing is left open, empty or in another language", arguments: 0..<600)
    func everything(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        let condition = try dice.condition(levels: 4, of: WholeLanguage.self)
        let names = try WordedShop.names(seed % 2 == 0 ? "PLN" : "JPY", zone: "America/New_York")
        var said: Set<String> = []
        for language in Language.allCases {
            let words = SegmentWords(language, names: names)
            let outline = words.outline(condition)
            let lines = outline.lines.map(\.text) + [words.sentence(condition)]
            for line in lines {
                let text = cleaned(line)
                let isBlank = text.allSatisfy { $0.isWhitespace }
                #expect(!isBlank)
                for sign in ["%@", "\\(", "{", "}", "Optional(", "  "] {
                    #expect(!text.contains(sign), "\(text)")
                }
                let parts = text.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }
                for part in parts where ["nan", "inf", "nil"].contains(part) { Issue.record("\(part): \(text)") }
                guard language != .en else { continue }
                for part in parts { #expect(!Self.english.contains(String(part)), "\(part): \(text)") }
            }
            said.insert(words.sentence(condition))
        }
        #expect(said.count == Language.allCases.count)
        // As many lines as there are tests, and one more for each heading.
        let outline = SegmentWords(.en, names: names).outline(condition)
        #expect(outline.lines.count >= condition.testCount)
    }

    @Test("Two definitions that differ in one value are said differently")
    func different() throws {
        let names = try WordedShop.names()
        var dice = Dice(seed: 7)
        for language in Language.allCases {
            let words = SegmentWords(language, names: names)
            for dimension in NumberDimension.allCases {
                let value = Double(dice.whole(0...1_000)) / 8
                let filters: [NumberFilter] = [
                    .equals(value), .notEquals(value), .greaterThan(value), .greaterThanOrEqual(value), .lessThan(value),
                    .lessThanOrEqual(value), .between(value, value + 1), .equals(value + 1),
                ]
                #expect(Set(filters.map { words.line(.number(dimension, $0)) }).count == filters.count)
            }
            #expect(Set(NumberDimension.allCases.map { words.line(.number($0, .equals(1))) }).count == NumberDimension.allCases.count)
            let properties = ProfileProperty.standardNames.map {
                words.line(.property(PropertyTest(property: .standard($0), filter: .isSet(true))))
            }
            #expect(Set(properties).count == properties.count)
            let methods = ConsentTest.methods.map {
                words.line(.consent(ConsentTest(channel: .sms, canReceive: true, subscription: .any, filters: [.method($0, among: [])])))
            }
            #expect(Set(methods).count == methods.count)
        }
    }

    @Test("Every property and every way of consent has a name of its own in each language")
    func allNamed() throws {
        let names = try WordedShop.names()
        for language in Language.allCases {
            let words = SegmentWords(language, names: names)
            for name in ProfileProperty.standardNames {
                #expect(!words.line(.property(PropertyTest(property: .standard(name), filter: .isSet(true)))).contains(name + "”"))
            }
            for method in ConsentTest.methods where method.contains("_") {
                let test = ConsentTest(channel: .email, canReceive: true, subscription: .any, filters: [.method(method, among: [])])
                #expect(!words.line(.consent(test)).contains(method))
            }
        }
    }
}
