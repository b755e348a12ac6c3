import JSON
import Testing

/// Texts come out as they went in.
@Suite struct TextTests {
    private func written(_ text: String) -> String {
        var writer = JSONWriter()
        writer.string(text)
        return writer.text
    }

    @Test func whatMustBeEscapedIs() {
        #expect(written("\"\\/\u{8}\u{C}\n\r\t") == #""\"\\/\b\f\n\r\t""#)
        #expect(written("\u{0}\u{1}\u{B}\u{1A}\u{1F}") == #""\u0000\u0001\u000b\u001a\u001f""#)
        #expect(written("\u{7F}é€😀\u{2028}</script>") == "\"\u{7F}é€😀\u{2028}</script>\"")
        #expect(written("") == #""""#)
    }

    /// Each byte at each place of a word of eight, so that none is overlooked.
    @Test func escapesAtEveryPlace() throws {
        for scalar in (0..<0x100).compactMap(Unicode.Scalar.init(_:) as (Int) -> Unicode.Scalar?) {
            for length in [1, 7, 8, 9, 17] {
                for place in 0..<length {
                    let text = String(repeating: "x", count: place) + String(scalar) + String(repeating: "y", count: length - place - 1)
                    let json = written(text)
                    #expect(!json.utf8.contains { $0 < 0x20 })
                    let read = try JSONDocument(json).root
                    #expect(read.isString(text))
                }
            }
        }
    }

    @Test func escapesAreRead() throws {
        let root = try JSONDocument(#"["\"\\\/\b\f\n\r\t","\u0041\u00e9\u20AC\uD83D\uDE00\u0000!"]"#).root
        #expect(root[0]?.string == "\"\\/\u{8}\u{C}\n\r\t")
        #expect(root[1]?.string == "Aé€😀\u{0}!")
        #expect(root[1]?.withStringBytes { $0.count } == 12)
    }

    @Test func keysAreComparedByteByByte() throws {
        let composed = "\u{E9}"
        let decomposed = "e\u{301}"
        let root = try JSONDocument("{\"\(decomposed)\":1,\"\(composed)\":2,\"a\\u0062c\":3,\"\":4,\"longer than eight\":5}").root
        #expect(root[composed]?.int == 2)
        #expect(root[decomposed]?.int == 1)
        #expect(root["abc"]?.int == 3)
        #expect(root[""]?.int == 4)
        #expect(root["longer than eight"]?.int == 5)
        #expect(root["longer than eighT"] == nil)
        #expect(root["longer than"] == nil)
    }

    @Test func theFirstOfTwoKeysCounts() throws {
        let root = try JSONDocument(#"{"a":1,"b":{"a":9},"a":2,"\u0061":3}"#).root
        #expect(root["a"]?.int == 1)
        #expect(root.count == 4)
        #expect(root.members.map(\.key) == ["a", "b", "a", "a"])
    }
}
