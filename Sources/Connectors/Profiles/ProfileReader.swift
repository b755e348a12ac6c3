/// Reads any number of files of profiles, a batch at a time.
///
///     var reader = ProfileReader(options: ReadingOptions(), rejects: nil)
///     try reader.readProfiles(path: "profiles.csv") { batch in … }
///     let report = try reader.finish()
public struct ProfileReader: ~Copyable {
    /// Told now and then how far reading has come: after every 8 MB at most.
    public var progress: (@Sendable (ReadingProgress) -> Void)?

    private let options: ReadingOptions
    private let consent: FileConsent?
    private var rejects: RowRejects
    private var properties = PropertyNames()
    /// People in a batch, or a few more.
    private let batchLength: Int
    /// How much text is read at a time.
    var blockLength = RecordBlocks.usualBlockLength

    private static let bytesBetweenReports = 8 << 20

    /// A reader.
    ///
    /// - Parameters:
    ///   - options: what the person says of the files.
    ///   - consent: what the person says of the consent of the files' people; asked for only where a file cannot tell.
    ///   - rejects: receives every row that is not understood; without it they are only counted.
    public init(options: ReadingOptions, consent: FileConsent? = nil, rejects: consuming RejectSink?, batchLength: Int = 20_000) {
        self.options = options
        self.consent = consent
        self.batchLength = batchLength
        self.rejects = RowRejects(sink: rejects)
    }

    /// Refuses rows by which a shop would have more custom properties than it may have.
    ///
    /// - Parameters:
    ///   - known: those that it has.
    ///   - most: how many it may have.
    public mutating func limitProperties(known: Set<String>, most: Int) { properties = PropertyNames(known: known, most: most) }

    /// Reads a file; `-` is standard input. What `take` throws ends the reading.
    public mutating func readProfiles(path: String, _ take: (ProfileBatch) throws -> Void) throws {
        let (options, consent) = (options, consent)
        let name = options.fileName ?? path
        var table = try OpenedTable<ProfileColumnPlan>(path: path, options: options, blockLength: blockLength) {
            header throws(ReadingError) in
            let plan = try ProfileColumnPlan.recognize(header: header, file: name, options: options, consent: consent)
            return Understood(plan: plan, usedColumns: plan.used)
        }
        let (form, plan, header) = (table.form, table.plan, table.header)
        rejects.begin(file: name, header: header)
        let rejectedBefore = rejects.report.rejectedRows
        var rows = ProfileRows(
            plan, header: header, file: name, options: options, separator: form.separator, properties: properties)
        var reported = 0
        while try table.blocks.next() {
            let before = rows.rows
            rows.read(&table.blocks, rejects: &rejects)
            rejects.report.rows += rows.rows - before
            if rows.batch.rows.count >= batchLength {
                if !rows.isOpen {
                    try take(batch(of: &rows))
                } else if rows.batch.rows.count > ProfileRows.mostHeldBack, let question = rows.question() {
                    throw question
                }
            }
            report(table.blocks.bytesRead, table.blocks.length, &reported, path: path)
        }
        guard rows.rows > 0 else { throw ReadingError.headerOnly(name, expected: ProfileColumnPlan.expected) }
        if rows.isOpen, let question = rows.question() { throw question }
        if !rows.batch.rows.isEmpty { try take(batch(of: &rows)) }
        properties = rows.properties
        let taken = rows.rows - (rejects.report.rejectedRows - rejectedBefore)
        rejects.report.files.append(
            IntakeReport.File(path: name, kind: plan.form.title, form, rows: rows.rows, taken: taken, notes: form.notes + rows.notes))
    }

    private func batch(of rows: inout ProfileRows) -> ProfileBatch {
        var batch = rows.takeBatch()
        batch.rejectedRows = rejects.report.rejectedRows
        return batch
    }

    /// Ends reading: the file of rejected rows is put in its place.
    public consuming func finish() throws(ReadingError) -> RowReport {
        // Exchanged for an empty one and not consumed in its place: the reader is then destroyed as a whole.
        var whole = RowRejects(sink: nil)
        swap(&whole, &rejects)
        return try whole.finish()
    }

    private func report(_ bytesRead: Int, _ total: Int?, _ reported: inout Int, path: String) {
        guard let progress, bytesRead - reported >= Self.bytesBetweenReports else { return }
        reported = bytesRead
        progress(ReadingProgress(file: path, bytesRead: bytesRead, totalBytes: total, rows: rejects.report.rows))
    }
}
