import Facts

/// An order met again before its file had shown how its dates or amounts are read.
struct OpenRepetition {
    /// The row of the order that was met first.
    var row: Int
    /// What the repetition says, in both readings.
    var order: PendingOrder
    var isSameCustomer: Bool
    /// Whether it is a further line of an order of its own file.
    var isLine: Bool
    var kept: KeptRow
}

/// What is needed of a row that may have to be rejected when its block is gone.
struct KeptRow {
    /// The physical line, from 1.
    var line: Int
    /// The id of the order or refund, cut short.
    var id: String
    /// The row as it stands in the file; empty where no file of rejected rows is written.
    var text: [UInt8]
}

/// Repetitions that are compared when their file has ended.
extension OrderLedger {
    /// Keeps an order that is compared later.
    mutating func keepOpen(
        _ order: PendingOrder, isSameCustomer: Bool, row: Int, isLine: Bool, _ blocks: inout RecordBlocks
    ) {
        let kept = keep(record: order.record, id: order.id, &blocks)
        var order = order
        // The block that it stands in will be gone.
        order.id = UnsafeRawBufferPointer(start: nil, count: 0)
        openRepetitions.append(OpenRepetition(row: row, order: order, isSameCustomer: isSameCustomer, isLine: isLine, kept: kept))
    }

    /// At the end of a file: orders that say the same as before are repetitions, the others conflict.
    mutating func closeOpenRepetitions(_ dateOrder: DateOrder?, _ mark: DecimalMark?) {
        for var repetition in openRepetitions {
            repetition.order.settle(dateOrder, mark)
            if repetition.isSameCustomer, isSame(repetition.order, as: repetition.row) {
                countRepetition(isLine: repetition.isLine)
            } else {
                report.conflictingOrders += 1
                reject(Rejection(.conflictingOrder), kept: repetition.kept)
            }
        }
        openRepetitions = []
    }

    /// What is needed of a row once its block is gone.
    mutating func keep(record: Int, id: UnsafeRawBufferPointer, _ blocks: inout RecordBlocks) -> KeptRow {
        let records = blocks.records
        let line = blocks.line(at: records.start(of: records.fields(of: record)))
        let shown = String(decoding: id.prefix(40), as: UTF8.self)
        return KeptRow(line: line, id: shown, text: sink == nil ? [] : Array(records.text(of: record)))
    }
}
