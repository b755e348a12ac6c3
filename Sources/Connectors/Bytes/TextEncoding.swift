import CByteScan

/// How a file's bytes are to be read as text.
enum TextEncoding: Sendable {
    /// UTF-8, its subset ASCII included. Nothing is decoded; what is no UTF-8 shows in the row where it is used.
    case utf8
    /// UTF-16, with or without a byte order mark.
    case utf16(isLittleEndian: Bool)
    /// One byte a character.
    case singleByte(SingleByteTable)

    /// The name for the report.
    var title: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16(let isLittleEndian): isLittleEndian ? "UTF-16LE" : "UTF-16BE"
        case .singleByte(let table): table.name
        }
    }

    /// The encoding that a person named.
    init(named name: String, file: String) throws(ReadingError) {
        switch name.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
        case "utf-16", "utf16", "utf-16le", "utf16le": self = .utf16(isLittleEndian: true)
        case "utf-16be", "utf16be": self = .utf16(isLittleEndian: false)
        default:
            guard let table = SingleByteTable(name: name) else {
                throw ReadingError(
                    .badData, file: file, "the encoding \(QuotedValue.quote(name)) is not known",
                    advice: "Give --encoding utf-8, utf-16 or a set of one byte a character by its IANA name, such as windows-1250.",
                    because: .unknownEncoding, values: [name])
            }
            self = .singleByte(table)
        }
    }

    /// What the first bytes alone say.
    enum Beginning {
        /// A byte order mark of so many bytes, or none and the pattern of zero bytes that Latin text in UTF-16 shows.
        case utf16(isLittleEndian: Bool, markLength: Int)
        /// UTF-8 or some set of one byte a character.
        case eightBit(markLength: Int)
        /// Zero bytes elsewhere: no text.
        case binary
    }

    /// Looks at the beginning of a file.
    static func beginning(of bytes: UnsafeRawBufferPointer) -> Beginning {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .eightBit(markLength: 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16(isLittleEndian: true, markLength: 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16(isLittleEndian: false, markLength: 2) }
        var zeros = (even: 0, odd: 0)
        let looked = min(bytes.count, 1024) / 2 * 2
        for offset in 0..<looked where bytes[offset] == 0 {
            if offset % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        // A header in Latin letters is ASCII nearly throughout: its upper bytes are zero, its lower ones hardly ever.
        if zeros.even * 8 < zeros.odd, zeros.odd * 4 > looked { return .utf16(isLittleEndian: true, markLength: 0) }
        if zeros.odd * 8 < zeros.even, zeros.even * 4 > looked { return .utf16(isLittleEndian: false, markLength: 0) }
        return bytes.contains(0) ? .binary : .eightBit(markLength: 0)
    }

    /// Whether bytes are UTF-8; where `mayBeCut`, the last character may be incomplete.
    static func isUTF8(_ bytes: UnsafeRawBufferPointer, mayBeCut: Bool = false) -> Bool {
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return true }
        let valid = byte_scan_utf8_prefix(start, bytes.count)
        if valid == bytes.count { return true }
        guard mayBeCut, bytes.count - valid < 4, bytes[valid] >= 0xC2 else { return false }
        for byte in bytes[(valid + 1)...] where byte & 0xC0 != 0x80 { return false }
        return true
    }
}
