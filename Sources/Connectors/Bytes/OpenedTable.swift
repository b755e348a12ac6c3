/// What a header was understood to mean, and which columns are read.
struct Understood<Plan> {
    /// The columns' meaning.
    var plan: Plan
    /// Indices of the columns that are read.
    var usedColumns: [Int]
    /// Indices of columns that are read where they can be: their text stops nothing.
    var labelColumns: [Int] = []
}

/// How a file is written.
struct FileForm: Sendable {
    /// The character set.
    var encoding: String
    /// The byte between columns.
    var separator: UInt8
    /// Whether it is compressed.
    var isGzip: Bool
    /// What the reader should be told.
    var notes: [ReadingNote]
}

/// A CSV file whose header is understood and whose records wait.
struct OpenedTable<Plan>: ~Copyable {
    /// The records after the header.
    var blocks: RecordBlocks
    /// What the header means.
    let plan: Plan
    /// The header's cells.
    let header: [String]
    /// How the file is written.
    let form: FileForm

    /// Opens a file: undoes gzip, finds encoding and separator, has the header understood.
    init(
        path: String, options: ReadingOptions, blockLength: Int,
        understand: ([String]) throws(ReadingError) -> Understood<Plan>
    ) throws(ReadingError) {
        try self.init(FileBytes(path: path), options: options, blockLength: blockLength, understand: understand)
    }

    /// The same of a file that is open, or of bytes that are there.
    init(
        _ file: consuming FileBytes, options: ReadingOptions, blockLength: Int,
        understand: ([String]) throws(ReadingError) -> Understood<Plan>
    ) throws(ReadingError) {
        let path = file.path
        var bytes = try ByteSource(file)
        let isWhole = bytes.isWhole
        let isGzip = bytes.isGzip
        var sample = bytes.takeSample()
        guard !sample.isEmpty else {
            throw ReadingError(.badData, file: path, "the file is empty", advice: HeaderRow.expected, because: .empty)
        }
        var decoder: UTF16Decoder?
        let said = try OpenedTable.givenEncoding(options, path)
        let (beginning, given) = OpenedTable.beginning(sample, said, options)
        switch beginning {
        case .utf16(let isLittleEndian, let markLength):
            var fresh = UTF16Decoder(isLittleEndian: isLittleEndian)
            sample = OpenedTable.decode(sample[markLength...], &fresh)
            decoder = fresh
        case .eightBit(let markLength): sample.removeFirst(markLength)
        case .binary:
            throw ReadingError(
                .badData, file: path, "the file is binary: it holds zero bytes", advice: HeaderRow.expected, because: .binary)
        }
        let row = try HeaderRow(in: sample, isWhole: isWhole, separator: options.separator, file: path)
        let encoding: TextEncoding
        var notes: [ReadingNote] = []
        if let decoder {
            encoding = .utf16(isLittleEndian: decoder.isLittleEndian)
        } else if let given {
            encoding = given
        } else {
            (encoding, notes) = try OpenedTable.findEncoding(row, sample, isWhole, path, understand)
        }
        let text = row.cells.map { encoding.text($0) }
        let understood = try understand(text)
        plan = understood.plan
        header = text
        form = FileForm(encoding: encoding.title, separator: row.separator, isGzip: isGzip, notes: notes)
        let source = TextSource(bytes, encoding: encoding, decoder: decoder, pending: Array(sample[row.end...]))
        blocks = RecordBlocks(source, separator: row.separator, lineEnd: row.lineEnd, line: row.nextLine, blockLength: blockLength)
    }

    private static func givenEncoding(_ options: ReadingOptions, _ path: String) throws(ReadingError) -> TextEncoding? {
        guard let name = options.encoding else { return nil }
        return try TextEncoding(named: name, file: path)
    }

