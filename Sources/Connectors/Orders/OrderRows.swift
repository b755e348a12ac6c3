import Facts

/// Reads the rows of one order file: each cell to what it means, a batch of rows at a time to the ledger.
struct OrderRows: ~Copyable {
    // What the row loop asks of the plan stands by itself: reading one field of a large structure may copy all of it.
    let rowMeaning: RowMeaning
    let isOnlineRetail: Bool
    let zeroIsGuest: Bool
    let columns: OrderColumns
    let header: [String]
    let file: String
    let separator: UInt8

    var scratch = ScratchBytes()
    var values: FileValues
    var statuses: StatusTally
    var sources = SourceTally()
    var money: CurrencyCells

    /// Whether a row is a line whose value adds to its order.
    private let addsLines: Bool
    let orders: UnsafeMutablePointer<PendingOrder>
    private let keys: UnsafeMutablePointer<CustomerKeys.Key>
    private(set) var pending = 0
    /// The id of the row before, for files whose orders have several lines.
    private var lastID: UInt64 = 0
    /// Revenue without a customer that is read with the point as decimal mark, and what the comma would add.
    private var openUnattributed: [(currency: UInt8, commaDifference: Int64)] = []
    private(set) var rows = 0
    /// Notes for the report.
    private(set) var notes: [ReadingNote] = []

    /// Rows of an opened file.
    init(_ plan: ColumnPlan, header: [String], file: String, options: ReadingOptions, separator: UInt8) {
        rowMeaning = plan.rows
        isOnlineRetail = plan.dialect == .onlineRetail
        // WooCommerce and PrestaShop give guests the customer number 0.
        zeroIsGuest = plan.dialect == .wooCommerce || plan.dialect == .prestaShop
        self.header = header
        self.file = file
        self.separator = separator
        addsLines = plan.rows == .lineToSum
        columns = OrderColumns(plan, basis: options.valueBasis)
        values = FileValues(options: options, dateOrder: plan.dateOrder, zonelessTimesAreUTC: plan.zonelessTimesAreUTC)
        statuses = StatusTally(options: options, dialect: plan.dialect)
        money = CurrencyCells(fallback: plan.defaultCurrency ?? options.currency ?? .none)
        orders = .allocate(capacity: OrderLedger.batchLength)
        keys = .allocate(capacity: OrderLedger.batchLength)
    }

    deinit {
        orders.deallocate()
        keys.deallocate()
    }

    /// What became of a row, as far as its own cells say, where it is not simply an order, or a line that adds to one, of a customer.
    enum Outcome {
        /// An order that is not counted.
        case setAside(OrderLedger.Fate, id: UnsafeRawBufferPointer, fingerprint: UInt64)
        /// A further line of the order of the row before.
        case line
        /// A line with nothing but the order's id.
        case continuation(id: UnsafeRawBufferPointer, fingerprint: UInt64)
        /// A line that takes nothing away from no order: see ``IntakeReport/adjustmentLines``.
        case adjustment
        /// A line that costs nothing.
        case free
        /// A line of a credit note.
        case credit
        /// An order without a customer.
        case nobody(PendingOrder)
        /// A status that is not understood: the file ends in a question.
        case unknown
        case rejected(Rejection, fingerprint: UInt64)
        case blank
    }

    /// Reads the rows of a block.
    mutating func read(_ blocks: inout RecordBlocks, into ledger: inout OrderLedger) throws(ReadingError) {
        let records = blocks.records
        for record in 0..<records.count {
            if pending == 0 || scratch.isNearlyFull {
                try flush(&blocks, &ledger)
                scratch.reset()
            }
            let cells = RowCells(records, record)
            rows += 1
            if addsLines {
                try settleLine(cells, record, &blocks, &ledger)
                continue
            }
            let (order, key) = (orders + pending, keys + pending)
            order.initialize(to: PendingOrder(record: record))
            guard let outcome = readOrder(cells, order, key, &ledger, &blocks) else {
                pending += 1
                if pending == OrderLedger.batchLength { try flush(&blocks, &ledger) }
                continue
            }
            switch outcome {
            case .blank: rows -= 1
            case .line: ledger.report.linesMerged += 1
            default:
                try flush(&blocks, &ledger)
                settle(outcome, record, &blocks, &ledger)
            }
        }
        try flush(&blocks, &ledger)
    }

    /// Hands the batch to the ledger.
    private mutating func flush(_ blocks: inout RecordBlocks, _ ledger: inout OrderLedger) throws(ReadingError) {
        values.settle(&ledger.table, &ledger.refunds)
        guard pending > 0 else { return }
        let count = pending
        pending = 0
        let (dateOrder, decimalMark) = (values.dateOrder, values.decimalMark)
        if dateOrder != nil || decimalMark != nil {
            for place in 0..<count { orders[place].settle(dateOrder, decimalMark) }
        }
        try ledger.add(
            UnsafeBufferPointer(start: orders, count: count), UnsafeBufferPointer(start: keys, count: count), rows: rowMeaning,
            &values.questions,
            &blocks)
    }

