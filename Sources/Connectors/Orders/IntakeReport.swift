/// What was read, and what became of every row.
///
/// Every row of an order file is counted in exactly one of ``orders`` (the row that made the order), ``linesMerged``,
/// ``duplicateRows``, ``cancelledRows``, ``ignoredRows``, ``testRows``, ``adjustmentLines``, ``freeLines``, ``creditLines`` and
/// ``rejectedRows``; every row of a refund file in one of ``refundsRead``, ``refundsOfSetAsideOrders``, ``duplicateRefundRows`` and
/// ``rejectedRefundRows``: see ``isBalanced``.
public struct IntakeReport: Sendable, Encodable {
    /// One file.
    public struct File: Sendable, Encodable {
        /// The name as given; `-` is standard input.
        public var path: String
        /// What it was understood as.
        public var dialect: String
        /// Whether that form is known from descriptions only.
        public var isAssumed: Bool
        /// The character set.
        public var encoding: String
        /// The character between columns.
        public var separator: String
        /// Whether it was compressed.
        public var isGzip: Bool
        /// Records after the header, empty lines not counted.
        public var rows: Int
        /// Orders (of a refund file: refunds) that it brought.
        public var orders: Int
        /// What the reader should be told.
        public var notes: [ReadingNote]
    }

    /// A status met in the files.
    public struct Status: Sendable, Encodable {
        /// As it stands there.
        public var value: String
        /// What it was taken for: `paid`, `cancelled`, `refunded`, `ignored`.
        public var meaning: String
        /// How many rows have it.
        public var count: Int
    }

    /// A row that was not counted.
    public struct Example: Sendable, Encodable {
        /// The file as given.
        public var file: String
        /// The physical line, from 1.
        public var line: Int
        /// The column's name, where one is to blame.
        public var column: String?
        /// Why, in words.
        public var reason: String
        /// The order's id or the beginning of the row.
        public var text: String
        /// Why, for programs: `no-date`.
        public var code: String
        /// What stands in the column, where it is at hand.
        public var value: String?

        /// A row that was not counted.
        package init(file: String, line: Int, column: String?, reason: String, text: String, code: String, value: String?) {
            self.file = file
            self.line = line
            self.column = column
            self.reason = reason
            self.text = text
            self.code = code
            self.value = value
        }

        // What a report of a file has held from the beginning.
        private enum CodingKeys: String, CodingKey {
            case file, line, column, reason, text
        }
    }

    /// A sum in one currency.
    public struct Sum: Sendable, Encodable {
        /// ISO 4217; `XXX` where no currency was named.
        public var currency: String
        /// In minor units.
        public var minorUnits: Int64
    }

    /// The files in the order in which they were read.
    public var files: [File] = []
    /// Rows of order files.
    public var rows = 0
    /// Orders kept: rows of ``OrderIntake/orders``.
    public var orders = 0
    /// Rows that are further lines of an order counted elsewhere.
    public var linesMerged = 0
    /// Rows that repeat an order with the same content.
    public var duplicateRows = 0
    /// Orders that were met again with the same content.
    public var duplicateOrders = 0
    /// Orders that were met again with other content; the first was kept.
    public var conflictingOrders = 0
    /// The first of them.
    public var conflictExamples: [Example] = []
    /// Rows of orders that never took place.
    public var cancelledRows = 0
    /// Rows of orders that are not (yet) paid: pending, failed, draft.
    public var ignoredRows = 0
    /// Rows of test orders.
    public var testRows = 0
    /// Lines with a negative quantity or price that are no credit notes.
    public var adjustmentLines = 0
    /// Lines with a price of zero.
    public var freeLines = 0
    /// Lines of credit notes within an order file.
    public var creditLines = 0
    /// Rows of order files that could not be counted.
    public var rejectedRows: [RejectReason: Int] = [:]
    /// The first rejected rows.
    public var rejectExamples: [Example] = []
    /// Kept orders of value zero.
    public var zeroValueOrders = 0
    /// The statuses met, most frequent first.
    public var statuses: [Status] = []
    /// Kept orders by where they came from: `web`, `pos`, `subscription`, `draft`, `other`; empty where no file says.
    public var ordersBySource: [String: Int] = [:]
    /// Rows of refund files.
    public var refundRows = 0
    /// Refunds read from refund files.
    public var refundsRead = 0
    /// Rows of refund files whose order was cancelled, not paid, or a test: there is nothing to take them off.
    public var refundsOfSetAsideOrders = 0
    /// Refunds told by an order file in whose place those of a refund file stand. They are no rows of their own.
    public var refundsReplaced = 0
    /// Rows of refund files that repeat a refund.
    public var duplicateRefundRows = 0
    /// Rows of refund files that could not be counted.
    public var rejectedRefundRows: [RejectReason: Int] = [:]
    /// What orders without a customer came to.
    public var unattributedRevenue: [Sum] = []
    /// Kept orders whose time had no offset and was read on the shop's clock.
    public var timesWithoutZone = 0
    /// Kept orders of which only the day is known.
    public var dateOnlyOrders = 0
    /// Kept orders without any currency.
    public var ordersWithoutCurrency = 0

    /// Kept orders whose product found no place among those that are told apart; `nil` where all did.
    public var ordersOfOtherProducts: Int?
    /// Kept orders whose discount code found no place among those that are told apart; `nil` where all did.
    public var ordersOfOtherDiscounts: Int?

    /// How many examples of each kind are kept.
    static let mostExamples = 5

    /// Nothing read yet.
    init() {}

    /// Rows that are accounted for.
    public var accountedRows: Int {
        let counted = orders + linesMerged + duplicateRows
        let setAside = cancelledRows + ignoredRows + testRows + adjustmentLines + freeLines + creditLines
        return counted + setAside + rejectedRows.values.reduce(0, +)
    }

    /// Whether every row is accounted for, once.
    public var isBalanced: Bool {
        let refunds = refundsRead + refundsOfSetAsideOrders + duplicateRefundRows + rejectedRefundRows.values.reduce(0, +)
        return rows == accountedRows && refundRows == refunds
    }
}
