import Markup

extension Node where Kind == Served {
    /// A box to tick, with what it says.
    static func tick(_ text: String, name: String, value: String, id: String, isTicked: Bool) -> Node {
        .element(.span, [.css("tick")], [.checkbox(name, value: value, id: id, isChecked: isTicked), .label(text, for: id)])
    }

    /// One of some choices of which exactly one holds, with what it says.
    static func radio(_ text: String, name: String, value: String, id: String, isChosen: Bool) -> Node {
        .element(.span, [.css("tick")], [.radio(name, value: value, id: id, isChecked: isChosen), .label(text, for: id)])
    }
}
