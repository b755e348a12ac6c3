import Facts

/// Reads the rows of one order file: each cell to what it means, a batch of rows at a time to the ledger.
struct OrderRows: ~Copyable {
    let plan: ColumnPlan
    let columns: OrderColumns
    let header: [String]
    let file: String
    let options: ReadingOptions
    let separator: UInt8
    let fallbackCurrency: Currency

    var scratch = ScratchBytes()
    var questions = OpenQuestions()
    var dates: DateParser
    var amounts: AmountParser
    var clock: ShopClock
    var statuses: StatusTally
    var sources = SourceTally()
    var money: CurrencyCells

    private let orders: UnsafeMutablePointer<PendingOrder>
    private let keys: UnsafeMutablePointer<CustomerKeys.Key>
    private var pending = 0
    /// The id of the row before, for files whose orders have several lines.
    private var lastID: UInt64 = 0
    private(set) var rows = 0
    /// Notes for the report.
    private(set) var notes: [String] = []

    /// Rows of an opened file.
    init(_ plan: ColumnPlan, header: [String], file: String, options: ReadingOptions, separator: UInt8) {
        self.plan = plan
        self.header = header
        self.file = file
        self.options = options
        self.separator = separator
        columns = OrderColumns(plan, basis: options.valueBasis)
        dates = DateParser(order: options.dateOrder ?? plan.dateOrder)
        amounts = AmountParser(mark: options.decimalMark)
        clock = ShopClock(plan.zonelessTimesAreUTC ? .utc : options.timeZone)
        statuses = StatusTally(options: options, dialect: plan.dialect)
        fallbackCurrency = plan.defaultCurrency ?? options.currency ?? .none
        money = CurrencyCells(fallback: fallbackCurrency)
        orders = .allocate(capacity: OrderLedger.batchLength)
        keys = .allocate(capacity: OrderLedger.batchLength)
    }

    deinit {
        orders.deallocate()
        keys.deallocate()
    }

    /// What became of a row, as far as its own cells say.
    enum Outcome {
        /// An order (or a line that adds to one) of a customer.
        case order(PendingOrder, CustomerKeys.Key)
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
        case credit(PendingOrder, CustomerKeys.Key)
        /// An order without a customer.
        case nobody(minorUnits: Int64, currency: UInt8, fingerprint: UInt64)
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
            let outcome = plan.rows == .lineToSum ? line(cells, record, &ledger, &blocks) : order(cells, record, &ledger, &blocks)
            if case .blank = outcome { continue }
            rows += 1
            if case .order(let order, let key) = outcome, plan.rows != .lineToSum {
                (orders + pending).initialize(to: order)
                (keys + pending).initialize(to: key)
                pending += 1
                if pending == OrderLedger.batchLength { try flush(&blocks, &ledger) }
                continue
            }
            if case .line = outcome {
                ledger.report.linesMerged += 1
                continue
            }
            try flush(&blocks, &ledger)
            try settle(outcome, record, &blocks, &ledger)
        }
        try flush(&blocks, &ledger)
    }

    /// Hands the batch to the ledger.
    private mutating func flush(_ blocks: inout RecordBlocks, _ ledger: inout OrderLedger) throws(ReadingError) {
        questions.settle(dates.order, amounts.mark, in: &ledger.table, &ledger.refunds)
        guard pending > 0 else { return }
        let count = pending
        pending = 0
        if dates.order != nil || amounts.mark != nil {
            for place in 0..<count { orders[place].settle(dates.order, amounts.mark) }
        }
        try ledger.add(
            UnsafeBufferPointer(start: orders, count: count), UnsafeBufferPointer(start: keys, count: count), rows: plan.rows, &questions,
            &blocks)
    }

    /// What is no order of a batch.
    private mutating func settle(
        _ outcome: Outcome, _ record: Int, _ blocks: inout RecordBlocks, _ ledger: inout OrderLedger
    ) throws(ReadingError) {
        switch outcome {
        case .blank, .line: break
        case .order(var order, let key):
            order.settle(dates.order, amounts.mark)
            try ledger.addLine(order, key, &questions, &blocks)
        case .credit(var order, let key):
            order.settle(dates.order, amounts.mark)
            try ledger.addCredit(order, key, &questions)
        case .setAside(let fate, let id, let fingerprint):
            ledger.setAside(fate, id: id, fingerprint: fingerprint, record: record, &blocks)
        case .continuation(let id, let fingerprint):
            if ledger.mergeLine(id: id, fingerprint: fingerprint) { return }
            ledger.reject(Rejection(.noDate, column: columns.orderedAt), record: record, &blocks)
        case .adjustment: ledger.report.adjustmentLines += 1
        case .free: ledger.report.freeLines += 1
        case .unknown:
            ledger.report.ignoredRows += 1
        case .nobody(let minorUnits, let currency, let fingerprint):
            if mergesIntoRejected(fingerprint, &ledger) { return }
            ledger.addUnattributed(minorUnits, currency: currency)
            let column = columns.email >= 0 ? columns.email : columns.customerID
            ledger.reject(Rejection(.noCustomer, column: column), record: record, &blocks)
        case .rejected(let rejection, let fingerprint):
            if mergesIntoRejected(fingerprint, &ledger) { return }
            ledger.reject(rejection, record: record, &blocks)
        }
    }

    /// Where orders have several lines, only the first of a rejected order is a rejected row: its revenue must not be added again.
    private func mergesIntoRejected(_ fingerprint: UInt64, _ ledger: inout OrderLedger) -> Bool {
        guard plan.rows == .lineWithTotalOnFirst || plan.rows == .lineRepeatingTotal else { return false }
        if ledger.wasRejected(fingerprint) {
            ledger.report.linesMerged += 1
            return true
        }
        ledger.rememberRejected(fingerprint)
        return false
    }

    /// The file has ended: what it left open is asked about.
    mutating func finish(_ ledger: inout OrderLedger) throws(ReadingError) {
        questions.settle(dates.order, amounts.mark, in: &ledger.table, &ledger.refunds)
        if let question = statuses.question(file: file, column: name(columns.status) ?? "status") { throw question }
        let amountColumn = name(columns.value) ?? name(columns.unitPrice)
        let question = questions.question(
            file: file, dateColumn: name(columns.orderedAt), amountColumn: amountColumn, dates.order, amounts.mark)
        if let question { throw question }
        ledger.closeRepeated()
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
