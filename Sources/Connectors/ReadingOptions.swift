public import Facts

/// What the person who reads a file says about it. Everything left `nil` is found out from the file or, where the file
/// does not decide, asked about with a ``ReadingError``: never guessed.
public struct ReadingOptions: Sendable {
    /// The zone of times written without one, and of the shop's days.
    public var timeZone: ShopTimeZone = .utc
    /// Which part of a value counts: see ``ValueBasis``.
    public var valueBasis: ValueBasis = .gross
    /// The currency of rows that do not name one.
    public var currency: Currency?
    /// Whether `03/04/2024` is the third of April or the fourth of March.
    public var dateOrder: DateOrder?
    /// Whether `1,234` is a thousand or one and a bit.
    public var decimalMark: DecimalMark?
    /// The encoding of the text, by its IANA name (`windows-1250`).
    public var encoding: String?
    /// The character between columns.
    public var separator: UInt8?
    /// What statuses mean, by their text as met (compared without regard to case and outer spaces).
    public var statuses: [String: OrderStatus] = [:]
    /// Columns named by hand; they win over what the header suggests.
    public var columns: [OrderColumn: String] = [:]
    /// Whether ``OrderTable/texts`` keeps the ids of orders as they were written.
    public var keepsOrderIDs = false

    /// What a file is called in messages, in the file of rejected rows and in proofs of consent, where its path does not tell.
    public var fileName: String?

    /// Nothing said: everything is found out from the file.
    public init() {}
}

/// What an order row can say, and the flag that names the column by hand.
public enum OrderColumn: String, CaseIterable, Sendable {
    case customer, email, orderID = "order", orderedAt = "date", value, currency, status
    case refunded, shipping, tax, quantity, unitPrice = "unit-price", source, product, discount

    /// The command-line flag: `--customer-column`.
    public var flag: String { "--\(rawValue)-column" }
}

/// Which part of what was paid counts as the order's value.
public enum ValueBasis: String, CaseIterable, Sendable {
    /// What the customer paid, tax and shipping included.
    case gross
    /// Without tax and without shipping.
    case net
    /// With tax, without shipping.
    case withoutShipping = "without-shipping"
}

/// What becomes of an order with some status.
public enum OrderStatus: String, CaseIterable, Sendable {
    /// Counts as a purchase.
    case paid
    /// Never took place: counted in the report, not as a purchase.
    case cancelled
    /// Was paid and given back in full.
    case refunded
    /// Not (yet) an order: failed, pending, draft, test.
    case ignored
}

/// The order of day and month in dates such as `03/04/2024`.
public enum DateOrder: String, CaseIterable, Sendable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
}

/// The character before the decimals.
public enum DecimalMark: String, CaseIterable, Sendable {
    case point, comma
}