    /// A line that adds to its order, to a credit note, or to nothing.
    private mutating func settleLine(
        _ cells: RowCells, _ record: Int, _ blocks: inout RecordBlocks, _ ledger: inout OrderLedger
    ) throws(ReadingError) {
        var order = PendingOrder(record: record)
        var key = CustomerKeys.Key(bytes: UnsafeRawBufferPointer(start: nil, count: 0), fingerprint: 0)
        let outcome = readLine(cells, &order, &key, &ledger, &blocks)
        values.settle(&ledger.table, &ledger.refunds)
        order.settle(values.dateOrder, values.decimalMark)
        switch outcome {
        case .none: try ledger.addLine(order, key, &values.questions, &blocks)
        case .credit: try ledger.addCredit(order, key, &values.questions, &blocks)
        case .blank: rows -= 1
        case .some(let other): settle(other, record, &blocks, &ledger)
        }
    }

    /// What is no order.
    private mutating func settle(_ outcome: Outcome, _ record: Int, _ blocks: inout RecordBlocks, _ ledger: inout OrderLedger) {
        switch outcome {
        case .blank, .line, .credit: break
        case .setAside(let fate, let id, let fingerprint):
            ledger.setAside(fate, id: id, fingerprint: fingerprint, record: record, &blocks)
        case .continuation(let id, let fingerprint):
            if ledger.mergeLine(id: id, fingerprint: fingerprint) {
                if columns.product >= 0 { offerLaterLine(RowCells(blocks.records, record), fingerprint, &ledger) }
                return
            }
            ledger.reject(Rejection(.noDate, column: columns.orderedAt), record: record, &blocks)
        case .adjustment: ledger.report.adjustmentLines += 1
        case .free: ledger.report.freeLines += 1
        case .unknown:
            ledger.report.ignoredRows += 1
        case .nobody(let order):
            if mergesIntoRejected(order.idFingerprint, &ledger) { return }
            ledger.addUnattributed(order.minorUnits, currency: order.currency)
            // Added at the end of the file, if the comma then turns out to be the decimal mark.
            if order.commaDifference != 0 { openUnattributed.append((order.currency, order.commaDifference)) }
            let column = columns.email >= 0 ? columns.email : columns.customerID
            ledger.reject(Rejection(.noCustomer, column: column), record: record, &blocks)
        case .rejected(let rejection, let fingerprint):
            if mergesIntoRejected(fingerprint, &ledger) { return }
            ledger.reject(rejection, record: record, &blocks)
        }
    }

    /// Where orders have several lines, only the first of a rejected order is a rejected row: its revenue must not be added again.
    private func mergesIntoRejected(_ fingerprint: UInt64, _ ledger: inout OrderLedger) -> Bool {
        guard rowMeaning == .lineWithTotalOnFirst || rowMeaning == .lineRepeatingTotal else { return false }
        if ledger.wasRejected(fingerprint) {
            ledger.report.linesMerged += 1
            return true
        }
        ledger.rememberRejected(fingerprint)
        return false
    }

    /// The file has ended: what it left open is asked about.
    mutating func finish(_ ledger: inout OrderLedger) throws(ReadingError) {
        values.settle(&ledger.table, &ledger.refunds)
        if let question = statuses.question(file: file, column: name(columns.status) ?? "status") { throw question }
        let amountColumn = name(columns.value) ?? name(columns.unitPrice)
        let question = values.question(file: file, dateColumn: name(columns.orderedAt), amountColumn: amountColumn)
        if let question { throw question }
        let (dateOrder, mark) = (values.dateOrder, values.decimalMark)
        if mark == .comma {
            for open in openUnattributed { ledger.addUnattributed(open.commaDifference, currency: open.currency) }
        }
        ledger.closeOpenRepetitions(dateOrder, mark)
        ledger.closeRepeated(dateOrder, mark)
        if addsLines { ledger.closeLineRefunds() }
        if zeroIsGuest { ledger.zeroIsGuest = true }
        if let note = money.note { notes.append(note) }
    }

    /// A column's name.
    func name(_ column: Int) -> String? {
        header.indices.contains(column) ? header[column] : nil
    }

    /// Whether the order of the row before goes on.
    @inline(__always)
    mutating func continuesLast(_ fingerprint: UInt64) -> Bool {
        defer { lastID = fingerprint }
        return fingerprint != 0 && fingerprint == lastID
    }
}
