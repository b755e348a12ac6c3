import JSON
import SeededDice
import Segments
import Testing

@Suite("Names of properties as definitions spell them")
struct PropertyNameTests {
    @Test(
        "Names with quotes and brackets inside are read",
        arguments: [
            ("properties['a']", ["a"]), ("properties[\"a\"]", ["a"]), ("properties['a']['b']", ["a", "b"]),
            ("properties['a'][\"b\"]['c']", ["a", "b", "c"]), ("properties['it's']", ["it's"]), ("properties['a]b[c']", ["a]b[c"]),
            ("properties['']']", ["']"]), ("properties['a'] b']", ["a'] b"]), ("properties[\"a']['b\"]", ["a']['b"]),
            ("properties[\"a'][b\"]", ["a'][b"]), ("properties['\"]']", ["\"]"]), ("properties['x']y\"][z']", ["x']y\"][z"]),
            ("properties[\"a']x\"]['b']", ["a']x", "b"]), ("properties['a']['b\"]c']", ["a", "b\"]c"]), ("properties[' ']", [" "]),
            ("properties['email']", ["email"]), ("properties['é🦊']", ["é🦊"]), ("properties['']", nil), ("properties['a'][]", nil),
            ("properties[a]", nil), ("properties['a'", nil), ("properties['a\"]", nil), ("properties", nil), ("properties[", nil),
            ("properties['", nil), ("properties[']", nil), ("properties['a'].b", nil), ("properties['a'] ", nil), ("Properties['a']", nil),
            ("properties['1']['2']['3']['4']['5']['6']['7']['8']['9']", nil), ("", nil), ("['a']", nil),
        ] as [(String, [String]?)])
    func reading(_ spelled: String, _ names: [String]?) {
        let property = ProfileProperty(spelled: spelled)
        #expect(property == names.map { .custom($0) })
        // Whatever can be read is written so that it reads as the same.
        if let property { #expect(ProfileProperty(spelled: property.spelled) == property) }
    }

    @Test("Every text reads as a property that is written as the same, or not at all", arguments: 1...8 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var dice = Dice(seed: seed)
        var count = 0
        for _ in 0..<4_000 {
            let inside = dice.many(0...9) { $0.pick(["'", "\"", "[", "]", "']['", "\"]", "a", "b c", "é"]) }.joined()
            guard let property = ProfileProperty(spelled: "properties[\(dice.pick(["'", "\""]))\(inside)\(dice.pick(["'", "\""]))]") else {
                continue
            }
            count += 1
            #expect(ProfileProperty(spelled: property.spelled) == property, "\(property)")
        }
        #expect(count > 500)
    }

    @Test("Standard ones are read by their names and by Klaviyo's others, and written by their names")
    func standard() {
        for name in ProfileProperty.standardNames {
            #expect(ProfileProperty(spelled: name) == .standard(name) && ProfileProperty.standard(name).spelled == name)
        }
        #expect(ProfileProperty(spelled: "$city") == .standard("location.city"))
        #expect(ProfileProperty(spelled: "zip") == .standard("location.zip"))
        #expect(ProfileProperty(spelled: "unique_id") == .standard("external_id"))
        #expect(ProfileProperty(spelled: "Email") == nil)
    }
}
