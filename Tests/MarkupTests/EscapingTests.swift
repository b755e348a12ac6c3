import Markup
import Testing

@Suite("Text becomes characters, never markup")
struct EscapingTests {
    @Test("Text from outside is cut, and what steers text or a page is taken out")
    func outside() {
        #expect(OutsideText("plain name", longest: 80).shown == "plain name")
        #expect(OutsideText("a\nb\u{202E}c\u{200B}d", longest: 80).shown == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
        #expect(OutsideText(String(repeating: "x", count: 500), longest: 80).shown == String(repeating: "x", count: 80) + "…")
        // Joiners stay where they join: a family, an engineer, two letters of Persian. Elsewhere they would only be invisible.
        for joined in ["👨\u{200D}👩\u{200D}👧", "👩🏽\u{200D}💻", "🏳\u{FE0F}\u{200D}🌈", "می\u{200C}خواهم", "क्\u{200D}ष"] {
            #expect(OutsideText(joined).shown == joined)
        }
        #expect(OutsideText("VI\u{200D}P \u{200C}").shown == "VI\u{FFFD}P \u{FFFD}")
        for letter in ["ế", "Ａ", "日", "한", "I\u{FE0F}", "1\u{FE0F}", "👧\u{200D}"] {
            #expect(OutsideText(letter + "\u{200D}x").shown == letter + "\u{FFFD}x")
        }
        #expect(HTML(Node<Alone>.outside("<b>&\"'", longest: 80)).text == "<bdi>&lt;b&gt;&amp;&quot;&#39;</bdi>")
    }

    @Test("Attributes and text escape what means something, and what XML does not take is replaced")
    func attributes() {
        let node = Node<Alone>.element(.p, [.css("\"><x")], [.text("\u{FFFE}\u{0}")])
        #expect(HTML(node).text == "<p class=\"&quot;&gt;&lt;x\">\u{FFFD}\u{FFFD}</p>\n")
        #expect(HTML(Node<Alone>.link("a", to: "\" onclick=\"x")).text == "<a href=\"#&quot; onclick=&quot;x\">a</a>")
    }

    @Test("A link to a place of the page stays there, whatever the place is called")
    func anchors() {
        for name in ["//evil.example", "javascript:alert(1)", "https://evil.example"] {
            #expect(HTML(Node<Alone>.link("x", to: name)).text.contains("href=\"#"))
        }
    }

    @Test("Nodes keep their order through conditions and loops")
    func lists() {
        let node = Node<Served>.make(.ul) {
            for number in 1...3 {
                if number != 2 { Node.make(.li) { Node.text("\(number)") } }
            }
            if Bool(false) { Node.text("never") } else { Node.nothing }
        }
        #expect(HTML(node).text == "<ul><li>1</li>\n<li>3</li>\n</ul>\n")
    }
}
