import Crypto

/// A place in a collection, where the next page begins: opaque to clients, signed, and good only for the same path and order.
struct Cursor: Sendable, Equatable {
    /// A part of the place: the sort key, the number that decides between equals.
    enum Part: Sendable, Equatable {
        case number(Int64)
        case text(String)
    }

    /// Whether the page before this place is asked.
    var isBackward = false
    /// What the endpoint put in, in its order.
    var parts: [Part]

    init(_ parts: Part..., isBackward: Bool = false) {
        self.parts = parts
        self.isBackward = isBackward
    }

    /// The number at a place, where one stands.
    func number(_ place: Int) -> Int64? {
        guard parts.indices.contains(place), case .number(let value) = parts[place] else { return nil }
        return value
    }

    /// The text at a place, where one stands.
    func text(_ place: Int) -> String? {
        guard parts.indices.contains(place), case .text(let value) = parts[place] else { return nil }
        return value
    }
}

/// Signs cursors and reads them back.
struct CursorCoding: Sendable {
    private let key: SymmetricKey

    /// A key that stays the same over restarts, so that a client may go on paging.
    init(secret: [UInt8]) { key = SymmetricKey(data: SHA256.hash(data: Array("cursor".utf8) + secret)) }

    /// `context` is what the cursor is good for: the path's template and the order.
    func text(_ cursor: Cursor, context: String) -> String {
        var bytes: [UInt8] = [cursor.isBackward ? 1 : 0]
        for part in cursor.parts.prefix(Self.mostParts) {
            switch part {
            case .number(let value):
                bytes.append(0)
                withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
            case .text(let value):
                let text = Array(value.utf8.prefix(Self.longestText))
                bytes.append(1)
                bytes.append(UInt8(truncatingIfNeeded: text.count))
                bytes.append(UInt8(truncatingIfNeeded: text.count >> 8))
                bytes.append(contentsOf: text)
            }
        }
        return Base64URL.encode(tag(bytes, context) + bytes)
    }

    /// Reads what was sent as `page[cursor]`: the cursor, a percent-encoded one, or a whole `next` link that holds it.
    func cursor(_ sent: String, context: String) throws(APIError) -> Cursor {
        let refused = APIError.invalid(
            "The cursor is not one that was given out for this path and order. Follow links.next, or start without a cursor.",
            parameter: "page[cursor]")
        guard sent.utf8.count <= 4096, let text = Self.inner(sent), let bytes = Base64URL.decode(text), bytes.count > Self.tagLength else {
            throw refused
        }
        let payload = Array(bytes[Self.tagLength...])
        guard tag(payload, context).elementsEqual(bytes[..<Self.tagLength]) else { throw refused }
        var cursor = Cursor(isBackward: payload[0] == 1)
        var place = 1
        while place < payload.count {
            switch payload[place] {
            case 0:
                guard place + 9 <= payload.count else { throw refused }
                let value = payload[(place + 1)..<(place + 9)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                cursor.parts.append(.number(Int64(bitPattern: value)))
                place += 9
            default:
                guard place + 3 <= payload.count else { throw refused }
                let length = Int(payload[place + 1]) | Int(payload[place + 2]) << 8
                guard place + 3 + length <= payload.count else { throw refused }
                cursor.parts.append(.text(String(decoding: payload[(place + 3)..<(place + 3 + length)], as: UTF8.self)))
                place += 3 + length
            }
        }
        return cursor
    }

    /// The cursor within a link or an encoded text.
    private static func inner(_ sent: String) -> Substring? {
        var text = Substring(sent)
        // A link holds the name as it is, encoded, or encoded twice by a client that encodes what it was given.
        for _ in 0..<3 {
            if let name = text.firstRange(of: "page[cursor]=") ?? text.firstRange(of: "page%5Bcursor%5D=")
                ?? text.firstRange(of: "page%5bcursor%5d=")
            {
                return text[name.upperBound...].prefix { $0 != "&" && $0 != "#" }
            }
            guard text.utf8.contains(UInt8(ascii: "%")) else { break }
            guard let decoded = PercentCoding.decode(text) else { return nil }
            text = Substring(decoded)
        }
        return text
    }

    private func tag(_ payload: [UInt8], _ context: String) -> [UInt8] {
        var code = HMAC<SHA256>(key: key)
        code.update(data: Array(context.utf8))
        code.update(data: [0])
        code.update(data: payload)
        return Array(code.finalize().prefix(Self.tagLength))
    }

    private static let tagLength = 8
    private static let mostParts = 4
    private static let longestText = 1024
}

/// Base 64 in the alphabet of addresses, without padding.
enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        var place = 0
        while place < bytes.count {
            let second: UInt32 = place + 1 < bytes.count ? UInt32(bytes[place + 1]) : 0
            let third: UInt32 = place + 2 < bytes.count ? UInt32(bytes[place + 2]) : 0
            let group = UInt32(bytes[place]) << 16 | second << 8 | third
            text.append(alphabet[Int(group >> 18)])
            text.append(alphabet[Int(group >> 12 & 63)])
            if place + 1 < bytes.count { text.append(alphabet[Int(group >> 6 & 63)]) }
            if place + 2 < bytes.count { text.append(alphabet[Int(group & 63)]) }
            place += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `nil` for other characters, and for text that no bytes encode to.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var group: UInt32 = 0
        var bits: UInt32 = 0
        for byte in text.utf8 {
            let digit: UInt32
            switch byte {
            case 0x41...0x5A: digit = UInt32(byte) - 0x41
            case 0x61...0x7A: digit = UInt32(byte) - 0x61 + 26
            case 0x30...0x39: digit = UInt32(byte) - 0x30 + 52
            case UInt8(ascii: "-"): digit = 62
            case UInt8(ascii: "_"): digit = 63
            default: return nil
            }
            group = (group << 6 | digit) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: group >> bits))
            }
        }
        guard bits < 6, group & ((1 << bits) - 1) == 0 else { return nil }
        return bytes
    }
}
