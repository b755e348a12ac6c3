/// The part of an address after the question mark, as names and values in order.
struct QueryString: Sendable {
    let pairs: [(name: String, value: String)]

    /// More parameters than any request of ours has.
    static let mostPairs = 100

    /// Nothing asked.
    static let empty = QueryString(pairs: [])

    private init(pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// Reads a query: percent signs decoded, `+` as a space, as forms and Klaviyo do.
    init(_ text: some StringProtocol, mostPairs: Int = QueryString.mostPairs) throws(APIError) {
        var pairs: [(name: String, value: String)] = []
        for part in text.split(separator: "&") {
            guard pairs.count < mostPairs else {
                throw .invalid("The query has more than \(mostPairs) parameters.", parameter: "query")
            }
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decode(sides[0], plusIsSpace: true),
                let value = PercentCoding.decode(sides.count > 1 ? sides[1] : "", plusIsSpace: true)
            else {
                throw .invalid("The query is not percent-encoded UTF-8.", parameter: String(sides[0].prefix(100)))
            }
            pairs.append((name, value))
        }
        self.pairs = pairs
    }

    /// The first value of a name.
    subscript(_ name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }
}

/// Percent signs in addresses.
enum PercentCoding {
    /// Decodes; `nil` for a broken escape, bytes that are not UTF-8, or a zero byte.
    static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        let utf8 = text.utf8
        var needsWork = false
        for byte in utf8 where byte == UInt8(ascii: "%") || (plusIsSpace && byte == UInt8(ascii: "+")) || byte == 0 {
            needsWork = true
            break
        }
        guard needsWork else { return String(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var place = utf8.startIndex
        while place != utf8.endIndex {
            let byte = utf8[place]
            place = utf8.index(after: place)
            if byte == UInt8(ascii: "%") {
                guard place != utf8.endIndex, let high = hexDigit(utf8[place]) else { return nil }
                place = utf8.index(after: place)
                guard place != utf8.endIndex, let low = hexDigit(utf8[place]) else { return nil }
                place = utf8.index(after: place)
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Encodes all but letters, digits and `-._~`.
    static func encode(_ text: some StringProtocol) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value of a digit of base sixteen.
    static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
