/// What scores are made of, a row per customer: columns of equal length.
public struct RFMColumns: Sendable, Equatable {
    /// Shop days from the last order to the day that is asked about; meaningless without orders.
    public var daysSinceLastOrder: ContiguousArray<Int32>
    /// Orders that count as purchases; 0 for those who have no score.
    public var numberOfOrders: ContiguousArray<Int32>
    /// What they brought, refunds taken off, in minor units.
    public var historicMinorUnits: ContiguousArray<Int64>

    /// Columns; those that are shorter than the others decide how many rows there are.
    public init(
        daysSinceLastOrder: ContiguousArray<Int32>, numberOfOrders: ContiguousArray<Int32>, historicMinorUnits: ContiguousArray<Int64>
    ) {
        self.daysSinceLastOrder = daysSinceLastOrder
        self.numberOfOrders = numberOfOrders
        self.historicMinorUnits = historicMinorUnits
    }

    /// Nobody has bought yet, of so many.
    public init(count: Int) {
        daysSinceLastOrder = ContiguousArray(repeating: 0, count: count)
        numberOfOrders = ContiguousArray(repeating: 0, count: count)
        historicMinorUnits = ContiguousArray(repeating: 0, count: count)
    }

    /// The columns of summaries.
    public init(_ summaries: CustomerSummaries) {
        self.init(count: summaries.count)
        for customer in 0..<summaries.count where summaries.hasPurchase(customer) {
            daysSinceLastOrder[customer] = summaries.ageInDays[customer] - summaries.recencyInDays[customer]
            numberOfOrders[customer] = summaries.numberOfOrders[customer]
            historicMinorUnits[customer] = summaries.historicMinorUnits[customer]
        }
    }

    /// How many customers there are, with a purchase or without.
    public var count: Int { min(daysSinceLastOrder.count, numberOfOrders.count, historicMinorUnits.count) }
}
