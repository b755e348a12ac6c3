/// Writes whole numbers in as few bytes as they need: LEB128, seven bits a byte, lowest first.
struct CompactWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func append(bytes more: [UInt8]) { bytes.append(contentsOf: more) }

    /// The sign goes to the lowest bit, so that small negative numbers stay short.
    mutating func append(signed value: Int64) { append(UInt64(bitPattern: value << 1 ^ value >> 63)) }
}

/// Reads what ``CompactWriter`` wrote; `nil` where the bytes end early.
struct CompactReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place >= bytes.count }

    mutating func next() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64, place < bytes.count {
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    mutating func nextBytes(_ count: UInt64) -> [UInt8]? {
        guard count <= UInt64(bytes.count - place) else { return nil }
        defer { place += Int(count) }
        return Array(bytes[place..<place + Int(count)])
    }

    /// Passes over some bytes; false where the rest is shorter.
    mutating func skip(_ count: UInt64) -> Bool {
        guard count <= UInt64(bytes.count - place) else { return false }
        place += Int(count)
        return true
    }

    mutating func nextSigned() -> Int64? {
        guard let value = next() else { return nil }
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }
}
