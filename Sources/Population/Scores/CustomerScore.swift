public import CustomerValue
public import Facts

/// What a customer did and what is expected of them, as of a day.
public struct CustomerScore: Sendable, Equatable {
    /// What is expected within the model's horizon.
    public struct Prediction: Sendable, Equatable {
        /// Expected orders.
        public var numberOfOrders: Double
        /// Expected spend, in minor units.
        public var clvMinorUnits: Int64
        /// The 10 % point of what will be spent, in minor units.
        public var clvLowMinorUnits: Int64
        /// The 90 % point.
        public var clvHighMinorUnits: Int64
        /// The variance of what will be spent, in squared minor units: variances add up over customers, ranges do not.
        public var spendVariance: Double
        /// P(inactive now).
        public var churnProbability: Double
        /// P(at least one order).
        public var probabilityOfOrder: Double
        /// The median day of the next order, given that one comes within the horizon.
        public var expectedDateOfNextOrder: ShopDay
        /// Silent for longer than is usual for this customer.
        public var isOverdue: Bool
        /// Predicted value for 365 days, in words.
        public var clvClass: CustomerClass
        /// Probability of an order within 365 days, in words.
        public var likelihoodClass: CustomerClass
    }

    /// Recency, frequency and monetary score, 1 to 3, and their group.
    public struct RFM: Sendable, Equatable {
        /// 3: ordered within half a year.
        public var recency: UInt8
        /// 3: among the third that ordered most often.
        public var frequency: UInt8
        /// 3: among the third that spent most.
        public var monetary: UInt8
        /// What the three make together.
        public var group: RFMGroup
    }

    /// The day of the shop that this is as of.
    public var asOf: ShopDay
    /// Orders that count as purchases.
    public var numberOfOrders: Int32
    /// What they brought, refunds taken off, in minor units of the shop's currency.
    public var historicMinorUnits: Int64
    /// The first order; `nil` without a purchase.
    public var firstOrder: Instant?
    /// The last order; `nil` without a purchase.
    public var lastOrder: Instant?
    /// Historic value by number of orders, in minor units; `nil` without a purchase.
    public var averageOrderMinorUnits: Double?
    /// (Last - first order) in days / (orders - 1); `nil` with fewer than two orders.
    public var averageDaysBetweenOrders: Double?
    /// `nil` where nothing can be predicted: not enough data in the shop, no purchase, or the person objected.
    public var prediction: Prediction?
    /// `nil` without a purchase, or where the person objected.
    public var rfm: RFM?

    /// Historic and predicted value together, in minor units; `nil` without a prediction.
    public var totalMinorUnits: Int64? { prediction.map { historicMinorUnits.addingReportingOverflow($0.clvMinorUnits).partialValue } }
}

extension CustomerScore {
    /// The score of one row of an analysis; `nil` for somebody without an order.
    public init?(_ row: Int, summaries: CustomerSummaries, predictions: Predictions?, rfm: RFMScores?) {
        guard let score = Self.of(row, summaries: summaries, predictions: predictions, rfm: rfm) else { return nil }
        self = score
    }

    /// The same for callers that ask for one row after another: the columns are lent to a function, where an initialiser would hold each of
    /// them for every row.
    public static func of(_ row: Int, summaries: CustomerSummaries, predictions: Predictions?, rfm: RFMScores?) -> CustomerScore? {
        guard summaries.isListed(row) else { return nil }
        let hasPurchase = summaries.hasPurchase(row)
        let group = rfm?.group(row)
        return CustomerScore(
            asOf: summaries.asOf, numberOfOrders: summaries.numberOfOrders[row], historicMinorUnits: summaries.historicMinorUnits[row],
            firstOrder: hasPurchase ? Instant(secondsSince1970: Int64(summaries.firstOrderSeconds[row])) : nil,
            lastOrder: hasPurchase ? Instant(secondsSince1970: Int64(summaries.lastOrderSeconds[row])) : nil,
            averageOrderMinorUnits: summaries.averageOrderMinorUnits(row),
            averageDaysBetweenOrders: summaries.averageDaysBetweenOrders(row), prediction: predictions?[row].map(Prediction.init),
            rfm: group.flatMap { group in
                rfm.map { RFM(recency: $0.recency[row], frequency: $0.frequency[row], monetary: $0.monetary[row], group: group) }
            })
    }
}

extension CustomerScore.Prediction {
    fileprivate init(_ row: Predictions.Row) {
        self.init(
            numberOfOrders: row.numberOfOrders, clvMinorUnits: row.clvMinorUnits, clvLowMinorUnits: row.clvLowMinorUnits,
            clvHighMinorUnits: row.clvHighMinorUnits, spendVariance: row.spendVariance, churnProbability: row.churnProbability,
            probabilityOfOrder: row.probabilityOfOrder, expectedDateOfNextOrder: row.expectedDateOfNextOrder, isOverdue: row.isOverdue,
            clvClass: row.clvClass, likelihoodClass: row.likelihoodClass)
    }
}
