/// Why a row was not counted.
public enum RejectReason: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
    case noCustomer = "no-customer"
    case noOrderID = "no-order-id"
    case noDate = "no-date"
    case date
    case sheetDate = "sheet-date"
    case noValue = "no-value"
    case value
    case negativeValue = "negative-value"
    case quantity
    case currency
    case unknownCurrency = "unknown-currency"
    case refundedAmount = "refunded-amount"
    case tooFewColumns = "too-few-columns"
    case tooManyColumns = "too-many-columns"
    case notText = "not-text"
    case tooLong = "too-long"
    case statusTooLong = "status-too-long"
    case tooManyStatuses = "too-many-statuses"
    case conflictingOrder = "conflicting-order"
    case conflictingRefund = "conflicting-refund"
    case refundOfUnknownCustomer = "refund-of-unknown-customer"

    /// The reason in words, for the file of rejected rows.
    public var text: String {
        switch self {
        case .noCustomer: "no customer"
        case .noOrderID: "no order number"
        case .noDate: "no date"
        case .date: "the date is not understood"
        case .sheetDate: "the date is a spreadsheet's number of days: format the column as a date there and save as CSV UTF-8 again"
        case .noValue: "no value"
        case .value: "the value is not understood"
        case .negativeValue: "the value is negative: refunds belong in a file of their own (analyze --refunds, import refunds)"
        case .quantity: "the quantity is not understood"
        case .currency: "the currency is not understood"
        case .unknownCurrency: "no currency of ISO 4217 has this code"
        case .refundedAmount: "the refunded amount is not understood"
        case .tooFewColumns: "fewer columns than the header"
        case .tooManyColumns: "more columns than the header"
        case .notText: "not UTF-8; --encoding names another character set"
        case .tooLong: "too long"
        case .statusTooLong: "longer than any status: the column holds something else; --status-column names the right one"
        case .tooManyStatuses: "more statuses than any shop has: the column holds something else; --status-column names the right one"
        case .conflictingOrder: "order id seen before with other content"
        case .conflictingRefund: "refund id seen before with other content"
        case .refundOfUnknownCustomer: "a refund of a customer without any order"
        }
    }
}

/// What is wrong with a row, and in which column.
struct Rejection {
    /// The kind.
    var reason: RejectReason
    /// The column's index, where one is to blame.
    var column: Int?
    /// More than the reason says, in words.
    var detail: String?

    init(_ reason: RejectReason, column: Int? = nil, detail: String? = nil) {
        self.reason = reason
        self.column = column
        self.detail = detail
    }

    /// The words for the file of rejected rows.
    var text: String {
        detail.map { "\(reason.text): \($0)" } ?? reason.text
    }
}
