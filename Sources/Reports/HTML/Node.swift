/// A piece of a page. Text from anywhere becomes characters of the page, never markup: escaping is part of writing a node.
indirect enum Node: Sendable {
    /// An element with its attributes and what it holds.
    case element(Tag, [Attribute], [Node])
    /// Words of ours.
    case text(String)
    /// Text from outside: a name, a file, a column. Cut to a bearable length, kept apart from the direction of the text around it.
    case outside(String, longest: Int)
    /// Nodes one after another.
    case group([Node])
    /// Markup that is safe by where it comes from.
    case verbatim(Verbatim)

    /// Nothing.
    static let nothing = Node.group([])
}

/// The elements that pages are made of.
enum Tag: String, Sendable {
    case a, body, caption, code, dd, details, div, dl, dt, figure, footer, h1, h2, h3, head, header, html, li, main, meta, nav, ol, p
    case section, small, span, strong, style, summary, table, tbody, td, th, thead, title, tr, ul

    /// Elements that hold nothing and are closed at once.
    var isVoid: Bool { self == .meta }
}

/// An attribute of an element. Names are ours; values are escaped when they are written.
struct Attribute: Sendable {
    /// As written in the markup.
    let name: Name
    /// Before escaping.
    let value: String

    /// The attributes that pages use. None of them can fetch or run anything: `href` takes anchors of the same page only.
    enum Name: String, Sendable {
        case id, lang, href, scope, name, content, charset, role, style, tabindex
        case elementClass = "class"
        case label = "aria-label"
        case labelledBy = "aria-labelledby"
        case httpEquiv = "http-equiv"
        case column = "data-label"
    }

    static func id(_ value: String) -> Attribute { Attribute(name: .id, value: value) }
    static func css(_ value: String) -> Attribute { Attribute(name: .elementClass, value: value) }
    static func anchor(_ id: String) -> Attribute { Attribute(name: .href, value: "#" + id) }
    static func scope(_ value: String) -> Attribute { Attribute(name: .scope, value: value) }
    static func label(_ value: String) -> Attribute { Attribute(name: .label, value: value) }
    static func labelledBy(_ id: String) -> Attribute { Attribute(name: .labelledBy, value: id) }
}
