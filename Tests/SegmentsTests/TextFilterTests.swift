import Facts
import JSON
import SeededDice
import Segments
import Testing

@Suite("Texts are compared byte by byte")
struct TextFilterTests {
    private func holds(_ filter: TextFilter, _ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { filter.holds($0) } }

    @Test("Random texts and parts of few letters, against loops over bytes", arguments: 1...5 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<3_000 {
            let letters = ["a", "b", "A", "é", "e\u{301}", "\u{0}", "🦊"]
            let text = Array(dice.many(0...8) { $0.pick(letters) }.joined().utf8)
            let part = dice.many(0...3) { $0.pick(letters) }.joined()
            let others = dice.many(1...3) { dice in dice.many(0...2) { $0.pick(letters) }.joined() }
            let wanted = Array(part.utf8)
            var contains = false
            var start = 0
            while start + wanted.count <= text.count {
                var place = 0
                while place < wanted.count, text[start + place] == wanted[place] { place += 1 }
                if place == wanted.count { contains = true }
                start += 1
            }
            let begins = text.count >= wanted.count && Array(text[0..<wanted.count]) == wanted
            let ends = text.count >= wanted.count && Array(text[(text.count - wanted.count)...]) == wanted
            let isAmong = others.contains { Array($0.utf8) == text }
            let cases: [(TextFilter, Bool)] = [
                (.equals(part), text == wanted), (.notEquals(part), text != wanted), (.contains(part), contains),
                (.notContains(part), !contains), (.startsWith(part), begins), (.notStartsWith(part), !begins), (.endsWith(part), ends),
                (.notEndsWith(part), !ends), (.among(others), isAmong), (.notAmong(others), !isAmong),
            ]
            for (filter, expected) in cases { #expect(holds(filter, text) == expected, "\(filter) of \(text)") }
        }
    }

    @Test("What looks alike is not the same, and bytes that are no text are compared as they are")
    func bytes() {
        #expect(!holds(.equals("é"), Array("e\u{301}".utf8)))
        #expect(!holds(.equals("K"), Array("\u{212A}".utf8)))
        #expect(!holds(.among(["é"]), Array("e\u{301}".utf8)))
        #expect(holds(.notAmong(["é"]), Array("e\u{301}".utf8)))
        // The first half of a letter's two bytes is a part of it, an accent on a letter is a part of the text.
        #expect(holds(.endsWith("\u{301}"), Array("e\u{301}".utf8)))
        #expect(holds(.contains("e"), Array("e\u{301}".utf8)))
        #expect(!holds(.equals(""), [0xFF]) && holds(.contains(""), [0xFF]) && holds(.startsWith(""), []))
        #expect(!holds(.contains("a"), [0xC3, 0x28, 0xFF]) && holds(.contains("("), [0xC3, 0x28, 0xFF]))
        #expect(!holds(.equals("a"), Array("a\u{0}".utf8)) && holds(.startsWith("a"), Array("a\u{0}".utf8)))
    }

    @Test("Countries of phone numbers")
    func phones() {
        let numbers = [
            ("+48601234567", "PL"), ("+33612345678", "FR"), ("+12125550100", "US"), ("+14165550100", "CA"), ("+18765550100", "JM"),
            ("+77012345678", "KZ"), ("+79012345678", "RU"), ("+35312345678", "IE"), ("+1", "US"),
        ]
        for (number, country) in numbers {
            #expect(holds(.phoneCountryAmong(["DE", country]), Array(number.utf8)), "\(number)")
            #expect(!holds(.phoneCountryNotAmong(["DE", country]), Array(number.utf8)))
            #expect(holds(.phoneCountryNotAmong(["DE"]), Array(number.utf8)))
        }
        for text in ["", "+", "48601234567", "+999", "+0", "phone", "++48", "+é"] {
            #expect(!holds(.phoneCountryAmong(["PL", "US"]), Array(text.utf8)))
            #expect(!holds(.phoneCountryNotAmong(["PL", "US"]), Array(text.utf8)))
        }
    }
}

@Suite("Regular expressions")
struct PatternTests {
    @Test(
        "Expressions that explode where matching goes back finish",
        arguments: [
            ("(a+)+$", false), ("(a|aa)+$", false), ("^(a|a?)+$", false), ("(.*)*(.*)*(.*)*x", false),
            ("^(([a-z])+.)+[A-Z]([a-z])+$", false),
            ("(a*)*b", false), ("(?:a?){50}a{50}", true), ("(x+x+)+y", false), (#"^(\w+\s?)*$"#, false), ("((a{0,20}){0,20})$", true),
        ])
    func exploding(_ source: String, _ expected: Bool) throws {
        let pattern = try Pattern(source)
        let text = Array((String(repeating: "a", count: 50_000) + "!").utf8)
        #expect(text.withUnsafeBytes { pattern.matches($0) } == expected)
    }

    @Test(
        "What needs going back, is none, or is too large is refused",
        arguments: [#"(a)\1"#, "(?=a)b", "(?<!a)b", "(", "[z-a]", "a**b(", "(a{1000}){1000}", "*", #"\"#, "(?P<n>a)(?P=n)"])
    func refused(_ source: String) throws {
        #expect(throws: PatternFault.self) { try Pattern(source) }
        var json = JSONWriter()
        json.object { json in
            json.member("type", "profile-property")
            json.member("property", "email")
            json.object("filter") { json in
                json.member("type", "string")
                json.member("operator", "regex")
                json.member("value", source)
            }
        }
        let document = try JSONDocument(json.text)
        let faults = #expect(throws: SegmentFaults.self) { try Condition(definition: document.root) }
        #expect(faults?.list.map(\.pointer) == ["/filter/value"])
    }

    @Test("Why it is refused is said with the part that is wrong")
    func why() {
        func fault(_ source: String) -> PatternFault? {
            do throws(PatternFault) {
                _ = try Pattern(source)
                return nil
            } catch {
                return error
            }
        }
        #expect(fault("a[b") == .missingBracket(part: "[b") && fault("[z-a]") == .badRange(part: "z-a"))
        #expect(fault("a(b") == .missingParenthesis && fault("a)b") == .unexpectedParenthesis)
        #expect(fault("[[:letters:]]") == .badClass(part: "[:letters:]") && fault(#"\p{Foo}"#) == .badClass(part: #"\p{Foo}"#))
        #expect(fault(#"[\w\.-+]@"#) == .badRange(part: #"\.-+"#) && fault(#"a\x{"#) == .badUTF8)
        #expect(fault("(a{100}){20}") == .repeatedTooOften(part: "{20}"))
        #expect(fault("*a") == .nothingToRepeat(part: "*") && fault("a**") == .badRepetition(part: "**"))
        #expect(fault("a{2000}") == .repeatedTooOften(part: "{2000}") && fault(#"a\"#) == .trailingBackslash)
        #expect(fault(#"(a)\1"#) == .badEscape(part: #"\1"#) && fault("(?=a)") == .unknownGroup(part: "(?="))
        #expect(fault("(?P<n") == .badGroupName(part: "(?P<n") && fault(#"\pL{100}"#) == .tooLarge(steps: nil, mostSteps: 3_000))
        guard case .tooLarge(let steps?, mostSteps: 3_000) = fault(#"(\pL\pN){3}"#) else {
            Issue.record("it is too large")
            return
        }
        #expect(steps > 3_000)
    }

    @Test("A thousand bytes are the longest")
    func longest() throws {
        _ = try Pattern(String(repeating: "a", count: Pattern.longest))
        #expect(throws: PatternFault.self) { try Pattern(String(repeating: "é", count: Pattern.longest / 2 + 1)) }
    }

    @Test("Matches stand anywhere, and letters are not bytes")
    func matching() throws {
        func matches(_ source: String, _ text: String) throws -> Bool {
            let pattern = try Pattern(source)
            return Array(text.utf8).withUnsafeBytes { pattern.matches($0) }
        }
        #expect(try matches("b", "abc") && !matches("^b", "abc") && matches("^a.c$", "aéc") && matches("", ""))
        #expect(try matches("^a\u{0}b$", "a\u{0}b") && !matches("^a$", "a\nb") && matches("(?i)ÉCOLE", "école"))
    }
}

@Suite("What is missing")
struct MissingValueTests {
    private static let filters: [ValueFilter] = [
        .text(.notEquals("a")), .text(.notContains("a")), .text(.notStartsWith("a")), .text(.notEndsWith("a")), .text(.notAmong(["a"])),
        .text(.phoneCountryNotAmong(["US"])), .text(.equals("")), .text(.contains("")), .number(.notEquals(1)), .number(.lessThan(1e308)),
        .bool(false), .list(.notContains(.text("a"))), .list(.notContainsAny(["a"])), .list(.notContainsAll(["a"])),
        .list(.notContainsSubstring("a")), .list(.length(.equals(0))), .list(.length(.lessThan(5))), .date(.anniversaryToday),
        .date(.before(Instant(secondsSince1970: 4_000_000_000))), .date(.atLeastAgo(Span(0, .day))),
    ]

    @Test("What is missing, or null, meets no negative, nor anything but being missing", arguments: MissingValueTests.filters)
    func missing(_ filter: ValueFilter) throws {
        #expect(!filter.holds(nil, before: 1_000, in: .utc))
        #expect(!filter.holds(try JSONDocument("null").root, before: 1_000, in: .utc))
        #expect(!filter.holds(try JSONDocument("{}").root, before: 1_000, in: .utc))
        #expect(filter.nextChange(nil, after: 1_000, in: .utc) == nil)
    }

    @Test("A value of another type meets no negative either")
    func otherTypes() throws {
        let values = ["1", "true", #""text""#, #"["text"]"#]
        for filter in Self.filters {
            let count = try values.count { filter.holds(try JSONDocument($0).root, before: 1_000, in: .utc) }
            switch filter {
            // A text counts as a list of one.
            case .list: #expect(count <= 2)
            default: #expect(count <= 1)
            }
        }
    }

    @Test(
        "Only what says something is set",
        arguments: [
            ("null", false), (#""""#, false), ("[]", false), (#"" ""#, true), ("0", true), ("false", true), ("{}", true), ("[null]", true),
        ])
    func isSet(_ json: String, _ expected: Bool) throws {
        let value = try JSONDocument(json).root
        #expect(ValueFilter.isSet(true).holds(value, before: 1, in: .utc) == expected)
        #expect(ValueFilter.isSet(false).holds(value, before: 1, in: .utc) == !expected)
        #expect(ValueFilter.isSet(false).holds(nil, before: 1, in: .utc) && !ValueFilter.isSet(true).holds(nil, before: 1, in: .utc))
    }
}
