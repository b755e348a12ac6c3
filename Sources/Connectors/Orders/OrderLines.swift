import Facts

/// An order that an earlier file made and the current file adds up once more.
struct RepeatedOrder {
    /// Its row in the table.
    var row: Int
    var customer: UInt32?
    var seconds: UInt32
    var minorUnits: Int64
    var lines: Int
    var example: IntakeReport.Example
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
            addRepeated(line, customer: customer, row: row, &blocks)
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
        table[row].minorUnits = sum
        // Lines of an invoice may be a minute apart; whatever the order of rows, the earliest counts.
        table[row].secondsSince1970 = min(order.secondsSince1970, line.seconds)
        if line.monthFirstSeconds != line.seconds { questions.addDate(row: row, monthFirstSeconds: line.monthFirstSeconds) }
        if line.commaDifference != 0 { questions.addAmount(row: row, commaDifference: line.commaDifference) }
    }

    private mutating func addRepeated(_ line: PendingOrder, customer: UInt32?, row: Int, _ blocks: inout RecordBlocks) {
        if var order = repeated[line.idFingerprint] {
            // A sum beyond any order's needs no more than to differ from the first.
            order.minorUnits = min(order.minorUnits + line.minorUnits, OrderRecord.largestMinorUnits * 2)
            order.seconds = min(order.seconds, line.seconds)
            order.lines += 1
            if order.customer != customer { order.customer = nil }
            repeated[line.idFingerprint] = order
            return
        }
        let records = blocks.records
        let example = IntakeReport.Example(
            file: file, line: blocks.line(at: records.start(of: records.fields(of: line.record))), column: nil,
            reason: RejectReason.conflictingOrder.text, text: String(decoding: line.id.prefix(40), as: UTF8.self))
        repeated[line.idFingerprint] = RepeatedOrder(
            row: row, customer: customer, seconds: line.seconds, minorUnits: line.minorUnits, lines: 1, example: example)
    }

    /// At the end of a file: orders that came out as before are repetitions, the others conflict.
    mutating func closeRepeated() {
        for order in repeated.values.sorted(by: { $0.example.line < $1.example.line }) {
            let known = table[order.row]
            if order.customer == known.customer, order.minorUnits == known.minorUnits, order.seconds == known.secondsSince1970 {
                report.duplicateOrders += 1
                report.duplicateRows += order.lines
            } else {
                report.conflictingOrders += 1
                rejectAfterwards(order.example, rows: order.lines)
            }
        }
        repeated = [:]
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
                customer: customer, secondsSince1970: line.seconds, minorUnits: -line.minorUnits, currency: line.currency, orderID: 0))
    }
}
