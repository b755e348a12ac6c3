/// Nodes as bytes of HTML that is well-formed XML too, so that any reader of either can check it.
struct Markup {
    private(set) var text = ""

    init(_ node: Node) {
        write(node)
    }

    private mutating func write(_ node: Node) {
        switch node {
        case .text(let words): text += Self.escaped(words)
        case .outside(let words, let longest): text += "<bdi>" + Self.escaped(OutsideText(words, longest: longest).shown) + "</bdi>"
        case .group(let nodes): for node in nodes { write(node) }
        case .verbatim(let markup): text += markup.text
        case .element(let tag, let attributes, let content): write(tag, attributes, content)
        }
    }

    private mutating func write(_ tag: Tag, _ attributes: [Attribute], _ content: [Node]) {
        text += "<" + tag.rawValue
        for attribute in attributes {
            text += " " + attribute.name.rawValue + "=\"" + Self.escaped(attribute.value) + "\""
        }
        if tag.isVoid {
            text += "/>"
            return
        }
        text += ">"
        for node in content { write(node) }
        text += "</" + tag.rawValue + ">"
        if Self.endsLine.contains(tag) { text += "\n" }
    }

    /// Blocks end a line, so that the page can be read and compared as text.
    private static let endsLine: Set<Tag> = [
        .div, .p, .section, .table, .tr, .h1, .h2, .h3, .li, .ul, .ol, .dl, .head, .title, .style, .figure, .details, .summary, .thead,
        .tbody,
    ]

    /// Text with the characters that mean something in markup replaced.
    static func escaped(_ words: String) -> String {
        var result = ""
        result.reserveCapacity(words.utf8.count)
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
        return result
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

/// Text from outside in the form that is shown: on one line, without characters that steer the direction of text, and not endless.
struct OutsideText {
    let shown: String

    /// Characters of a name that are shown.
    static let longest = 80

    init(_ words: String, longest: Int) {
        var scalars = String.UnicodeScalarView()
        var isCut = false
        for scalar in words.unicodeScalars {
            guard scalars.count < longest else {
                isCut = true
                break
            }
            scalars.append(scalar.steersText ? "\u{FFFD}" : scalar)
        }
        shown = String(scalars) + (isCut ? "…" : "")
    }
}

extension Unicode.Scalar {
    /// Control characters, direction marks, and marks that stay invisible.
    fileprivate var steersText: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xE0000...0xE0FFF: true
        default: false
        }
    }
}
