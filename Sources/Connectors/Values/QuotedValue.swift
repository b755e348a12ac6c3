/// A value as it may stand in a message: on one line, without control characters, never longer than 40 characters.
enum QuotedValue {
    /// The most characters of a value that are shown.
    static let limit = 40

    /// The value between quotation marks; bytes that are no UTF-8 show as U+FFFD.
    static func quote(_ bytes: UnsafeRawBufferPointer) -> String {
        // No character of UTF-8 is longer than its bytes, so a prefix is enough; a few more bytes tell whether it was cut.
        quote(String(decoding: bytes.prefix(limit * 8), as: UTF8.self))
    }

    /// The text between quotation marks.
    static func quote(_ text: String) -> String {
        var shown = ""
        var count = 0
        for character in text {
            if count == limit - 1 { return "“\(shown)…”" }
            let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control || $0.value == 0x2028 }
            shown.append(isControl ? " " : character)
            count += 1
        }
        return "“\(shown)”"
    }
}
