import Facts

/// Rows that are no orders of their own: set aside, merged, or rejected.
extension OrderLedger {
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
        hasRejected && fingerprint != 0 && setAside[fingerprint] == .rejected
    }

    /// Remembers that the first line of an order was rejected.
    mutating func rememberRejected(_ fingerprint: UInt64) {
        guard fingerprint != 0 else { return }
        setAside[fingerprint] = .rejected
        hasRejected = true
    }

    /// Remembers why a line was set aside, so that refunds of its order are known.
    mutating func remember(_ fate: Fate, order fingerprint: UInt64) {
        if fingerprint != 0, setAside[fingerprint] == nil { setAside[fingerprint] = fate }
    }

    /// Whether an order was cancelled, not paid, or a test.
    func wasSetAside(_ fingerprint: UInt64) -> Bool {
        setAside[fingerprint].map { $0 != .rejected } ?? false
    }

    /// What an order without a customer came to.
    mutating func addUnattributed(_ minorUnits: Int64, currency: UInt8) {
        let sum = unattributed[currency, default: 0].addingReportingOverflow(minorUnits)
        unattributed[currency] = sum.overflow ? .max : sum.partialValue
    }

    /// Counts a row as rejected and writes it to the file of rejected rows.
    mutating func reject(_ rejection: Rejection, record: Int, _ blocks: inout RecordBlocks, id: String? = nil, isRefund: Bool = false) {
        count(rejection.reason, rows: 1, isRefund: isRefund)
        guard sink != nil || wantsExample(of: rejection.reason) else { return }
        let records = blocks.records
        let line = blocks.line(at: records.start(of: records.fields(of: record)))
        let text = records.text(of: record)
        let value = QuotedValue.value(in: rejection.column, of: RowCells(records, record))
        write(rejection, line: line, shown: id ?? String(decoding: text.prefix(200), as: UTF8.self), value, text)
    }

    /// Counts rows of which only the first is still at hand as rejected.
    mutating func reject(_ rejection: Rejection, kept: KeptRow, rows: Int = 1, isRefund: Bool = false) {
        count(rejection.reason, rows: rows, isRefund: isRefund)
        guard sink != nil || wantsExample(of: rejection.reason) else { return }
        kept.text.withUnsafeBytes { write(rejection, line: kept.line, shown: kept.id, nil, $0) }
    }

    private mutating func count(_ reason: RejectReason, rows: Int, isRefund: Bool) {
        if isRefund {
            report.rejectedRefundRows[reason, default: 0] += rows
        } else {
            report.rejectedRows[reason, default: 0] += rows
        }
    }

    private func wantsExample(of reason: RejectReason) -> Bool {
        report.rejectExamples.count < IntakeReport.mostExamples
            || reason == .conflictingOrder && report.conflictExamples.count < IntakeReport.mostExamples
    }

    private mutating func write(
        _ rejection: Rejection, line: Int, shown: String, _ value: String?, _ row: UnsafeRawBufferPointer
    ) {
        let column = rejection.column.flatMap { header.indices.contains($0) ? header[$0] : nil }
        sink?.add(file: file, line: line, column: column ?? "", reason: rejection.text, row: row)
        let example = IntakeReport.Example(
            file: QuotedValue.visible(file), line: line, column: column.map(QuotedValue.visible),
            reason: QuotedValue.visible(rejection.text), text: QuotedValue.visible(shown), code: rejection.reason.rawValue,
            value: value)
        if rejection.reason == .conflictingOrder, report.conflictExamples.count < IntakeReport.mostExamples {
            report.conflictExamples.append(example)
        }
        if report.rejectExamples.count < IntakeReport.mostExamples { report.rejectExamples.append(example) }
    }

    /// The currency of all orders, where they have one and the same.
    func onlyCurrency() -> Currency? {
        var only: UInt8?
        for block in table.blocks {
            for order in block {
                if only == nil { only = order.currency }
                if order.currency != only { return nil }
            }
        }
        return only.map { table.currencies[Int($0)] }.flatMap { $0 == .none ? nil : $0 }
    }

    /// Keeps the statuses of a file for the report.
    mutating func keepStatuses(_ entries: [StatusTally.Entry]) {
        for entry in entries {
            guard let meaning = entry.meaning?.rawValue else { continue }
            let text = QuotedValue.visible(entry.text)
            if let known = report.statuses.firstIndex(where: { $0.value == text && $0.meaning == meaning }) {
                report.statuses[known].count += entry.count
            } else {
                report.statuses.append(IntakeReport.Status(value: text, meaning: meaning, count: entry.count))
            }
        }
        report.statuses.sort { ($0.count, $1.value) > ($1.count, $0.value) }
    }
}
