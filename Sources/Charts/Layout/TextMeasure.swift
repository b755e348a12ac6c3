/// How wide a text will be, before any browser has seen it.
///
/// From the widths of Helvetica, a little enlarged: the sans-serif faces of today's systems differ by some percent, and a label with
/// too much room looks better than one that is cut.
enum TextMeasure {
    /// The weight of a face.
    enum Weight { case regular, bold }

    /// The width in pixels of a text at a font size.
    static func width(_ text: String, size: Double, weight: Weight = .regular) -> Double {
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += advance(of: scalar) }
        let margin = weight == .bold ? 1.14 : 1.07
        return Double(thousandths) / 1000 * size * margin
    }

    /// Of the characters from space to tilde, in thousandths of the font size.
    private static let ascii: [Int] = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]

    private static func advance(of scalar: Unicode.Scalar) -> Int {
        let value = Int(scalar.value)
        if (0x20...0x7E).contains(value) { return ascii[value - 0x20] }
        switch value {
        case 0xA0, 0x2009, 0x202F: return 278
        case 0x2013: return 556
        case 0x2018...0x201F: return 340
        case 0x20AC: return 556
        case 0x2014, 0x2026: return 1000
        case 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        case 0xC0...0x24F: return scalar.properties.isUppercase ? 740 : 560
        case 0x370...0x52F: return scalar.properties.isUppercase ? 760 : 620
        case 0x1100...0x11FF, 0x2E80...0xFFDC: return 1000
        case 0x10000...: return 1350
        default: return scalar.properties.generalCategory == .nonspacingMark ? 0 : 720
        }
    }

    /// The text, or as much of its beginning as fits with an ellipsis.
    static func fitted(_ text: String, within available: Double, size: Double, weight: Weight = .regular) -> String {
        if text.unicodeScalars.count <= longest, width(text, size: size, weight: weight) <= available { return text }
        var kept = ""
        let room = available - width("…", size: size, weight: weight)
        var used = 0.0
        for character in text.prefix(longest) {
            used += width(String(character), size: size, weight: weight)
            if used > room { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text in lines broken at spaces, each at most as wide as told. What is more than the lines allowed ends with an ellipsis.
    static func lines(
        _ text: String, within available: Double, size: Double, weight: Weight = .regular, atMost limit: Int
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        // A grapheme of thousands of combining marks is one character: the bound is on scalars as well.
        let bounded = String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest * 3)))
        let words = bounded.split(whereSeparator: { $0 == " " || $0.isNewline }).map(String.init)
        for (place, word) in words.enumerated() {
            let longer = line.isEmpty ? word : line + " " + word
            if line.isEmpty || width(longer, size: size, weight: weight) <= available {
                line = longer
                continue
            }
            if lines.count == limit - 1 {
                lines.append(
                    fitted(([line] + words[place...]).joined(separator: " "), within: available, size: size, weight: weight))
                return lines
            }
            lines.append(fitted(line, within: available, size: size, weight: weight))
            line = word
        }
        if !line.isEmpty { lines.append(fitted(line, within: available, size: size, weight: weight)) }
        return lines
    }

    /// The same number of lines, about equally long: no last line holds a single word.
    static func balancedLines(
        _ text: String, within available: Double, size: Double, weight: Weight = .regular, atMost limit: Int
    ) -> [String] {
        let greedy = lines(text, within: available, size: size, weight: weight, atMost: limit)
        guard greedy.count > 1, greedy.last?.hasSuffix("…") == false else { return greedy }
        for share in [0.55, 0.65, 0.75, 0.85, 0.93] {
            let narrower = lines(text, within: available * share, size: size, weight: weight, atMost: limit)
            if narrower.count == greedy.count, !narrower.contains(where: { $0.hasSuffix("…") }) { return narrower }
        }
        return greedy
    }

    /// Whether a text stands in so many lines with no word cut.
    static func fits(_ text: String, within available: Double, size: Double, atMost limit: Int) -> Bool {
        let lines = lines(text, within: available, size: size, atMost: limit)
        return !lines.contains { $0.hasSuffix("…") && !text.hasSuffix("…") }
    }

    /// Characters of one text that are ever drawn.
    private static let longest = 240
}
