/// Text of any language as ASCII that people can still read: RFC 2045, section 6.7.
enum QuotedPrintable {
    private static let longestLine = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// A text whose lines end in `\n`, as lines that end in CR LF.
    static func encode(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        for line in text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false) {
            encode(line: Array(line.utf8), into: &out)
            out += [0x0D, 0x0A]
        }
        return out
    }

    private static func encode(line: [UInt8], into out: inout [UInt8]) {
        var length = 0
        for (place, byte) in line.enumerated() {
            let isLast = place == line.count - 1
            let isBlank = byte == 0x20 || byte == 0x09
            // A blank at the end of a line would be lost on the way; a dot alone on a line is libcurl's to take care of.
            let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D || isBlank && !isLast
            let written = isPlain ? [byte] : [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            // The last of a line needs no room for the mark that it goes on.
            if length + written.count > longestLine - (isLast ? 0 : 1) {
                out += [0x3D, 0x0D, 0x0A]
                length = 0
            }
            out += written
            length += written.count
        }
    }
}
