import Facts

/// The columns of a refund file as the row loop wants them: an index, or -1 where the file has none.
struct RefundColumns {
    let email: Int
    let customerID: Int
    let refundID: Int
    let refundedAt: Int
    let value: Int
    let currency: Int
    let orderID: Int
    let least: Int
    let used: [Int]

    init(_ plan: RefundColumnPlan) {
        email = plan.email ?? -1
        customerID = plan.customerID ?? -1
        refundID = plan.refundID ?? -1
        refundedAt = plan.refundedAt ?? -1
        value = plan.value
        currency = plan.currency ?? -1
        orderID = plan.orderID ?? -1
        used = [email, customerID, refundID, refundedAt, value, currency, orderID].filter { $0 >= 0 }
        least = (used.max() ?? 0) + 1
    }
}

/// Reads the rows of one refund file. Refunds are few beside orders: one row at a time.
struct RefundRows: ~Copyable {
    private let columns: RefundColumns
    private let header: [String]
    private let file: String
    private let separator: UInt8
    private var scratch = ScratchBytes()
    private var values: FileValues
    private var money: CurrencyCells
    private(set) var rows = 0
    private var negatives = 0

    init(_ plan: RefundColumnPlan, header: [String], file: String, options: ReadingOptions, separator: UInt8) {
        columns = RefundColumns(plan)
        self.header = header
        self.file = file
        self.separator = separator
        values = FileValues(options: options, dateOrder: plan.dateOrder)
        money = CurrencyCells(fallback: plan.defaultCurrency ?? options.currency ?? .none)
    }

    /// What the reader should be told.
    var notes: [String] {
        negatives > 0 ? ["\(negatives) refunds are written as negative amounts and were taken as positive."] : []
    }

    /// Reads the rows of a block.
    mutating func read(_ blocks: inout RecordBlocks, into ledger: inout OrderLedger) throws(ReadingError) {
        let records = blocks.records
        for record in 0..<records.count {
            scratch.reset()
            let cells = RowCells(records, record)
            if cells.count != header.count, cells.isBlank(separator: separator) { continue }
            rows += 1
            if let wrong = readOne(cells, &ledger, &blocks) { ledger.reject(wrong, record: record, &blocks, isRefund: true) }
        }
        values.settle(&ledger.table, &ledger.refunds)
    }

    /// The file has ended: what it left open is asked about.
    mutating func finish(_ ledger: inout OrderLedger) throws(ReadingError) {
        values.settle(&ledger.table, &ledger.refunds)
        let question = values.question(
            file: file, dateColumn: columns.refundedAt < 0 ? nil : header[columns.refundedAt], amountColumn: header[columns.value])
        if let question { throw question }
    }

    private mutating func text(_ column: Int, _ cells: RowCells) -> UnsafeRawBufferPointer {
        column < 0 ? UnsafeRawBufferPointer(start: nil, count: 0) : cells.text(column, &scratch)
    }

