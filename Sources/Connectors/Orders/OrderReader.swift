import Facts

/// Reads any number of order files, then refund files, and is then finished.
///
///     var reader = OrderReader(options: ReadingOptions(), rejects: nil)
///     try reader.readOrders(path: "orders.csv")
///     let intake = try reader.finish()
///
/// Files are plain or gzip, in any encoding that ``ReadingOptions`` or the file itself tells, in any of the known exports. Rows that
/// cannot be counted are set aside with their reason; what can be read in two ways ends in a ``ReadingError`` of the code
/// ``ReadingError/Code/needsAnswer``. After an error the reader is of no further use.
public struct OrderReader: ~Copyable {
    /// Told now and then how far reading has come: after every 8 MB at most.
    public var progress: (@Sendable (ReadingProgress) -> Void)?

    private let options: ReadingOptions
    private var ledger: OrderLedger
    private var saysSources = false
    /// How much text is read at a time.
    var blockLength = RecordBlocks.usualBlockLength

    private static let bytesBetweenReports = 8 << 20

    /// A reader. `rejects` receives every row that cannot be counted; without it they are only counted.
    public init(options: ReadingOptions, rejects: consuming RejectSink?) {
        self.options = options
        ledger = OrderLedger(sink: rejects)
        ledger.table.texts.isKept = options.keepsOrderIDs
    }

    /// Reads a file of orders; `-` is standard input.
    public mutating func readOrders(path: String) throws(ReadingError) {
        let options = options
        let name = options.fileName ?? path
        var table = try OpenedTable<ColumnPlan>(path: path, options: options, blockLength: blockLength) { header throws(ReadingError) in
            let plan = try ColumnPlan.recognize(header: header, file: name, options: options)
            return Understood(
                plan: plan, usedColumns: OrderColumns(plan, basis: options.valueBasis).used,
                labelColumns: [plan.labels.product, plan.labels.discount].compactMap { $0 })
        }
        let form = table.form
        let plan = table.plan
        let header = table.header
        ledger.begin(file: name, header: header)
        let ordersBefore = ledger.report.orders
        var rows = OrderRows(plan, header: header, file: name, options: options, separator: form.separator)
        var reported = 0
        while try table.blocks.next() {
            let before = rows.rows
            try rows.read(&table.blocks, into: &ledger)
            ledger.report.rows += rows.rows - before
            report(table.blocks.bytesRead, table.blocks.length, &reported, path: path)
        }
        guard rows.rows > 0 else { throw OrderReader.headerOnly(name) }
        try rows.finish(&ledger)
        if plan.source != nil || plan.tags != nil { saysSources = true }
        var notes = form.notes + plan.notes + rows.notes
        if let line = table.blocks.firstLineNotUTF8, form.notes.isEmpty {
            notes.append(
                ReadingNote(
                    .otherLettersLater, ["\(line)"],
                    "The file is not UTF-8 throughout (first on line \(line)); rows where that matters were rejected."))
        }
        ledger.report.files.append(
            OrderReader.describe(
                name, plan.dialect.title, plan.dialect.isAssumed, form, rows.rows, ledger.report.orders - ordersBefore, notes))
        ledger.keepStatuses(rows.statuses.entries)
    }

    /// Says that refunds may be of orders that no file tells: their customers are then taken as they are named.
    public mutating func takeRefunds(of orders: KnownOrders) {
        ledger.ordersElsewhere = orders
    }

    /// Reads a file of refunds; `-` is standard input. Their customers must have orders in the files read before, or be known elsewhere:
    /// see ``takeRefunds(of:)``.
    public mutating func readRefunds(path: String) throws(ReadingError) {
        let options = options
        let name = options.fileName ?? path
        var table = try OpenedTable<RefundColumnPlan>(path: path, options: options, blockLength: blockLength) {
            header throws(ReadingError) in
            let plan = try RefundColumnPlan.recognize(header: header, file: name, options: options)
            return Understood(plan: plan, usedColumns: RefundColumns(plan).used)
        }
        let form = table.form
        let plan = table.plan
        let header = table.header
        ledger.begin(file: name, header: header)
        let before = ledger.report.refundsRead
        var rows = RefundRows(plan, header: header, file: name, options: options, separator: form.separator)
        var reported = 0
        while try table.blocks.next() {
            let rowsBefore = rows.rows
            try rows.read(&table.blocks, into: &ledger)
            ledger.report.refundRows += rows.rows - rowsBefore
            report(table.blocks.bytesRead, table.blocks.length, &reported, path: path)
        }
        guard rows.rows > 0 else { throw OrderReader.headerOnly(name) }
        try rows.finish(&ledger)
        ledger.report.files.append(
            OrderReader.describe(
                name, "a table of refunds", false, form, rows.rows, ledger.report.refundsRead - before,
                form.notes + plan.notes + rows.notes))
    }

    /// Ends reading: the file of rejected rows is put in its place.
    public consuming func finish() throws(ReadingError) -> OrderIntake {
        // The ledger is exchanged for an empty one and not consumed in its place: the reader is then destroyed as a whole.
        var whole = OrderLedger(sink: nil)
        swap(&whole, &ledger)
        let saysSources = saysSources
        return try whole.finish(saysSources: saysSources)
    }

    private func report(_ bytesRead: Int, _ total: Int?, _ reported: inout Int, path: String) {
        guard let progress, bytesRead - reported >= Self.bytesBetweenReports else { return }
        reported = bytesRead
        progress(ReadingProgress(file: path, bytesRead: bytesRead, totalBytes: total, rows: ledger.report.rows + ledger.report.refundRows))
    }

    private static func headerOnly(_ path: String) -> ReadingError {
        ReadingError(.badData, file: path, "the file has a header and no rows", advice: HeaderRow.expected, because: .headerOnly)
    }

    private static func describe(
        _ path: String, _ dialect: String, _ isAssumed: Bool, _ form: FileForm, _ rows: Int, _ orders: Int, _ notes: [ReadingNote]
    ) -> IntakeReport.File {
        let separator = form.separator == 0x09 ? "tab" : String(UnicodeScalar(form.separator))
        return IntakeReport.File(
            path: QuotedValue.visible(path), dialect: dialect, isAssumed: isAssumed, encoding: form.encoding,
            separator: QuotedValue.visible(separator), isGzip: form.isGzip, rows: rows, orders: orders,
            notes: notes)
    }
}
