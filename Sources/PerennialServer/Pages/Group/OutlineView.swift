import Markup

/// A definition in words, line by line.
struct OutlineView {
    let lines: [(depth: Int, text: String)]

    var node: Node {
        .make(.ul, [.css("outline")]) {
            for line in lines {
                Node.make(.li, [.css("depth-\(min(line.depth, 4))")]) { Node.outside(line.text, longest: 600) }
            }
        }
    }
}
