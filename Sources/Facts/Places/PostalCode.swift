/// A postal code as places are looked up by it: letters and digits in one case, without spaces and hyphens.
struct PostalCode: Hashable {
    /// Upper-case letters and digits of ASCII.
    private(set) var bytes: [UInt8]

    static let longest = 12

    /// Reads a code as people write it; `nil` for what is none.
    init?(_ text: some StringProtocol) {
        bytes = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): bytes.append(byte - 32)
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), 0x09: continue
            default: return nil
            }
            if bytes.count > Self.longest { return nil }
        }
        if bytes.isEmpty { return nil }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// The code as a number, in the order of its characters: 37 to the 12th is less than 2 to the 63rd.
    var number: UInt64 {
        bytes.reduce(0) { $0 * 37 + UInt64($1 <= UInt8(ascii: "9") ? $1 - UInt8(ascii: "0") + 1 : $1 - UInt8(ascii: "A") + 11) }
    }

    /// The code of a number.
    init(number: UInt64) {
        var rest = number
        var reversed: [UInt8] = []
        while rest > 0 {
            let digit = UInt8(rest % 37)
            reversed.append(digit <= 10 ? UInt8(ascii: "0") + digit - 1 : UInt8(ascii: "A") + digit - 11)
            rest /= 37
        }
        bytes = reversed.reversed()
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it consists of digits alone.
    var isOfDigits: Bool { bytes.allSatisfy { $0 <= UInt8(ascii: "9") } }

    /// The part of a full code that freely licensed files have alone: of Great Britain the outward code (`SW1A` of `SW1A 1AA`), of Canada the
    /// sortation area (`K1A` of `K1A 0B1`), of the Netherlands the four digits, of Ireland the routing key, of the United States five digits.
    func part(in country: String) -> PostalCode? {
        let length: Int
        switch country {
        case "GB", "GG", "IM", "JE": length = bytes.count - 3
        case "CA", "IE": length = 3
        case "NL": length = 4
        case "US": length = 5
        default: return nil
        }
        return length > 0 && length < bytes.count ? PostalCode(bytes: Array(bytes.prefix(length))) : nil
    }

    /// The code with zeros before it, which spreadsheets take away: `2116` in a country whose codes have five digits.
    func padded(to length: Int) -> PostalCode? {
        guard isOfDigits, bytes.count < length else { return nil }
        return PostalCode(bytes: Array(repeating: UInt8(ascii: "0"), count: length - bytes.count) + bytes)
    }
}
