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
    private var questions = OpenQuestions()
    private var dates: DateParser
    private var amounts: AmountParser
    private var clock: ShopClock
    private var money: CurrencyCells
    private(set) var rows = 0
    private var negatives = 0

    init(_ plan: RefundColumnPlan, header: [String], file: String, options: ReadingOptions, separator: UInt8) {
        columns = RefundColumns(plan)
        self.header = header
        self.file = file
        self.separator = separator
        dates = DateParser(order: options.dateOrder ?? plan.dateOrder)
        amounts = AmountParser(mark: options.decimalMark)
        clock = ShopClock(options.timeZone)
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
        questions.settle(dates.order, amounts.mark, in: &ledger.table, &ledger.refunds)
    }

    /// The file has ended: what it left open is asked about.
    mutating func finish(_ ledger: inout OrderLedger) throws(ReadingError) {
        questions.settle(dates.order, amounts.mark, in: &ledger.table, &ledger.refunds)
        let question = questions.question(
            file: file, dateColumn: columns.refundedAt < 0 ? nil : header[columns.refundedAt], amountColumn: header[columns.value],
            dates.order, amounts.mark)
        if let question { throw question }
    }

    private mutating func text(_ column: Int, _ cells: RowCells) -> UnsafeRawBufferPointer {
        column < 0 ? UnsafeRawBufferPointer(start: nil, count: 0) : cells.text(column, &scratch)
    }

    private mutating func readOne(_ cells: RowCells, _ ledger: inout OrderLedger, _ blocks: inout RecordBlocks) -> Rejection? {
        guard cells.count >= columns.least else { return Rejection(.tooFewColumns, detail: "\(cells.count) instead of \(header.count)") }
        let orderID = text(columns.orderID, cells)
        let orderFingerprint = orderID.isEmpty ? 0 : Fingerprint(orderID).value
        let order = orderFingerprint == 0 ? nil : ledger.row(ofOrder: orderFingerprint).map { ledger.table[$0] }

        var customer: UInt32?
        switch findCustomer(cells, ledger) {
        case .success(let found): customer = found ?? order?.customer
        case .failure(let wrong): return wrong.rejection
        }
        guard let customer else { return Rejection(.noCustomer, column: columns.email >= 0 ? columns.email : columns.customerID) }

        let code = text(columns.currency, cells)
        let named = code.isEmpty ? money.ofFile(in: &ledger.table) : money.of(code: code, in: &ledger.table)
        guard let currency = named else { return Rejection(.currency, column: columns.currency) }
        let cell = text(columns.value, cells)
        var value: ReadAmount
        switch amount(cell, currency.decimals, cells, &blocks) {
        case .success(let read): value = read
        case .failure(let wrong): return wrong.rejection
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

        var when = ReadMoment()
        if columns.refundedAt >= 0 {
            switch moment(cells, &blocks) {
            case .success(let read): when = read
            case .failure(let wrong): return wrong.rejection
            }
        }
        if when.seconds == nil, orderFingerprint == 0 { return Rejection(.noDate, column: columns.refundedAt) }
        let refund = RefundRecord(
            customer: customer, secondsSince1970: when.seconds, minorUnits: value.point, currency: number, orderID: orderFingerprint)
        return add(refund, value, when, cells, &ledger)
    }

    /// Adds a refund unless its id was there before.
    private mutating func add(
        _ refund: RefundRecord, _ value: ReadAmount, _ when: ReadMoment, _ cells: RowCells, _ ledger: inout OrderLedger
    ) -> Rejection? {
        let id = text(columns.refundID, cells)
        if !id.isEmpty {
            let fingerprint = Fingerprint(id).value
            if let index = ledger.refundOfID[fingerprint] {
                let known = ledger.refunds[index]
                let isSame = known.customer == refund.customer && known.minorUnits == refund.minorUnits
                    && known.currency == refund.currency && known.secondsSince1970 == refund.secondsSince1970
                guard isSame else { return Rejection(.conflictingRefund, column: columns.refundID) }
                ledger.report.duplicateRefundRows += 1
                return nil
            }
            ledger.refundOfID[fingerprint] = ledger.refunds.count
        }
        let index = ledger.refunds.count
        if let monthFirst = when.monthFirstSeconds { questions.addRefundDate(index, monthFirstSeconds: monthFirst) }
        if value.comma != value.point { questions.addRefund(index, commaDifference: value.comma - value.point) }
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

    private mutating func amount(
        _ cell: UnsafeRawBufferPointer, _ decimals: Int, _ cells: RowCells, _ blocks: inout RecordBlocks
    ) -> Result<ReadAmount, Wrong> {
        switch amounts.parse(cell, decimals: decimals) {
        case .amount(let scaled, let sign): return .success(ReadAmount(point: scaled, comma: scaled, sign: sign))
        case .empty: return .failure(Wrong(rejection: Rejection(.noValue, column: columns.value)))
        case .rejected(let reason):
            return .failure(Wrong(rejection: Rejection(.value, column: columns.value, detail: reason.message(quoting: cell))))
        case .ambiguous(let ifThousands, let ifDecimals):
            if questions.wantsAmountExample { questions.noteAmount(line: blocks.line(of: cells), cell) }
            let isComma = cell.contains(0x2C)
            return .success(
                ReadAmount(
                    point: isComma ? ifThousands : ifDecimals, comma: isComma ? ifDecimals : ifThousands,
                    sign: AmountParser.currencySign(in: cell)))
        }
    }

    private struct ReadMoment {
        var seconds: UInt32?
        var monthFirstSeconds: UInt32?
    }

    private mutating func moment(_ cells: RowCells, _ blocks: inout RecordBlocks) -> Result<ReadMoment, Wrong> {
        let cell = cells.text(columns.refundedAt, &scratch)
        let outcome = dates.parse(cell)
        switch outcome {
        case .empty: return .success(ReadMoment())
        case .rejected(let reason):
            return .failure(Wrong(rejection: Rejection(.date, column: columns.refundedAt, detail: reason.message(quoting: cell))))
        case .moment(let local, let offset, _):
            if let seconds = UInt32(exactly: clock.seconds(local: local, offset: offset)) { return .success(ReadMoment(seconds: seconds)) }
        case .ambiguous(let dayFirst, let monthFirst, _):
            if questions.wantsDateExample { questions.noteDate(line: blocks.line(of: cells), cell) }
            if let first = UInt32(exactly: clock.seconds(local: dayFirst, offset: nil)),
                let second = UInt32(exactly: clock.seconds(local: monthFirst, offset: nil))
            {
                return .success(ReadMoment(seconds: first, monthFirstSeconds: second))
            }
        }
        return .failure(Wrong(rejection: Rejection(.date, column: columns.refundedAt, detail: "before 1970 or after 2100")))
    }
}
