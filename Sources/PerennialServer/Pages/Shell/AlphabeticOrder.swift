import Foundation

extension String {
    /// By what a name stands among others: letters with accents beside those without, capitals beside small ones, so that Élite comes before
    /// Frequent and Łódź before Malmö. It is the same in every language: a list keeps its order when somebody switches.
    var alphabeticKey: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var key = ""
        let plain = folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        for scalar in plain.unicodeScalars {
            if let letters = Self.wholeLetters[scalar] { key += letters } else { key.unicodeScalars.append(scalar) }
        }
        return key
    }

    /// Letters whose stroke or ligature is no accent to Unicode.
    private static let wholeLetters: [Unicode.Scalar: String] = [
        "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss",
        "ẞ": "ss",
    ]
}

extension Sequence {
    /// In the order of an alphabet; see ``Swift/String/alphabeticKey``. Those of one name stay in their order.
    func inAlphabet(by name: (Element) -> String) -> [Element] {
        map { (key: name($0).alphabeticKey, element: $0) }.sorted { $0.key < $1.key }.map(\.element)
    }
}
