import Testing

@testable import PerennialServer

@Suite struct CursorTests {
    private let coding = CursorCoding(secret: Array("secret".utf8))

    @Test func aCursorComesBackAsItWas() throws {
        for cursor in [
            Cursor(.number(0)), Cursor(.number(.min), .text("a@example.com"), isBackward: true), Cursor(.text("Łódź"), .number(.max)),
            Cursor(),
        ] {
            let text = coding.text(cursor, context: "/api/lists")
            #expect(try coding.cursor(text, context: "/api/lists") == cursor)
        }
    }

    @Test func aLinkAndAnEncodedCursorCountAsTheCursor() throws {
        let cursor = Cursor(.number(7))
        let text = coding.text(cursor, context: "c")
        let link = "http://127.0.0.1:8080/api/lists?page%5Bcursor%5D=\(text)&sort=name"
        for sent in [
            text, link, "https://shop.example/api/lists?sort=name&page[cursor]=\(text)", PercentCoding.encode(link),
            PercentCoding.encode(PercentCoding.encode(link)), PercentCoding.encode("=" + text).replacing("%3D", with: ""),
        ] {
            #expect(try coding.cursor(sent, context: "c") == cursor, "\(sent)")
        }
    }

    @Test func whatWasNotGivenOutIsRefused() async {
        let text = coding.text(Cursor(.number(7)), context: "c")
        #expect(throws: APIError.self) { try coding.cursor(text, context: "another") }
        #expect(throws: APIError.self) { try CursorCoding(secret: [1]).cursor(text, context: "c") }
        #expect(throws: APIError.self) { try coding.cursor(String(text.dropLast()), context: "c") }
        #expect(throws: APIError.self) { try coding.cursor(text + "A", context: "c") }
        #expect(throws: APIError.self) { try coding.cursor("", context: "c") }
        #expect(throws: APIError.self) { try coding.cursor("%", context: "c") }
        #expect(throws: APIError.self) { try coding.cursor("http://a/?page[cursor]=", context: "c") }
        #expect(throws: APIError.self) { try coding.cursor(String(repeating: "A", count: 10_000), context: "c") }
        var random = SeededRandom(seed: 5)
        for step in 0..<2_000 {
            // The threads of tasks are few, and servers of other tests wait for them.
            if step % 100 == 0 { await Task.yield() }
            var bytes = Array(text.utf8)
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 33...126, using: &random)
            let changed = String(decoding: bytes, as: UTF8.self)
            if changed != text { #expect((try? coding.cursor(changed, context: "c")) == nil, "\(changed)") }
        }
    }

    @Test func base64OfAddressesIsReversible() {
        var random = SeededRandom(seed: 6)
        for count in 0..<70 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
        #expect(Base64URL.encode(Array("fo".utf8)) == "Zm8")
        // Bits that belong to no byte, a length that no bytes have, characters of the other alphabet.
        for wrong in ["Zm9", "Z", "Zm8=", "Zm+8", "Zm/8"] where wrong != "Zm9" { #expect(Base64URL.decode(wrong) == nil, "\(wrong)") }
        #expect(Base64URL.decode("Zm9") == nil)
    }
}
