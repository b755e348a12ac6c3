import Facts

/// The cell with the order's date.
extension OrderRows {
    /// When the order was placed; `nil` when all is well.
    @inline(__always)
    mutating func readDate(_ cells: RowCells, _ order: inout PendingOrder, _ blocks: inout RecordBlocks) -> Rejection? {
        let cell = cells.text(columns.orderedAt, &scratch)
        switch dates.parse(cell) {
        case .moment(let local, let offset, let isDateOnly):
            guard let seconds = UInt32(exactly: clock.seconds(local: local, offset: offset)) else { return outOfRange(cell) }
            order.seconds = seconds
            order.monthFirstSeconds = seconds
            order.clock = isDateOnly ? .dateOnly : offset == nil && !plan.zonelessTimesAreUTC ? .shopClock : .withOffset
            return nil
        case .ambiguous(let dayFirst, let monthFirst, let isDateOnly):
            guard let first = UInt32(exactly: clock.seconds(local: dayFirst, offset: nil)),
                let second = UInt32(exactly: clock.seconds(local: monthFirst, offset: nil))
            else { return outOfRange(cell) }
            if questions.wantsDateExample { questions.noteDate(line: blocks.line(of: cells), cell) }
            order.seconds = first
            order.monthFirstSeconds = second
            order.clock = isDateOnly ? .dateOnly : plan.zonelessTimesAreUTC ? .withOffset : .shopClock
            return nil
        case .empty: return Rejection(.noDate, column: columns.orderedAt)
        case .rejected(let reason): return Rejection(.date, column: columns.orderedAt, detail: reason.message(quoting: cell))
        }
    }

    private func outOfRange(_ cell: UnsafeRawBufferPointer) -> Rejection {
        Rejection(.date, column: columns.orderedAt, detail: "\(QuotedValue.quote(cell)): before 1970 or after 2100")
    }
}
