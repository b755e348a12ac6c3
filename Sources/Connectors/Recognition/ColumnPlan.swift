import Facts

/// Which column holds what, as found from a header, and what a row means.
struct ColumnPlan: Sendable {
    /// Whose export this is.
    var dialect: Dialect
    /// What one row stands for.
    var rows: RowMeaning
    /// The customer's e-mail; wins over ``customerID`` wherever it is filled.
    var email: Int?
    /// The shop's own number or any other identifier of the customer. Never a name.
    var customerID: Int?
    /// The order's identifier.
    var orderID: Int?
    /// When the order was placed.
    var orderedAt: Int
    /// The order's total; `nil` where ``quantity`` times ``unitPrice`` makes it.
    var value: Int?
    /// How many of a line's product.
    var quantity: Int?
    /// The price of one.
    var unitPrice: Int?
    /// The ISO code of the currency.
    var currency: Int?
    /// The order's status, to be understood by ``StatusWords``.
    var status: Int?
    /// Filled when the order was cancelled.
    var cancelledAt: Int?
    /// `true`, `yes` or `1` for a test order.
    var test: Int?
    /// The way of payment: names test gateways.
    var paymentMethod: Int?
    /// How much of the order was given back.
    var refunded: Int?
    /// Shipping within the value: taken off under ``ValueBasis/net`` and ``ValueBasis/withoutShipping``. Where one of those is asked
    /// for, `nil` means that the value has none in it.
    var shipping: Int?
    /// Tax within the value: taken off under ``ValueBasis/net``, where `nil` means that the value is without tax already.
    var tax: Int?
    /// Where the order came from: web, pos, subscription.
    var source: Int?
    /// Free labels; some shops mark subscription renewals there.
    var tags: Int?
    /// Products and discount codes: no order depends on them.
    var labels = LabelColumns()
    /// The currency of a well-known file that names none.
    var defaultCurrency: Currency?
    /// The order of day and month that the header's language implies.
    var dateOrder: DateOrder?
    /// Whether times without an offset are UTC instead of the shop's own clock (`date_created_gmt`).
    var zonelessTimesAreUTC = false
    /// What the reader should be told about how the file was understood.
    var notes: [ReadingNote] = []
}

/// Exports that are known by their header.
package enum Dialect: String, CaseIterable, Sendable {
    case plain
    case shopify
    case wooCommerce
    case onlineRetail
    case prestaShop
    case shoper
    case baseLinker
    case magento
    case bigCommerce
    case generic

    /// The name that people know.
    package var title: String {
        switch self {
        case .plain: "Perennial's own form"
        case .shopify: "Shopify orders export"
        case .wooCommerce: "WooCommerce orders export"
        case .onlineRetail: "UCI Online Retail"
        case .prestaShop: "PrestaShop SQL Manager export"
        case .shoper: "Shoper orders export"
        case .baseLinker: "BaseLinker orders export"
        case .magento: "Adobe Commerce (Magento) orders"
        case .bigCommerce: "BigCommerce orders export"
        case .generic: "a table of orders"
        }
    }

    /// Whether the header was found in a published source, or assumed from descriptions of the export.
    var isAssumed: Bool {
        switch self {
        case .shoper, .baseLinker: true
        default: false
        }
    }
}

/// What one row of a file stands for.
enum RowMeaning: Sendable {
    /// An order.
    case order
    /// A line of an order whose total stands on its first line only (Shopify): later lines of the same order are skipped.
    case lineWithTotalOnFirst
    /// A line of an order whose total is repeated on each line (WooCommerce line exports): the order counts once.
    case lineRepeatingTotal
    /// A line that adds to its order (UCI Online Retail): its ``ColumnPlan/value`` where there is one, else its quantity times
    /// its unit price.
    case lineToSum
}
