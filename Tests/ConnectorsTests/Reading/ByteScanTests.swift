import CByteScan
import Testing

/// The scan of 64 bytes at a time against one byte at a time.
@Suite struct ByteScanTests {
    private struct Found: Equatable {
        var ends: [UInt32] = []
        var records: [UInt32] = []
        var quotedLineEnds = 0
        var openQuote: Int
        var hasNonASCII = false
        var hasNul = false
    }

    private func fast(_ bytes: [UInt8], _ separator: UInt8, _ lineEnd: UInt8) -> Found {
        var ends = [UInt32](repeating: 0, count: bytes.count + 1)
        var records = ends
        let result = byte_scan(bytes, bytes.count, separator, lineEnd, &ends, &records)
        return Found(
            ends: Array(ends[0..<result.ends]), records: Array(records[0..<result.records]), quotedLineEnds: result.quoted_line_ends,
            openQuote: result.open_quote, hasNonASCII: result.has_non_ascii, hasNul: result.has_nul)
    }

    /// RFC 4180, as plainly as it can be written.
    private func plain(_ bytes: [UInt8], _ separator: UInt8, _ lineEnd: UInt8) -> Found {
        var found = Found(openQuote: bytes.count)
        var fieldStart = 0
        var isQuoted = false
        var quotedLineEnds = 0
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte >= 0x80 { found.hasNonASCII = true }
            if byte == 0 { found.hasNul = true }
            if isQuoted {
                if byte == lineEnd { quotedLineEnds += 1 }
                if byte == 0x22 {
                    if place + 1 < bytes.count, bytes[place + 1] == 0x22 { place += 1 } else { isQuoted = false }
                }
            } else if byte == separator || byte == lineEnd {
                found.ends.append(UInt32(place))
                fieldStart = place + 1
                if byte == lineEnd {
                    found.records.append(UInt32(found.ends.count))
                    found.quotedLineEnds = quotedLineEnds
                }
            } else if byte == 0x22, place == fieldStart {
                isQuoted = true
            }
            place += 1
        }
        if isQuoted { found.openQuote = fieldStart }
        return found
    }

    @Test(arguments: [1, 3, 12, 60])
    func agreesWithOneByteAtATime(quotesOneIn rarity: Int) {
        var random = SeededGenerator(seed: UInt64(rarity))
        for _ in 0..<1_500 {
            let length = Int.random(in: 0...400, using: &random)
            let bytes = (0..<length).map { _ -> UInt8 in
                switch Int.random(in: 0..<12, using: &random) {
                case 0, 1: 0x2C
                case 2: 0x0A
                case 3 where Int.random(in: 0..<rarity, using: &random) == 0: 0x22
                case 4: 0x0D
                case 5: Int.random(in: 0..<20, using: &random) == 0 ? 0 : 0xC5
                default: 0x61
                }
            }
            #expect(fast(bytes, 0x2C, 0x0A) == plain(bytes, 0x2C, 0x0A), "\(bytes)")
            #expect(fast(bytes, 0x61, 0x0D) == plain(bytes, 0x61, 0x0D), "\(bytes)")
        }
    }

    @Test func knowsUTF8() {
        var random = SeededGenerator(seed: 8)
        let pieces: [[UInt8]] = [
            [0x61], [0xC5, 0x82], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xE2, 0x82], [0x80], [0xFF],
        ]
        for _ in 0..<3_000 {
            let isValidOnly = Bool.random(using: &random)
            let count = Int.random(in: 0...20, using: &random)
            let bytes = (0..<count).flatMap { _ in pieces[Int.random(in: 0..<(isValidOnly ? 4 : pieces.count), using: &random)] }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            let prefix = byte_scan_utf8_prefix(bytes, bytes.count)
            #expect((prefix == bytes.count) == isValid, "\(bytes)")
            #expect(String(validating: bytes[0..<prefix], as: UTF8.self) != nil)
        }
    }
}
