import Facts
import Foundation

/// Checks of texts that have a form.
enum TextFormat {
    static func matches(_ text: String, _ format: Schema.Format) -> Bool {
        switch format {
        case .email: isEmail(text)
        case .phone: isPhone(text)
        case .instant: Timestamp.parse(text) != nil
        case .uuid: isUUID(text)
        case .currency: Currency(code: text)?.isISO4217 == true
        case .uri: isWebAddress(text)
        }
    }

    /// What a text of a form looks like, after "must be".
    static func wanted(_ format: Schema.Format) -> String {
        switch format {
        case .email: "an e-mail address such as name@example.com"
        case .phone: "a phone number in E.164, such as +15005550006"
        case .instant: "a date and time in ISO 8601, such as 2023-01-31T12:00:00+00:00"
        case .uuid: "a UUID"
        case .currency: "a currency's three letters by ISO 4217, such as EUR"
        case .uri: "a web address that begins with https:// or http://"
        }
    }

    /// Something before one `@`, a domain with labels after it, no blanks, no control characters, at most 254 bytes. Whether anybody reads mail
    /// there only a mail can tell.
    static func isEmail(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 3, bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")), at > 0, at <= 64, at < bytes.count - 1
        else {
            return false
        }
        for byte in bytes[..<at] {
            switch byte {
            case 0...0x20, 0x7F, UInt8(ascii: "@"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "["),
                UInt8(ascii: "]"):
                return false
            default: continue
            }
        }
        let local = bytes[..<at]
        guard local.first != UInt8(ascii: "."), local.last != UInt8(ascii: "."), !hasTwoDots(local) else { return false }
        return isDomain(bytes[(at + 1)...])
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        var labels = 0
        for label in bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard (1...63).contains(label.count), label.first != UInt8(ascii: "-"), label.last != UInt8(ascii: "-") else { return false }
            for byte in label {
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), 0x80...0xFF: continue
                default: return false
                }
            }
            labels += 1
        }
        return labels >= 2
    }

    private static func hasTwoDots(_ bytes: ArraySlice<UInt8>) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
    }

    /// `+`, then 7 to 15 digits of which the first is no zero.
    static func isPhone(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (8...16).contains(bytes.count), bytes[0] == UInt8(ascii: "+"), bytes[1] != 0x30 else { return false }
        return bytes.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    static func isUUID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return false }
        for (place, byte) in bytes.enumerated() {
            let isDash = place == 8 || place == 13 || place == 18 || place == 23
            guard isDash ? byte == UInt8(ascii: "-") : PercentCoding.hexDigit(byte) != nil else { return false }
        }
        return true
    }

    static func isWebAddress(_ text: String) -> Bool {
        let lowered = text.prefix(8).lowercased()
        let rest: Substring
        if lowered.hasPrefix("https://") {
            rest = text.dropFirst(8)
        } else if lowered.hasPrefix("http://") {
            rest = text.dropFirst(7)
        } else {
            return false
        }
        guard let host = rest.split(whereSeparator: { $0 == "/" || $0 == "?" || $0 == "#" }).first, !host.isEmpty else { return false }
        return text.utf8.count <= 4096 && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    /// An internet address, of either kind.
    static func isAddress(_ text: String) -> Bool {
        guard text.utf8.count <= 45 else { return false }
        var four = in_addr()
        var six = in6_addr()
        return inet_pton(AF_INET, text, &four) == 1 || inet_pton(AF_INET6, text, &six) == 1
    }
}
