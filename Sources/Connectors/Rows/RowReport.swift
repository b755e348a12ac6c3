/// What was read of files of events or profiles, and what became of every row: each was handed on or rejected.
public struct RowReport: Sendable {
    /// The files in the order in which they were read.
    public var files: [IntakeReport.File] = []
    /// Rows, empty ones not counted.
    public var rows = 0
    /// Rows that were not understood.
    public var rejected: [RowProblem: Int] = [:]
    /// The first of them.
    public var examples: [IntakeReport.Example] = []

    /// How many rows were not understood.
    public var rejectedRows: Int { rejected.values.reduce(0, +) }

    /// Nothing read yet.
    init() {}
}

/// Where rows that are not understood go: into the count, among the examples, and to a file.
struct RowRejects: ~Copyable {
    var report = RowReport()
    private var sink: RejectSink?
    private var file = ""
    private var header: [String] = []

    init(sink: consuming RejectSink?) { self.sink = sink }

    /// A new file begins.
    mutating func begin(file: String, header: [String]) {
        self.file = file
        self.header = header
    }

    /// Rejects a row.
    mutating func reject(_ fault: RowFault, record: Int, _ blocks: inout RecordBlocks) {
        report.rejected[fault.problem, default: 0] += 1
        let isExample = report.examples.count < IntakeReport.mostExamples
        guard sink != nil || isExample else { return }
        let records = blocks.records
        let line = blocks.line(at: records.start(of: records.fields(of: record)))
        let column = fault.column.flatMap { header.indices.contains($0) ? header[$0] : nil }
        let row = records.text(of: record)
        sink?.add(file: file, line: line, column: column ?? "", reason: fault.text, row: row)
        guard isExample else { return }
        report.examples.append(
            IntakeReport.Example(
                file: QuotedValue.visible(file), line: line, column: column.map(QuotedValue.visible),
                reason: QuotedValue.visible(fault.text), text: QuotedValue.visible(String(decoding: row.prefix(200), as: UTF8.self)),
                code: fault.problem.rawValue, value: QuotedValue.value(in: fault.column, of: RowCells(records, record))))
    }

    /// The account, once the last file is read; the file of rejected rows is put in its place.
    consuming func finish() throws(ReadingError) -> RowReport {
        if let sink = sink.take() { try sink.finish() }
        return report
    }
}

extension IntakeReport.File {
    /// A file of events or profiles that was read.
    init(path: String, kind: String, _ form: FileForm, rows: Int, taken: Int, notes: [ReadingNote]) {
        let separator = form.separator == 0x09 ? "tab" : String(UnicodeScalar(form.separator))
        self.init(
            path: QuotedValue.visible(path), dialect: kind, isAssumed: false, encoding: form.encoding,
            separator: QuotedValue.visible(separator), isGzip: form.isGzip, rows: rows, orders: taken, notes: notes
        )
    }
}

extension ReadingError {
    /// A file without rows.
    static func headerOnly(_ path: String, expected: String) -> ReadingError {
        ReadingError(.badData, file: path, "the file has a header and no rows", advice: expected, because: .headerOnly)
    }
}
