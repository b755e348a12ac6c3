import Facts

/// Values of the current file that can be read in two ways until the file shows which.
struct OpenQuestions {
    private struct OpenDate {
        var row: Int
        var monthFirstSeconds: UInt32
    }

    private struct OpenAmount {
        var row: Int
        var commaDifference: Int64
    }

    private var dates: [OpenDate] = []
    /// By the row of an order of several lines: the earliest of their times with the month read first.
    private var lineDates: [Int: UInt32] = [:]
    private var amounts: [OpenAmount] = []
    private var refunds: [OpenAmount] = []
    private var refundDates: [OpenDate] = []
    /// The first of each, for the question.
    private var dateExample: (line: Int, text: String)?
    private var amountExample: (line: Int, text: String)?

    /// Lines of one order came to more than any order can, once their decimal mark was known.
    private var isTooLarge = false

    /// Whether an example of a date is still wanted.
    var wantsDateExample: Bool { dateExample == nil }
    /// Whether an example of an amount is still wanted.
    var wantsAmountExample: Bool { amountExample == nil }

    /// Keeps the first undecided date for the question.
    mutating func noteDate(line: Int, _ cell: UnsafeRawBufferPointer) {
        dateExample = dateExample ?? (line, QuotedValue.quote(cell))
    }

    /// Keeps the first undecided amount for the question.
    mutating func noteAmount(line: Int, _ cell: UnsafeRawBufferPointer) {
        amountExample = amountExample ?? (line, QuotedValue.quote(cell))
    }

    /// The order of a row was read with the day first.
    mutating func addDate(row: Int, monthFirstSeconds: UInt32) {
        dates.append(OpenDate(row: row, monthFirstSeconds: monthFirstSeconds))
    }

    /// A line came to an order whose time was `known` before. A line with only one reading counts under both orders of day and month.
    mutating func addLineDate(row: Int, known: UInt32, seconds: UInt32, monthFirstSeconds: UInt32) {
        if let earliest = lineDates[row] {
            lineDates[row] = min(earliest, monthFirstSeconds)
        } else if monthFirstSeconds != seconds {
            lineDates[row] = min(known, monthFirstSeconds)
        }
    }

    /// Whether any value that was kept may still change.
    var areOpen: Bool {
        !(dates.isEmpty && lineDates.isEmpty && amounts.isEmpty && refunds.isEmpty && refundDates.isEmpty)
    }

    /// An amount was added to the order of a row with the point as decimal mark.
    mutating func addAmount(row: Int, commaDifference: Int64) {
        amounts.append(OpenAmount(row: row, commaDifference: commaDifference))
    }

    /// An amount was added to a refund with the point as decimal mark.
    mutating func addRefund(_ index: Int, commaDifference: Int64) {
        refunds.append(OpenAmount(row: index, commaDifference: commaDifference))
    }

    /// A refund was read with the day first.
    mutating func addRefundDate(_ index: Int, monthFirstSeconds: UInt32) {
        refundDates.append(OpenDate(row: index, monthFirstSeconds: monthFirstSeconds))
    }

    /// Settles what the file has shown by now.
    @inline(__always)
    mutating func settle(_ order: DateOrder?, _ mark: DecimalMark?, in table: inout OrderTable, _ records: inout [RefundRecord]) {
        if let order, !(dates.isEmpty && lineDates.isEmpty && refundDates.isEmpty) { settleDates(order, in: &table, &records) }
        if let mark, !(amounts.isEmpty && refunds.isEmpty) { settleAmounts(mark, in: &table, &records) }
    }

    private mutating func settleDates(_ order: DateOrder, in table: inout OrderTable, _ records: inout [RefundRecord]) {
        if order == .monthFirst {
            for date in dates { table[date.row].secondsSince1970 = date.monthFirstSeconds }
            for (row, seconds) in lineDates { table[row].secondsSince1970 = seconds }
            for date in refundDates { records[date.row].secondsSince1970 = date.monthFirstSeconds }
        }
        dates = []
        lineDates = [:]
        refundDates = []
        dateExample = nil
    }

    private mutating func settleAmounts(_ mark: DecimalMark, in table: inout OrderTable, _ records: inout [RefundRecord]) {
        if mark == .comma {
            for amount in amounts {
                let sum = table[amount.row].minorUnits + amount.commaDifference
                if sum.magnitude > UInt64(OrderRecord.largestMinorUnits) { isTooLarge = true } else { table[amount.row].minorUnits = sum }
            }
            for refund in refunds {
                guard let units = records[refund.row].minorUnits else { continue }
                let sum = units + refund.commaDifference
                if sum.magnitude > UInt64(OrderRecord.largestMinorUnits) { isTooLarge = true } else { records[refund.row].minorUnits = sum }
            }
        }
        amounts = []
        refunds = []
        amountExample = nil
    }

    /// What the file has left open at its end.
    func question(file: String, dateColumn: String?, amountColumn: String?, _ order: DateOrder?, _ mark: DecimalMark?) -> ReadingError? {
        if isTooLarge {
            return ReadingError(
                .badData, file: file, column: amountColumn, "the lines of an order come to more than any order can",
                advice: "Look at the character before the decimals: --decimal point or --decimal comma says which it is.",
                because: .linesTooLarge)
        }
        if order == nil, let example = dateExample {
            return ReadingError(
                .needsAnswer, file: file, line: example.line, column: dateColumn,
                "\(example.text) can be read with the day or with the month first, and no date of the file shows which",
                advice: "Say which with --date-format day-first or --date-format month-first.", question: .dateOrder,
                because: .dateOrder, values: [example.text])
        }
        if mark == nil, let example = amountExample {
            return ReadingError(
                .needsAnswer, file: file, line: example.line, column: amountColumn,
                "\(example.text) can be read with its mark before thousands or before decimals, and no amount of the file shows which",
                advice: "Say which character stands before the decimals with --decimal point or --decimal comma.", question: .decimalMark,
                because: .decimalMark, values: [example.text])
        }
        return nil
    }
}
