/// Writes nodes as a list, with conditions and loops.
@resultBuilder
public enum NodeList<Kind: PageKind> {
    /// One node.
    public static func buildExpression(_ node: Node<Kind>) -> [Node<Kind>] { [node] }
    /// Several nodes.
    public static func buildExpression(_ nodes: [Node<Kind>]) -> [Node<Kind>] { nodes }
    /// What stands one after another.
    public static func buildBlock(_ parts: [Node<Kind>]...) -> [Node<Kind>] { parts.flatMap { $0 } }
    /// What may be left out.
    public static func buildOptional(_ part: [Node<Kind>]?) -> [Node<Kind>] { part ?? [] }
    /// The first of two.
    public static func buildEither(first part: [Node<Kind>]) -> [Node<Kind>] { part }
    /// The second of two.
    public static func buildEither(second part: [Node<Kind>]) -> [Node<Kind>] { part }
    /// A loop.
    public static func buildArray(_ parts: [[Node<Kind>]]) -> [Node<Kind>] { parts.flatMap { $0 } }
}
