/// Something that whoever brings a file should know of how it was read.
public struct ReadingNote: Sendable, Equatable, CustomStringConvertible {
    /// What there is to say.
    public enum Kind: String, CaseIterable, Sendable {
        /// Columns that nobody reads are in another character set.
        case otherLettersUnread = "other-letters-unread"
        /// Columns on which no order depends are in another character set.
        case otherLettersInLabels = "other-letters-in-labels"
        /// The letters decided for a character set.
        case readAs = "read-as"
        /// From some line on the text is in another character set.
        case otherLettersLater = "other-letters-later"
        /// Columns of a file of events that nobody reads.
        case unusedColumns = "unused-columns"
        /// Refunds without a date count from their orders' time.
        case refundsWithoutDate = "refunds-without-date"
        /// Of two columns one was taken as the product.
        case productTaken = "product-taken"
        /// Of two columns one was taken as the discount code.
        case discountTaken = "discount-taken"
        /// The name of the amount's column tells the currency.
        case amountsIn = "amounts-in"
        /// The form is known from descriptions only.
        case assumedForm = "assumed-form"
        /// No column holds the order's number.
        case noOrderNumber = "no-order-number"
        /// The column of the customer's number may hold names.
        case customerMayBeName = "customer-may-be-name"
        /// Times of a column are read as UTC.
        case timesInUTC = "times-in-utc"
        /// PrestaShop gives a guest a new number each time.
        case newNumberForGuests = "new-number-for-guests"
        /// A total that stands in each line of its order counts once.
        case totalOncePerOrder = "total-once-per-order"
        /// Tax of shipping may be taken off twice.
        case shippingTaxTwice = "shipping-tax-twice"
        /// The file's name says that its people subscribed.
        case subscribedByName = "subscribed-by-name"
        /// The sign beside amounts is that of several currencies.
        case sharedSign = "shared-sign"
        /// Refunds are written as negative amounts.
        case negativeRefunds = "negative-refunds"
        /// Phone numbers that are in no international form.
        case localPhones = "local-phones"
    }

    /// What there is to say.
    public let kind: Kind
    /// The names and numbers in it, in the order of its words.
    public let values: [String]
    /// In English.
    public let text: String

    /// A note. Control characters in it show by their numbers.
    public init(_ kind: Kind, _ values: [String], _ text: String) {
        self.kind = kind
        self.values = values.map { QuotedValue.visible($0) }
        self.text = QuotedValue.visible(text)
    }

    /// A note without names or numbers.
    public init(_ kind: Kind, _ text: String) { self.init(kind, [], text) }

    /// In English.
    public var description: String { text }
}

extension ReadingNote: Encodable {
    /// Reports for programs hold the English sentence.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
