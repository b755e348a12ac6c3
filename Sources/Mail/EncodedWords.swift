/// Text of any language in headers: RFC 2047, section 2 and 4.1 (the `B` form).
enum EncodedWords {
    /// A word is 75 characters at most: what is left beside `=?UTF-8?B?` and `?=` holds 45 bytes.
    private static let bytesOfWord = 45
    private static let longestLine = 76

    /// A line as it is where it is plain and short, else in encoded words.
    static func line(_ text: String, after: Int) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?") && !text.hasPrefix(" ")
        return isPlain && after + text.utf8.count <= longestLine ? text : always(text, after: after)
    }

    /// Encoded words, one a line: each holds whole characters. Line breaks and other control characters become spaces.
    static func always(_ text: String, after: Int) -> String {
        var words: [String] = []
        var bytes: [UInt8] = []
        func finish() {
            if !bytes.isEmpty { words.append("=?UTF-8?B?\(base64(bytes))?=") }
            bytes = []
        }
        for scalar in text.unicodeScalars {
            let scalar: Unicode.Scalar = scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar
            let encoded = Array(String(scalar).utf8)
            let room = words.isEmpty ? bytesOfWord - (after + 3) / 4 * 3 : bytesOfWord
            if bytes.count + encoded.count > room { finish() }
            bytes += encoded
        }
        finish()
        return words.joined(separator: "\r\n ")
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)

    /// RFC 4648, section 4.
    private static func base64(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var bits = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
            var four: [Unicode.Scalar] = []
            for _ in 0..<4 {
                four.append(alphabet[Int(bits & 63)])
                bits >>= 6
            }
            four.reverse()
            for place in 0..<4 { text.append(place <= part.count ? four[place] : "=") }
        }
        return String(text)
    }
}
