import Facts

/// What has been read so far, of all files: orders, refunds, and the account of every row.
struct OrderLedger: ~Copyable {
    /// The orders.
    var table = OrderTable()
    /// Money given back.
    var refunds: [RefundRecord] = []
    /// The account.
    var report = IntakeReport()
    /// Where rejected rows are written.
    private var sink: RejectSink?

    /// The current file, its header, and the first row of ``table`` that it made.
    private(set) var file = ""
    private(set) var header: [String] = []
    private(set) var firstRowOfFile = 0
    private(set) var firstRefundOfFile = 0

    private var run = OrderIDRun()
    private var seen: SeenOrders?
    /// Orders that were not counted, and why, so that their further lines and repetitions are known.
    private var setAside: [UInt64: Fate] = [:]
    /// The refund of an order, by the order's id.
    private var refundOfOrder: [UInt64: Int] = [:]
    /// Credit notes and refunds by their own id.
    var refundOfID: [UInt64: Int] = [:]
    /// Orders of earlier files that the current file adds up once more.
    var repeated: [UInt64: RepeatedOrder] = [:]
    /// The order to which the last line was added: lines of an order mostly stand together.
    var lastLine: (id: UInt64, row: Int) = (0, 0)
    private var sources = [Int](repeating: 0, count: OrderSourceKind.allCases.count)
    private var unattributed: [UInt8: Int64] = [:]

    /// Why an order was not counted.
    enum Fate: Equatable {
        case cancelled, ignored, test, rejected
    }

    /// Orders looked up together.
    static let batchLength = 64

    init(sink: consuming RejectSink?) {
        self.sink = sink
    }

    /// A new file begins.
    mutating func begin(file: String, header: [String]) {
        self.file = file
        self.header = header
        firstRowOfFile = table.count
        firstRefundOfFile = refunds.count
    }

    // MARK: - Orders

    /// Adds orders, in their order, or finds that they were there before.
    mutating func add(
        _ pending: UnsafeBufferPointer<PendingOrder>, _ keys: UnsafeBufferPointer<CustomerKeys.Key>,
        rows: RowMeaning, _ questions: inout OpenQuestions, _ blocks: inout RecordBlocks
    ) throws(ReadingError) {
        var areAllNew = seen == nil
        if areAllNew {
            for order in pending where order.idFingerprint != 0 && !run.takes(order.id) { areAllNew = false }
        }
        if areAllNew {
            try addNew(pending, keys, &questions)
            return
        }
        if seen == nil { seen = SeenOrders(table) }
        lookAhead(pending, keys)
        for place in pending.indices {
            try addOne(pending[place], keys[place], rows: rows, &questions, &blocks)
        }
    }

