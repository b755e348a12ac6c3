/// A field in which one of some values is chosen, folded up until it is asked for.
public struct Choices: Sendable {
    /// A value that can be chosen.
    public struct Option: Sendable {
        /// As sent with the form.
        public var value: String
        /// As shown; text from outside like any other.
        public var label: String

        /// A value and what it is called.
        public init(_ value: String, _ label: String) {
            self.value = value
            self.label = label
        }
    }

    /// As sent with the form.
    public var name: String
    /// Its name within the page: the same where none is given.
    public var id: String
    /// In the order in which they are shown.
    public var options: [Option]
    /// The value that is chosen already; one that is no option chooses the first.
    public var chosen: String
    /// The ids of what explains the field.
    public var describedBy: [String]
    /// Whether what was chosen was refused.
    public var isWrong: Bool

    /// A field with its values.
    public init(
        _ name: String, id: String? = nil, _ options: [Option], chosen: String = "", describedBy: [String] = [], isWrong: Bool = false
    ) {
        self.name = name
        self.id = id ?? name
        self.options = options
        self.chosen = chosen
        self.describedBy = describedBy
        self.isWrong = isWrong
    }
}

extension Node where Kind == Served {
    /// A field in which one value is chosen; its label is ``label(_:for:_:)``.
    public static func select(_ choices: Choices, _ more: [Attribute<Served>] = []) -> Node {
        var attributes: [Attribute<Served>] = [.id(choices.id), Attribute("name", choices.name)]
        if !choices.describedBy.isEmpty { attributes.append(Attribute("aria-describedby", choices.describedBy.joined(separator: " "))) }
        if choices.isWrong { attributes.append(Attribute("aria-invalid", "true")) }
        let options = choices.options.map { option in
            let mark: [Attribute<Served>] = option.value == choices.chosen ? [Attribute("selected", "selected")] : []
            let label = OutsideText(option.label).shown
            return Node(.element("option", isVoid: false, [Attribute("value", option.value)] + mark, [.text(label)]))
        }
        return Node(.element("select", isVoid: false, attributes + more, options))
    }

    /// A box that is ticked or not; its label is ``label(_:for:_:)``.
    public static func checkbox(_ name: String, value: String, id: String, isChecked: Bool) -> Node {
        tick("checkbox", name, value: value, id: id, isChecked: isChecked)
    }

    /// One of several of the same name, of which one is chosen; its label is ``label(_:for:_:)``.
    public static func radio(_ name: String, value: String, id: String, isChecked: Bool) -> Node {
        tick("radio", name, value: value, id: id, isChecked: isChecked)
    }

    /// A button that sends the form it stands in, with a value that says which button it was.
    public static func button(_ text: String, name: String, value: String, _ attributes: [Attribute<Served>] = []) -> Node {
        let own: [Attribute<Served>] = [Attribute("type", "submit"), Attribute("name", name), Attribute("value", value)]
        return Node(.element("button", isVoid: false, own + attributes, [.text(text)]))
    }

    private static func tick(_ type: String, _ name: String, value: String, id: String, isChecked: Bool) -> Node {
        let mark: [Attribute<Served>] = isChecked ? [Attribute("checked", "checked")] : []
        let attributes: [Attribute<Served>] = [
            .id(id), Attribute("name", name), Attribute("type", type), Attribute("value", value), Attribute("autocomplete", "off"),
        ]
        return Node(.element("input", isVoid: true, attributes + mark, []))
    }
}
