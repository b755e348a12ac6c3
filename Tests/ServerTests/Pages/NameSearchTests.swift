import Facts
import JSON
import Population
import Shop
import Testing

@testable import PerennialServer

@Suite("People are found by the beginning of a name or an identity", .serialized)
struct NameSearchTests {
    /// Letters of several kinds: both cases, accents in one and in two characters, letters that change their length.
    private static let pieces = [
        "a", "A", "b", "é", "É", "e\u{301}", "E", "e", "ß", "İ", "ł", "Ł", "\u{212A}", "k", "-", "'", "1", "ñ", "n\u{303}",
    ]

    private static func word(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "a" }.joined()
    }

    /// The same by texts alone.
    private static func plainly(_ text: String, _ first: String?, _ last: String?, _ identities: [String]) -> Bool {
        let text = text.lowercased()
        let (first, last) = (first?.lowercased() ?? "", last?.lowercased() ?? "")
        return identities.contains { $0.lowercased().hasPrefix(text) } || first.hasPrefix(text) || last.hasPrefix(text)
            || !first.isEmpty && !last.isEmpty && "\(first) \(last)".hasPrefix(text)
    }

    @Test("Whatever the letters, the same people as by comparing texts", arguments: [3, 17, 98] as [UInt64])
    func sameAsPlain(seed: UInt64) async throws {
        try await TestShop.run { served in
            var random = SeededRandom(seed: seed)
            var people: [(first: String?, last: String?, email: String, id: String)] = []
            for n in 0..<300 {
                people.append(
                    (
                        Bool.random(using: &random) ? Self.word(&random) : nil, Bool.random(using: &random) ? Self.word(&random) : nil,
                        "\(Self.word(&random))\(n)@example.com", "\(Self.word(&random))\(n)"
                    ))
            }
            let all = people
            try await served.shop.write { (intake) throws(IntakeError) in
                for person in all {
                    var identities = Identities()
                    identities[.email] = person.email
                    identities[.externalID] = person.id
                    var json = JSONWriter()
                    json.object { json in
                        if let first = person.first { json.member("first_name", first) }
                        if let last = person.last { json.member("last_name", last) }
                    }
                    _ = try intake.create(identities, change: json.bytes)
                }
            }
            var texts = (0..<150).map { _ in Self.word(&random) }
            texts += people.prefix(40).flatMap { person in
                [
                    String(person.email.prefix(3)), person.id, "\(person.first ?? "x") \(person.last ?? "y")",
                    "\(person.first ?? "x") \((person.last ?? "y").prefix(1))",
                ]
            }
            var found = 0
            for text in texts {
                let matched = served.shop.read { population -> [Int] in
                    var search = NameSearch(text)
                    while search?.lookAtIdentities(of: population) == true {}
                    search?.begin(population)
                    return (0..<population.profileCount).filter { search?.finds(ProfileNumber(UInt32($0)), in: population) == true }
                }
                let expected = served.shop.read { population in
                    (0..<population.profileCount).filter { row in
                        let profile = ProfileNumber(UInt32(row))
                        let identities = IdentityKind.allCases.flatMap { population.allIdentities($0, of: profile) }
                        return Self.plainly(text, all[row].first, all[row].last, identities)
                    }
                }
                #expect(matched == expected, "\(text)")
                found += matched.count
            }
            #expect(found > 300)
            #expect(NameSearch("") == nil && NameSearch(" \n ") == nil && NameSearch("  Ann   Lee ") != nil)
        }
    }
}
