/// Text as people mean it: without case, diacritics and punctuation, as words with one space between them.
///
/// `E-mail (Facturation)`, `e_mail facturation` and `EmailFacturation` fold to `email facturation`; `Opłacone` to `oplacone`.
/// A table of our own instead of Foundation's folding: that leaves ł, ø, ß and œ as they are.
enum FoldedText {
    /// The folded form; a `#` becomes the word `number`, capitals inside a word begin a new one.
    static func fold(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        var endsLower = false
        func finish() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for scalar in text.unicodeScalars {
            if isInvisible(scalar) { continue }
            guard let folded = letters[scalar] ?? plain(scalar) else {
                finish()
                if scalar == "#" || scalar == "№" { words.append("number") }
                endsLower = false
                continue
            }
            let isUpper = scalar.properties.isUppercase
            if isUpper, endsLower { finish() }
            word += folded
            endsLower = !isUpper
        }
        finish()
        return joinCompounds(words).joined(separator: " ")
    }

    /// The folded words.
    static func words(_ text: String) -> [String] {
        fold(text).split(separator: " ").map(String.init)
    }

    /// `e-mail`, `email` and `mail` are one word.
    private static func joinCompounds(_ words: [String]) -> [String] {
        var result: [String] = []
        var index = 0
        while index < words.count {
            if index + 1 < words.count, words[index] == "e", words[index + 1] == "mail" || words[index + 1] == "mails" {
                result.append("email")
                index += 2
            } else if words[index] == "mail" {
                result.append("email")
                index += 1
            } else {
                result.append(words[index])
                index += 1
            }
        }
        return result
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String? {
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType == .decimal else { return nil }
        return properties.lowercaseMapping
    }

    /// Byte order marks, zero-width characters and combining marks.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFEFF, 0x200B...0x200F, 0x2060, 0x0300...0x036F, 0x00AD: true
        default: false
        }
    }

    private static let letters: [Unicode.Scalar: String] = {
        let groups = [
            ("a", "àáâãäåāăąǎ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěẽ"), ("g", "ĝğġģ"), ("h", "ĥħ"),
            ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("oe", "œ"),
            ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"),
            ("y", "ýÿŷ"), ("z", "źżž"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (base, forms) in groups {
            for scalar in forms.unicodeScalars {
                table[scalar] = base
                for upper in scalar.properties.uppercaseMapping.unicodeScalars where upper.value > 0x7F { table[upper] = base }
            }
        }
        return table
    }()
}
