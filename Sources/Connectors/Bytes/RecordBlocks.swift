import CByteScan

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The records of a CSV file, a block at a time: fields are places in the block's bytes, nothing is copied.
///
/// A record cut off by the end of a block is moved to the front of the next and looked at again from its beginning.
struct RecordBlocks: ~Copyable {
    /// The longest record that is read, in bytes.
    static let longestRecord = 1 << 20
    /// Bytes that may be read beyond any field, so that short fields can be loaded as whole words.
    static let padding = 64
    /// How much text is read at a time: small enough for the block and its field ends to stay in the second-level cache.
    static let usualBlockLength = 1 << 18

    private var source: TextSource
    private let separator: UInt8
    private let lineEnd: UInt8
    private let blockLength: Int
    private let buffer: UnsafeMutablePointer<UInt8>
    private let ends: UnsafeMutablePointer<UInt32>
    private let recordEnds: UnsafeMutablePointer<UInt32>
    private var filled = 0
    /// How much of the buffer the complete records take, and on how many physical lines they stand.
    private var consumed = (bytes: 0, lines: 0)
    private var sourceHasEnded = false
    /// The physical line on which the buffer begins, from 1.
    private var lineOfFront: Int
    /// How many line ends lie before the place up to which they were counted: places are asked for in rising order.
    private var counted = (place: 0, lines: 0)

    /// How many complete records the block holds.
    private(set) var count = 0
    /// The line on which the file was first met to be no UTF-8.
    private(set) var firstLineNotUTF8: Int?

    /// Records of a text. `line` is the physical line on which the text begins.
    init(_ source: consuming TextSource, separator: UInt8, lineEnd: UInt8, line: Int, blockLength: Int = usualBlockLength) {
        self.source = source
        self.separator = separator
        self.lineEnd = lineEnd
        self.blockLength = max(1, blockLength)
        lineOfFront = line
        let capacity = RecordBlocks.longestRecord + 2 * self.blockLength + RecordBlocks.padding + 2 * TextSource.slack
        buffer = .allocate(capacity: capacity)
        ends = .allocate(capacity: capacity)
        recordEnds = .allocate(capacity: capacity)
    }

    deinit {
        buffer.deallocate()
        ends.deallocate()
        recordEnds.deallocate()
    }

    /// The name of the file as given.
    var path: String { source.path }
    /// Bytes read of the file, as it lies on the disk.
    var bytesRead: Int { source.bytesRead }
    /// The file's length on the disk, where it has one.
    var length: Int? { source.length }
    /// The block's records, until the next call of ``next()``.
    var records: Records { Records(bytes: buffer, fieldEnds: ends, recordEnds: recordEnds, count: count) }

    /// Brings the next block of at least one record; `false` at the end of the file.
    mutating func next() throws(ReadingError) -> Bool {
        moveRestToFront()
        // Ends: every turn reads more, up to the longest record, or meets the end of the file.
        while true {
            if !sourceHasEnded {
                let read = try source.read(into: buffer + filled, count: blockLength)
                filled += read
                if read == 0 { endText() }
            }
            let result = byte_scan(buffer, filled, separator, lineEnd, ends, recordEnds)
            if result.has_nul { throw nulError() }
            if result.records > 0 {
                count = result.records
                consumed = (Int(ends[Int(recordEnds[count - 1]) - 1]) + 1, count + result.quoted_line_ends)
                if result.has_non_ascii, firstLineNotUTF8 == nil { lookForBadUTF8() }
                return true
            }
            let isQuoteOpen = result.open_quote < filled
            if filled > RecordBlocks.longestRecord {
                throw ReadingError(
                    .badData, file: path, line: lineOfFront, "the record that begins here is longer than 1 MiB",
                    advice: isQuoteOpen ? "A quotation mark that closes a field may be missing." : nil, because: .recordTooLong)
            }
            if sourceHasEnded {
                if filled == 0 { return false }
                throw ReadingError(
                    .badData, file: path, line: line(at: result.open_quote), "the file ends inside the quoted field that begins here",
                    advice: "A quotation mark is missing, or the file was cut off.", because: .quoteOpen)
            }
        }
    }

    /// The physical line of a place in the block. Asking in rising order costs one pass over the block in all.
    mutating func line(at place: Int) -> Int {
        if place < counted.place { counted = (0, 0) }
        counted.lines += byte_scan_count(buffer + counted.place, place - counted.place, lineEnd)
        counted.place = place
        return lineOfFront + counted.lines
    }

    /// The physical line on which a record begins.
    mutating func line(of cells: RowCells) -> Int {
        line(at: records.start(of: cells.fields))
    }

    private mutating func moveRestToFront() {
        let rest = filled - consumed.bytes
        if consumed.bytes > 0, rest > 0 { memmove(buffer, buffer + consumed.bytes, rest) }
        filled = rest
        lineOfFront += consumed.lines
        consumed = (0, 0)
        counted = (0, 0)
        count = 0
    }

    /// The last line needs no end of line of its own.
    private mutating func endText() {
        sourceHasEnded = true
        guard filled > 0, buffer[filled - 1] != lineEnd else { return }
        buffer[filled] = lineEnd
        filled += 1
    }

    private mutating func lookForBadUTF8() {
        let valid = byte_scan_utf8_prefix(buffer, consumed.bytes)
        if valid < consumed.bytes { firstLineNotUTF8 = line(at: valid) }
    }

    private mutating func nulError() -> ReadingError {
        var place = 0
        while place < filled, buffer[place] != 0 { place += 1 }
        return ReadingError(
            .badData, file: path, line: line(at: place), "there is a zero byte here: the file is binary or damaged",
            advice: "Export the orders from the shop as CSV again.", because: .zeroByte)
    }
}

extension RecordBlocks {
    /// The records of one block: places in its bytes.
    struct Records {
        /// The text of the block; ``RecordBlocks/padding`` bytes after any record may be read.
        let bytes: UnsafeMutablePointer<UInt8>
        /// Where each field ends.
        let fieldEnds: UnsafePointer<UInt32>
        /// For each record how many entries of ``fieldEnds`` end with it.
        let recordEnds: UnsafePointer<UInt32>
        /// How many there are.
        let count: Int

        /// The places of the record's fields in ``fieldEnds``.
        @inline(__always)
        func fields(of record: Int) -> Range<Int> {
            (record == 0 ? 0 : Int(recordEnds[record - 1]))..<Int(recordEnds[record])
        }

        /// Where a record begins.
        @inline(__always)
        func start(of fields: Range<Int>) -> Int {
            fields.lowerBound == 0 ? 0 : Int(fieldEnds[fields.lowerBound - 1]) + 1
        }

        /// The bytes of a whole record without its line end.
        func text(of record: Int) -> UnsafeRawBufferPointer {
            let fields = fields(of: record)
            let start = start(of: fields)
            var end = Int(fieldEnds[fields.upperBound - 1])
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            return UnsafeRawBufferPointer(start: bytes + start, count: end - start)
        }
    }
}
