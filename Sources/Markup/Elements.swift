extension Node {
    /// A block with classes.
    public static func div(_ css: String, @NodeList<Kind> _ content: () -> [Node]) -> Node { .element(.div, [.css(css)], content()) }
    /// A paragraph of words of ours.
    public static func p(_ text: String) -> Node { .element(.p, [], [.text(text)]) }
    /// A paragraph with classes.
    public static func p(_ css: String, _ text: String) -> Node { .element(.p, [.css(css)], [.text(text)]) }
    /// Words that matter more.
    public static func strong(_ text: String) -> Node { .element(.strong, [], [.text(text)]) }
    /// Words that matter less.
    public static func small(_ text: String) -> Node { .element(.small, [], [.text(text)]) }
    /// Words that lead to a place of the same page.
    public static func link(_ text: String, to id: String) -> Node { .element(.a, [.anchor(id)], [.text(text)]) }
}

extension Node {
    /// The style of the page, within the page.
    public static func style(_ sheet: StyleSheet) -> Node { .element(.style, [], [Node(.verbatim(sheet.text))]) }

    /// The characters of the page: UTF-8.
    public static var charset: Node { .meta([Attribute("charset", "utf-8")]) }

    /// The content security policy, for a page that no server gives one with.
    public static func policy(_ policy: String) -> Node {
        .meta([Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", policy)])
    }

    /// Something the page says of itself.
    public static func meta(_ name: MetaName, _ content: String) -> Node {
        .meta([Attribute("name", name.rawValue), Attribute("content", content)])
    }

    private static func meta(_ attributes: [Attribute<Kind>]) -> Node { Node(.element("meta", isVoid: true, attributes, [])) }
}

/// What a page says of itself in its head.
public enum MetaName: String, Sendable {
    case viewport, referrer, robots
    case colorScheme = "color-scheme"
    case themeColor = "theme-color"
}
