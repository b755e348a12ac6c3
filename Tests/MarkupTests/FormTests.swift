import Markup
import Testing

@Suite("Forms and what a served page may do")
struct FormTests {
    @Test("A form that changes something carries its token")
    func token() {
        let form = Node<Served>.form(to: PagePath("sign-in"), token: FormToken("\"t&")) { Node.button("Go") }
        #expect(
            HTML(form).text
                == "<form method=\"post\" action=\"/sign-in\"><input type=\"hidden\" name=\"csrf_token\" value=\"&quot;t&amp;\"/>"
                + "<button type=\"submit\">Go</button></form>\n")
    }

    @Test("A form that only asks goes by parameters")
    func query() {
        let form = Node<Served>.query(PagePath("profiles")) { Node.field(Field("q", .search, value: "a\"b", isRequired: false)) }
        let text = HTML(form).text
        #expect(text.hasPrefix("<form method=\"get\" action=\"/profiles\"><input id=\"q\" name=\"q\" type=\"search\""))
        #expect(text.contains("value=\"a&quot;b\"") && !text.contains("csrf_token") && !text.contains("required"))
    }

    @Test("A password is never written into a page")
    func password() {
        let field = Field(
            "password", .password, value: "secret", autocomplete: .newPassword, shortest: 12, describedBy: ["a", "b"], isWrong: true)
        let text = HTML(Node<Served>.field(field)).text
        #expect(!text.contains("secret") && text.contains("autocomplete=\"new-password\"") && text.contains("minlength=\"12\""))
        #expect(text.contains("aria-describedby=\"a b\"") && text.contains("aria-invalid=\"true\"") && text.hasSuffix("/>"))
    }

    @Test("What stands in a field is cut to its length, and steers no text")
    func value() {
        let field = Field("q", .search, value: "\u{202E}" + String(repeating: "x", count: 500), longest: 10)
        #expect(HTML(Node<Served>.field(field)).text.contains("value=\"\u{FFFD}xxxxxxxxx\""))
    }

    @Test("Style sheets and pictures come from paths of the same server")
    func fetching() {
        let nodes: [Node<Served>] = [.stylesheet(PagePath("//x", "a.css")), .icon(PagePath("a.svg"))]
        #expect(
            HTML(Node.group(nodes)).text
                == "<link rel=\"stylesheet\" href=\"/%2F%2Fx/a.css\"/>"
                + "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/a.svg\"/>")
    }
}
