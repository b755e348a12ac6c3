import Facts

/// The cells with products and discount codes. Whatever they hold, the row is what it is without them.
extension OrderRows {
    /// The labels of an order, or of one of its lines.
    mutating func readLabels(_ cells: RowCells, _ order: inout PendingOrder, _ ledger: inout OrderLedger) {
        if columns.product >= 0 {
            order.product = ledger.table.firstProducts.number(ofCell: label(cells, columns.product))
            order.lineWorth = rowMeaning == .lineToSum ? order.minorUnits : lineWorth(cells)
        }
        if columns.discount >= 0 { order.discount = ledger.table.discounts.number(ofCell: label(cells, columns.discount)) }
    }

    /// A further line of the order of the row before, which may wait in the batch or be in the table.
    mutating func offerNextLine(_ cells: RowCells, _ fingerprint: UInt64, _ ledger: inout OrderLedger) {
        guard pending > 0, orders[pending - 1].idFingerprint == fingerprint else {
            offerLaterLine(cells, fingerprint, &ledger)
            return
        }
        var line = PendingOrder(record: 0)
        readLabels(cells, &line, &ledger)
        orders[pending - 1].takeLabels(of: line)
    }

    /// A further line of an order of the table.
    mutating func offerLaterLine(_ cells: RowCells, _ fingerprint: UInt64, _ ledger: inout OrderLedger) {
        guard let row = ledger.newestRow(ofOrder: fingerprint) else { return }
        var line = PendingOrder(record: 0)
        readLabels(cells, &line, &ledger)
        ledger.offerLine(line, row: row)
    }

    /// A cell that a short row may not have.
    private mutating func label(_ cells: RowCells, _ column: Int) -> UnsafeRawBufferPointer {
        column < cells.count ? cells.text(column, &scratch) : UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// How much a line is worth, to be compared with other lines of its order: its total, its price times its quantity, or its price.
    private mutating func lineWorth(_ cells: RowCells) -> Int64 {
        func amount(_ column: Int) -> Int64? { column < 0 ? nil : values.unimportantAmount(label(cells, column)) }
        if let total = amount(columns.lineTotal) { return total }
        guard let price = amount(columns.linePrice) else { return 0 }
        guard columns.lineQuantity >= 0 else { return price }
        let cell = label(cells, columns.lineQuantity)
        // Most lines are of one piece.
        if cell.count == 1, cell[0] == 0x31 { return price }
        guard let quantity = values.unimportantAmount(cell) else { return price }
        let (worth, isTooLarge) = price.multipliedReportingOverflow(by: quantity)
        return isTooLarge ? Int64(clamping: Int128(price) * Int128(quantity) / 10_000) : worth / 10_000
    }
}

extension PendingOrder {
    /// Takes the product of a line that is worth more, and the first discount code.
    mutating func takeLabels(of line: PendingOrder) {
        if discount == OrderLabels.none { discount = line.discount }
        guard line.product != OrderLabels.none, product == OrderLabels.none || line.lineWorth > lineWorth else { return }
        product = line.product
        lineWorth = line.lineWorth
    }
}

/// Labels of the orders in the table.
extension OrderLedger {
    /// Writes an order's labels beside its new row.
    @inline(__always)
    mutating func keepLabels(_ order: PendingOrder, row: Int) {
        if order.product != OrderLabels.none { keepProduct(order, row: row) }
        if order.discount != OrderLabels.none { table.discounts[row] = order.discount }
        if table.texts.isKept { keepID(order, row: row) }
    }

    private mutating func keepID(_ order: PendingOrder, row: Int) {
        // A cell whose quotes had to be undone may be gone by now: what is there then is not the id.
        guard order.idFingerprint != 0, Fingerprint(order.id).value == order.idFingerprint else { return }
        table.texts.keep(order.id, row: row)
    }

    private mutating func keepProduct(_ order: PendingOrder, row: Int) {
        table.firstProducts[row] = order.product
        let place = row - firstRowOfFile
        if place < lineWorths.count {
            lineWorths[place] = order.lineWorth
            return
        }
        if place > lineWorths.count { lineWorths.append(contentsOf: repeatElement(0, count: place - lineWorths.count)) }
        lineWorths.append(order.lineWorth)
    }

    /// A further line of an order: its product stands for the order if it is worth more. Orders of earlier files stay as they are.
    mutating func offerLine(_ line: PendingOrder, row: Int) {
        guard row >= firstRowOfFile, line.product != OrderLabels.none || line.discount != OrderLabels.none else { return }
        if line.discount != OrderLabels.none, table.discounts[row] == OrderLabels.none { table.discounts[row] = line.discount }
        guard line.product != OrderLabels.none else { return }
        let place = row - firstRowOfFile
        let hasProduct = table.firstProducts[row] != OrderLabels.none
        if hasProduct, place < lineWorths.count, line.lineWorth <= lineWorths[place] { return }
        keepProduct(line, row: row)
    }

    /// The row of an order that was mostly the last to be added.
    func newestRow(ofOrder fingerprint: UInt64) -> Int? {
        guard fingerprint != 0, let last = table.orderIDs.last?.last else { return nil }
        return last == fingerprint ? table.count - 1 : row(ofOrder: fingerprint)
    }

    /// Counts the orders whose labels found no place.
    mutating func countOtherLabels() {
        func count(_ labels: OrderLabels) -> Int? {
            let others = labels.blocks.reduce(0) { sum, block in sum + block.reduce(0) { $1 == OrderLabels.other ? $0 + 1 : $0 } }
            return others > 0 ? others : nil
        }
        report.ordersOfOtherProducts = count(table.firstProducts)
        report.ordersOfOtherDiscounts = count(table.discounts)
    }
}
