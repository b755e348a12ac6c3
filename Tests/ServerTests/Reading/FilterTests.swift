import Facts
import Testing

@testable import PerennialServer

@Suite struct FilterTests {
    static let rules = FilterRules(
        .init("email", .text, .equals, .any, .contains, .startsWith), .init("created", .instant, .greaterThan, .lessOrEqual),
        .init("score", .number, .equals, .greaterThan), .init("count", .integer, .equals), .init("is_on", .bool, .equals),
        .init("reason", .oneOf(["UNSUBSCRIBE", "HARD_BOUNCE"]), .equals), .init("profile", .text, .has), .init("a.b", .text, .equals))

    private func term(_ text: String) throws -> FilterTerm {
        guard case .term(let term) = try Self.rules.parse(text) else { throw APIError.noSuchPath }
        return term
    }

    @Test func valuesHaveTheTypeOfTheirField() throws {
        #expect(try term(#"equals(email,"a@b.example")"#).value == .text("a@b.example"))
        #expect(try term(#"equals(email,'it\'s, (so)')"#).value == .text("it's, (so)"))
        #expect(try term(#"equals(email,"quote \" \\ \u0141\u00f3d\u017A \ud83d\ude00")"#).value == .text("quote \" \\ Łódź 😀"))
        #expect(try term(#"any(email,["x","y"])"#).value == .list([.text("x"), .text("y")]))
        #expect(try term("equals(email,['x'])").value == .text("x"))
        #expect(try term("greater-than(created,2023-01-01T00:00:00Z)").value == .instant(Instant(secondsSince1970: 1_672_531_200)))
        #expect(try term("less-or-equal(created,2023-01-01T02:00:00+02:00)").value == .instant(Instant(secondsSince1970: 1_672_531_200)))
        // A plus that became a space on its way.
        #expect(try term("less-or-equal(created,2023-01-01T02:00:00 02:00)").value == .instant(Instant(secondsSince1970: 1_672_531_200)))
        #expect(try term("equals(score,-1.5e2)").value == .number(-150))
        #expect(try term("equals(count,7)").value == .number(7))
        #expect(try term("equals(is_on,true)").value == .bool(true))
        #expect(try term("equals(reason,'UNSUBSCRIBE')").value == .text("UNSUBSCRIBE"))
        #expect(try term("has(profile)").value == .none)
        #expect(try term(" equals ( a.b , \"x\" ) ").field == "a.b")
    }

    @Test func commasAndAndMeanTheSame() throws {
        let one = try Self.rules.parse("equals(count,1),equals(is_on,false)")
        let two = try Self.rules.parse("and(equals(count,1),equals(is_on,false))")
        #expect(one == two)
        #expect(one.terms.count == 2)
    }

    @Test(arguments: [
        "", "equals", "equals(", "equals(email", "equals(email,", "equals(email,)", "equals(email,\"a", "equals(email,\"a\"",
        "equals(email,a)",
        "equals(email,\"a\"))", "equals(email,\"a\")x", "equals(email,\"a\"),", "(equals(email,\"a\"))", "equals(emial,\"a\")",
        "greater-than(email,\"a\")", "equals(created,2023-01-01T00:00:00Z)", "greater-than(created,yesterday)", "equals(score,nan)",
        "equals(score,\"1\")", "equals(score,0x10)", "equals(count,1.5)", "equals(is_on,yes)", "equals(reason,'SPAM')",
        "has(profile,\"x\")",
        "any(email,[])", "any(email,[\"a\",])", "any(email,[\"a\"", "equals(email,[\"a\",\"b\"])", "or(equals(count,1),equals(count,2))",
        "not(equals(count,1))", "sql(count,1)", "equals(email,\"\\x\")", "equals(email,\"\\ud800\")", "equals(email,\"\\u0000\")", "and()",
        "equals(email,\"a\")equals(count,1)", "EQUALS(count,1)", "equals(count,1;drop)",
    ])
    func whatIsNotTheGrammarIsRefused(_ text: String) {
        #expect(throws: APIError.self) { try Self.rules.parse(text) }
    }

    @Test func aRefusalNamesTheParameterAndWhatIsNear() {
        do {
            _ = try Self.rules.parse("equals(emial,\"a\")")
            Issue.record("was accepted")
        } catch {
            #expect(error.errors[0].source == .parameter("filter"))
            #expect(error.errors[0].detail.contains("email"))
        }
    }

    @Test func theGrammarIsBounded() {
        let deep = String(repeating: "and(", count: 100_000) + "equals(count,1)" + String(repeating: ")", count: 100_000)
        #expect(throws: APIError.self) { try Self.rules.parse(deep) }
        let nested = String(repeating: "and(", count: 1_000) + "equals(count,1)" + String(repeating: ")", count: 1_000)
        #expect(throws: APIError.self) { try Self.rules.parse(nested) }
        let many = (0..<60).map { "equals(count,\($0))" }.joined(separator: ",")
        #expect(throws: APIError.self) { try Self.rules.parse(many) }
        let list = "any(email,[" + (0..<300).map { "\"\($0)\"" }.joined(separator: ",") + "])"
        #expect(throws: APIError.self) { try Self.rules.parse(list) }
        let long = "equals(email,\"" + String(repeating: "a", count: 3_000) + "\")"
        #expect(throws: APIError.self) { try Self.rules.parse(long) }
    }

    @Test func operationsThatAreAllowedAreUnderstood() throws {
        let rules = FilterRules(.init("count", .integer, .equals), allowsOr: true, allowsNot: true)
        let filter = try rules.parse("or(not(equals(count,1)),equals(count,2))")
        guard case .or(let parts) = filter, case .not = parts[0] else {
            Issue.record("\(filter)")
            return
        }
    }

    @Test func anythingElseIsRefusedWithoutACrash() async {
        var random = SeededRandom(seed: 4)
        let pieces = [
            "equals", "any", "and", "(", ")", ",", "[", "]", "\"", "'", "\\", "\\u", "d83d", "email", "created", "score", "count", "1", "-",
            "2023-01-01T00:00:00Z", "true", " ", "\u{0}", "é", "😀", "not", "or", "has", "profile", ".", "%", "\n",
        ]
        var accepted = 0
        for step in 0..<2_000 {
            // The threads of tasks are few, and servers of other tests wait for them.
            if step % 100 == 0 { await Task.yield() }
            var text = ""
            for _ in 0..<Int.random(in: 0...24, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
            if (try? Self.rules.parse(text)) != nil { accepted += 1 }
        }
        // Broken forms of what is right, where the parser gets further.
        let right = Array(#"and(equals(email,"a\"\u00e9"),any(email,["x",'y']),greater-than(created,2023-01-01T00:00:00Z))"#.utf8)
        for step in 0..<2_000 {
            // The threads of tasks are few, and servers of other tests wait for them.
            if step % 100 == 0 { await Task.yield() }
            var bytes = right
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
                }
            }
            if (try? Self.rules.parse(String(decoding: bytes, as: UTF8.self))) != nil { accepted += 1 }
        }
        #expect(accepted > 0)
    }
}
