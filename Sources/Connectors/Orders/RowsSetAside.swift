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
        fingerprint != 0 && setAside[fingerprint] == .rejected
    }

    /// Remembers that the first line of an order was rejected.
    mutating func rememberRejected(_ fingerprint: UInt64) {
        if fingerprint != 0 { setAside[fingerprint] = .rejected }
    }

    /// What an order without a customer came to.
    mutating func addUnattributed(_ minorUnits: Int64, currency: UInt8) {
        let sum = unattributed[currency, default: 0].addingReportingOverflow(minorUnits)
        unattributed[currency] = sum.overflow ? .max : sum.partialValue
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
}
