import Facts

/// Where extraordinary spend begins: wholesale orders in a shop for people.
enum SpendLimit {
    /// The share of customers whose mean purchase day lies above the limit.
    private static let shareAbove = 0.005
    /// Fewer customers than this have no such point.
    private static let leastCustomers = 200
    /// The largest mean is extraordinary only from so many times the limit on.
    private static let leastExcess = 2.0

    /// The 99.5 % point of customers' mean spend of a purchase day, in major units; `nil` where nobody spends far more.
    static func find(_ summaries: CustomerSummaries, buyers: Buyers) -> Double? {
        guard buyers.customers.count >= leastCustomers else { return nil }
        let scale = Double(summaries.currency.minorUnitsPerMajor)
        var means = buyers.customers.map { customer in
            let days = Double(summaries.frequency[Int(customer)]) + 1
            return Double(summaries.purchasesMinorUnits(Int(customer))) / days / scale
        }
        means.sort()
        let limit = means[min(means.count - 1, Int(Double(means.count) * (1 - shareAbove)))]
        guard let largest = means.last, limit > 0, largest >= leastExcess * limit else { return nil }
        return limit
    }
}
