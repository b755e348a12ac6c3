/// Whom a mail is from or for: an address, and perhaps a name. `Brume & Grain <shop@example.com>`
public struct MailAddress: Sendable, Equatable {
    /// What is shown; empty without one.
    public let name: String
    /// `shop@example.com`
    public let address: String

    /// An address with a name; `nil` where the address could not stand in a mail: one at sign, plain printable characters without spaces,
    /// brackets, quotes or commas, 254 bytes at most. Line breaks and control characters are taken out of the name.
    public init?(_ address: String, name: String = "") {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !Self.notAllowed.contains($0) }
        guard parts.count == 2, isPlain, !parts[0].isEmpty, parts[0].utf8.count <= 64, Self.isDomain(parts[1]), address.utf8.count <= 254
        else { return nil }
        self.address = address
        let printable = name.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F && !(0x80...0x9F).contains($0.value) }
        self.name = String(String(String.UnicodeScalarView(printable)).prefix(100))
    }

    /// Reads `shop@example.com` or `Name <shop@example.com>`; `nil` where it is neither.
    public init?(parsing text: String) {
        let text = Self.trimmed(text[...])
        guard text.last == ">", let open = text.lastIndex(of: "<") else {
            self.init(String(text))
            return
        }
        var name = Self.trimmed(text[..<open])
        if name.count >= 2, name.first == "\"", name.last == "\"" { name = name.dropFirst().dropLast() }
        self.init(String(text[text.index(after: open)...].dropLast()), name: String(name))
    }

    /// Where the address is.
    public var domain: Substring { address[address.index(after: address.firstIndex(of: "@") ?? address.startIndex)...] }

    private static let notAllowed = Set("()<>[]:;,\\\"".utf8)

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
