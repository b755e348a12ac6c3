import Shop
import Testing

@Suite("Names of segments")
struct SegmentNameTests {
    @Test("What people can read is a name", arguments: ["VIP", "Été & Łódź 2026", " x ", "👩‍👩‍👧", "日本", "e\u{301}"])
    func good(name: String) { #expect(SegmentDefinition.faultOf(name: name) == nil) }

    @Test(
        "Nothing, blanks, control characters and too much are said for what they are",
        arguments: [
            ("", "blank"), ("  \u{A0}\u{3000}", "blank"), ("\u{200B}\u{FEFF}", "blank"), ("\u{FFFD} \u{FFFD}", "blank"), ("a\0b", "U+0000"),
            ("a\nb", "U+000A"),
            ("\u{85}", "U+0085"), (String(repeating: "é", count: 128), "256 bytes"),
        ])
    func wrong(name: String, said: String) { #expect(SegmentDefinition.faultOf(name: name)?.contains(said) == true) }
}
