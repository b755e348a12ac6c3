import Facts

/// Whether a shop has enough orders for predictions, condition by condition, each with its figure and what is missing.
public struct Eligibility: Sendable {
    /// What is asked of a shop.
    public enum Condition: String, CaseIterable, Sendable {
        /// At least 500 customers have bought (000-10, 000-11).
        case customers
        /// Orders come from a shop, a file or the interface (000-13).
        case orderSource = "order_source"
        /// At least 180 days lie between the first order and the as-of day (000-14).
        case historyDays = "history_days"
        /// The last order lies at most 30 days before the as-of day (000-15).
        case daysSinceLastOrder = "days_since_last_order"
        /// Somebody has bought three times or more (000-16).
        case customersWithThreeOrders = "customers_with_3_orders"
    }

    /// One condition, measured.
    public struct Finding: Sendable, Equatable {
        /// Which condition.
        public var condition: Condition
        /// What the shop has.
        public var found: Int
        /// What is needed: at least so much, for ``Condition/daysSinceLastOrder`` at most.
        public var needed: Int
        /// Whether it holds.
        public var isMet: Bool
        /// Whether predictions wait for it, or it is a warning only.
        public var isRequired: Bool

        /// How much is missing; 0 where the condition holds.
        public var missing: Int { isMet ? 0 : abs(needed - found) }
    }

    /// All conditions in the order of ``Condition``.
    public let findings: [Finding]
    /// Where the orders came from, in words: file names, shops, the interface.
    public let orderSource: String

    /// Whether predictions are given.
    public var isEligible: Bool { findings.allSatisfy { $0.isMet || !$0.isRequired } }

    /// The conditions that do not hold, required or not.
    public var unmet: [Finding] { findings.filter { !$0.isMet } }

    /// The number of customers below which Klaviyo gives no predictions.
    public static let standardMinimumCustomers = 500

    init(findings: [Finding], orderSource: String) {
        self.findings = findings
        self.orderSource = orderSource
    }

    /// Measures a shop.
    ///
    /// - Parameters:
    ///   - summaries: the shop's customers.
    ///   - minimumCustomers: fewer than 500 also turns the other conditions into warnings.
    ///   - orderSource: where the orders came from; empty when nothing ever delivered any.
    public init(_ summaries: CustomerSummaries, minimumCustomers: Int = standardMinimumCustomers, orderSource: String) {
        self.orderSource = orderSource
        var regulars = 0
        for customer in 0..<summaries.count where summaries.hasPurchase(customer) && summaries.numberOfOrders[customer] >= 3 {
            regulars += 1
        }
        let zone = summaries.timeZone
        let history = summaries.report.firstOrder.map { zone.day(of: $0).days(until: summaries.asOf) } ?? 0
        let silence = summaries.report.lastOrder.map { zone.day(of: $0).days(until: summaries.asOf) } ?? -1
        let isStrict = minimumCustomers >= Self.standardMinimumCustomers
        func atLeast(_ needed: Int, _ found: Int, _ condition: Condition, isRequired: Bool) -> Finding {
            Finding(condition: condition, found: found, needed: needed, isMet: found >= needed, isRequired: isRequired)
        }
        findings = [
            atLeast(minimumCustomers, summaries.customersWithPurchase, .customers, isRequired: true),
            atLeast(1, orderSource.isEmpty ? 0 : 1, .orderSource, isRequired: true),
            atLeast(180, history, .historyDays, isRequired: isStrict),
            Finding(condition: .daysSinceLastOrder, found: silence, needed: 30, isMet: (0...30).contains(silence), isRequired: isStrict),
            atLeast(1, regulars, .customersWithThreeOrders, isRequired: isStrict),
        ]
    }
}
