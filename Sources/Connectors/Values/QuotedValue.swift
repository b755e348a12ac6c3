/// A value as it may stand in a message: on one line, without control characters, never longer than 40 characters.
enum QuotedValue {
    /// The most characters of a value that are shown.
    static let limit = 40

    /// The value between quotation marks; bytes that are no UTF-8 show as U+FFFD.
    static func quote(_ bytes: UnsafeRawBufferPointer) -> String {
        // No character of UTF-8 is longer than its bytes, so a prefix is enough; a few more bytes tell whether it was cut.
        quote(String(decoding: bytes.prefix(limit * 8), as: UTF8.self))
    }

    /// What stands in a column of a row, shortened; `nil` where nothing does.
    static func value(in column: Int?, of cells: RowCells) -> String? {
        guard let column, (0..<cells.count).contains(column) else { return nil }
        let bytes = FieldText.plain(cells.raw(column).prefix(limit * 8))
        return bytes.isEmpty ? nil : short(String(decoding: bytes, as: UTF8.self))
    }

    /// The text between quotation marks.
    static func quote(_ text: String) -> String { "“\(short(text))”" }

    /// The text as an argument that a shell takes as it stands, followed by words of our own: nothing in it is a command.
    static func shell(_ text: String, then rest: String = "") -> String {
        let escaped = short(text).split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        return "'\(escaped)\(rest)'"
    }

    /// The text with each character that steers a terminal, ends a line or turns the direction of writing shown by its number.
    static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    private static func short(_ text: String) -> String {
        let shown = visible(String(text.prefix(limit)))
        return shown.count >= limit ? "\(shown.prefix(limit - 1))…" : shown
    }

    /// C0, DEL, C1, the separators of lines and paragraphs, and the marks that turn the direction of writing.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
