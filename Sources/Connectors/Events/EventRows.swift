import Facts
import JSON

/// Reads the rows of one file of events: each cell to what it means, a group of rows at a time to the ledger.
struct EventRows: ~Copyable {
    /// The columns as the row loop wants them: an index, or -1 where the file has none.
    private struct Columns {
        let email: Int
        let customerID: Int
        let metric: Int
        let occurredAt: Int
        let value: Int
        let currency: Int
        let uniqueID: Int
        let properties: Int
        /// How many cells a row must have at least.
        let least: Int

        init(_ plan: EventColumnPlan) {
            email = plan.email ?? -1
            customerID = plan.customerID ?? -1
            metric = plan.metric
            occurredAt = plan.occurredAt
            value = plan.value ?? -1
            currency = plan.currency ?? -1
            uniqueID = plan.uniqueID ?? -1
            properties = plan.properties ?? -1
            // What may be empty may also be missing at the end of a row.
            least = max(email, customerID, metric, occurredAt) + 1
        }
    }

    private let columns: Columns
    private let header: [String]
    private let file: String
    private let separator: UInt8
    private var scratch = ScratchBytes()
    private var values: FileValues
    private let events: UnsafeMutablePointer<PendingEvent>
    private let keys: UnsafeMutablePointer<CustomerKeys.Key>
    private var waiting = 0
    private var lastCurrency: (code: (UInt8, UInt8, UInt8), currency: Currency)?
    private(set) var rows = 0

    /// Customers looked up together.
    private static let groupLength = 64
    /// Values are read with so many decimals. The nearest number to what was written is then the nearest to what is read.
    private static let valueDecimals = 6
    private static let valueScale = 1_000_000.0
    private static let largestValue: Int64 = 1_000_000_000_000_000_000
    /// The longest unique id.
    private static let longestUniqueID = 1_024

    init(_ plan: EventColumnPlan, header: [String], file: String, options: ReadingOptions, separator: UInt8) {
        columns = Columns(plan)
        self.header = header
        self.file = file
        self.separator = separator
        values = FileValues(options: options, dateOrder: plan.dateOrder)
        events = .allocate(capacity: Self.groupLength)
        events.initialize(repeating: PendingEvent(), count: Self.groupLength)
        keys = .allocate(capacity: Self.groupLength)
    }

    deinit {
        events.deinitialize(count: Self.groupLength)
        events.deallocate()
        keys.deallocate()
    }

    /// Reads the rows of a block.
    mutating func read(_ blocks: inout RecordBlocks, into ledger: inout EventLedger) throws(ReadingError) {
        let records = blocks.records
        for record in 0..<records.count {
            if waiting == 0 || scratch.isNearlyFull {
                try flush(&ledger)
                scratch.reset()
            }
            let cells = RowCells(records, record)
            if cells.isBlank(separator: separator) { continue }
            rows += 1
            if let fault = readOne(cells, &ledger, &blocks) {
                ledger.rejects.reject(fault, record: record, &blocks)
            } else {
                waiting += 1
                if waiting == Self.groupLength { try flush(&ledger) }
            }
        }
        // Keys are places in the block, which is about to go.
        try flush(&ledger)
    }

    private mutating func flush(_ ledger: inout EventLedger) throws(ReadingError) {
        if waiting > 0 {
            let count = waiting
            waiting = 0
            try ledger.add(UnsafeBufferPointer(start: events, count: count), UnsafeBufferPointer(start: keys, count: count), file: file)
        }
        if ledger.isOpen { ledger.settle(values.dateOrder, values.decimalMark) }
    }

    /// What the file leaves open; asked for at its end, or when too much waits for the answer.
    func question() -> ReadingError? {
        values.question(file: file, dateColumn: header[columns.occurredAt], amountColumn: columns.value < 0 ? nil : header[columns.value])
    }

    /// Reads a row into the next place of the group; says what is wrong with it.
    @inline(__always)
    private mutating func readOne(_ cells: RowCells, _ ledger: inout EventLedger, _ blocks: inout RecordBlocks) -> RowFault? {
        if cells.count != header.count, let wrong = cells.wrongShape(least: columns.least, width: header.count) { return RowFault(wrong) }
        let event = events + waiting
        let name = cells.text(columns.metric, &scratch)
        guard !name.isEmpty else { return RowFault(.metric, column: columns.metric) }
        guard let metric = ledger.metric(name) else {
            return ledger.fault(of: name, column: columns.metric)
        }
        event.pointee.metric = metric
        let moment = cells.text(columns.occurredAt, &scratch)
        switch values.moment(moment, cells, &blocks) {
        case .moment(let read): event.pointee.when = read
        case .empty: return RowFault(.noDate, column: columns.occurredAt)
        case .rejected(let detail): return RowFault(.date, column: columns.occurredAt, detail: detail)
        case .sheetNumber(let detail): return RowFault(.sheetDate, column: columns.occurredAt, detail: detail)
        }
        event.pointee.currency = nil
        if columns.currency >= 0, columns.currency < cells.count, let fault = readCurrency(cells, event) { return fault }
        event.pointee.value = .nan
        event.pointee.commaValue = .nan
        if columns.value >= 0, columns.value < cells.count, let fault = readValue(cells, event, &blocks) { return fault }
        event.pointee.unique = 0
        if columns.uniqueID >= 0, columns.uniqueID < cells.count {
            let id = cells.text(columns.uniqueID, &scratch)
            if id.count > Self.longestUniqueID { return RowFault(.tooLong, column: columns.uniqueID) }
            if !id.isEmpty { event.pointee.unique = Fingerprint(id).value }
        }
        if !event.pointee.properties.isEmpty { event.pointee.properties = [] }
        if columns.properties >= 0, columns.properties < cells.count, let fault = readProperties(cells, event) { return fault }
        return readCustomer(cells)
    }

