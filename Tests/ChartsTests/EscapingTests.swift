import Testing

@testable import Charts

@Suite("Escaping")
struct EscapingTests {
    private static let hostile = [
        "</title></svg><script>alert(1)</script>", "\" onload=\"alert(1)", "' onmouseover='alert(1)", "]]><![CDATA[", "<!-- x", "-->",
        "&lt;script&gt;", "&#x3C;b&#x3E;", "<image href='http://x.example/a.png'/>", "a\u{0}b\u{8}c\u{1B}[31m", "\u{FFFE}\u{FFFF}",
        "\u{202E}evil\u{2066}", "url(javascript:alert(1))", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>&b;",
        String(repeating: "e\u{301}\u{302}", count: 1500), "👩‍👩‍👧‍👦 家族 العربية", "{{x}}${y}",
    ]

    private static let elements: Set<String> = ["svg", "title", "desc", "rect", "line", "path", "circle", "text"]
    private static let attributes: Set<String> = [
        "xmlns", "class", "id", "role", "aria-labelledby", "width", "height", "viewBox", "font-family", "x", "y", "rx", "fill", "stroke",
        "x1", "y1", "x2", "y2", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "d", "cx", "cy", "r",
        "fill-opacity",
        "text-anchor", "font-size", "font-weight", "transform",
    ]

    @Test("hostile words in every slot stay words", arguments: hostile)
    func everySlot(words: String) {
        for samples in [Samples(text: { _ in words }), Samples(text: { words + $0 }), Samples(text: { $0 + words })] {
            for figure in samples.all {
                let svg = figure.svg(id: words, width: 360)
                let drawing = ParsedDrawing(svg)
                #expect(drawing.isWellFormed, "\(figure.words.title.prefix(80))")
                // The names are all that a browser acts upon: none may come from the words.
                #expect(Set(drawing.elements.map(\.name)).isSubset(of: Self.elements))
                #expect(Set(drawing.elements.flatMap { $0.attributes.keys }).isSubset(of: Self.attributes))
                #expect(drawing.elements.filter { $0.name == "svg" }.count == 1)
                for element in drawing.elements {
                    for (name, value) in element.attributes where !["xmlns", "id", "aria-labelledby"].contains(name) {
                        #expect(!value.contains("(javascript") && !value.contains("http") && !value.contains("<"), "\(name)=\(value)")
                    }
                }
            }
        }
    }

    @Test("words are read back as they were written")
    func readBack() {
        var figure = Samples().total
        figure.words.title = "Prix < 5 € & \"plus\" : l’été's > tout"
        let drawing = ParsedDrawing(figure.svg(id: "a", width: 720))
        #expect(drawing.elements.contains { $0.name == "title" && $0.text == figure.words.title })
        #expect(drawing.elements.contains { $0.name == "text" && $0.text == figure.words.title })
    }

    @Test("an attribute keeps every word within its quotes")
    func attribute() {
        for words in ["\" onload=\"alert(1)", "' x='", "<b>&amp;", "]]>"] {
            var markup = Markup()
            markup.element("svg", [("class", .text(words))], text: words, hint: words)
            let drawing = ParsedDrawing(markup.text)
            #expect(drawing.isWellFormed)
            #expect(drawing.elements.map(\.name) == ["svg", "title"])
            #expect(drawing.elements.first?.attributes == ["class": words])
        }
    }

    @Test(
        "numbers are written short, and never as what XML does not know",
        arguments: [
            (1.0, "1"), (-0.5, "-0.5"), (12.345, "12.35"), (0.004, "0"), (-0.001, "0"), (3.07, "3.07"), (.nan, "0"), (.infinity, "0"),
            (1e300, "1000000"), (-1e300, "-1000000"),
        ])
    func numbers(value: Double, written: String) {
        #expect(Markup.number(value) == written)
    }

    @Test("an id is made safe, and begins with a letter")
    func identifier() throws {
        for (given, expected) in [("churn-720", "churn-720"), ("1 a\"b", "figure-1_a_b"), ("", "figure-"), ("é", "figure-_")] {
            let root = try #require(ParsedDrawing(Samples().total.svg(id: given, width: 720)).elements.first)
            #expect(root.attributes["id"] == expected)
        }
    }
}
