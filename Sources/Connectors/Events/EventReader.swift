/// Reads any number of files of events, a batch at a time: however long they are, no more than a batch is held.
///
///     var reader = EventReader(options: ReadingOptions(), rejects: nil)
///     try reader.readEvents(path: "events.csv") { batch in … }
///     let report = try reader.finish()
public struct EventReader: ~Copyable {
    /// Told now and then how far reading has come: after every 8 MB at most.
    public var progress: (@Sendable (ReadingProgress) -> Void)?

    private let options: ReadingOptions
    private var ledger: EventLedger
    /// Events in a batch, or a few more.
    private let batchLength: Int
    /// How much text is read at a time.
    var blockLength = RecordBlocks.usualBlockLength

    private static let bytesBetweenReports = 8 << 20

    /// A reader. `rejects` receives every row that is not understood; without it they are only counted.
    public init(options: ReadingOptions, rejects: consuming RejectSink?, batchLength: Int = 50_000) {
        self.options = options
        self.batchLength = batchLength
        ledger = EventLedger(sink: rejects)
    }

    /// Refuses rows that would bring a metric more than a shop may have.
    public mutating func limitMetrics(known: Set<String>, most: Int) { ledger.limit = MetricLimit(known: known, most: most) }

    /// Reads a file; `-` is standard input. What `take` throws ends the reading.
    public mutating func readEvents(path: String, _ take: (EventBatch) throws -> Void) throws {
        let options = options
        let name = options.fileName ?? path
        var table = try OpenedTable<EventColumnPlan>(path: path, options: options, blockLength: blockLength) {
            header throws(ReadingError) in
            let plan = try EventColumnPlan.recognize(header: header, file: name)
            return Understood(plan: plan, usedColumns: plan.used)
        }
        let (form, plan, header) = (table.form, table.plan, table.header)
        ledger.rejects.begin(file: name, header: header)
        let rejectedBefore = ledger.rejects.report.rejectedRows
        var rows = EventRows(plan, header: header, file: name, options: options, separator: form.separator)
        var reported = 0
        while try table.blocks.next() {
            let before = rows.rows
            try rows.read(&table.blocks, into: &ledger)
            ledger.rejects.report.rows += rows.rows - before
            if ledger.count >= batchLength {
                if !ledger.isOpen {
                    try take(ledger.takeBatch())
                } else if ledger.count > EventLedger.mostHeldBack, let question = rows.question() {
                    throw question
                }
            }
            report(table.blocks.bytesRead, table.blocks.length, &reported, path: path)
        }
        guard rows.rows > 0 else { throw ReadingError.headerOnly(name, expected: EventColumnPlan.expected) }
        if ledger.isOpen, let question = rows.question() { throw question }
        if ledger.count > 0 { try take(ledger.takeBatch()) }
        var notes = form.notes
        if !plan.unused.isEmpty {
            let names = plan.unused.joined(separator: ", ")
            notes.append(ReadingNote(.unusedColumns, [names], "Columns that are not used: \(names)."))
        }
        let taken = rows.rows - (ledger.rejects.report.rejectedRows - rejectedBefore)
        ledger.rejects.report.files.append(
            IntakeReport.File(path: name, kind: "events", form, rows: rows.rows, taken: taken, notes: notes))
    }

    /// Ends reading: the file of rejected rows is put in its place.
    public consuming func finish() throws(ReadingError) -> RowReport {
        // The ledger is exchanged for an empty one and not consumed in its place: the reader is then destroyed as a whole.
        var whole = EventLedger(sink: nil)
        swap(&whole, &ledger)
        return try whole.finish()
    }

    private func report(_ bytesRead: Int, _ total: Int?, _ reported: inout Int, path: String) {
        guard let progress, bytesRead - reported >= Self.bytesBetweenReports else { return }
        reported = bytesRead
        progress(ReadingProgress(file: path, bytesRead: bytesRead, totalBytes: total, rows: ledger.rejects.report.rows))
    }
}