    /// Orders none of which was there before.
    private mutating func addNew(
        _ pending: UnsafeBufferPointer<PendingOrder>, _ keys: UnsafeBufferPointer<CustomerKeys.Key>, _ questions: inout OpenQuestions
    ) throws(ReadingError) {
        let first = table.count
        let isStored = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: pending.count) { customers in
            withUnsafeTemporaryAllocation(of: OrderRecord.self, capacity: pending.count) { records in
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: pending.count) { ids in
                    guard let start = customers.baseAddress, table.customers.indices(of: keys, into: start) else { return false }
                    for place in pending.indices {
                        records.initializeElement(at: place, to: pending[place].order(of: customers[place]))
                        ids.initializeElement(at: place, to: pending[place].idFingerprint)
                    }
                    table.append(UnsafeBufferPointer(records), orderIDs: UnsafeBufferPointer(ids))
                    return true
                }
            }
        }
        guard isStored else { throw tooManyCustomers() }
        for place in pending.indices { note(pending[place], row: first + place, &questions) }
    }

    func tooManyCustomers() -> ReadingError {
        ReadingError(.badData, file: file, "the customers' identifiers together are longer than 4 GiB")
    }

    private mutating func lookAhead(_ pending: UnsafeBufferPointer<PendingOrder>, _ keys: UnsafeBufferPointer<CustomerKeys.Key>) {
        table.customers.prepare(keys)
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: pending.count) { ids in
            for place in pending.indices { ids.initializeElement(at: place, to: pending[place].idFingerprint) }
            seen?.prepare(UnsafeBufferPointer(ids))
        }
    }

    private mutating func addOne(
        _ order: PendingOrder, _ key: CustomerKeys.Key, rows: RowMeaning, _ questions: inout OpenQuestions, _ blocks: inout RecordBlocks
    ) throws(ReadingError) {
        let id = order.idFingerprint
        if id != 0 {
            if let row = seen?.row(of: id, in: table) {
                addKnown(order, key, row: row, rows: rows, &blocks)
                return
            }
            if let fate = setAside[id] {
                // Of an order whose first line was rejected the other lines are no orders either.
                if fate == .rejected { report.linesMerged += 1 } else { rejectConflict(order, &blocks) }
                return
            }
        }
        guard let customer = table.customers.index(of: key.bytes, fingerprint: key.fingerprint) else { throw tooManyCustomers() }
        let row = table.count
        table.append(order.order(of: customer), orderID: id)
        if id != 0 { seen?.insert(id, row: row) }
        note(order, row: row, &questions)
    }

    private mutating func addKnown(
        _ order: PendingOrder, _ key: CustomerKeys.Key, row: Int, rows: RowMeaning, _ blocks: inout RecordBlocks
    ) {
        let known = table[row]
        let customer = table.customers.existingIndex(of: key.bytes)
        let isEqual = customer == known.customer && order.seconds == known.secondsSince1970 && order.minorUnits == known.minorUnits
            && order.currency == known.currency && isKnown(order.refund, of: order.idFingerprint)
        guard isEqual else {
            rejectConflict(order, &blocks)
            return
        }
        if case .lineRepeatingTotal = rows, row >= firstRowOfFile {
            report.linesMerged += 1
        } else {
            report.duplicateRows += 1
            report.duplicateOrders += 1
        }
    }

    private func isKnown(_ refund: PendingRefund, of id: UInt64) -> Bool {
        let known = refundOfOrder[id].map { refunds[$0].minorUnits }
        switch refund {
        case .none: return known == nil
        case .whole: return known == .some(nil)
        case .amount(let minorUnits, _): return known == .some(minorUnits)
        }
    }

    private mutating func rejectConflict(_ order: PendingOrder, _ blocks: inout RecordBlocks) {
        report.conflictingOrders += 1
        let id = String(decoding: order.id.prefix(40), as: UTF8.self)
        reject(Rejection(.conflictingOrder), record: order.record, &blocks, id: id)
    }

    /// What an order says beyond its record.
    @inline(__always)
    private mutating func note(_ order: PendingOrder, row: Int, _ questions: inout OpenQuestions) {
        report.orders += 1
        sources[Int(order.source)] += 1
        switch order.clock {
        case .withOffset: break
        case .shopClock: report.timesWithoutZone += 1
        case .dateOnly: report.dateOnlyOrders += 1
        }
        if order.monthFirstSeconds != order.seconds { questions.addDate(row: row, monthFirstSeconds: order.monthFirstSeconds) }
        if order.commaDifference != 0 { questions.addAmount(row: row, commaDifference: order.commaDifference) }
        if order.refund != .none { noteRefund(order, row: row, &questions) }
    }

    private mutating func noteRefund(_ order: PendingOrder, row: Int, _ questions: inout OpenQuestions) {
        let id = order.idFingerprint
        // Without an order id the refund finds its order by customer and time.
        let seconds = id == 0 ? order.seconds : nil
        var units: Int64?
        if case .amount(let minorUnits, let commaDifference) = order.refund {
            units = minorUnits
            if commaDifference != 0 { questions.addRefund(refunds.count, commaDifference: commaDifference) }
        }
        if id != 0 { refundOfOrder[id] = refunds.count }
        refunds.append(
            RefundRecord(
                customer: table[row].customer, secondsSince1970: seconds, minorUnits: units, currency: order.currency, orderID: id))
    }

    // MARK: - Rows that are no orders

    /// A row of an order that was cancelled, is not paid, or is a test.
    mutating func setAside(
        _ fate: Fate, id: UnsafeRawBufferPointer, fingerprint: UInt64, record: Int, _ blocks: inout RecordBlocks
    ) {
        if fingerprint != 0, isKnownOrder(id, fingerprint) {
            report.conflictingOrders += 1
            reject(Rejection(.conflictingOrder), record: record, &blocks, id: String(decoding: id.prefix(40), as: UTF8.self))
            return
        }
        if fingerprint != 0 {
            if let known = setAside[fingerprint] {
                report.duplicateRows += 1
                if known == fate { report.duplicateOrders += 1 }
                return
            }
            setAside[fingerprint] = fate
        }
        switch fate {
        case .cancelled: report.cancelledRows += 1
        case .ignored, .rejected: report.ignoredRows += 1
        case .test: report.testRows += 1
        }
    }

    /// The row of an order by its id, once ids are looked up at all.
    func row(ofOrder fingerprint: UInt64) -> Int? {
        seen?.row(of: fingerprint, in: table)
    }

    /// Makes all orders known by their ids from now on.
    mutating func lookUpOrders() {
        _ = run.end()
        if seen == nil { seen = SeenOrders(table) }
    }

    /// Adds an order whose id is known to be new, ids being looked up.
    mutating func addFirstLine(_ order: PendingOrder, customer: UInt32, _ questions: inout OpenQuestions) -> Int {
        let row = table.count
        table.append(order.order(of: customer), orderID: order.idFingerprint)
        seen?.insert(order.idFingerprint, row: row)
        note(order, row: row, &questions)
        return row
    }

    /// Whether an order of this id was counted.
    mutating func isKnownOrder(_ id: UnsafeRawBufferPointer, _ fingerprint: UInt64) -> Bool {
        if seen == nil {
            if run.takes(id) { return false }
            seen = SeenOrders(table)
        }
        return seen?.row(of: fingerprint, in: table) != nil
    }

    /// A further line of an order whose first line said it all; `false` when there was no such line.
    mutating func mergeLine(id: UnsafeRawBufferPointer, fingerprint: UInt64) -> Bool {
        guard isKnownOrder(id, fingerprint) || setAside[fingerprint] != nil else { return false }
        report.linesMerged += 1
        return true
    }

    /// Whether the first line of an order was rejected, so that its other lines are no news.
    func wasRejected(_ fingerprint: UInt64) -> Bool {
        fingerprint != 0 && setAside[fingerprint] == .rejected
    }

    /// Remembers that the first line of an order was rejected.
    mutating func rememberRejected(_ fingerprint: UInt64) {
        if fingerprint != 0 { setAside[fingerprint] = .rejected }
    }

    /// What an order without a customer came to.
    mutating func addUnattributed(_ minorUnits: Int64, currency: UInt8) {
        unattributed[currency, default: 0] += minorUnits
    }

    /// Counts a row as rejected and writes it to the file of rejected rows.
    mutating func reject(_ rejection: Rejection, record: Int, _ blocks: inout RecordBlocks, id: String? = nil, isRefund: Bool = false) {
        if isRefund {
            report.rejectedRefundRows[rejection.reason, default: 0] += 1
        } else {
            report.rejectedRows[rejection.reason, default: 0] += 1
        }
        let isConflict = rejection.reason == .conflictingOrder && report.conflictExamples.count < IntakeReport.mostExamples
        let isExample = report.rejectExamples.count < IntakeReport.mostExamples
        guard sink != nil || isConflict || isExample else { return }
        let records = blocks.records
        let line = blocks.line(at: records.start(of: records.fields(of: record)))
        let text = records.text(of: record)
        let column = rejection.column.flatMap { header.indices.contains($0) ? header[$0] : nil }
        sink?.add(file: file, line: line, column: column ?? "", reason: rejection.text, row: text)
        let shown = id ?? String(decoding: text.prefix(200), as: UTF8.self)
        let example = IntakeReport.Example(file: file, line: line, column: column, reason: rejection.text, text: shown)
        if isConflict { report.conflictExamples.append(example) }
        if isExample { report.rejectExamples.append(example) }
    }

    /// Counts rows of which only the first is still at hand as rejected.
    mutating func rejectAfterwards(_ example: IntakeReport.Example, rows: Int) {
        report.rejectedRows[.conflictingOrder, default: 0] += rows
        Array(example.text.utf8).withUnsafeBytes {
            sink?.add(file: example.file, line: example.line, column: "", reason: example.reason, row: $0)
        }
        if report.conflictExamples.count < IntakeReport.mostExamples { report.conflictExamples.append(example) }
        if report.rejectExamples.count < IntakeReport.mostExamples { report.rejectExamples.append(example) }
    }

    /// Keeps the statuses of a file for the report.
    mutating func keepStatuses(_ entries: [StatusTally.Entry]) {
        for entry in entries {
            guard let meaning = entry.meaning?.rawValue else { continue }
            if let known = report.statuses.firstIndex(where: { $0.value == entry.text && $0.meaning == meaning }) {
                report.statuses[known].count += entry.count
            } else {
                report.statuses.append(IntakeReport.Status(value: entry.text, meaning: meaning, count: entry.count))
            }
        }
        report.statuses.sort { ($0.count, $1.value) > ($1.count, $0.value) }
    }

    // MARK: - The end

    /// The account of the whole, once the last file is read; the file of rejected rows is put in its place.
    consuming func finish(saysSources: Bool) throws(ReadingError) -> OrderIntake {
        if let sink = sink.take() { try sink.finish() }
        refunds.removeAll { $0.minorUnits.map { $0 <= 0 } ?? false }
        for block in table.blocks {
            for order in block where order.minorUnits == 0 { report.zeroValueOrders += 1 }
        }
        if let none = table.currencies.firstIndex(of: .none) {
            for block in table.blocks {
                for order in block where Int(order.currency) == none { report.ordersWithoutCurrency += 1 }
            }
        }
        if saysSources {
            for (kind, count) in zip(OrderSourceKind.allCases, sources) where count > 0 { report.ordersBySource[kind.rawValue] = count }
        }
        for (currency, sum) in unattributed.sorted(by: { $0.key < $1.key }) where sum != 0 {
            report.unattributedRevenue.append(IntakeReport.Sum(currency: table.currencies[Int(currency)].code, minorUnits: sum))
        }
        return OrderIntake(orders: table, refunds: refunds, report: report)
    }
}