    private mutating func readOne(_ cells: RowCells, _ ledger: inout OrderLedger, _ blocks: inout RecordBlocks) -> Rejection? {
        guard cells.count >= columns.least else { return Rejection(.tooFewColumns, detail: "\(cells.count) instead of \(header.count)") }
        let orderID = text(columns.orderID, cells)
        let orderFingerprint = orderID.isEmpty ? 0 : Fingerprint(orderID).value
        var customer: UInt32?
        switch findCustomer(cells, ledger) {
        case .success(let found): customer = found
        case .failure(let wrong): return wrong.rejection
        }
        if customer == nil, orderFingerprint != 0 {
            // Only now are all orders put in a table by their ids: most files of refunds name the customer.
            ledger.lookUpOrders()
            customer = ledger.row(ofOrder: orderFingerprint).map { ledger.table[$0].customer }
        }
        guard let customer else { return Rejection(.noCustomer, column: columns.email >= 0 ? columns.email : columns.customerID) }

        let code = text(columns.currency, cells)
        let named = code.isEmpty ? money.ofFile(in: &ledger.table) : money.of(code: code, in: &ledger.table)
        guard let currency = named else { return Rejection(.currency, column: columns.currency) }
        let cell = text(columns.value, cells)
        var value: ReadAmount
        switch values.amount(cell, decimals: currency.decimals, cells, &blocks) {
        case .amount(let read): value = read
        case .empty: return Rejection(.noValue, column: columns.value)
        case .rejected(let reason): return Rejection(.value, column: columns.value, detail: reason.message(quoting: cell))
        }
        if value.point < 0 || value.comma < 0 {
            negatives += 1
            value = ReadAmount(point: -value.point, comma: -value.comma, sign: value.sign)
        }
        let number: UInt8
        switch (value.sign, code.isEmpty) {
        case (.some(let sign), true):
            guard let signed = money.of(sign: sign, in: &ledger.table), signed.decimals == currency.decimals else {
                return Rejection(.currency, column: columns.value)
            }
            number = signed.number
        case (.some(.currency(let signed)), false) where signed != currency.currency:
            return Rejection(.currency, column: columns.value)
        default: number = currency.number
        }

        var when: ReadMoment?
        if columns.refundedAt >= 0 {
            switch values.moment(text(columns.refundedAt, cells), cells, &blocks) {
            case .moment(let read): when = read
            case .empty: break
            case .rejected(let detail): return Rejection(.date, column: columns.refundedAt, detail: detail)
            }
        }
        if when == nil, orderFingerprint == 0 { return Rejection(.noDate, column: columns.refundedAt) }
        let refund = RefundRecord(
            customer: customer, secondsSince1970: when?.seconds, minorUnits: value.point, currency: number, orderID: orderFingerprint)
        return add(refund, value, when, cells, &ledger)
    }

    /// Adds a refund unless its id was there before.
    private mutating func add(
        _ refund: RefundRecord, _ value: ReadAmount, _ when: ReadMoment?, _ cells: RowCells, _ ledger: inout OrderLedger
    ) -> Rejection? {
        let id = text(columns.refundID, cells)
        if !id.isEmpty {
            let fingerprint = Fingerprint(id).value
            if let index = ledger.refundOfID[fingerprint] {
                let known = ledger.refunds[index]
                let isSame =
                    known.customer == refund.customer && known.minorUnits == refund.minorUnits
                    && known.currency == refund.currency && known.secondsSince1970 == refund.secondsSince1970
                guard isSame else { return Rejection(.conflictingRefund, column: columns.refundID) }
                ledger.report.duplicateRefundRows += 1
                return nil
            }
            ledger.refundOfID[fingerprint] = ledger.refunds.count
        }
        let index = ledger.refunds.count
        if let when, when.monthFirstSeconds != when.seconds {
            values.questions.addRefundDate(index, monthFirstSeconds: when.monthFirstSeconds)
        }
        if value.comma != value.point { values.questions.addRefund(index, commaDifference: value.comma - value.point) }
        ledger.refunds.append(refund)
        ledger.report.refundsRead += 1
        return nil
    }

    private struct Wrong: Error {
        var rejection: Rejection
    }

    /// The customer's number; `nil` where the row names none.
    private mutating func findCustomer(_ cells: RowCells, _ ledger: borrowing OrderLedger) -> Result<UInt32?, Wrong> {
        for column in [columns.email, columns.customerID] where column >= 0 {
            let cell = cells.text(column, &scratch)
            switch CustomerText.find(cell, &scratch) {
            case .missing: continue
            case .notText: return .failure(Wrong(rejection: Rejection(.notText, column: column)))
            case .tooLong: return .failure(Wrong(rejection: Rejection(.tooLong, column: column)))
            case .key(let key):
                if let known = ledger.table.customers.existingIndex(of: key.bytes) { return .success(known) }
                return .failure(Wrong(rejection: Rejection(.refundOfUnknownCustomer, column: column)))
            }
        }
        return .success(nil)
    }
}
