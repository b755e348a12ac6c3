/// XML text under construction: the one place where anything is escaped.
///
/// Names of elements and attributes are static strings of the program; everything else passes through ``escape(_:into:)`` or is
/// a number that is finite by then. Nothing else can append.
struct Markup {
    /// The value of an attribute.
    enum Value {
        case text(String)
        case number(Double)
        /// Numbers between letters, such as a path's.
        case path([PathStep])
    }

    /// A step of a path: a letter of the path language, and coordinates.
    struct PathStep {
        var letter: StaticString
        var numbers: [Double]
    }

    typealias Attributes = [(name: StaticString, value: Value)]

    private(set) var text = ""

    /// An element with text in it, or an empty one.
    mutating func element(_ name: StaticString, _ attributes: Attributes, text content: String? = nil, hint: String? = nil) {
        open(name, attributes)
        if let hint {
            open("title", [])
            append(hint)
            close("title")
        }
        if let content { append(content) }
        close(name)
    }

    mutating func open(_ name: StaticString, _ attributes: Attributes) {
        text += "<\(name)"
        for attribute in attributes {
            text += " \(attribute.name)=\""
            switch attribute.value {
            case .text(let value): Self.escape(value, into: &text)
            case .number(let value): text += Self.number(value)
            case .path(let steps):
                for step in steps {
                    text += "\(step.letter)"
                    text += step.numbers.map(Self.number).joined(separator: " ")
                }
            }
            text += "\""
        }
        text += ">"
    }

    mutating func close(_ name: StaticString) { text += "</\(name)>" }

    mutating func append(_ content: String) { Self.escape(content, into: &text) }

    mutating func append(_ other: Markup) { text += other.text }

    /// Text as XML character data that is safe within double quotes too. What XML 1.0 does not allow becomes U+FFFD.
    static func escape(_ content: String, into text: inout String) {
        for scalar in content.unicodeScalars {
            switch scalar.value {
            case 0x26: text += "&amp;"
            case 0x3C: text += "&lt;"
            case 0x3E: text += "&gt;"
            case 0x22: text += "&quot;"
            case 0x27: text += "&#39;"
            case 0x09, 0x0A, 0x0D: text += " "
            case 0...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: text += "\u{FFFD}"
            // Marks that turn the direction of what follows would make a label read as another.
            case 0x202A...0x202E, 0x2066...0x2069: text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    /// A coordinate with at most two decimals. What is not finite becomes 0, what is far outside is held back.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = Int((min(max(value, -1e6), 1e6) * 100).rounded())
        let whole = hundredths.magnitude / 100
        let rest = hundredths.magnitude % 100
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// An id that is safe anywhere, made from the caller's text.
    static func identifier(_ text: String) -> String {
        let kept = text.unicodeScalars.prefix(80).map { scalar -> Character in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain || scalar == "-" || scalar == "_" ? Character(scalar) : "_"
        }
        guard let first = kept.first, first.isLetter else { return "figure-" + String(kept) }
        return String(kept)
    }
}
