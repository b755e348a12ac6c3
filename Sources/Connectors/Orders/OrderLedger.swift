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
    var sink: RejectSink?
    /// Orders that are known otherwise than from the files, for refunds; `nil` where files have to tell all orders.
    var ordersElsewhere: KnownOrders?

    /// The current file, its header, and the first row of ``table`` that it made.
    private(set) var file = ""
    private(set) var header: [String] = []
    private(set) var firstRowOfFile = 0
    private(set) var firstRefundOfFile = 0

    var run = OrderIDRun()
    var seen: SeenOrders?
    /// Orders that were not counted, and why, so that their further lines and repetitions are known.
    var setAside: [UInt64: Fate] = [:]
    /// Whether any of them was rejected: most files need not be looked up for it.
    var hasRejected = false
    /// The refund of an order, by the order's id.
    var refundOfOrder: [UInt64: Int] = [:]
    /// Refunds of order files in whose place those of a refund file stand.
    private var replacedRefunds: Set<Int> = []
    /// Whether an order file was of a shop that gives guests the customer number 0.
    var zeroIsGuest = false
    /// Credit notes and refunds by their own id.
    var refundOfID: [UInt64: Int] = [:]
    /// Orders of earlier files that the current file adds up once more.
    var repeated: [UInt64: RepeatedOrder] = [:]
    /// Orders met again in the current file while their values could still be read in two ways.
    var openRepetitions: [OpenRepetition] = []
    /// The order to which the last line was added: lines of an order mostly stand together.
    var lastLine: (id: UInt64, row: Int) = (0, 0)
    /// How much the line is worth whose product an order of the current file has, by row of the file.
    var lineWorths = ContiguousArray<Int64>()
    private var sources = [Int](repeating: 0, count: OrderSource.allCases.count)
    var unattributed: [UInt8: Int64] = [:]

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
        lineWorths = []
    }

    // MARK: - Orders

    /// Adds orders, in their order, or finds that they were there before.
    mutating func add(
        _ pending: UnsafeBufferPointer<PendingOrder>, _ keys: UnsafeBufferPointer<CustomerKeys.Key>,
        rows: RowMeaning, _ questions: inout OpenQuestions, _ blocks: inout RecordBlocks
    ) throws(ReadingError) {
        var areAllNew = seen == nil
        if areAllNew {
            // An order whose first line was rejected is not begun by another: looked up whether or not the run goes on.
            for order in pending where order.idFingerprint != 0 && (!run.takes(order.id) || wasRejected(order.idFingerprint)) {
                areAllNew = false
            }
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
        for place in pending.indices {
            note(pending[place], row: first + place, isLine: false, &questions)
            keepLabels(pending[place], row: first + place)
        }
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
                addKnown(order, key, row: row, rows: rows, isFileOpen: questions.areOpen, &blocks)
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
        note(order, row: row, isLine: false, &questions)
        keepLabels(order, row: row)
    }

    private mutating func addKnown(
        _ order: PendingOrder, _ key: CustomerKeys.Key, row: Int, rows: RowMeaning, isFileOpen: Bool, _ blocks: inout RecordBlocks
    ) {
        let isSameCustomer = table.customers.existingIndex(of: key.bytes) == table[row].customer
        let isLine = rows == .lineRepeatingTotal && row >= firstRowOfFile
        if rows != .order, isSameCustomer { offerLine(order, row: row) }
        if order.isOpen || isFileOpen && row >= firstRowOfFile {
            keepOpen(order, isSameCustomer: isSameCustomer, row: row, isLine: isLine, &blocks)
            return
        }
        guard isSameCustomer, isSame(order, as: row) else {
            rejectConflict(order, &blocks)
            return
        }
        countRepetition(isLine: isLine)
    }

    /// Whether an order says what the row of the table says, the customer left out.
    func isSame(_ order: PendingOrder, as row: Int) -> Bool {
        let known = table[row]
        return order.seconds == known.secondsSince1970 && order.minorUnits == known.minorUnits
            && order.currency == known.currency && isKnown(order.refund, of: order.idFingerprint)
    }

    /// Counts a row that says nothing new of its order.
    mutating func countRepetition(isLine: Bool) {
        if isLine {
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
    private mutating func note(_ order: PendingOrder, row: Int, isLine: Bool, _ questions: inout OpenQuestions) {
        report.orders += 1
        // What does not say otherwise is an order of the web shop.
        sources[Int((order.source == .unsaid ? .web : order.source).rawValue)] += 1
        switch order.clock {
        case .withOffset: break
        case .shopClock: report.timesWithoutZone += 1
        case .dateOnly: report.dateOnlyOrders += 1
        }
        if order.monthFirstSeconds != order.seconds {
            let (first, second) = (order.seconds, order.monthFirstSeconds)
            if isLine {
                questions.addLineDate(row: row, known: second, seconds: first, monthFirstSeconds: second)
            } else {
                questions.addDate(row: row, monthFirstSeconds: second)
            }
        }
        if order.commaDifference != 0 { questions.addAmount(row: row, commaDifference: order.commaDifference) }
        if order.refund != .none { noteRefund(order, row: row, &questions) }
    }

    mutating func noteRefund(_ order: PendingOrder, row: Int, _ questions: inout OpenQuestions) {
        let id = order.idFingerprint
        // Without an order id the refund finds its order by customer and time.
        let seconds = id == 0 ? order.seconds : nil
        var units: Int64?
        if case .amount(let minorUnits, let commaDifference) = order.refund {
            units = minorUnits
            if commaDifference != 0 { questions.addRefund(refunds.count, commaDifference: commaDifference) }
        } else if id == 0 {
            // Nothing but its amount says later which order was given back as a whole.
            units = order.minorUnits
            if order.commaDifference != 0 { questions.addRefund(refunds.count, commaDifference: order.commaDifference) }
        }
        if id != 0 { refundOfOrder[id] = refunds.count }
        refunds.append(
            RefundRecord(
                customer: table[row].customer, secondsSince1970: seconds, isDateOnly: order.clock == .dateOnly, minorUnits: units,
                currency: order.currency, orderID: id))
    }

    /// A refund file says what was given back of an order: what the order file said of it no longer counts.
    mutating func replaceRefund(ofOrder id: UInt64) {
        guard id != 0, let index = refundOfOrder[id], replacedRefunds.insert(index).inserted else { return }
        report.refundsReplaced += 1
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
        note(order, row: row, isLine: true, &questions)
        keepLabels(order, row: row)
        return row
    }

    // MARK: - The end

    /// The account of the whole, once the last file is read; the file of rejected rows is put in its place.
    consuming func finish(saysSources: Bool) throws(ReadingError) -> OrderIntake {
        if let sink = sink.take() { try sink.finish() }
        for index in replacedRefunds { refunds[index].minorUnits = 0 }
        refunds.removeAll { $0.minorUnits.map { $0 <= 0 } ?? false }
        for block in table.blocks {
            for order in block where order.minorUnits == 0 { report.zeroValueOrders += 1 }
        }
        if let none = table.currencies.firstIndex(of: .none) {
            for block in table.blocks {
                for order in block where Int(order.currency) == none { report.ordersWithoutCurrency += 1 }
            }
        }
        countOtherLabels()
        if saysSources {
            for source in OrderSource.allCases where sources[Int(source.rawValue)] > 0 {
                report.ordersBySource[source.name] = sources[Int(source.rawValue)]
            }
        }
        for (currency, sum) in unattributed.sorted(by: { $0.key < $1.key }) where sum != 0 {
            report.unattributedRevenue.append(IntakeReport.Sum(currency: table.currencies[Int(currency)].code, minorUnits: sum))
        }
        return OrderIntake(orders: table, refunds: refunds, report: report)
    }
}
