import Facts

/// The identifier of a customer as it is kept: an e-mail address without regard to case, a number without a spreadsheet's `.0`.
enum CustomerText {
    /// The longest identifier. Addresses have at most 254 characters.
    static let longest = 512

    /// What a cell says.
    enum Finding {
        case key(CustomerKeys.Key)
        case missing
        case notText
        case tooLong
    }

    private static let at: UInt64 = 0x4040_4040_4040_4040
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The identifier in a cell that is trimmed. Some bytes after it may be read (``RecordBlocks/padding``).
    @inline(__always)
    static func find(_ cell: UnsafeRawBufferPointer, _ scratch: inout ScratchBytes) -> Finding {
        let count = cell.count
        if count == 0 { return .missing }
        // Eight bytes at a time: is there an @ or a byte beyond ASCII? A zero byte shows as a borrow out of its place.
        var met: UInt64 = 0
        var offset = 0
        while offset < count {
            var word = UInt64(littleEndian: cell.loadPastEnd(offset))
            let left = count - offset
            if left < 8 { word &= ~0 >> UInt64(64 - 8 * left) }
            let difference = word ^ at
            met |= word & highs | (difference &- ones) & ~difference & highs
            offset += 8
        }
        let mayEndInPointZero = count > 2 && cell[count - 1] == 0x30 && cell[count - 2] == 0x2E
        if met == 0, count > 8 || !isPlaceholder(cell), !mayEndInPointZero, count <= longest {
            return .key(CustomerKeys.Key(bytes: cell, fingerprint: Fingerprint(cell).value))
        }
        return findSlowly(cell, &scratch, isPlain: met == 0)
    }

    @inline(never)
    private static func findSlowly(_ cell: UnsafeRawBufferPointer, _ scratch: inout ScratchBytes, isPlain: Bool) -> Finding {
        guard cell.count <= longest else { return .tooLong }
        var key = cell
        if isPlain {
            if cell.count <= 8, isPlaceholder(cell) { return .missing }
            key = withoutPointZero(cell)
        } else if cell.contains(0x40) || cell.contains(where: { $0 >= 0x80 }) {
            guard TextEncoding.isUTF8(cell) else { return .notText }
            if cell.contains(0x40) { key = folded(cell, &scratch) }
        }
        return .key(CustomerKeys.Key(bytes: key, fingerprint: Fingerprint(key).value))
    }

    private static func folded(_ cell: UnsafeRawBufferPointer, _ scratch: inout ScratchBytes) -> UnsafeRawBufferPointer {
        if !cell.contains(where: { $0 >= 0x80 || (0x41...0x5A).contains($0) }) { return cell }
        if cell.contains(where: { $0 >= 0x80 }) { return scratch.copy(Array(String(decoding: cell, as: UTF8.self).lowercased().utf8)) }
        return scratch.copy(cell.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    }

    /// `17850.0`: what a spreadsheet or data frame makes of a column of numbers with gaps.
    private static func withoutPointZero(_ cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let count = cell.count - 2
        guard count > 0, cell[count] == 0x2E, cell[count + 1] == 0x30 else { return cell }
        for offset in 0..<count where !(0x30...0x39).contains(cell[offset]) { return cell }
        return UnsafeRawBufferPointer(rebasing: cell[0..<count])
    }

    /// What programs write for "nothing here", in lower case. Kept as an identifier it would make one customer of thousands.
    private static let placeholders: [UInt64] = ["nan", "null", "none", "n/a", "#n/a", "na", "nil", "\\n", "-", "(null)", "<na>"].map {
        packed(Array($0.utf8))
    }

    @inline(__always)
    private static func packed(_ bytes: some Collection<UInt8>) -> UInt64 {
        var word: UInt64 = 0
        for byte in bytes { word = word << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        return word
    }

    /// Of at most eight bytes.
    private static func isPlaceholder(_ cell: UnsafeRawBufferPointer) -> Bool {
        let first = cell[0]
        // Numbers, by far the most of the short identifiers, are none.
        if (0x30...0x39).contains(first) { return false }
        return placeholders.contains(packed(cell))
    }
}

extension UnsafeRawBufferPointer {
    /// Eight bytes from an offset within the buffer on, of which the last may lie past its end.
    ///
    /// Allowed only for cells of a block and of a batch's scratch, which have ``RecordBlocks/padding`` bytes after them.
    @inline(__always)
    func loadPastEnd(_ offset: Int) -> UInt64 {
        guard let baseAddress else { return 0 }
        return baseAddress.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
}
