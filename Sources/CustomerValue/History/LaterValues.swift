public import Facts

/// What customers brought later by what they began with, and how soon they came back: of one state of a shop, or of files.
public struct LaterValues: Sendable, Equatable {
    /// What customers are grouped by.
    public enum Dimension: String, CaseIterable, Sendable {
        /// The product that stands for the first order: of its most valuable line.
        case product
        /// The discount code of the first order.
        case discountCode = "discount_code"
        /// The calendar month of the first order.
        case month
        /// How the first order came: by the web, a till, a subscription, as the shop says it.
        case channel
    }

    /// Texts of first orders by number.
    public struct Labels: Sendable {
        /// The texts.
        public var texts: OrderLabels
        /// The number of a first order's text, by the row of the order in the table that was counted.
        public var number: @Sendable (_ row: UInt32) -> UInt32

        /// Texts of first orders.
        public init(texts: OrderLabels, number: @escaping @Sendable (_ row: UInt32) -> UInt32) {
            self.texts = texts
            self.number = number
        }

        /// Texts that stand beside the rows.
        init(_ labels: OrderLabels) { self.init(texts: labels) { labels[Int($0)] } }
    }

    /// The last day that counted.
    public let asOf: ShopDay
    /// The currency of every amount.
    public let currency: Currency
    /// Customers with a purchase.
    public let customers: Int
    /// Of them, those who bought on one day only.
    public let oneTimeBuyers: Int
    /// How soon customers come back.
    public let secondPurchase: SecondPurchase
    private let values: [Dimension: LaterValue]

    /// What came later by one thing; `nil` where no first order says it.
    public subscript(dimension: Dimension) -> LaterValue? { values[dimension] }

    /// Figures that were counted.
    init(
        asOf: ShopDay, currency: Currency, customers: Int, oneTimeBuyers: Int, secondPurchase: SecondPurchase,
        values: [Dimension: LaterValue]
    ) {
        self.asOf = asOf
        self.currency = currency
        self.customers = customers
        self.oneTimeBuyers = oneTimeBuyers
        self.secondPurchase = secondPurchase
        self.values = values
    }

    /// Counts the orders of files, which say by themselves what each was.
    ///
    /// - Parameters:
    ///   - orders: given up.
    ///   - refunds: what was given back.
    ///   - options: how orders are counted.
    public init(orders: consuming OrderTable, refunds: [RefundRecord], options: SummaryOptions) throws(SummaryError) {
        let labels: [Dimension: Labels] = [
            .product: Labels(orders.firstProducts), .discountCode: Labels(orders.discounts), .channel: Labels(orders.sourceLabels),
        ]
        self.init(try FirstOrders(orders: orders, refunds: refunds, options: options), labels)
    }

    /// Groups customers whose first orders are known.
    ///
    /// - Parameters:
    ///   - first: the first order of each customer.
    ///   - labels: what the first orders had; the month is known without.
    public init(_ first: FirstOrders, _ labels: [Dimension: Labels]) {
        var values: [Dimension: LaterValue] = [.month: first.purchases.laterValueByMonth]
        for (dimension, labels) in labels {
            let entries = first.purchases.entries
            values[dimension] = first.purchases.laterValue(by: labels.texts) { labels.number(entries[$0].row) }
        }
        self.init(
            asOf: first.asOf, currency: first.currency, customers: first.customers, oneTimeBuyers: first.oneTimeBuyers,
            secondPurchase: first.secondPurchase, values: values)
    }
}

/// The orders with which the customers of a shop began, so long ago that it can be said what came later.
public struct FirstOrders: Sendable {
    let asOf: ShopDay
    let currency: Currency
    let customers: Int
    let oneTimeBuyers: Int
    let secondPurchase: SecondPurchase
    let purchases: FirstPurchases

    /// Counts orders.
    ///
    /// - Parameters:
    ///   - orders: given up.
    ///   - refunds: what was given back.
    ///   - options: how orders are counted.
    public init(orders: consuming OrderTable, refunds: [RefundRecord], options: SummaryOptions) throws(SummaryError) {
        var options = options
        options.tellsFirstPurchases = true
        self.init(try CustomerSummaries(orders: orders, refunds: refunds, options: options))
    }

    /// None, until a day.
    public init(asOf: ShopDay, currency: Currency) {
        self.asOf = asOf
        self.currency = currency
        (customers, oneTimeBuyers) = (0, 0)
        secondPurchase = SecondPurchase()
        purchases = FirstPurchases(firstMonth: ShopMonth(asOf))
    }

    private init(_ summaries: CustomerSummaries) {
        asOf = summaries.asOf
        currency = summaries.currency
        customers = summaries.history.customers
        oneTimeBuyers = summaries.history.oneTimeBuyers
        secondPurchase = summaries.history.secondPurchase
        purchases = summaries.firstPurchases ?? FirstPurchases(firstMonth: ShopMonth(summaries.asOf))
    }

    /// The row of each in the table that was counted, in no order of its own.
    public var rows: [UInt32] { purchases.entries.map(\.row) }
}

extension OrderTable {
    /// Where each order came from as a label, so far as its file says it.
    fileprivate var sourceLabels: OrderLabels {
        var labels = OrderLabels()
        var numbers = [OrderSource: UInt32]()
        for source in OrderSource.allCases { numbers[source] = labels.number(of: source.name) }
        let isSaid = blocks.contains { $0.contains { $0.source != .unsaid } }
        guard isSaid else { return labels }
        for row in 0..<count { labels[row] = numbers[self[row].source] ?? OrderLabels.none }
        return labels
    }
}
