/// Nodes as bytes of HTML that is well-formed XML too, so that any reader of either can check it.
public struct HTML: Sendable {
    /// The markup.
    public private(set) var text = ""

    /// The markup of a node.
    public init<Kind>(_ node: Node<Kind>) {
        write(node)
    }

    /// A whole document.
    public static func document<Kind>(_ root: Node<Kind>) -> String { "<!DOCTYPE html>\n" + HTML(root).text + "\n" }

    private mutating func write<Kind>(_ node: Node<Kind>) {
        switch node.content {
        case .text(let words): Self.escape(words, into: &text)
        case .outside(let words, let longest):
            text += "<bdi>"
            Self.escape(OutsideText(words, longest: longest).shown, into: &text)
            text += "</bdi>"
        case .group(let nodes): for node in nodes { write(node) }
        case .verbatim(let markup): text += markup
        case .element(let tag, let isVoid, let attributes, let content): write(tag, isVoid, attributes, content)
        }
    }

    private mutating func write<Kind>(_ tag: String, _ isVoid: Bool, _ attributes: [Attribute<Kind>], _ content: [Node<Kind>]) {
        text += "<" + tag
        for attribute in attributes {
            text += " " + attribute.name + "=\""
            Self.escape(attribute.value, into: &text)
            text += "\""
        }
        if isVoid {
            text += "/>"
            return
        }
        text += ">"
        for node in content { write(node) }
        text += "</" + tag + ">"
        if Self.endsLine.contains(tag) { text += "\n" }
    }

    /// Blocks end a line, so that the page can be read and compared as text.
    private static let endsLine: Set<String> = [
        "div", "p", "section", "table", "tr", "h1", "h2", "h3", "li", "ul", "ol", "dl", "head", "title", "style", "figure", "details",
        "summary", "thead", "tbody", "form", "aside", "fieldset", "option",
    ]

    /// Text with the characters that mean something in markup replaced.
    public static func escaped(_ words: String) -> String {
        var result = ""
        result.reserveCapacity(words.utf8.count)
        escape(words, into: &result)
        return result
    }

    private static func escape(_ words: String, into result: inout String) {
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar.isAllowed ? scalar : "\u{FFFD}")
            }
        }
    }
}

extension Unicode.Scalar {
    /// Whether it may stand in XML: no control characters but tab and line ends, no non-characters.
    fileprivate var isAllowed: Bool {
        switch value {
        case 0x9, 0xA, 0xD, 0x20..<0x7F, 0xA0..<0xFDD0, 0xFDF0..<0xFFFE: true
        case 0x10000...: value & 0xFFFE != 0xFFFE
        default: false
        }
    }
}
