import Facts

/// Files of lines whose sums make the orders, as UCI Online Retail.
extension OrderRows {
    /// A line: part of an order (`nil`), of a credit note (an id that begins with C), or of neither.
    mutating func readLine(
        _ cells: RowCells, _ order: inout PendingOrder, _ key: inout CustomerKeys.Key, _ ledger: inout OrderLedger,
        _ blocks: inout RecordBlocks
    ) -> Outcome? {
        if let wrong = wrongShape(cells) { return wrong }
        let id = columns.orderID < 0 ? UnsafeRawBufferPointer(start: nil, count: 0) : cells.text(columns.orderID, &scratch)
        guard !id.isEmpty else { return .rejected(Rejection(.noOrderID, column: columns.orderID), fingerprint: 0) }
        order.id = id
        order.idFingerprint = Fingerprint(id).value
        var isRefunded = false
        if columns.status >= 0 || columns.cancelledAt >= 0 {
            switch standing(cells) {
            case .paid: break
            case .refunded: isRefunded = true
            case .setAside(let fate):
                ledger.remember(fate, order: order.idFingerprint)
                return .setAside(fate, id: id, fingerprint: 0)
            case .unknown: return .unknown
            case .rejected(let reason): return .rejected(Rejection(reason, column: columns.status), fingerprint: 0)
            }
        }
        if let wrong = readValue(cells, &order, &ledger, &blocks) { return .rejected(wrong, fingerprint: 0) }
        let isCredit = isOnlineRetail && id.count > 1 && id[0] | 0x20 == 0x63 && (0x30...0x39).contains(id[1])
        if !isCredit {
            if order.minorUnits < 0 || order.minorUnits + order.commaDifference < 0 { return .adjustment }
            if order.minorUnits == 0, order.commaDifference == 0 { return isNegativeQuantity(cells) ? .adjustment : .free }
        }
        if let wrong = readDate(cells, &order, &blocks) { return .rejected(wrong, fingerprint: 0) }
        if !isCredit, columns.refunded >= 0 || isRefunded {
            if let wrong = readRefund(cells, isRefunded, &order, &ledger, &blocks) { return .rejected(wrong, fingerprint: 0) }
            // Each line gives back its own value: together they are the order.
            if order.refund == .whole { order.refund = .amount(minorUnits: order.minorUnits, commaDifference: order.commaDifference) }
        }
        if columns.source >= 0 || columns.tags >= 0 { order.source = readSource(cells) }
        if columns.hasLabels, !isCredit { readLabels(cells, &order, &ledger) }
        switch customer(cells) {
        case .key(let found):
            key = found
            return isCredit ? .credit : nil
        case .missing:
            if isCredit { (order.minorUnits, order.commaDifference) = (0, 0) }
            return .nobody(order)
        case .notText: return .rejected(Rejection(.notText, column: customerColumn), fingerprint: 0)
        case .tooLong: return .rejected(Rejection(.tooLong, column: customerColumn), fingerprint: 0)
        }
    }

    /// Goods written off stand as a negative quantity at a price of zero.
    private mutating func isNegativeQuantity(_ cells: RowCells) -> Bool {
        guard columns.quantity >= 0 else { return false }
        return cells.text(columns.quantity, &scratch).first == 0x2D
    }
}
