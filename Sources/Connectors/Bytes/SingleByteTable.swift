#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A character set of one byte a character whose lower half is ASCII, as a table: what the upper 128 bytes are in UTF-8.
///
/// The system's `iconv` is asked once for each byte; text is then decoded without a call per block.
struct SingleByteTable: Sendable {
    /// The IANA name as it was asked for.
    let name: String
    /// Length of the UTF-8 form in the lowest byte, its bytes above; the index is the byte less 128.
    private let forms: [UInt32]

    /// The table of a character set; `nil` when the system does not know it or when it is not of one byte a character.
    init?(name: String) {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."): true
            default: false
            }
        }
        guard isPlain, !name.isEmpty, name.utf8.count <= 40 else { return nil }
        guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        for byte in UInt8(0x20)...0x7E where SingleByteTable.form(of: byte, converter) != .bytes([byte]) { return nil }
        var forms: [UInt32] = []
        for byte in UInt8(0x80)...0xFF {
            switch SingleByteTable.form(of: byte, converter) {
            case .bytes(let bytes): forms.append(SingleByteTable.pack(bytes))
            case .undefined: forms.append(SingleByteTable.pack([0xEF, 0xBF, 0xBD]))
            case .partOfMore: return nil
            }
        }
        self.name = name
        self.forms = forms
    }

    private enum Form: Equatable {
        case bytes([UInt8])
        case undefined
        case partOfMore
    }

    private static func form(of byte: UInt8, _ converter: iconv_t) -> Form {
        var input = CChar(bitPattern: byte)
        var output: (CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar) = (0, 0, 0, 0, 0, 0, 0, 0)
        return withUnsafeMutablePointer(to: &input) { source in
            withUnsafeMutableBytes(of: &output) { target in
                var next: UnsafeMutablePointer<CChar>? = source
                var left = 1
                var place: UnsafeMutablePointer<CChar>? = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = 8
                _ = iconv(converter, nil, nil, nil, nil)
                let status = iconv(converter, &next, &left, &place, &room)
                if status == -1 {
                    return errno == EINVAL ? .partOfMore : .undefined
                }
                let length = 8 - room
                guard left == 0, (1...3).contains(length) else { return .partOfMore }
                return .bytes(target[0..<length].map { $0 })
            }
        }
    }

    private static func pack(_ bytes: [UInt8]) -> UInt32 {
        var packed = UInt32(bytes.count)
        for (place, byte) in bytes.enumerated() { packed |= UInt32(byte) << UInt32(8 * (place + 1)) }
        return packed
    }

    /// Bytes of UTF-8 that one byte becomes at most.
    static let largestGrowth = 3

    /// Decodes; `output` has room for ``largestGrowth`` times the input. Returns the length.
    func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutablePointer<UInt8>) -> Int {
        var length = 0
        forms.withUnsafeBufferPointer { forms in
            for byte in input {
                if byte < 0x80 {
                    output[length] = byte
                    length += 1
                    continue
                }
                let form = forms[Int(byte & 0x7F)]
                output[length] = UInt8(truncatingIfNeeded: form >> 8)
                output[length + 1] = UInt8(truncatingIfNeeded: form >> 16)
                output[length + 2] = UInt8(truncatingIfNeeded: form >> 24)
                length += Int(form & 0xFF)
            }
        }
        return length
    }

    /// Decodes a short text.
    func text(_ bytes: some Sequence<UInt8>) -> String {
        var utf8: [UInt8] = []
        for byte in bytes {
            guard byte >= 0x80 else {
                utf8.append(byte)
                continue
            }
            let form = forms[Int(byte & 0x7F)]
            for place in 1...max(1, Int(form & 0xFF)) { utf8.append(UInt8(truncatingIfNeeded: form >> UInt32(8 * place))) }
        }
        return String(decoding: utf8, as: UTF8.self)
    }
}
