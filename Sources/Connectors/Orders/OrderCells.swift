import Facts

/// What the cells of one row say.
extension OrderRows {
    /// A row that stands for an order, or for one of its lines where the total is not to be added up; `nil` when `order` and `key`
    /// now hold an order.
    @inline(__always)
    mutating func readOrder(
        _ cells: RowCells, _ order: UnsafeMutablePointer<PendingOrder>, _ key: UnsafeMutablePointer<CustomerKeys.Key>,
        _ ledger: inout OrderLedger, _ blocks: inout RecordBlocks
    ) -> Outcome? {
        if let wrong = wrongShape(cells) { return wrong }
        let id = columns.orderID < 0 ? UnsafeRawBufferPointer(start: nil, count: 0) : cells.text(columns.orderID, &scratch)
        let fingerprint = id.isEmpty ? 0 : Fingerprint(id).value
        if rowMeaning == .lineWithTotalOnFirst {
            if id.isEmpty { return .rejected(Rejection(.noOrderID, column: columns.orderID), fingerprint: 0) }
            if continuesLast(fingerprint) {
                if columns.product >= 0 { offerNextLine(cells, fingerprint, &ledger) }
                return .line
            }
            if cells.text(columns.orderedAt, &scratch).isEmpty, columns.value < 0 || cells.text(columns.value, &scratch).isEmpty {
                return .continuation(id: id, fingerprint: fingerprint)
            }
        }
        var isRefunded = false
        if columns.status >= 0 || columns.cancelledAt >= 0 || columns.test >= 0 || columns.paymentMethod >= 0 {
            switch standing(cells) {
            case .paid: break
            case .refunded: isRefunded = true
            case .setAside(let fate): return .setAside(fate, id: id, fingerprint: fingerprint)
            case .unknown: return .unknown
            case .rejected(let reason):
                return .rejected(Rejection(reason, column: columns.status), fingerprint: fingerprint)
            }
        }
        order.pointee.id = id
        order.pointee.idFingerprint = fingerprint
        if let wrong = readValue(cells, &order.pointee, &ledger, &blocks) { return .rejected(wrong, fingerprint: fingerprint) }
        if order.pointee.minorUnits < 0 || order.pointee.minorUnits + order.pointee.commaDifference < 0 {
            return .rejected(Rejection(.negativeValue, column: columns.value), fingerprint: fingerprint)
        }
        if let wrong = readDate(cells, &order.pointee, &blocks) { return .rejected(wrong, fingerprint: fingerprint) }
        if columns.refunded >= 0 || isRefunded, let wrong = readRefund(cells, isRefunded, &order.pointee, &ledger, &blocks) {
            return .rejected(wrong, fingerprint: fingerprint)
        }
        if columns.source >= 0 || columns.tags >= 0 { order.pointee.source = readSource(cells) }
        if columns.hasLabels { readLabels(cells, &order.pointee, &ledger) }
        switch customer(cells) {
        case .key(let found):
            key.initialize(to: found)
            return nil
        case .missing:
            return .nobody(order.pointee)
        case .notText: return .rejected(Rejection(.notText, column: customerColumn), fingerprint: fingerprint)
        case .tooLong: return .rejected(Rejection(.tooLong, column: customerColumn), fingerprint: fingerprint)
        }
    }

    var customerColumn: Int { columns.email >= 0 ? columns.email : columns.customerID }

    /// Rows with too few or too many cells, and rows without any content.
    @inline(__always)
    func wrongShape(_ cells: RowCells) -> Outcome? {
        // Spreadsheets end in rows of separators; most rows show with their first byte that they are none.
        if cells.isBlank(separator: separator) { return .blank }
        if cells.count == header.count { return nil }
        return cells.wrongShape(least: columns.least, width: header.count).map { .rejected($0, fingerprint: 0) }
    }

    /// The customer: the e-mail where there is one, else the identifier.
    @inline(__always)
    mutating func customer(_ cells: RowCells) -> CustomerText.Finding {
        if columns.email >= 0 {
            let found = CustomerText.find(cells.text(columns.email, &scratch), &scratch)
            if case .missing = found {} else { return found }
        }
        guard columns.customerID >= 0 else { return .missing }
        let cell = cells.text(columns.customerID, &scratch)
        if zeroIsGuest, cell.count == 1, cell[0] == 0x30 { return .missing }
        return CustomerText.find(cell, &scratch)
    }

    /// When the order was placed; `nil` when all is well.
    @inline(__always)
    mutating func readDate(_ cells: RowCells, _ order: inout PendingOrder, _ blocks: inout RecordBlocks) -> Rejection? {
        let cell = cells.text(columns.orderedAt, &scratch)
        switch values.moment(cell, cells, &blocks) {
        case .moment(let read):
            order.seconds = read.seconds
            order.monthFirstSeconds = read.monthFirstSeconds
            order.clock = read.clock
            return nil
        case .empty: return Rejection(.noDate, column: columns.orderedAt)
        case .rejected(let detail): return Rejection(.date, column: columns.orderedAt, detail: detail)
        case .sheetNumber(let detail): return Rejection(.sheetDate, column: columns.orderedAt, detail: detail)
        }
    }

    mutating func readSource(_ cells: RowCells) -> OrderSource {
        let source = columns.source < 0 ? nil : cells.text(columns.source, &scratch)
        let tags = columns.tags < 0 ? nil : cells.text(columns.tags, &scratch)
        return sources.kind(source: source, tags: tags)
    }

    // MARK: - Status

    enum Standing {
        case paid, refunded
        case setAside(OrderLedger.Fate)
        case unknown
        case rejected(RejectReason)
    }

    /// Whether the order took place. Cancellation wins over payment: a paid and cancelled order was given back.
    mutating func standing(_ cells: RowCells) -> Standing {
        if columns.test >= 0, Self.isYes(cells.text(columns.test, &scratch)) { return .setAside(.test) }
        if columns.paymentMethod >= 0, Self.isTestGateway(cells.text(columns.paymentMethod, &scratch)) { return .setAside(.test) }
        var meaning = OrderStatus.paid
        if columns.status >= 0 {
            switch statuses.place(of: cells.text(columns.status, &scratch)) {
            case .rejected(let reason): return .rejected(reason)
            case .known(let place):
                guard let known = statuses.entries[place].meaning else { return .unknown }
                meaning = known
            }
        }
        if columns.cancelledAt >= 0, !cells.text(columns.cancelledAt, &scratch).isEmpty { return .setAside(.cancelled) }
        switch meaning {
        case .paid: return .paid
        case .refunded: return .refunded
        case .cancelled: return .setAside(.cancelled)
        case .ignored: return .setAside(.ignored)
        }
    }

    private static func isYes(_ cell: UnsafeRawBufferPointer) -> Bool {
        guard cell.count <= 5, !cell.isEmpty else { return false }
        return ["true", "yes", "1", "y", "t", "test"].contains(String(decoding: cell, as: UTF8.self).lowercased())
    }

    /// Shopify's bogus gateway and BigCommerce's test gateway.
    private static func isTestGateway(_ cell: UnsafeRawBufferPointer) -> Bool {
        guard !cell.isEmpty, cell.count <= 60 else { return false }
        let initials: [UInt8] = [0x62, 0x42, 0x74, 0x54, 0x28]
        guard initials.contains(cell[0]) else { return false }
        let text = String(decoding: cell, as: UTF8.self).lowercased()
        return text == "bogus" || text.contains("bogus gateway") || text == "test payment gateway"
    }
}
