import CByteScan

/// Which set of one byte a character a file is written in: decided by what the file shows, or asked.
///
/// Windows-1250 and ISO 8859-2 write Polish, Windows-1252 and ISO 8859-15 French. A set is judged by how many of the file's
/// characters beyond ASCII it makes letters of one of these languages. Where sets read everything that matters alike, it is no question.
struct EncodingEvidence {
    /// The sets that are tried, in order of preference where they read alike.
    static let candidates = ["windows-1252", "windows-1250", "iso-8859-2", "iso-8859-15"].compactMap { SingleByteTable(name: $0) }

    /// How often each byte from 128 on occurs in the sample.
    private var histogram = [Int](repeating: 0, count: 128)
    /// Values with such bytes in the columns that are read, each once.
    private(set) var usedValues: [[UInt8]] = []
    /// The header's cells with such bytes.
    private let headerValues: [[UInt8]]

    private static let mostValues = 200
    /// How much better than the next a set must be, in shares of the characters.
    private static let margin = 0.05
    /// The share of characters that the best set must make plausible.
    private static let leastShare = 0.8

    /// Evidence from the header and from the records of a sample that follow it.
    init(header: HeaderRow, sample: [UInt8], usedColumns: [Int]) {
        headerValues = header.cells.filter { $0.contains { $0 >= 0x80 } }
        for byte in sample where byte >= 0x80 { histogram[Int(byte & 0x7F)] += 1 }
        let rest = Array(sample[min(header.end, sample.count)...])
        var ends = [UInt32](repeating: 0, count: rest.count)
        var records = [UInt32](repeating: 0, count: rest.count)
        let result = byte_scan(rest, rest.count, header.separator, header.lineEnd, &ends, &records)
        var first = 0
        for record in 0..<result.records {
            let past = Int(records[record])
            for column in usedColumns where first + column < past && usedValues.count < Self.mostValues {
                let field = first + column
                let value = rest[(field == 0 ? 0 : Int(ends[field - 1]) + 1)..<Int(ends[field])]
                guard value.contains(where: { $0 >= 0x80 }) else { continue }
                let plain = FieldText.plain(value)
                if !usedValues.contains(plain) { usedValues.append(plain) }
            }
            first = past
        }
    }

    /// Whether nothing that is read depends on the set.
    var doesNotMatter: Bool { usedValues.isEmpty }

    /// The set that the evidence decides for.
    func decide(among tables: [SingleByteTable], file: String) throws(ReadingError) -> SingleByteTable {
        let ranked = tables.map { (table: $0, share: share($0)) }.sorted { $0.share > $1.share }
        guard let best = ranked.first else {
            throw ReadingError(.badData, file: file, "the file is not UTF-8 and no other character set could be tried")
        }
        let rival = ranked.dropFirst().first { readings($0.table) != readings(best.table) }
        if best.share >= Self.leastShare, best.share - (rival?.share ?? 0) >= Self.margin { return best.table }
        throw question(tables, file: file)
    }

    private func readings(_ table: SingleByteTable) -> [String] {
        (headerValues + usedValues).map { table.text($0) }
    }

    private func share(_ table: SingleByteTable) -> Double {
        var polish = 0
        var french = 0
        var neutral = 0
        var all = 0
        for (place, count) in histogram.enumerated() where count > 0 {
            let character = table.text([UInt8(place) | 0x80])
            all += count
            if Self.neutral.contains(character) { neutral += count }
            if Self.polish.contains(character) { polish += count }
            if Self.french.contains(character) { french += count }
        }
        return all == 0 ? 1 : Double(max(polish, french) + neutral) / Double(all)
    }

    private func question(_ tables: [SingleByteTable], file: String) -> ReadingError {
        let sample = usedValues.first ?? headerValues.first ?? []
        let readings = tables.map { "\($0.name): \(QuotedValue.quote($0.text(sample)))" }.joined(separator: ", ")
        return ReadingError(
            .needsAnswer, file: file, "the text is not UTF-8, and what else it is cannot be told; one value reads \(readings)",
            advice: "Say which is right with --encoding NAME, for instance --encoding \(tables.first?.name ?? "windows-1252").",
            question: .encoding, because: .encoding)
    }

    private static let polish = Set("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ".map { String($0) })
    private static let french = Set("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ".map { String($0) })
    private static let neutral = Set("\u{A0}€£«»°’‘“”„–—…•§®©™".map { String($0) })
}
