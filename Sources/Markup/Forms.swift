/// What shows that a form was filled in on a page of ours: it goes with every form that changes something.
public struct FormToken: Sendable {
    /// As given out with the session.
    public let text: String

    /// The token of a session.
    public init(_ text: String) {
        self.text = text
    }

    /// The name of the field that holds it.
    public static let field = "csrf_token"
}

/// A field that people fill in.
public struct Field: Sendable {
    /// What kind of text it takes.
    public enum Kind: String, Sendable {
        case text, email, password, search, date, number
        case moment = "datetime-local"

        /// What browsers take it for. Their own check of addresses refuses letters that addresses may have, such as "ë": the server checks them.
        var type: String { self == .email ? Self.text.rawValue : rawValue }
    }

    /// Which keys a telephone shows.
    public enum Keys: String, Sendable {
        case decimal, numeric, email
    }

    /// What browsers may fill in by themselves.
    public enum Autocomplete: String, Sendable {
        case off, name, email, username
        case currentPassword = "current-password"
        case newPassword = "new-password"
    }

    /// As sent with the form.
    public var name: String
    /// Its name within the page: the same where none is given.
    public var id: String
    /// What kind of text it takes.
    public var kind: Kind
    /// What stands in it; never for a password.
    public var value: String
    /// What may be written, shown while nothing is.
    public var hint: String
    /// What browsers may fill in.
    public var autocomplete: Autocomplete
    /// Whether it must be filled in.
    public var isRequired: Bool
    /// The fewest characters.
    public var shortest: Int?
    /// The most characters: what is longer is cut.
    public var longest: Int
    /// The ids of what explains the field.
    public var describedBy: [String]
    /// Whether what stands in it was refused.
    public var isWrong: Bool
    /// Whether it only shows what stands in it.
    public var isFixed = false
    /// The least that a date or a number may be; empty for no limit.
    public var least = ""
    /// The most that a date or a number may be; empty for no limit.
    public var most = ""
    /// The smallest step between numbers, or `any`; empty for 1.
    public var step = ""
    /// Which keys a telephone shows; letters where not said.
    public var keys: Keys?
    /// Whether typing begins here when the page is shown.
    public var isFirst = false

    /// A field.
    public init(
        _ name: String, _ kind: Kind, id: String? = nil, value: String = "", hint: String = "", autocomplete: Autocomplete = .off,
        isRequired: Bool = true, shortest: Int? = nil, longest: Int = 200, describedBy: [String] = [], isWrong: Bool = false,
        keys: Keys? = nil
    ) {
        self.keys = keys
        self.name = name
        self.id = id ?? name
        self.kind = kind
        self.value = value
        self.hint = hint
        self.autocomplete = autocomplete
        self.isRequired = isRequired
        self.shortest = shortest
        self.longest = longest
        self.describedBy = describedBy
        self.isWrong = isWrong
    }
}

extension Node where Kind == Served {
    /// A form that changes something: it is posted, with its token.
    public static func form(
        to path: PagePath, token: FormToken, _ attributes: [Attribute<Served>] = [], @NodeList<Served> _ content: () -> [Node]
    ) -> Node {
        let address: [Attribute<Served>] = [Attribute("method", "post"), Attribute("action", path.text)]
        return Node(.element("form", isVoid: false, address + attributes, [hidden(FormToken.field, token.text)] + content()))
    }

    /// A form that only asks: what was filled in becomes parameters of the path.
    public static func query(
        _ path: PagePath, _ attributes: [Attribute<Served>] = [], @NodeList<Served> _ content: () -> [Node]
    ) -> Node {
        let address: [Attribute<Served>] = [Attribute("method", "get"), Attribute("action", path.text)]
        return Node(.element("form", isVoid: false, address + attributes, content()))
    }

    /// A value that is sent with a form and not shown.
    public static func hidden(_ name: String, _ value: String) -> Node {
        Node(.element("input", isVoid: true, [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)], []))
    }

    /// A field; its label is ``label(_:for:)``.
    public static func field(_ field: Field) -> Node {
        var attributes: [Attribute<Served>] = [
            .id(field.id), Attribute("name", field.name), Attribute("type", field.kind.type),
            Attribute("autocomplete", field.autocomplete.rawValue), Attribute("maxlength", String(field.longest)),
        ]
        if let shortest = field.shortest { attributes.append(Attribute("minlength", String(shortest))) }
        if field.kind != .password, !field.value.isEmpty { attributes.append(Attribute("value", Self.shown(field))) }
        for (name, value) in [("min", field.least), ("max", field.most), ("step", field.step)] where !value.isEmpty {
            attributes.append(Attribute(name, value))
        }
        if !field.hint.isEmpty { attributes.append(Attribute("placeholder", field.hint)) }
        if field.isFixed { attributes.append(Attribute("readonly", "readonly")) }
        if field.isRequired { attributes.append(Attribute("required", "required")) }
        if [.email, .password, .search].contains(field.kind) {
            attributes += [Attribute("autocapitalize", "none"), Attribute("spellcheck", "false")]
        }
        if !field.describedBy.isEmpty { attributes.append(Attribute("aria-describedby", field.describedBy.joined(separator: " "))) }
        if field.isWrong { attributes.append(Attribute("aria-invalid", "true")) }
        if let keys = field.keys ?? (field.kind == .email ? .email : nil) { attributes.append(Attribute("inputmode", keys.rawValue)) }
        if field.isFirst { attributes.append(Attribute("autofocus", "autofocus")) }
        return Node(.element("input", isVoid: true, attributes, []))
    }

    /// What stands in a field: text from outside like any other, but not marked where it is cut. What was refused comes back whole, also where
    /// it was too long, so that it can be mended.
    private static func shown(_ field: Field) -> String {
        let longest = field.isWrong ? max(field.longest, longestRefused) : field.longest
        let kept = String(String.UnicodeScalarView(field.value.unicodeScalars.prefix(max(0, longest))))
        return OutsideText(kept, longest: longest).shown
    }

    private static var longestRefused: Int { 4_000 }

    /// The words that say what a field is.
    public static func label(_ text: String, for id: String, _ attributes: [Attribute<Served>] = []) -> Node {
        Node(.element("label", isVoid: false, [Attribute("for", id)] + attributes, [.text(text)]))
    }

    /// A button that sends the form it stands in.
    public static func button(_ text: String, _ attributes: [Attribute<Served>] = []) -> Node {
        Node(.element("button", isVoid: false, [Attribute("type", "submit")] + attributes, [.text(text)]))
    }
}
