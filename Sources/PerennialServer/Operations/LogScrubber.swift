/// Takes secrets and people out of what is logged: the last line of defence, since no line should hold them to begin with.
enum LogScrubber {
    /// Names under which nothing is ever shown.
    private static let hiddenNames: Set<String> = [
        "authorization", "cookie", "secret", "password", "token", "email", "phone", "phone_number", "first_name", "last_name", "address",
    ]

    static func isHidden(_ name: String) -> Bool { hiddenNames.contains(name) }

    /// The text with keys and e-mail addresses replaced.
    static func clean(_ text: String) -> String {
        let utf8 = text.utf8
        guard utf8.contains(UInt8(ascii: "@")) || text.contains("pk_") else { return text }
        var result: [UInt8] = []
        var word: [UInt8] = []
        func flush() {
            if word.count > 8, word.starts(with: "pk_".utf8) {
                result += "[key]".utf8
            } else if let at = word.firstIndex(of: UInt8(ascii: "@")), at > 0, at < word.count - 1 {
                result += "[e-mail]".utf8
            } else {
                result += word
            }
            word.removeAll(keepingCapacity: true)
        }
        for byte in utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "%"):
                word.append(byte)
            default:
                flush()
                result.append(byte)
            }
        }
        flush()
        return String(decoding: result, as: UTF8.self)
    }
}
