extension Node {
    /// An element with what it holds.
    static func make(_ tag: Tag, _ attributes: [Attribute] = [], @NodeList _ content: () -> [Node]) -> Node {
        .element(tag, attributes, content())
    }

    static func div(_ css: String, @NodeList _ content: () -> [Node]) -> Node { .element(.div, [.css(css)], content()) }
    static func p(_ text: String) -> Node { .element(.p, [], [.text(text)]) }
    static func p(_ css: String, _ text: String) -> Node { .element(.p, [.css(css)], [.text(text)]) }
    static func strong(_ text: String) -> Node { .element(.strong, [], [.text(text)]) }
    static func small(_ text: String) -> Node { .element(.small, [], [.text(text)]) }
    static func link(_ text: String, to id: String) -> Node { .element(.a, [.anchor(id)], [.text(text)]) }
}

/// Writes nodes as a list, with conditions and loops.
@resultBuilder
enum NodeList {
    static func buildExpression(_ node: Node) -> [Node] { [node] }
    static func buildExpression(_ nodes: [Node]) -> [Node] { nodes }
    static func buildBlock(_ parts: [Node]...) -> [Node] { parts.flatMap { $0 } }
    static func buildOptional(_ part: [Node]?) -> [Node] { part ?? [] }
    static func buildEither(first part: [Node]) -> [Node] { part }
    static func buildEither(second part: [Node]) -> [Node] { part }
    static func buildArray(_ parts: [[Node]]) -> [Node] { parts.flatMap { $0 } }
}
