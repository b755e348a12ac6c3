/// A field in which one of some values is chosen, folded up until it is asked for.
public struct Choices: Sendable {
    /// A value that can be chosen.
    public struct Option: Sendable {
        /// As sent with the form.
        public var value: String
        /// As shown; text from outside like any other.
        public var label: String
        /// Classes, by which a style shows what belongs to the value.
        public var css: String

        /// A value and what it is called.
        public init(_ value: String, _ label: String, css: String = "") {
            self.value = value
            self.label = label
            self.css = css
        }
    }

    /// Values under a title; without one they stand alone.
    public struct Group: Sendable {
        /// What they have in common.
        public var title: String
        /// In the order in which they are shown.
        public var options: [Option]

        /// Values that belong together.
        public init(_ title: String = "", _ options: [Option]) {
            self.title = title
            self.options = options
        }
    }

    /// As sent with the form.
    public var name: String
    /// Its name within the page: the same where none is given.
    public var id: String
    /// In the order in which they are shown.
    public var groups: [Group]
    /// The value that is chosen already; one that is no option chooses the first.
    public var chosen: String
    /// The ids of what explains the field.
    public var describedBy: [String]
    /// Whether what was chosen was refused.
    public var isWrong: Bool
    /// Whether typing begins here when the page is shown.
    public var isFirst: Bool

    /// A field with its values in groups.
    public init(
        _ name: String, id: String? = nil, groups: [Group], chosen: String = "", describedBy: [String] = [], isWrong: Bool = false,
        isFirst: Bool = false
    ) {
        self.name = name
        self.id = id ?? name
        self.groups = groups
        self.chosen = chosen
        self.describedBy = describedBy
        self.isWrong = isWrong
        self.isFirst = isFirst
    }

    /// A field with its values.
    public init(
        _ name: String, id: String? = nil, _ options: [Option], chosen: String = "", describedBy: [String] = [], isWrong: Bool = false,
        isFirst: Bool = false
    ) {
        self.init(
            name, id: id, groups: [Group("", options)], chosen: chosen, describedBy: describedBy, isWrong: isWrong, isFirst: isFirst)
    }
}

extension Node where Kind == Served {
    /// A field in which one value is chosen; its label is ``label(_:for:_:)``.
    public static func select(_ choices: Choices, _ more: [Attribute<Served>] = []) -> Node {
        var attributes: [Attribute<Served>] = [.id(choices.id), Attribute("name", choices.name), Attribute("autocomplete", "off")]
        attributes += described(choices.describedBy, choices.isWrong)
        if choices.isFirst { attributes.append(Attribute("autofocus", "autofocus")) }
        var isChosen = false
        func node(_ option: Choices.Option) -> Node {
            var attributes = [Attribute<Served>("value", option.value)]
            if !option.css.isEmpty { attributes.append(.css(option.css)) }
            // The first of two alike, as browsers have it.
            if option.value == choices.chosen, !isChosen {
                isChosen = true
                attributes.append(Attribute("selected", "selected"))
            }
            return Node(.element("option", isVoid: false, attributes, [.text(OutsideText(option.label).shown)]))
        }
        var content: [Node] = []
        for group in choices.groups where !group.options.isEmpty {
            let options = group.options.map(node)
            content +=
                group.title.isEmpty ? options : [Node(.element("optgroup", isVoid: false, [Attribute("label", group.title)], options))]
        }
        return Node(.element("select", isVoid: false, attributes + more, content))
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
        button(text, [Attribute("name", name), Attribute("value", value)] + attributes)
    }

    private static func tick(_ type: String, _ name: String, value: String, id: String, isChecked: Bool) -> Node {
        let mark: [Attribute<Served>] = isChecked ? [Attribute("checked", "checked")] : []
        let attributes: [Attribute<Served>] = [
            .id(id), Attribute("name", name), Attribute("type", type), Attribute("value", value), Attribute("autocomplete", "off"),
        ]
        return Node(.element("input", isVoid: true, attributes + mark, []))
    }
}
