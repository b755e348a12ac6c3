/// How a file looks before it is taken in: what it probably is, its header, its first rows, and which column is taken for what.
public struct FilePreview: Sendable {
    /// What files hold.
    public enum Kind: String, CaseIterable, Sendable {
        case orders, refunds, events, profiles
    }

    /// What it holds: as was said, else as its header shows.
    public var kind: Kind
    /// Whose export of orders it is; `nil` where it is none, or its header is not understood.
    package var dialect: Dialect?
    /// Whose export of people it is; `nil` as above.
    package var profiles: ProfileForm?
    /// The character set, as far as it was found out.
    public var encoding: String
    /// Names of the columns.
    public var header: [String]
    /// The first rows.
    public var rows: [[String]]
    /// Of a file of orders or refunds: the column, from 0, that is taken for each meaning.
    public var columns: [OrderColumn: Int]
    /// Of a file of orders whose names of columns are not understood: what stands in which column, as its content lets one guess.
    public var guesses: [OrderColumn: Int] = [:]

    /// A look at a file.
    package init(
        kind: Kind, dialect: Dialect? = nil, encoding: String, header: [String], rows: [[String]], columns: [OrderColumn: Int]
    ) {
        self.kind = kind
        self.dialect = dialect
        self.encoding = encoding
        self.header = header
        self.rows = rows
        self.columns = columns
    }

    /// Rows that are shown.
    public static let mostRows = 5
    /// Bytes of a cell that are kept.
    private static let longestCell = 400

    /// Looks at a file.
    ///
    /// - Parameters:
    ///   - path: where it lies.
    ///   - kind: what it holds, where that was said.
    ///   - options: what the person says about it.
    public static func of(path: String, kind: Kind?, options: ReadingOptions) throws(ReadingError) -> FilePreview {
        var open = options
        do throws(ReadingError) {
            return try look(path, kind, open, options)
        } catch  where error.question == .encoding {
            // It will be asked: until then letters beyond ASCII are only shown.
            open.encoding = "windows-1252"
            return try look(path, kind, open, options)
        }
    }

    private static func look(
        _ path: String, _ kind: Kind?, _ open: ReadingOptions, _ options: ReadingOptions
    ) throws(ReadingError) -> FilePreview {
        var table = try OpenedTable<Int>(path: path, options: open, blockLength: 1 << 16) { header throws(ReadingError) in
            Understood(plan: header.count, usedColumns: Array(header.indices))
        }
        let header = table.header
        var preview = FilePreview(
            kind: kind ?? .orders, encoding: table.form.encoding, header: header.map { QuotedValue.visible($0) }, rows: [], columns: [:])
        var rows: [[String]] = []
        while rows.count < ColumnGuess.mostRows, try table.blocks.next() {
            let records = table.blocks.records
            for record in 0..<min(records.count, ColumnGuess.mostRows - rows.count) {
                let cells = RowCells(records, record)
                if records.text(of: record).allSatisfy({ $0 <= 0x20 }) { continue }
                rows.append(
                    (0..<min(cells.count, header.count)).map { column in
                        QuotedValue.visible(String(decoding: FieldText.plain(cells.raw(column)).prefix(longestCell), as: UTF8.self))
                    })
            }
        }
        preview.rows = Array(rows.prefix(mostRows))
        let guess = ColumnGuess(header: Header(header), rows: rows)
        preview.kind = kind ?? likelyKind(header, guess)
        preview.understand(header, options)
        if preview.kind == .orders, preview.columns.isEmpty { preview.guesses = guess.columns }
        return preview
    }

    /// What a header shows that a file holds.
    private static func likelyKind(_ names: [String], _ guess: ColumnGuess) -> Kind {
        let header = Header(names)
        if header.hasAny("refund id", "refunded at") { return .refunds }
        if header.hasAny("metric", "metric name", "event", "event name"), (try? EventColumnPlan.recognize(header: names, file: "")) != nil {
            return .events
        }
        if header.hasAny("klaviyo id", "email marketing consent", "leid", "euid", "member rating") { return .profiles }
        if KnownExport.of(header).dialect != .generic { return .orders }
        // Orders have a date and an amount; who has neither is a list of people.
        let isOrders = (try? ColumnPlan.recognize(header: names, file: "", options: ReadingOptions())) != nil
        if isOrders { return .orders }
        let isPeople =
            (try? ProfileColumnPlan.recognize(header: names, file: "", options: ReadingOptions(), consent: FileConsent.none)) != nil
        let search = try? ColumnSearch(header: header, file: "", export: KnownExport(dialect: .generic), options: ReadingOptions())
        let hasAmount = [ColumnRole.value, .lineTotal, .unitPrice].contains { search?.preferred($0).isEmpty == false }
        // Names that nobody knows: a day and an amount in each row are orders, whoever else is named.
        if guess.looksLikeOrders { return .orders }
        return isPeople && !hasAmount || guess.namesPeople && guess.columns[.value] == nil ? .profiles : .orders
    }

    private mutating func understand(_ names: [String], _ options: ReadingOptions) {
        switch kind {
        case .orders:
            guard let plan = try? ColumnPlan.recognize(header: names, file: options.fileName ?? "", options: options) else { return }
            dialect = plan.dialect
            let found: [OrderColumn: Int?] = [
                .customer: plan.customerID, .email: plan.email, .orderID: plan.orderID, .orderedAt: plan.orderedAt, .value: plan.value,
                .currency: plan.currency, .status: plan.status, .refunded: plan.refunded, .shipping: plan.shipping, .tax: plan.tax,
                .quantity: plan.quantity, .unitPrice: plan.unitPrice, .source: plan.source,
            ]
            columns = found.compactMapValues { $0 }
        case .refunds:
            guard let plan = try? RefundColumnPlan.recognize(header: names, file: options.fileName ?? "", options: options) else { return }
            let found: [OrderColumn: Int?] = [
                .customer: plan.customerID, .email: plan.email, .orderID: plan.orderID, .orderedAt: plan.refundedAt, .value: plan.value,
                .currency: plan.currency,
            ]
            columns = found.compactMapValues { $0 }
        case .events: break
        case .profiles:
            let plan = try? ProfileColumnPlan.recognize(
                header: names, file: options.fileName ?? "", options: options, consent: FileConsent.none)
            profiles = plan?.form
        }
    }
}