    @inline(__always)
    private mutating func readValue(
        _ cells: RowCells, _ event: UnsafeMutablePointer<PendingEvent>, _ blocks: inout RecordBlocks
    ) -> RowFault? {
        let cell = cells.text(columns.value, &scratch)
        switch values.amount(cell, decimals: Self.valueDecimals, limit: Self.largestValue, cells, &blocks) {
        case .empty: return nil
        case .rejected(let reason): return RowFault(.value, column: columns.value, detail: reason.message(quoting: cell))
        case .amount(let read):
            event.pointee.value = Double(read.point) / Self.valueScale
            event.pointee.commaValue = read.comma == read.point ? event.pointee.value : Double(read.comma) / Self.valueScale
            if case .currency(let signed) = read.sign {
                if let named = event.pointee.currency, named != signed { return RowFault(.currency, column: columns.value) }
                event.pointee.currency = signed
            }
            return nil
        }
    }

    private mutating func readCurrency(_ cells: RowCells, _ event: UnsafeMutablePointer<PendingEvent>) -> RowFault? {
        let cell = cells.text(columns.currency, &scratch)
        if cell.isEmpty { return nil }
        guard cell.count == 3 else { return RowFault(.currency, column: columns.currency, detail: QuotedValue.quote(cell)) }
        let code = (cell[0], cell[1], cell[2])
        if let lastCurrency, lastCurrency.code == code {
            event.pointee.currency = lastCurrency.currency
            return nil
        }
        guard let currency = Currency(code.0, code.1, code.2), currency.isISO4217 || currency == .none else {
            let isCode = Currency(code.0, code.1, code.2) != nil
            return RowFault(isCode ? .unknownCurrency : .currency, column: columns.currency, detail: QuotedValue.quote(cell))
        }
        lastCurrency = (code, currency)
        event.pointee.currency = currency
        return nil
    }

    private mutating func readProperties(_ cells: RowCells, _ event: UnsafeMutablePointer<PendingEvent>) -> RowFault? {
        let cell = cells.text(columns.properties, &scratch)
        if cell.isEmpty { return nil }
        do throws(JSONError) {
            let root = try JSONDocument(cell).root
            guard root.kind == .object else {
                return RowFault(.properties, column: columns.properties, detail: QuotedValue.quote(cell))
            }
            if root.count > 0 { event.pointee.properties = root.compactBytes }
            return nil
        } catch {
            return RowFault(.properties, column: columns.properties, detail: error.description)
        }
    }

    /// Puts down who it is: by number, by e-mail, or by both as one key.
    @inline(__always)
    private mutating func readCustomer(_ cells: RowCells) -> RowFault? {
        var found: CustomerKeys.Key?
        if columns.customerID >= 0, let fault = readKey(cells, columns.customerID, &found) { return fault }
        if columns.email >= 0 {
            var email: CustomerKeys.Key?
            if let fault = readKey(cells, columns.email, &email) { return fault }
            if let email {
                guard email.bytes.contains(UInt8(ascii: "@")) else {
                    return RowFault(.email, column: columns.email, detail: QuotedValue.quote(email.bytes))
                }
                found =
                    found.map { number in
                        number.bytes.elementsEqual(email.bytes) ? email : joined(number.bytes, email.bytes)
                    } ?? email
            }
        }
        guard let found else { return RowFault(.nobody, column: columns.email >= 0 ? columns.email : columns.customerID) }
        (keys + waiting).initialize(to: found)
        return nil
    }

    @inline(__always)
    private mutating func readKey(_ cells: RowCells, _ column: Int, _ found: inout CustomerKeys.Key?) -> RowFault? {
        switch CustomerText.find(cells.text(column, &scratch), &scratch) {
        case .key(let key): found = key
        case .missing: break
        case .notText: return RowFault(.notText, column: column)
        case .tooLong: return RowFault(.tooLong, column: column)
        }
        return nil
    }

    private mutating func joined(_ number: UnsafeRawBufferPointer, _ email: UnsafeRawBufferPointer) -> CustomerKeys.Key {
        let bytes = scratch.copy(Array(number) + [EventKey.separator] + Array(email))
        return CustomerKeys.Key(bytes: bytes, fingerprint: Fingerprint(bytes).value)
    }
}
