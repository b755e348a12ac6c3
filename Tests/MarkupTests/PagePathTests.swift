import Markup
import Testing

@Suite("Paths of the same server")
struct PagePathTests {
    @Test("Parts, parameters and anchors are encoded")
    func encoding() {
        #expect(PagePath.root.text == "/")
        #expect(PagePath("profiles", "01A").text == "/profiles/01A")
        #expect(PagePath("profiles", "a/b?c#d é").text == "/profiles/a%2Fb%3Fc%23d%20%C3%A9")
        #expect(PagePath("profiles").with("q", "ann & co").with("page", "2").text == "/profiles?q=ann%20%26%20co&page=2")
        #expect(PagePath("profiles").with("page", "1").with("page", "2").text == "/profiles?page=2")
        #expect(PagePath("a").with("x", "1").without("x").at("y\"z").text == "/a#y%22z")
        #expect(PagePath("a").appending("b").appending("").text == "/a/b")
    }

    @Test(
        "No parts name another server or lead upwards",
        arguments: ["", ".", "..", "//evil.example", "\\evil.example", "https://evil.example", "javascript:alert(1)", "\u{0}", "\r\nX: y"])
    func hostile(part: String) {
        for path in [PagePath(part), PagePath("", part), PagePath("a", part, "b").with(part, part).at(part)] {
            #expect(path.text.hasPrefix("/") && !path.text.hasPrefix("//") && !path.text.contains("\\"))
            #expect(path.text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") })
            #expect(!path.text.split(separator: "/").contains { $0 == ".." || $0 == "." })
        }
    }

    @Test("A path that was asked for comes back as it was, or as one of this server")
    func requested() {
        let path = PagePath("profiles", "a b").with("q", "ann & co=é").with("page", "2")
        #expect(PagePath(requested: path.text) == path)
        #expect(PagePath(requested: "/profiles?q=ann+%26+co")?.text == "/profiles?q=ann%20%26%20co")
        #expect(PagePath(requested: "/")?.text == "/")
        #expect(PagePath(requested: "//evil.example/x")?.text == "/evil.example/x")
        #expect(PagePath(requested: "/\\evil.example")?.text == "/%5Cevil.example")
        #expect(PagePath(requested: "/a/../../b/%2e%2E/.")?.text == "/a/b")
        #expect(PagePath(requested: "/a?x&y=1#place")?.text == "/a?x=&y=1")
        for text in [
            "", "a", "https://evil.example", "javascript:alert(1)", "/%", "/%zz", "/%FF", "/" + String(repeating: "a", count: 2_000),
        ] {
            #expect(PagePath(requested: text) == nil, "\(text.prefix(30))")
        }
    }
}
