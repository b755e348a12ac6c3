/// Bytes that outlive a row: unquoted and case-folded text of the rows of a batch.
struct ScratchBytes: ~Copyable {
    private let start: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    private(set) var used = 0

    /// Room for the copied text of many rows, the longest record more than twice.
    init() {
        capacity = 4 * RecordBlocks.longestRecord
        start = .allocate(capacity: capacity + RecordBlocks.padding)
    }

    deinit {
        start.deallocate()
    }

    /// Whether the next record may need more room than is left.
    var isNearlyFull: Bool { used > capacity / 4 }

    /// Forgets everything.
    mutating func reset() { used = 0 }

    /// A copy of bytes; of bytes for which there is no room, nothing.
    mutating func copy(_ bytes: some Collection<UInt8>) -> UnsafeRawBufferPointer {
        guard used + bytes.count <= capacity else { return UnsafeRawBufferPointer(start: start, count: 0) }
        let place = start + used
        var count = 0
        for byte in bytes {
            place[count] = byte
            count += 1
        }
        used += count
        return UnsafeRawBufferPointer(start: place, count: count)
    }
}

/// The cells of one record.
struct RowCells {
    let records: RecordBlocks.Records
    let fields: Range<Int>

    @inline(__always)
    init(_ records: RecordBlocks.Records, _ record: Int) {
        self.records = records
        fields = records.fields(of: record)
    }

    /// How many cells there are.
    @inline(__always)
    var count: Int { fields.count }

    /// The bytes of a cell as they stand in the file, the carriage return at a line's end left out.
    @inline(__always)
    func raw(_ column: Int) -> UnsafeRawBufferPointer {
        let field = fields.lowerBound + column
        let start = field == 0 ? 0 : Int(records.fieldEnds[field - 1]) + 1
        var end = Int(records.fieldEnds[field])
        if field == fields.upperBound - 1, end > start, records.bytes[end - 1] == 0x0D { end -= 1 }
        return UnsafeRawBufferPointer(start: records.bytes + start, count: end - start)
    }

    /// The text of a cell, without quotes and outer white space. The column lies within the row.
    @inline(__always)
    func text(_ column: Int, _ scratch: inout ScratchBytes) -> UnsafeRawBufferPointer {
        let raw = raw(column)
        let count = raw.count
        if count == 0 { return raw }
        if raw[0] > 0x22, raw[count - 1] > 0x22 { return raw }
        return RowCells.plain(raw, &scratch)
    }

    /// A cell that may begin or end with a quote or with white space.
    @inline(never)
    private static func plain(_ raw: UnsafeRawBufferPointer, _ scratch: inout ScratchBytes) -> UnsafeRawBufferPointer {
        let outer = trimmed(raw)
        guard outer.count > 0, outer[0] == 0x22 else { return outer }
        let inner = outer.dropFirst().dropLast()
        if outer.count >= 2, outer[outer.count - 1] == 0x22, !inner.contains(0x22) {
            return trimmed(UnsafeRawBufferPointer(rebasing: inner))
        }
        return scratch.copy(FieldText.plain(outer))
    }

    private static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }

    /// What is wrong with the number of cells; `nil` where each cell that is read has its place.
    @inline(never)
    func wrongShape(least: Int, width: Int) -> Rejection? {
        if count < least { return Rejection(.tooFewColumns, column: count, detail: "\(count) instead of \(width)") }
        // Some programs end every row with separators; anything beyond the header means that cells have moved.
        if count > width {
            for column in width..<count where raw(column).contains(where: { $0 > 0x20 && $0 != 0x22 }) {
                let detail = "\(count) instead of \(width); a cell with a separator in it must stand in quotes"
                return Rejection(.tooManyColumns, detail: detail)
            }
        }
        return nil
    }

    /// Whether no cell holds anything.
    func isBlank(separator: UInt8) -> Bool {
        let start = records.start(of: fields)
        let end = Int(records.fieldEnds[fields.upperBound - 1])
        for place in start..<end {
            let byte = records.bytes[place]
            if byte > 0x20, byte != 0x22, byte != separator { return false }
        }
        return true
    }
}
