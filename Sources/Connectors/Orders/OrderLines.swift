import Facts

/// An order that an earlier file made and the current file adds up once more.
struct RepeatedOrder {
    /// Its row in the table.
    var row: Int
    var isSameCustomer: Bool
    /// The sum of its lines: the earliest time, amounts added, in both readings where they are open.
    var sum: PendingOrder
    var refunded: PendingRefund.Reading
    var lines: Int
    /// The first of them.
    var first: KeptRow
}

/// Files in which a row is a line that adds to its order, and credit notes stand among the invoices.
extension OrderLedger {
    /// Adds a line to its order, or begins the order with it.
    mutating func addLine(
        _ line: PendingOrder, _ key: CustomerKeys.Key, _ questions: inout OpenQuestions, _ blocks: inout RecordBlocks
    ) throws(ReadingError) {
        lookUpOrders()
        let id = line.idFingerprint
        let known = lastLine.id == id ? lastLine.row : row(ofOrder: id)
        guard let row = known else {
            guard let customer = table.customers.index(of: key.bytes, fingerprint: key.fingerprint) else { throw tooManyCustomers() }
            lastLine = (id, addFirstLine(line, customer: customer, &questions))
            return
        }
        let customer = table.customers.existingIndex(of: key.bytes)
        if row < firstRowOfFile {
            let known = table[row]
            let isSameCustomer = customer == known.customer && line.currency == known.currency
            addRepeated(line, isSameCustomer: isSameCustomer, row: row, &blocks)
            return
        }
        let order = table[row]
        let sum = order.minorUnits + line.minorUnits
        guard customer == order.customer, line.currency == order.currency else {
            report.conflictingOrders += 1
            let detail = "another customer or currency than the order's first line"
            reject(Rejection(.conflictingOrder, detail: detail), record: line.record, &blocks, id: String(decoding: line.id, as: UTF8.self))
            return
        }
        guard sum <= OrderRecord.largestMinorUnits else {
            reject(Rejection(.value, detail: "the order is larger than any can be"), record: line.record, &blocks)
            return
        }
        lastLine = (id, row)
        report.linesMerged += 1
        offerLine(line, row: row)
        table[row].minorUnits = sum
        // Lines of an invoice may be a minute apart; whatever the order of rows, the earliest counts.
        table[row].secondsSince1970 = min(order.secondsSince1970, line.seconds)
        questions.addLineDate(
            row: row, known: order.secondsSince1970, seconds: line.seconds, monthFirstSeconds: line.monthFirstSeconds)
        if line.refund != .none { addLineRefund(line, row: row, &questions) }
        if line.commaDifference != 0 { questions.addAmount(row: row, commaDifference: line.commaDifference) }
    }

    /// Adds what was given back of a line to the refund of its order.
    private mutating func addLineRefund(_ line: PendingOrder, row: Int, _ questions: inout OpenQuestions) {
        guard let index = refundOfOrder[line.idFingerprint], index >= firstRefundOfFile else {
            noteRefund(line, row: row, &questions)
            return
        }
        let given = line.refund.reading(of: line)
        let sum = (refunds[index].minorUnits ?? 0) + given.point
        // More than any order can be is more than this one is.
        refunds[index].minorUnits = min(sum, OrderRecord.largestMinorUnits)
        if given.comma != given.point { questions.addRefund(index, commaDifference: given.comma - given.point) }
    }

    private mutating func addRepeated(_ line: PendingOrder, isSameCustomer: Bool, row: Int, _ blocks: inout RecordBlocks) {
        let given = line.refund.reading(of: line)
        guard var order = repeated[line.idFingerprint] else {
            var sum = line
            sum.id = UnsafeRawBufferPointer(start: nil, count: 0)
            let first = keep(record: line.record, id: line.id, &blocks)
            repeated[line.idFingerprint] = RepeatedOrder(
                row: row, isSameCustomer: isSameCustomer, sum: sum, refunded: given, lines: 1, first: first)
            return
        }
        // Sums beyond any order's need no more than to differ from the first.
        let most = OrderRecord.largestMinorUnits * 2
        let comma = min(order.sum.minorUnits + order.sum.commaDifference + line.minorUnits + line.commaDifference, most)
        order.sum.minorUnits = min(order.sum.minorUnits + line.minorUnits, most)
        order.sum.commaDifference = comma - order.sum.minorUnits
        order.sum.seconds = min(order.sum.seconds, line.seconds)
        order.sum.monthFirstSeconds = min(order.sum.monthFirstSeconds, line.monthFirstSeconds)
        order.refunded.point = min(order.refunded.point + given.point, most)
        order.refunded.comma = min(order.refunded.comma + given.comma, most)
        order.lines += 1
        order.isSameCustomer = order.isSameCustomer && isSameCustomer
        repeated[line.idFingerprint] = order
    }

    /// At the end of a file: orders that came out as before are repetitions, the others conflict.
    mutating func closeRepeated(_ dateOrder: DateOrder?, _ mark: DecimalMark?) {
        for var order in repeated.values.sorted(by: { $0.first.line < $1.first.line }) {
            let known = table[order.row]
            let knownRefund = refundOfOrder[order.sum.idFingerprint].map { refunds[$0].minorUnits ?? known.minorUnits } ?? 0
            order.sum.settle(dateOrder, mark)
            let refunded = mark == .comma ? order.refunded.comma : order.refunded.point
            if order.isSameCustomer, order.sum.minorUnits == known.minorUnits, order.sum.seconds == known.secondsSince1970,
                refunded == knownRefund
            {
                report.duplicateOrders += 1
                report.duplicateRows += order.lines
            } else {
                report.conflictingOrders += 1
                reject(Rejection(.conflictingOrder), kept: order.first, rows: order.lines)
            }
        }
        repeated = [:]
    }

    /// At the end of a file of lines: what was given back of all of an order's lines is the whole order.
    mutating func closeLineRefunds() {
        for (id, index) in refundOfOrder where index >= firstRefundOfFile {
            guard let row = row(ofOrder: id), refunds[index].minorUnits == table[row].minorUnits else { continue }
            refunds[index].minorUnits = nil
        }
    }

    /// Adds a line of a credit note: the sum of its lines was given back to the customer, of no order that it names.
    mutating func addCredit(
        _ line: PendingOrder, _ key: CustomerKeys.Key, _ questions: inout OpenQuestions, _ blocks: inout RecordBlocks
    ) throws(ReadingError) {
        if let index = refundOfID[line.idFingerprint] {
            if index < firstRefundOfFile {
                report.duplicateRows += 1
                return
            }
            let sum = (refunds[index].minorUnits ?? 0) - line.minorUnits
            guard sum.magnitude <= UInt64(OrderRecord.largestMinorUnits) else {
                reject(Rejection(.value, detail: "the credit note is larger than any can be"), record: line.record, &blocks)
                return
            }
            report.creditLines += 1
            refunds[index].minorUnits = sum
            if line.commaDifference != 0 { questions.addRefund(index, commaDifference: -line.commaDifference) }
            return
        }
        guard let customer = table.customers.index(of: key.bytes, fingerprint: key.fingerprint) else { throw tooManyCustomers() }
        report.creditLines += 1
        refundOfID[line.idFingerprint] = refunds.count
        if line.commaDifference != 0 { questions.addRefund(refunds.count, commaDifference: -line.commaDifference) }
        refunds.append(
            RefundRecord(
                customer: customer, secondsSince1970: line.seconds, isDateOnly: line.clock == .dateOnly, minorUnits: -line.minorUnits,
                currency: line.currency, orderID: 0, id: line.idFingerprint))
    }
}
