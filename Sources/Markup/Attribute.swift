/// An attribute of an element. Names are ours; values are escaped when they are written.
public struct Attribute<Kind: PageKind>: Sendable {
    /// As written in the markup.
    let name: String
    /// Before escaping.
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// An attribute that can take any value.
    public init(name: Name, value: String) {
        self.init(name.rawValue, value)
    }

    /// The attributes that can take any value: none of them can fetch or run anything.
    public enum Name: String, Sendable {
        case id, lang, scope, role, tabindex, datetime, open
        case elementClass = "class"
        case label = "aria-label"
        case labelledBy = "aria-labelledby"
        case describedBy = "aria-describedby"
        case current = "aria-current"
        case hidden = "aria-hidden"
        case live = "aria-live"
        case column = "data-label"
    }

    /// The name of the element within the page.
    public static func id(_ value: String) -> Attribute { Attribute(name: .id, value: value) }
    /// Its classes.
    public static func css(_ value: String) -> Attribute { Attribute(name: .elementClass, value: value) }
    /// A link to a place of the same page.
    public static func anchor(_ id: String) -> Attribute { Attribute("href", "#" + id) }
    /// Whether a header is of its row or its column.
    public static func scope(_ value: String) -> Attribute { Attribute(name: .scope, value: value) }
    /// What the element is, for who cannot see it.
    public static func label(_ value: String) -> Attribute { Attribute(name: .label, value: value) }
    /// The element that says what this one is.
    public static func labelledBy(_ id: String) -> Attribute { Attribute(name: .labelledBy, value: id) }
}

extension Attribute where Kind == Served {
    /// A link to a page of the same server.
    public static func to(_ path: PagePath) -> Attribute { Attribute("href", path.text) }
}