    /// A byte order mark wins over what was said; otherwise what was said wins. The encoding is `nil` where neither decides.
    private static func beginning(
        _ sample: [UInt8], _ given: TextEncoding?, _ options: ReadingOptions
    ) -> (TextEncoding.Beginning, TextEncoding?) {
        let seen = sample.withUnsafeBytes { TextEncoding.beginning(of: $0) }
        switch (seen, given) {
        case (.eightBit(let markLength), _) where markLength > 0: return (seen, .utf8)
        case (.utf16(let isLittleEndian, let markLength), _) where markLength > 0:
            return (seen, .utf16(isLittleEndian: isLittleEndian))
        case (_, nil): return (seen, nil)
        case (.utf16(let isLittleEndian, _), .utf16) where ["utf-16", "utf16"].contains(options.encoding?.lowercased()):
            // Said without an order of bytes: the zero bytes of Latin letters show it.
            return (seen, .utf16(isLittleEndian: isLittleEndian))
        case (_, .utf16(let isLittleEndian)): return (.utf16(isLittleEndian: isLittleEndian, markLength: 0), given)
        // Zero bytes are text in neither UTF-8 nor a set of one byte a character.
        case (.utf16, _), (.binary, _): return (.binary, given)
        case (.eightBit, _): return (seen, given)
        }
    }

    private static func decode(_ bytes: ArraySlice<UInt8>, _ decoder: inout UTF16Decoder) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: UTF16Decoder.capacity(for: bytes.count)) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            count = bytes.withUnsafeBytes { decoder.decode($0, into: start) }
        }
    }

    /// UTF-8 where the sample is; else the character set that the evidence decides for.
    private static func findEncoding(
        _ row: HeaderRow, _ sample: [UInt8], _ isWhole: Bool, _ path: String,
        _ understand: ([String]) throws(ReadingError) -> Understood<Plan>
    ) throws(ReadingError) -> (TextEncoding, [ReadingNote]) {
        if sample.withUnsafeBytes({ TextEncoding.isUTF8($0, mayBeCut: !isWhole) }) { return (.utf8, []) }
        var tables: [SingleByteTable] = []
        var usedColumns: Set<Int> = []
        var labelColumns: Set<Int> = []
        var firstError: ReadingError?
        for table in EncodingEvidence.candidates {
            do throws(ReadingError) {
                let understood = try understand(row.cells.map { table.text($0) })
                usedColumns.formUnion(understood.usedColumns)
                labelColumns.formUnion(understood.labelColumns)
                tables.append(table)
            } catch {
                firstError = firstError ?? error
            }
        }
        if tables.isEmpty, let firstError { throw firstError }
        let evidence = EncodingEvidence(header: row, sample: sample, usedColumns: usedColumns.sorted())
        if evidence.doesNotMatter, row.cells.allSatisfy({ $0.allSatisfy { $0 < 0x80 } }) {
            // Labels are read in the set that they show, if they show one.
            let labels = EncodingEvidence(header: row, sample: sample, usedColumns: labelColumns.sorted())
            if labels.doesNotMatter {
                return (.utf8, [ReadingNote(.otherLettersUnread, "The file is not UTF-8, but only in columns that are not read.")])
            }
            guard let chosen = try? labels.decide(among: tables, file: path) else {
                return (
                    .utf8, [ReadingNote(.otherLettersInLabels, "The file is not UTF-8, but only in columns on which no order depends.")]
                )
            }
            return (.singleByte(chosen), [Self.readAs(chosen)])
        }
        let chosen = try evidence.decide(among: tables, file: path)
        return (.singleByte(chosen), [Self.readAs(chosen)])
    }
}

extension OpenedTable {
    private static func readAs(_ table: SingleByteTable) -> ReadingNote {
        ReadingNote(.readAs, [table.name], "The file is not UTF-8; it was read as \(table.name), judging by its letters.")
    }
}

extension TextEncoding {
    /// The text of a header's cell.
    fileprivate func text(_ bytes: [UInt8]) -> String {
        if case .singleByte(let table) = self { return table.text(bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
