/// Texts that spreadsheets run when a file is opened (OWASP ASVS 5.0, 1.2.10).
public enum SpreadsheetFormula {
    /// Whether a text begins like a formula: with `=`, `+`, `-` or `@`, also of full width, or with a tab, a line break or a zero byte, which some
    /// programs skip.
    @inlinable
    public static func begins(_ text: some Collection<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x00, 0x09, 0x0A, 0x0D: return true
        case 0xEF:
            let rest = text.dropFirst()
            guard rest.first == 0xBC, let last = rest.dropFirst().first else { return false }
            // U+FF1D, U+FF0B, U+FF0D and U+FF20.
            return last == 0x9D || last == 0x8B || last == 0x8D || last == 0xA0
        default: return false
        }
    }
}
