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
        public var isOfOrders: Bool {
            switch self {
            case .revenue, .refundedSales, .cancelledSales: true
            case .orderedProduct, .addedToCart, .startedCheckout, .viewedProduct: false
            }
        }
    }

    /// The metric chosen for each meaning; the usual one where there is none. Of a custom metric it is the first of which that is made.
    public private(set) var chosen: [Meaning: MetricNumber] = [:]
    /// The meanings that a custom metric has, with what it is made of.
    public private(set) var custom: [Meaning: CustomMetric] = [:]
    /// The meaning of each metric by its number: asked for with every event.
    private var meanings: ContiguousArray<Meaning?> = []

    /// Nothing chosen.
    public init() {}

    /// The metric of a meaning.
    public subscript(meaning: Meaning) -> MetricNumber? {
        get { chosen[meaning] }
        set {
            chosen[meaning] = newValue
            custom[meaning] = nil
            resolve()
        }
    }

    /// Gives a meaning to the events of a custom metric.
    public mutating func set(_ metric: CustomMetric, for meaning: Meaning) {
        chosen[meaning] = metric.groups.first?.metric
        custom[meaning] = metric
        resolve()
    }

    /// The same with another definition of a custom metric.
    public func replacing(_ metric: CustomMetric) -> MetricMapping {
        var changed = self
        for (meaning, old) in custom where old.number == metric.number { changed.set(metric, for: meaning) }
        return changed
    }

    /// The metrics of which some events have a meaning.
    public func metrics(of meaning: Meaning) -> [MetricNumber] { custom[meaning]?.metrics ?? chosen[meaning].map { [$0] } ?? [] }

    /// The metric whose events are lines, to be joined into orders; `nil` where every event that counts is an order by itself.
    public var metricOfLines: MetricNumber? {
        guard let custom = custom[.revenue], let lines = chosen[.orderedProduct], custom.metrics.contains(lines) else { return nil }
        return lines
    }

    private mutating func resolve() {
        let all = Meaning.allCases.flatMap { metrics(of: $0) }
        meanings = ContiguousArray(repeating: nil, count: all.reduce(0) { max($0, $1.index + 1) })
        // In the order of the cases, so that a metric chosen twice means one thing only: the first.
        for meaning in Meaning.allCases.reversed() { for metric in metrics(of: meaning) { meanings[metric.index] = meaning } }
    }

    /// What events of a metric mean for orders, where they count; `nil` where they mean nothing.
    public func meaning(_ metric: MetricNumber) -> Meaning? {
        metric.index < meanings.count ? meanings[metric.index] : nil
    }

    /// Whether another mapping gives the same events the same meanings, whatever custom metrics are called.
    func meansTheSame(as other: MetricMapping) -> Bool {
        guard chosen == other.chosen, custom.keys == other.custom.keys else { return false }
        return custom.allSatisfy { meaning, metric in other.custom[meaning].map(metric.meansTheSame) ?? false }
    }
}
