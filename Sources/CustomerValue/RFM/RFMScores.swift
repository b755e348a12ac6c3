/// Recency, frequency and monetary scores, 1 (worst) to 3 or 5, and the group they make; columns by the number of the customer.
public struct RFMScores: Sendable {
    /// The borders at which scores change.
    public typealias Thresholds = RFMBorders

    /// Score of days since the last order; 0 for customers without a purchase.
    public private(set) var recency: ContiguousArray<UInt8>
    /// Score of the number of orders; 0 for customers without a purchase.
    public private(set) var frequency: ContiguousArray<UInt8>
    /// Score of historic CLV; 0 for customers without a purchase.
    public private(set) var monetary: ContiguousArray<UInt8>
    /// The borders that were used.
    public private(set) var thresholds: RFMBorders
    /// Which score is in which group.
    public let map: RFMGroupMap

    /// Scores customers by settings, with borders settled over all of these that have a purchase.
    public init(_ summaries: CustomerSummaries, settings: RFMSettings = .standard) {
        let columns = RFMColumns(summaries)
        self.init(columns, borders: RFMBorders(settings, over: columns, currency: summaries.currency), map: settings.map)
    }

    /// Scores customers by borders that were settled earlier, such as ``thresholds`` of a whole shop: nobody's depend on who else is asked for.
    ///
    /// With borders that are not settled every score is 0.
    public init(_ summaries: CustomerSummaries, borders: RFMBorders, map: RFMGroupMap = .standard) {
        self.init(RFMColumns(summaries), borders: borders, map: map)
    }

    /// The same for columns.
    public init(_ columns: RFMColumns, borders: RFMBorders, map: RFMGroupMap) {
        let count = columns.count
        self.map = map
        thresholds = borders
        recency = ContiguousArray(repeating: 0, count: count)
        frequency = ContiguousArray(repeating: 0, count: count)
        monetary = ContiguousArray(repeating: 0, count: count)
        guard borders.isSettled else { return }
        for customer in 0..<count where columns.numberOfOrders[customer] > 0 {
            recency[customer] = borders.recency(columns.daysSinceLastOrder[customer])
            frequency[customer] = borders.frequency(columns.numberOfOrders[customer])
            monetary[customer] = borders.monetary(columns.historicMinorUnits[customer])
        }
    }

    /// The group of a customer; `nil` for one without a purchase.
    public func group(_ customer: Int) -> RFMGroup? {
        guard recency[customer] > 0 else { return nil }
        return map.group(recency: recency[customer], frequency: frequency[customer], monetary: monetary[customer])
    }
}

extension CustomerSummaries {
    /// Shop days from the last order to the as-of day.
    public func daysSinceLastOrder(_ customer: Int) -> Int { Int(ageInDays[customer] - recencyInDays[customer]) }
}
