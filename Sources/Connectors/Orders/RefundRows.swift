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
    /// The currency that the header tells, the only one of all orders, and the one said by hand.
    private let headerCurrency: Currency?
    private var onlyCurrency: Currency??
    private let saidCurrency: Currency?
    /// Refunds met again while dates or amounts could still be read in two ways.
    private var openRepetitions: [OpenRepetition] = []

    private struct OpenRepetition {
        var index: Int
        var refund: RefundRecord
        var value: ReadAmount
        var when: ReadMoment?
        var kept: KeptRow
    }

    init(_ plan: RefundColumnPlan, header: [String], file: String, options: ReadingOptions, separator: UInt8) {
        columns = RefundColumns(plan)
        self.header = header
        self.file = file
        self.separator = separator
        values = FileValues(options: options, dateOrder: plan.dateOrder)
        headerCurrency = plan.defaultCurrency
        saidCurrency = options.currency
        money = CurrencyCells(fallback: .none)
    }

    /// What the reader should be told.
    var notes: [ReadingNote] {
        let negative =
            negatives > 0
            ? ReadingNote(
                .negativeRefunds, ["\(negatives)"], "\(negatives) refunds are written as negative amounts and were taken as positive.")
            : nil
        return [negative, money.note].compactMap { $0 }
    }

    /// Reads the rows of a block.
    mutating func read(_ blocks: inout RecordBlocks, into ledger: inout OrderLedger) throws(ReadingError) {
        let records = blocks.records
        for record in 0..<records.count {
            scratch.reset()
            let cells = RowCells(records, record)
            if cells.isBlank(separator: separator) { continue }
            rows += 1
            if let wrong = readOne(cells, record, &ledger, &blocks) { ledger.reject(wrong, record: record, &blocks, isRefund: true) }
        }
        values.settle(&ledger.table, &ledger.refunds)
    }

    /// The file has ended: what it left open is asked about.
    mutating func finish(_ ledger: inout OrderLedger) throws(ReadingError) {
        values.settle(&ledger.table, &ledger.refunds)
        let question = values.question(
            file: file, dateColumn: columns.refundedAt < 0 ? nil : header[columns.refundedAt], amountColumn: header[columns.value])
        if let question { throw question }
        for open in openRepetitions {
            if let wrong = compare(open.refund, open.value, open.when, with: open.index, &ledger) {
                ledger.reject(wrong, kept: open.kept, isRefund: true)
            }
        }
        openRepetitions = []
    }

    private mutating func text(_ column: Int, _ cells: RowCells) -> UnsafeRawBufferPointer {
        column < 0 ? UnsafeRawBufferPointer(start: nil, count: 0) : cells.text(column, &scratch)
    }

    private mutating func readOne(
        _ cells: RowCells, _ record: Int, _ ledger: inout OrderLedger, _ blocks: inout RecordBlocks
    ) -> Rejection? {
        if cells.count != header.count, let wrong = cells.wrongShape(least: columns.least, width: header.count) { return wrong }
        let orderID = text(columns.orderID, cells)
        let orderFingerprint = orderID.isEmpty ? 0 : Fingerprint(orderID).value
        var order: OrderRecord?
        if orderFingerprint != 0 {
            // Only now are all orders put in a table by their ids: many files of refunds name the customer alone.
            ledger.lookUpOrders()
            order = ledger.row(ofOrder: orderFingerprint).map { ledger.table[$0] }
            if order == nil, ledger.wasSetAside(orderFingerprint) {
                ledger.report.refundsOfSetAsideOrders += 1
                return nil
            }
        }
        // The order says whose it is: files name customers in different ways, orders in one.
        var customer = order?.customer
        var currencyOfOrder = order.map { ledger.table.currencies[Int($0.currency)] }
        if order == nil, orderFingerprint != 0, let known = ledger.ordersElsewhere?.find(orderFingerprint) {
            customer = RefundRecord.customerOfOrder
            currencyOfOrder = known.currency ?? Currency.none
        }
        if customer == nil {
            switch findCustomer(cells, &ledger) {
            case .success(let found): customer = found
            case .failure(let wrong): return wrong.rejection
            }
        }
        guard let customer else { return Rejection(.noCustomer, column: columns.email >= 0 ? columns.email : columns.customerID) }

        let value: ReadAmount
        let currency: UInt8
        switch readValue(cells, currencyOfOrder, &ledger, &blocks) {
        case .success(let read): (value, currency) = read
        case .failure(let wrong): return wrong.rejection
        }
        var when: ReadMoment?
        if columns.refundedAt >= 0 {
            switch values.moment(text(columns.refundedAt, cells), cells, &blocks) {
            case .moment(let read): when = read
            case .empty: break
            case .rejected(let detail): return Rejection(.date, column: columns.refundedAt, detail: detail)
            case .sheetNumber(let detail): return Rejection(.sheetDate, column: columns.refundedAt, detail: detail)
            }
        }
        let needsDate = orderFingerprint == 0 || ledger.ordersElsewhere != nil && currencyOfOrder == nil
        if when == nil, needsDate { return Rejection(.noDate, column: columns.refundedAt) }
        let refund = RefundRecord(
            customer: customer, secondsSince1970: when?.seconds, isDateOnly: when?.clock == .dateOnly, minorUnits: value.point,
            currency: currency, orderID: orderFingerprint)
        return add(refund, value, when, cells, record, &ledger, &blocks)
    }

    /// What was given back, never negative, and the number of its currency.
    private mutating func readValue(
        _ cells: RowCells, _ currencyOfOrder: Currency?, _ ledger: inout OrderLedger, _ blocks: inout RecordBlocks
    ) -> Result<(ReadAmount, UInt8), Wrong> {
        func wrong(_ reason: RejectReason, _ column: Int, _ detail: String? = nil) -> Result<(ReadAmount, UInt8), Wrong> {
            .failure(Wrong(rejection: Rejection(reason, column: column, detail: detail)))
        }
        let code = text(columns.currency, cells)
        let unnamed = currencyOfRowsWithout(currencyOfOrder, ledger)
        let named = code.isEmpty ? money.number(of: unnamed, in: &ledger.table) : money.of(code: code, in: &ledger.table)
        guard var currency = named else {
            return .failure(Wrong(rejection: CurrencyCells.rejection(of: code, column: columns.currency)))
        }
        let cell = text(columns.value, cells)
        var value: ReadAmount
        switch values.amount(cell, decimals: currency.decimals, cells, &blocks) {
        case .amount(let read): value = read
        case .empty: return wrong(.noValue, columns.value)
        case .rejected(let reason): return wrong(.value, columns.value, reason.message(quoting: cell))
        }
        switch (value.sign, code.isEmpty) {
        case (.some(let sign), true):
            guard let signed = money.of(sign: sign, otherwise: unnamed, in: &ledger.table) else { return wrong(.currency, columns.value) }
            if signed.decimals != currency.decimals,
                case .amount(let again) = values.amount(cell, decimals: signed.decimals, cells, &blocks)
            {
                value = again
            }
            currency = signed
        case (.some(.currency(let signed)), false) where signed != currency.currency:
            return wrong(.currency, columns.value)
        default: break
        }
        if value.point < 0 || value.comma < 0 {
            negatives += 1
            value = ReadAmount(point: -value.point, comma: -value.comma, sign: value.sign)
        }
        return .success((value, currency.number))
    }

    /// The currency of a row that names none: the header's, the order's, the only one there is, the one said by hand.
    private mutating func currencyOfRowsWithout(_ currencyOfOrder: Currency?, _ ledger: borrowing OrderLedger) -> Currency {
        if let headerCurrency { return headerCurrency }
        if let currencyOfOrder, currencyOfOrder != .none { return currencyOfOrder }
        let only: Currency?
        if let onlyCurrency {
            only = onlyCurrency
        } else {
            only = ledger.onlyCurrency()
            onlyCurrency = .some(only)
        }
        return only ?? saidCurrency ?? .none
    }

    /// Adds a refund unless its id was there before.
    private mutating func add(
        _ refund: RefundRecord, _ value: ReadAmount, _ when: ReadMoment?, _ cells: RowCells, _ record: Int, _ ledger: inout OrderLedger,
        _ blocks: inout RecordBlocks
    ) -> Rejection? {
        let id = text(columns.refundID, cells)
        var refund = refund
        if !id.isEmpty {
            let fingerprint = Fingerprint(id).value
            refund.id = fingerprint
            if let index = ledger.refundOfID[fingerprint] {
                values.settle(&ledger.table, &ledger.refunds)
                let isOpen = value.comma != value.point || when.map { $0.monthFirstSeconds != $0.seconds } ?? false
                guard isOpen || values.questions.areOpen else { return compare(refund, value, when, with: index, &ledger) }
                let kept = ledger.keep(record: record, id: id, &blocks)
                openRepetitions.append(OpenRepetition(index: index, refund: refund, value: value, when: when, kept: kept))
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
        if value.point != 0 || value.comma != 0 { ledger.replaceRefund(ofOrder: refund.orderID) }
        return nil
    }

    /// Whether a refund whose id was there before says the same, both being settled.
    private func compare(
        _ refund: RefundRecord, _ value: ReadAmount, _ when: ReadMoment?, with index: Int, _ ledger: inout OrderLedger
    ) -> Rejection? {
        let known = ledger.refunds[index]
        let minorUnits = values.decimalMark == .comma ? value.comma : value.point
        let seconds = values.dateOrder == .monthFirst ? when?.monthFirstSeconds : when?.seconds
        let isSame =
            known.customer == refund.customer && known.minorUnits == minorUnits && known.currency == refund.currency
            && known.secondsSince1970 == seconds && known.orderID == refund.orderID
        guard isSame else { return Rejection(.conflictingRefund, column: columns.refundID) }
        ledger.report.duplicateRefundRows += 1
        return nil
    }

    private struct Wrong: Error {
        var rejection: Rejection
    }

    /// The customer's number; `nil` where the row names none.
    private mutating func findCustomer(_ cells: RowCells, _ ledger: inout OrderLedger) -> Result<UInt32?, Wrong> {
        for column in [columns.email, columns.customerID] where column >= 0 {
            let cell = cells.text(column, &scratch)
            if column == columns.customerID, ledger.zeroIsGuest, cell.count == 1, cell[0] == 0x30 { continue }
            switch CustomerText.find(cell, &scratch) {
            case .missing: continue
            case .notText: return .failure(Wrong(rejection: Rejection(.notText, column: column)))
            case .tooLong: return .failure(Wrong(rejection: Rejection(.tooLong, column: column)))
            case .key(let key):
                if let known = ledger.table.customers.existingIndex(of: key.bytes) { return .success(known) }
                // Where orders are known elsewhere, so are customers.
                if ledger.ordersElsewhere != nil, let new = ledger.table.customers.index(of: key.bytes, fingerprint: key.fingerprint) {
                    return .success(new)
                }
                return .failure(Wrong(rejection: Rejection(.refundOfUnknownCustomer, column: column)))
            }
        }
        return .success(nil)
    }
}
