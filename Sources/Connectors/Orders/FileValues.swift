import Facts

/// An amount as the cell has it: in two readings where the file has not yet shown which mark stands before decimals.
struct ReadAmount {
    /// With the point as decimal mark.
    var point: Int64
    /// With the comma as decimal mark.
    var comma: Int64
    var sign: CurrencySign?
}

/// A moment as the cell has it: in two readings where the file has not yet shown which of day and month comes first.
struct ReadMoment {
    /// Seconds of UTC since 1970, the day read first where that is open.
    var seconds: UInt32
    /// The same with the month read first.
    var monthFirstSeconds: UInt32
    /// How it was written.
    var clock: PendingOrder.ClockKind
}

/// The dates and amounts of one file, and what it leaves open.
struct FileValues {
    var questions = OpenQuestions()
    private var dates: DateParser
    private var amounts: AmountParser
    private var clock: ShopClock
    private var lastDay = LastDay()
    private let zonelessTimesAreUTC: Bool

    init(options: ReadingOptions, dateOrder: DateOrder?, zonelessTimesAreUTC: Bool = false) {
        dates = DateParser(order: options.dateOrder ?? dateOrder)
        amounts = AmountParser(mark: options.decimalMark)
        clock = ShopClock(zonelessTimesAreUTC ? .utc : options.timeZone)
        self.zonelessTimesAreUTC = zonelessTimesAreUTC
    }

    /// What comes first in the file's dates, as far as it has shown.
    var dateOrder: DateOrder? { dates.order }
    /// What stands before decimals, as far as the file has shown.
    var decimalMark: DecimalMark? { amounts.mark }

    /// Settles what the file has shown by now.
    @inline(__always)
    mutating func settle(_ table: inout OrderTable, _ refunds: inout [RefundRecord]) {
        questions.settle(dates.order, amounts.mark, in: &table, &refunds)
    }

    /// What the file has left open at its end.
    func question(file: String, dateColumn: String?, amountColumn: String?) -> ReadingError? {
        questions.question(file: file, dateColumn: dateColumn, amountColumn: amountColumn, dates.order, amounts.mark)
    }

    // MARK: - Amounts

    enum AmountOutcome {
        case amount(ReadAmount)
        case empty
        case rejected(AmountParser.Reason)
    }

    /// The amount in a cell, in units of 10^-decimals; beyond the limit either way it is rejected.
    @inline(__always)
    mutating func amount(
        _ cell: UnsafeRawBufferPointer, decimals: Int, limit: Int64 = OrderRecord.largestMinorUnits, _ cells: RowCells,
        _ blocks: inout RecordBlocks
    ) -> AmountOutcome {
        switch amounts.parse(cell, decimals: decimals, limit: limit) {
        case .amount(let scaled, let sign): return .amount(ReadAmount(point: scaled, comma: scaled, sign: sign))
        case .empty: return .empty
        case .rejected(let reason): return .rejected(reason)
        case .ambiguous(let ifThousands, let ifDecimals):
            let sign = AmountParser.currencySign(in: cell)
            if ifThousands == ifDecimals { return .amount(ReadAmount(point: ifDecimals, comma: ifDecimals, sign: sign)) }
            if questions.wantsAmountExample { questions.noteAmount(line: blocks.line(of: cells), cell) }
            let isComma = cell.contains(0x2C)
            return .amount(
                ReadAmount(point: isComma ? ifThousands : ifDecimals, comma: isComma ? ifDecimals : ifThousands, sign: sign))
        }
    }

    /// An amount on which nothing depends: it neither shows the file's decimal mark nor leaves a question. In ten-thousandths.
    func unimportantAmount(_ cell: UnsafeRawBufferPointer) -> Int64? {
        var parser = amounts
        switch parser.parse(cell, decimals: 4, limit: OrderRecord.largestMinorUnits * 10_000) {
        case .amount(let scaled, _): return scaled
        case .ambiguous(let ifThousands, let ifDecimals): return cell.contains(0x2C) ? ifThousands : ifDecimals
        case .empty, .rejected: return nil
        }
    }

    // MARK: - Dates

    enum MomentOutcome {
        case moment(ReadMoment)
        case empty
        /// Why, with the value.
        case rejected(String)
        /// The days since 1900 that a spreadsheet counts, with the value.
        case sheetNumber(String)
    }

    /// Whether a cell holds what a spreadsheet writes for a date that is not formatted as one: 45292, or 45292.75 with a time. From 1968
    /// to 2064.
    private static func isSheetNumber(_ cell: UnsafeRawBufferPointer) -> Bool {
        guard cell.count >= 5, cell.prefix(5).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), (0x32...0x35).contains(cell[0]) else {
            return false
        }
        guard cell.count > 5 else { return true }
        return cell.count >= 7 && (cell[5] == 0x2E || cell[5] == 0x2C) && cell.dropFirst(6).allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// The moment in a cell.
    @inline(__always)
    mutating func moment(_ cell: UnsafeRawBufferPointer, _ cells: RowCells, _ blocks: inout RecordBlocks) -> MomentOutcome {
        if let known = lastDay.moment(cell), let seconds = UInt32(exactly: clock.seconds(local: known.local, offset: known.offset)) {
            return .moment(ReadMoment(seconds: seconds, monthFirstSeconds: seconds, clock: kind(known.offset, isDateOnly: false)))
        }
        return anyMoment(cell, cells, &blocks)
    }

    @inline(never)
    private mutating func anyMoment(_ cell: UnsafeRawBufferPointer, _ cells: RowCells, _ blocks: inout RecordBlocks) -> MomentOutcome {
        switch dates.parse(cell) {
        case .empty: return .empty
        case .rejected where Self.isSheetNumber(cell): return .sheetNumber(QuotedValue.quote(cell))
        case .rejected(let reason): return .rejected(reason.message(quoting: cell))
        case .moment(let local, let offset, let isDateOnly):
            lastDay.remember(cell, local: local, isDateOnly: isDateOnly)
            guard let seconds = UInt32(exactly: clock.seconds(local: local, offset: offset)) else { break }
            return .moment(ReadMoment(seconds: seconds, monthFirstSeconds: seconds, clock: kind(offset, isDateOnly: isDateOnly)))
        case .ambiguous(let dayFirst, let monthFirst, let isDateOnly):
            guard let first = UInt32(exactly: clock.seconds(local: dayFirst, offset: nil)),
                let second = UInt32(exactly: clock.seconds(local: monthFirst, offset: nil))
            else { break }
            if questions.wantsDateExample { questions.noteDate(line: blocks.line(of: cells), cell) }
            return .moment(ReadMoment(seconds: first, monthFirstSeconds: second, clock: kind(nil, isDateOnly: isDateOnly)))
        }
        return .rejected("\(QuotedValue.quote(cell)): before 1970 or after 2100")
    }

    @inline(__always)
    private func kind(_ offset: Int32?, isDateOnly: Bool) -> PendingOrder.ClockKind {
        if isDateOnly { return .dateOnly }
        return offset == nil && !zonelessTimesAreUTC ? .shopClock : .withOffset
    }
}
