/// Why a customer's prediction is what it is, in the customer's own figures; other modules put it into words.
public struct Reason: Sendable, Hashable {
    /// What the customer's orders show of their rhythm.
    public enum Rhythm: Sendable, Hashable {
        /// First order so recent that nothing is known yet: the class is `new`.
        case new(daysSinceFirstOrder: Int)
        /// Bought on one day only. Three in four of the shop's customers who came back did so within `othersReturnedWithinDays`; `nil`
        /// where nobody came back.
        case boughtOnce(daysAgo: Int, othersReturnedWithinDays: Int?)
        /// A last order more than a year ago, beyond the customer's own rhythm.
        case lapsed(orders: Int, silentDays: Int)
        /// Silent for longer than was to be expected at the last order.
        case overdue(everyDays: Int, silentDays: Int)
        /// Among the third of customers with most orders, the last of them not long ago.
        case frequentAndRecent(orders: Int, silentDays: Int)
        /// The next order is not due yet by the customer's own rhythm.
        case onTime(everyDays: Int, silentDays: Int)
        /// Later than the customer's own mean gap, but not yet unusually late.
        case somewhatLate(everyDays: Int, silentDays: Int)
    }

    /// What the orders show.
    public var rhythm: Rhythm
    /// The customer's average order value as a multiple of the shop's, where it is at least ``Reasons/muchMore`` times it.
    public var orderValueTimesMean: Double?

    /// A reason of its parts.
    public init(rhythm: Rhythm, orderValueTimesMean: Double?) {
        self.rhythm = rhythm
        self.orderValueTimesMean = orderValueTimesMean
    }
}

/// The reasons of a shop's customers, by the number of the customer.
public struct Reasons: Sendable {
    private let summaries: CustomerSummaries
    private let predictions: Predictions?
    private let rfm: RFMScores
    private let averageOrderMinorUnits: Double?
    private let othersReturnedWithinDays: Int?

    /// From how many times the shop's average order value on a customer's own is worth a word.
    public static let muchMore = 1.5

    /// Makes ready what all customers share.
    public init(_ analysis: Analysis) {
        summaries = analysis.summaries
        predictions = analysis.predictions
        rfm = analysis.rfm
        averageOrderMinorUnits = analysis.totals.averageOrderMinorUnits
        othersReturnedWithinDays = Self.thirdQuartile(daysToSecondPurchase: analysis.summaries.daysToSecondPurchase)
    }

    /// The reasons of customers who are looked at alone, such as one who has just ordered: by the figures of this shop.
    ///
    /// - Parameters:
    ///   - summaries: the customers.
    ///   - predictions: what is expected of them, by the shop's model.
    ///   - rfm: their scores, by the shop's borders.
    public func of(_ summaries: CustomerSummaries, predictions: Predictions, rfm: RFMScores) -> Reasons {
        Reasons(
            summaries: summaries, predictions: predictions, rfm: rfm, averageOrderMinorUnits: averageOrderMinorUnits,
            othersReturnedWithinDays: othersReturnedWithinDays)
    }

    private init(
        summaries: CustomerSummaries, predictions: Predictions, rfm: RFMScores, averageOrderMinorUnits: Double?,
        othersReturnedWithinDays: Int?
    ) {
        self.summaries = summaries
        self.predictions = predictions
        self.rfm = rfm
        self.averageOrderMinorUnits = averageOrderMinorUnits
        self.othersReturnedWithinDays = othersReturnedWithinDays
    }

    /// The reason of a customer; `nil` for one without a prediction.
    public subscript(customer: Int) -> Reason? {
        guard let row = predictions?[customer] else { return nil }
        return Reason(rhythm: rhythm(customer, row), orderValueTimesMean: orderValueTimesMean(customer))
    }

    private func rhythm(_ customer: Int, _ row: Predictions.Row) -> Reason.Rhythm {
        let silent = summaries.daysSinceLastOrder(customer)
        if row.clvClass == .new { return .new(daysSinceFirstOrder: Int(summaries.ageInDays[customer])) }
        let repeats = Int(summaries.frequency[customer])
        guard repeats > 0 else {
            return .boughtOnce(daysAgo: silent, othersReturnedWithinDays: othersReturnedWithinDays)
        }
        let orders = Int(summaries.numberOfOrders[customer])
        // The rhythm is that of purchase days: two orders of one day are no gap.
        let gap = max(1, (Int(summaries.recencyInDays[customer]) + repeats / 2) / repeats)
        if row.isOverdue {
            return silent > rfm.thresholds.lapsedDays
                ? .lapsed(orders: orders, silentDays: silent) : .overdue(everyDays: gap, silentDays: silent)
        }
        let highest = UInt8(clamping: rfm.thresholds.levels)
        if rfm.frequency[customer] == highest, rfm.recency[customer] == highest, silent <= gap {
            return .frequentAndRecent(orders: orders, silentDays: silent)
        }
        return silent <= gap ? .onTime(everyDays: gap, silentDays: silent) : .somewhatLate(everyDays: gap, silentDays: silent)
    }

    private func orderValueTimesMean(_ customer: Int) -> Double? {
        guard let shop = averageOrderMinorUnits, shop > 0, let own = summaries.averageOrderMinorUnits(customer) else { return nil }
        let times = own / shop
        return times >= Self.muchMore ? times : nil
    }

    /// The days within which three in four of those who came back did so.
    private static func thirdQuartile(daysToSecondPurchase counts: [Int]) -> Int? {
        let total = counts.reduce(0, +)
        guard total > 0 else { return nil }
        let rank = (3 * total + 3) / 4
        var seen = 0
        for (days, count) in counts.enumerated() {
            seen += count
            if seen >= rank { return days }
        }
        return nil
    }
}
