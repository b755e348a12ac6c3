import Testing

@testable import PerennialServer

@Suite struct TextFormatTests {
    @Test(arguments: ["a@b.co", "ada.lovelace+list@mail.example.com", "o'brien@example.ie", "Łukasz@przykład.pl", "x_1-2@1-2.example"])
    func addresses(_ text: String) { #expect(TextFormat.isEmail(text)) }

    @Test(arguments: [
        "", "a", "@", "a@", "@b.co", "a@b", "a b@c.de", "a@b..de", "a@-b.de", "a@b.de-", ".a@b.de", "a.@b.de", "a..b@c.de", "a@b@c.de",
        "a@b.de ", "<a@b.de>", "a@b.de,c@d.ef", "a@b_c.de", "a\n@b.de", "a@b.de\u{0}",
    ])
    func noAddresses(_ text: String) { #expect(!TextFormat.isEmail(text)) }

    @Test func lengthsOfAddresses() {
        #expect(TextFormat.isEmail(String(repeating: "a", count: 64) + "@b.de"))
        #expect(!TextFormat.isEmail(String(repeating: "a", count: 65) + "@b.de"))
        #expect(!TextFormat.isEmail("a@" + String(repeating: "b.", count: 130) + "de"))
    }

    @Test func phonesAreE164() {
        for right in ["+15005550006", "+48601234567", "+4930123456"] { #expect(TextFormat.isPhone(right)) }
        for wrong in ["15005550006", "+0123456789", "+1", "+1 500 555 0006", "+1234567890123456", "+12345abc"] {
            #expect(!TextFormat.isPhone(wrong))
        }
    }

    @Test func othersAreKnownToo() {
        #expect(TextFormat.isUUID("123e4567-e89b-12d3-a456-426614174000"))
        #expect(!TextFormat.isUUID("123e4567e89b12d3a456426614174000"))
        #expect(TextFormat.isWebAddress("https://example.com/x"))
        #expect(!TextFormat.isWebAddress("javascript:alert(1)"))
        #expect(!TextFormat.isWebAddress("https://"))
    }
}
