import Wording

// What somebody typed, as it is shown among words.
extension Words {
    private static let longestQuoted = 60

    /// A text in the language's quotes.
    func quoted(_ text: String) -> String {
        guard !text.isEmpty else { return say(en: "(empty text)", fr: "(texte vide)", pl: "(pusty tekst)") }
        return switch language {
        case .en: "“\(Self.cut(text))”"
        case .fr: "«\(Space.noBreak)\(Self.cut(text))\(Space.noBreak)»"
        case .pl: "„\(Self.cut(text))”"
        }
    }

    /// A text cut where it is long, with signs in place of what cannot be seen or would turn the line around.
    static func cut(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            if count == longestQuoted {
                shown.append("…")
                break
            }
            count += 1
            switch scalar.value {
            case 0...0x1F: shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? "�")
            case 0x7F: shown.append("\u{2421}")
            case 0x80...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: shown.append("�")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}

extension SegmentWords {
    /// How many values of a list are shown.
    static let mostShown = 5

    /// A text in the language's quotes.
    func quoted(_ text: String) -> String { words.quoted(text) }

    /// A text cut where it is long.
    func cut(_ text: String) -> String { Words.cut(text) }

    /// Some texts in quotes; of many the first, and how many more there are.
    func quoted(_ texts: [String]) -> String { listed(texts.map { quoted($0) }) }

    /// Some things with commas; of many the first, and how many more there are.
    func listed(_ items: [String]) -> String {
        let shown = items.prefix(Self.mostShown).joined(separator: ", ")
        let left = items.count - Self.mostShown
        guard left > 0 else { return shown }
        let more = format.number(left)
        return say(en: "\(shown) and \(more) more", fr: "\(shown) et \(more) de plus", pl: "\(shown) i jeszcze \(more)")
    }

    /// Some things of which one is enough: "Loyal, Recent or At Risk".
    func alternatives(_ items: [String], most: Int = mostShown) -> String {
        let left = items.count - most
        var shown = Array(items.prefix(left > 1 ? most : items.count))
        if left > 1 {
            let more = format.number(left)
            shown.append(say(en: "one of \(more) more", fr: "l'une des \(more) autres valeurs", pl: "jedna z pozostałych (\(more))"))
        }
        guard let last = shown.popLast(), !shown.isEmpty else { return items.first ?? "" }
        let others = shown.joined(separator: ", ")
        return say(en: "\(others) or \(last)", fr: "\(others) ou \(last)", pl: "\(others) lub \(last)")
    }
}
