import JSON
import RandomSegments
import SeededDice
import Segments
import Testing

/// Where conditions stand: what is said of a place is found there in the definition as it is written.
@Suite("Places of conditions")
struct PlacesTests {
    @Test("Every pointer leads to its condition", arguments: 0..<200)
    func pointers(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        let condition = try dice.condition(levels: 4, of: WholeLanguage.self)
        let root = try JSONDocument(condition.definitionJSON).root
        try check(condition, condition.places, root)
    }

    private func check(_ condition: Condition, _ place: Condition.Place, _ root: JSONValue) throws {
        var found: JSONValue? = root
        for part in place.pointer.split(separator: "/") {
            found = Int(part).flatMap { found?[$0] } ?? found?[String(part)]
        }
        let written = try #require(found, "\(place.pointer)")
        switch condition {
        case .test(let test):
            #expect(written.compactText == Condition.test(test).single, "\(place.pointer)")
        case .all(let parts), .any(let parts):
            #expect(place.parts.count == parts.count)
            for (part, place) in zip(parts, place.parts) { try check(part, place, root) }
        case .not(let part):
            #expect(written["type"]?.string == "not")
            try check(part, try #require(place.parts.first), root)
        }
    }
}

extension JSONValue {
    fileprivate var compactText: String { String(decoding: compactBytes, as: UTF8.self) }
}

extension Condition {
    /// One test as it is written.
    fileprivate var single: String? {
        guard let document = try? JSONDocument(definitionJSON) else { return nil }
        return document.root["condition_groups"]?[0]?["conditions"]?[0]?.compactText
    }
}
