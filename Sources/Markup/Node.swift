public import Charts

/// A piece of a page. Text from anywhere becomes characters of the page, never markup: escaping is part of writing a node.
public struct Node<Kind: PageKind>: Sendable {
    indirect enum Content: Sendable {
        case element(String, isVoid: Bool, [Attribute<Kind>], [Node])
        case text(String)
        case outside(String, longest: Int)
        case group([Node])
        case verbatim(String)
    }

    let content: Content

    init(_ content: Content) {
        self.content = content
    }

    /// An element with its attributes and what it holds.
    public static func element(_ tag: Tag, _ attributes: [Attribute<Kind>], _ content: [Node]) -> Node {
        Node(.element(tag.rawValue, isVoid: false, attributes, content))
    }

    /// An element with what it holds, written as a list.
    public static func make(_ tag: Tag, _ attributes: [Attribute<Kind>] = [], @NodeList<Kind> _ content: () -> [Node]) -> Node {
        .element(tag, attributes, content())
    }

    /// Words of ours.
    public static func text(_ words: String) -> Node { Node(.text(words)) }

    /// Text from outside: a name, a file, a column. Cut to a bearable length, kept apart from the direction of the text around it.
    public static func outside(_ words: String, longest: Int = OutsideText.longest) -> Node { Node(.outside(words, longest: longest)) }

    /// Nodes one after another.
    public static func group(_ nodes: [Node]) -> Node { Node(.group(nodes)) }

    /// Nodes one after another, written as a list.
    public static func group(@NodeList<Kind> _ content: () -> [Node]) -> Node { .group(content()) }

    /// A figure drawn at a width: its own writer escapes.
    public static func figure(_ figure: any Figure, id: String, width: Double) -> Node {
        Node(.verbatim(figure.svg(id: id, width: width)))
    }

    /// Nothing.
    public static var nothing: Node { .group([]) }
}
