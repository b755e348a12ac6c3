public import Facts

/// Which metrics say what of orders.
public struct MetricMapping: Sendable, Equatable {
    /// What an event of a mapped metric means.
    public enum Meaning: String, CaseIterable, Sendable {
        /// An order was placed: `Placed Order`.
        case revenue
        /// Money was given back: `Refunded Order`.
        case refundedSales = "refunded_sales"
        /// An order was called off: `Cancelled Order`.
        case cancelledSales = "cancelled_sales"
        case orderedProduct = "ordered_product"
        case addedToCart = "added_to_cart"
        case startedCheckout = "started_checkout"
        case viewedProduct = "viewed_product"

        /// The metric that means it where nothing else was said.
        public var usualName: String {
            switch self {
            case .revenue: "Placed Order"
            case .refundedSales: "Refunded Order"
            case .cancelledSales: "Cancelled Order"
            case .orderedProduct: "Ordered Product"
            case .addedToCart: "Added to Cart"
            case .startedCheckout: "Started Checkout"
            case .viewedProduct: "Viewed Product"
            }
        }

        /// Whether it says something of orders that changes customers' numbers.
        var isOfOrders: Bool {
            switch self {
            case .revenue, .refundedSales, .cancelledSales: true
            case .orderedProduct, .addedToCart, .startedCheckout, .viewedProduct: false
            }
        }
    }

    /// The metric chosen for each meaning; the usual one where there is none.
    public private(set) var chosen: [Meaning: MetricNumber] = [:]

    /// Nothing chosen.
    public init() {}

    /// The metric of a meaning.
    public subscript(meaning: Meaning) -> MetricNumber? {
        get { chosen[meaning] }
        set { chosen[meaning] = newValue }
    }

    /// What events of a metric mean for orders; `nil` where they mean nothing.
    public func meaning(_ metric: MetricNumber) -> Meaning? {
        // In the order of the cases, so that a metric chosen twice means one thing only.
        Meaning.allCases.first { chosen[$0] == metric }
    }
}
