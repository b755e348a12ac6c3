extension Node where Kind == Served {
    /// Words that lead to a page of the same server.
    public static func link(_ text: String, to path: PagePath) -> Node { .element(.a, [.to(path)], [.text(text)]) }

    /// A style sheet of the same server.
    public static func stylesheet(_ path: PagePath) -> Node { head("link", [Attribute("rel", "stylesheet"), .to(path)]) }

    /// The little picture of the page.
    public static func icon(_ path: PagePath) -> Node {
        head("link", [Attribute("rel", "icon"), Attribute("type", "image/svg+xml"), .to(path)])
    }

    private static func head(_ name: String, _ attributes: [Attribute<Kind>]) -> Node {
        Node(.element(name, isVoid: true, attributes, []))
    }
}
