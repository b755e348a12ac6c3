import CByteScan

/// The header of a CSV file and what it shows of the file's form.
struct HeaderRow {
    /// The cells, without quotes, in the bytes of the file.
    var cells: [[UInt8]]
    /// The byte between columns.
    var separator: UInt8
    /// The byte that ends a line: a line feed, or a carriage return in files that have no line feed.
    var lineEnd: UInt8
    /// Where the text after the header begins, in the bytes looked at.
    var end: Int
    /// The physical line on which that text begins.
    var nextLine: Int

    /// More columns than any export has.
    static let mostColumns = 2_000
    /// The longest header that is looked for.
    private static let longest = ByteSource.sampleLength

    /// Finds the header: the first line that is not empty, after `sep=;` where Excel has written that.
    init(in text: [UInt8], isWhole: Bool, separator: UInt8?, file: String) throws(ReadingError) {
        var start = 0
        var line = 1
        lineEnd = text.contains(0x0A) ? 0x0A : text.contains(0x0D) ? 0x0D : 0x0A
        HeaderRow.skipEmptyLines(text, lineEnd, &start, &line)
        var given = separator
        if let named = HeaderRow.separatorLine(text, start, lineEnd) {
            given = given ?? named
            start = HeaderRow.end(ofLineAt: start, text, lineEnd)
            line += 1
            HeaderRow.skipEmptyLines(text, lineEnd, &start, &line)
        }
        guard start < text.count else {
            throw ReadingError(.badData, file: file, "the file is empty", advice: HeaderRow.expected, because: .empty)
        }
        let found = given ?? HeaderRow.likelySeparator(text, start, lineEnd)
        self.separator = found
        guard let record = HeaderRow.firstRecord(text, start, found, lineEnd, isWhole: isWhole) else {
            throw ReadingError(
                .badData, file: file, line: line,
                isWhole ? "the header has a quotation mark that is never closed" : "the first line is longer than 1 MiB",
                advice: HeaderRow.expected, because: isWhole ? .headerQuote : .headerTooLong)
        }
        guard record.cells.count <= HeaderRow.mostColumns else {
            throw ReadingError(
                .badData, file: file, line: line, "the header has \(record.cells.count) columns, more than \(HeaderRow.mostColumns)",
                advice: HeaderRow.expected, because: .tooManyColumns,
                values: ["\(record.cells.count)", "\(HeaderRow.mostColumns)"])
        }
        cells = record.cells
        end = record.end
        nextLine = line + record.lines
    }

    /// What a file of orders looks like, for messages.
    static let expected =
        "Expected is a CSV file with a header, such as customer_id,order_id,ordered_at,value,currency, and one order a line."

    private static func skipEmptyLines(_ text: [UInt8], _ lineEnd: UInt8, _ start: inout Int, _ line: inout Int) {
        var place = start
        while place < text.count {
            let byte = text[place]
            if byte == lineEnd {
                line += 1
                start = place + 1
            } else if byte != 0x20, byte != 0x0D, byte != 0x09 {
                return
            }
            place += 1
        }
        start = text.count
    }

    private static func end(ofLineAt start: Int, _ text: [UInt8], _ lineEnd: UInt8) -> Int {
        var place = start
        while place < text.count, text[place] != lineEnd { place += 1 }
        return min(place + 1, text.count)
    }

    /// The separator that a line `sep=;` names.
    private static func separatorLine(_ text: [UInt8], _ start: Int, _ lineEnd: UInt8) -> UInt8? {
        let end = end(ofLineAt: start, text, lineEnd)
        var line = text[start..<end]
        while let last = line.last, last == 0x0A || last == 0x0D || last == 0x22 { line.removeLast() }
        if line.first == 0x22 { line.removeFirst() }
        guard line.count == 5, let named = line.last, named != 0x22 else { return nil }
        return line.prefix(4).map { $0 | 0x20 }.elementsEqual("sep=".utf8.map { $0 | 0x20 }) ? named : nil
    }

    /// The one of comma, semicolon, tab and bar that stands most often in the first line, outside of quotes.
    private static func likelySeparator(_ text: [UInt8], _ start: Int, _ lineEnd: UInt8) -> UInt8 {
        let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
        var counts = [0, 0, 0, 0]
        var isQuoted = false
        for byte in text[start...] {
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == lineEnd { break }
            if let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }

    private struct Record {
        var cells: [[UInt8]]
        var end: Int
        var lines: Int
    }

    private static func firstRecord(_ text: [UInt8], _ start: Int, _ separator: UInt8, _ lineEnd: UInt8, isWhole: Bool) -> Record? {
        var part = Array(text[start..<min(text.count, start + longest)])
        let isEnded = part.last == lineEnd
        if isWhole, !isEnded { part.append(lineEnd) }
        var ends = [UInt32](repeating: 0, count: part.count)
        var records = [UInt32](repeating: 0, count: part.count)
        // A header is short: most files show theirs in the first bytes.
        for length in [min(4_096, part.count), part.count] {
            let result = byte_scan(part, length, separator, lineEnd, &ends, &records)
            guard result.records > 0 else { continue }
            let last = Int(ends[Int(records[0]) - 1])
            var cells: [[UInt8]] = []
            var place = 0
            for field in 0..<Int(records[0]) {
                cells.append(FieldText.plain(part[place..<Int(ends[field])]))
                place = Int(ends[field]) + 1
            }
            let lines = part[0...last].count { $0 == lineEnd }
            return Record(cells: cells, end: min(start + last + 1, text.count), lines: lines)
        }
        return nil
    }
}
