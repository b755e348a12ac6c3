import Facts

/// The statuses of a file, each understood once and counted.
struct StatusTally {
    /// One status as it stands in the file.
    struct Entry {
        var fingerprint: UInt64
        var text: String
        var meaning: OrderStatus?
        var count: Int
    }

    private(set) var entries: [Entry] = []
    private var last = 0
    private let options: [String: OrderStatus]
    private let dialect: Dialect

    /// More different statuses than any shop has: the column holds something else.
    static let most = 500
    /// The most bytes that a status has.
    static let longest = 200

    init(options: ReadingOptions, dialect: Dialect) {
        var said: [String: OrderStatus] = [:]
        for (text, status) in options.statuses { said[StatusTally.folded(text)] = status }
        self.options = said
        self.dialect = dialect
    }

    private static func folded(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.joined(separator: " ").lowercased()
    }

    /// Where a cell's status stands, or why it stands nowhere.
    enum Place {
        /// The place in ``entries``.
        case known(Int)
        case rejected(RejectReason)
    }

    /// The place of a cell's status, counted.
    mutating func place(of cell: UnsafeRawBufferPointer) -> Place {
        let fingerprint = Fingerprint(cell).value
        if last < entries.count, entries[last].fingerprint == fingerprint {
            entries[last].count += 1
            return .known(last)
        }
        if let known = entries.firstIndex(where: { $0.fingerprint == fingerprint }) {
            last = known
            entries[known].count += 1
            return .known(known)
        }
        if cell.count > Self.longest { return .rejected(.statusTooLong) }
        if entries.count == Self.most { return .rejected(.tooManyStatuses) }
        guard TextEncoding.isUTF8(cell) else { return .rejected(.notText) }
        let text = String(decoding: cell, as: UTF8.self)
        let meaning = options[StatusTally.folded(text)] ?? StatusWords.meaning(of: text, dialect: dialect)
        entries.append(Entry(fingerprint: fingerprint, text: text, meaning: meaning, count: 1))
        last = entries.count - 1
        return .known(last)
    }

    /// The question about every status that is not understood; `nil` when all are.
    func question(file: String, column: String) -> ReadingError? {
        let unknown = entries.filter { $0.meaning == nil }.sorted { $0.count > $1.count }
        guard let first = unknown.first else { return nil }
        let list = unknown.prefix(30).map { "\(QuotedValue.quote($0.text)) (\($0.count) rows)" }.joined(separator: ", ")
        let more = unknown.count > 30 ? " and \(unknown.count - 30) more" : ""
        let meanings = OrderStatus.allCases.map(\.rawValue).joined(separator: "|")
        return ReadingError(
            .needsAnswer, file: file, column: column, "these statuses are not understood: \(list)\(more)",
            advice: "Say what each means with --status \(QuotedValue.shell(first.text, then: "=\(meanings)")), once for each.",
            question: .statuses(unknown.map(\.text)), because: .statuses, values: [unknown.prefix(10).map(\.text).joined(separator: ", ")])
    }
}

/// Where orders came from, each source and its tags understood once.
struct SourceTally {
    private struct Entry {
        var fingerprint: UInt64
        var kind: OrderSource
    }

    private var cache = [Entry](repeating: Entry(fingerprint: 0, kind: .unsaid), count: 256)

    /// What a source and tags say.
    mutating func kind(source: UnsafeRawBufferPointer?, tags: UnsafeRawBufferPointer?) -> OrderSource {
        let sourceHash = source.map { Fingerprint($0).value } ?? 1
        let tagsHash = tags.map { Fingerprint($0).value } ?? 1
        let fingerprint = sourceHash ^ (tagsHash << 17 | tagsHash >> 47)
        let place = Int(truncatingIfNeeded: fingerprint & 255)
        if cache[place].fingerprint == fingerprint { return cache[place].kind }
        let kind = OrderSource.of(
            source: source.map { String(decoding: $0, as: UTF8.self) }, tags: tags.map { String(decoding: $0, as: UTF8.self) })
        cache[place] = Entry(fingerprint: fingerprint, kind: kind)
        return kind
    }
}
