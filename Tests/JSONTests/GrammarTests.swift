import JSON
import Testing

/// What is JSON by RFC 8259 and what is not; where the RFC leaves a choice, ours.
@Suite struct GrammarTests {
    @Test(arguments: [
        "0", "-0", "1.5e3", "1E+2", "1e-2", "-0.0", "true", "false", "null", #""""#, #""a""#, "[]", "{}", " [ 1 , 2 ] ", "\t\r\n{ }\n",
        #"{"":0}"#, #"{"a":1,"a":2}"#, #""\"\\\/\b\f\n\r\t\u0041""#, #""\u0000""#, #""\uD83D\uDE00""#, "\"\u{7F}\"", "\"\u{2028}\"",
        "\"é€😀\"", "[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]", "9223372036854775807", "-9223372036854775808", "18446744073709551615",
        "1.7976931348623157e308", "5e-324", "1e-400", "0e400", "123456789012345678901234567890.0",
        "0.1000000000000000055511151231257827021181583404541015625", "[1,[2,{\"a\":[]}],\"]\"]", "\u{FEFF}[1]",
    ])
    func accepted(_ text: String) throws {
        _ = try JSONDocument(text)
    }

    /// Texts, the kind of fault, and the byte where it stands.
    static let refusals: [(String, JSONError.Code, Int?)] = [
        ("", .empty, nil),
        (" \n\t", .empty, 3),
        ("\u{FEFF}", .empty, nil),
        // Ends too early.
        ("[", .syntax, 1), ("{", .syntax, 1), ("[1", .syntax, 2), ("[1,", .syntax, 3), (#"{"a""#, .syntax, 4), (#"{"a":"#, .syntax, 5),
        (#"{"a":1"#, .syntax, 6), (#"{"a":1,"#, .syntax, 7), ("\"abc", .syntax, 4), ("tru", .syntax, 3), ("-", .syntax, 1),
        ("1.", .syntax, 2),
        ("1e", .syntax, 2), ("1e+", .syntax, 3), (#""\"#, .syntax, 2), (#""\u00"#, .syntax, 5),
        // Commas, colons and brackets.
        ("[1,]", .syntax, 3), ("[,1]", .syntax, 1), ("[1 2]", .syntax, 3), (#"{"a":1,}"#, .syntax, 7), (#"{"a" 1}"#, .syntax, 5),
        (#"{"a","b"}"#, .syntax, 4), ("{1:2}", .syntax, 1), ("{a:1}", .syntax, 1), ("[1}", .syntax, 2), (#"{"a":1]"#, .syntax, 6),
        ("]", .syntax, 0), (",", .syntax, 0), ("[1,,2]", .syntax, 3), (#"{"a"::1}"#, .syntax, 5),
        // Behind the value.
        ("1 2", .trailing, 2), ("[] []", .trailing, 3), ("{}}", .trailing, 2), ("null,", .trailing, 4), ("\"a\"x", .trailing, 3),
        ("1\u{0}", .trailing, 1), ("true false", .trailing, 5),
        // Numbers.
        ("01", .syntax, 0), ("-01", .syntax, 0), ("+1", .syntax, 0), (".5", .syntax, 0), ("[1.e1]", .syntax, 3), ("0x10", .trailing, 1),
        ("1_000", .trailing, 1), ("NaN", .syntax, 0), ("Infinity", .syntax, 0), ("-Infinity", .syntax, 1), ("[nul]", .syntax, 4),
        ("[1a]", .syntax, 2),
        ("18446744073709551616", .numberOutOfRange, 0), ("[-9223372036854775809]", .numberOutOfRange, 1), ("1e400", .numberOutOfRange, 0),
        ("[1,-1e309]", .numberOutOfRange, 3), ("123456789012345678901234567890", .numberOutOfRange, 0),
        // Texts.
        ("'a'", .syntax, 0), ("\"a\nb\"", .syntax, 2), ("\"a\tb\"", .syntax, 2), ("\"\u{0}\"", .syntax, 1), (#""\x41""#, .syntax, 2),
        (#""\u00g0""#, .syntax, 5), (#""\U0041""#, .syntax, 2), (#""\uD800""#, .invalidUTF8, 1), (#""\uDC00""#, .invalidUTF8, 1),
        (#""a\uD800\u0041""#, .invalidUTF8, 2), (#""\uD800\uD800""#, .invalidUTF8, 1), (#""\uD800\n""#, .invalidUTF8, 1),
        (#"{"\uDFFF":1}"#, .invalidUTF8, 2),
        // What other languages allow.
        ("// a\n1", .syntax, 0), ("[1/* a */]", .syntax, 2), ("undefined", .syntax, 0), ("True", .syntax, 0), ("\u{A0}1", .syntax, 0),
        ("\u{0}", .syntax, 0), ("[\u{0}1]", .syntax, 1), ("\u{FEFF}\u{FEFF}1", .syntax, 3), ("1\u{FEFF}", .trailing, 1),
    ]

    @Test(arguments: refusals)
    func refused(_ text: String, _ code: JSONError.Code, _ offset: Int?) throws {
        let error = try #require(throws: JSONError.self) { try JSONDocument(text) }
        #expect(error.code == code, "\(error)")
        #expect(error.offset == offset, "\(error)")
        #expect(!error.message.isEmpty)
    }

    /// Bytes that are not UTF-8: continued wrongly, too long for what they say, surrogates, beyond Unicode, cut off.
    @Test(
        arguments: [
            [0x80], [0xBF], [0xC3], [0xC3, 0x28], [0xC0, 0xAF], [0xC1, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xE0, 0x80, 0xAF],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x80, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        ] as [[UInt8]])
    func bytesThatAreNotUTF8(_ bytes: [UInt8]) throws {
        for padding in [0, 1, 13, 31, 64] {
            let text = [UInt8(ascii: "[")] + Array(repeating: 0x20, count: padding) + Array("\"é".utf8) + bytes + Array("\"]".utf8)
            let error = try #require(throws: JSONError.self) { try JSONDocument(text) }
            #expect(error.code == .invalidUTF8)
            #expect(error.offset == padding + 4)
        }
    }

    @Test func faultsNameLineAndColumn() throws {
        let error = try #require(throws: JSONError.self) { try JSONDocument("{\n  \"Łódź\": 1,\n  \"é\" 2\n}") }
        #expect(error.line == 3)
        #expect(error.column == 7)
        #expect(error.description == "line 3, column 7: expected ':' after the key, found '2'")
    }

    @Test func faultsShowNoForeignBytes() throws {
        for byte in UInt8.min...UInt8.max where byte != UInt8(ascii: "]") {
            let text = [UInt8(ascii: "["), UInt8(ascii: "1"), UInt8(ascii: " "), byte]
            let error = try #require(throws: JSONError.self) { try JSONDocument(text) }
            #expect(error.description.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
        }
    }
}
