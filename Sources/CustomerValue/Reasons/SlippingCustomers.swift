/// Customers who are silent for longer than their own rhythm explains, by the money that hangs on whether they come back.
///
/// The money at stake of a customer is `predicted CLV x churn probability`: what is still expected of them, as far as it may not come
/// because they may have left already. With v the spend expected of a customer who is surely active and p the probability of that, it is
/// v p (1 - p): next to nothing for those who are surely lost or surely there, most where a word may still decide. The value that was
/// lost altogether, v (1 - p), would put customers at the top who left years ago.
public struct SlippingCustomers: Sendable {
    /// One of them.
    public struct Entry: Sendable, Equatable {
        /// The number of the customer.
        public var customer: Int
        /// Minor units.
        public var atStakeMinorUnits: Double
    }

    /// The figures of all overdue customers together.
    public let figures: GroupFigures
    /// The sum of the money at stake, in minor units.
    public let atStakeMinorUnits: Double
    /// The customers with most money at stake, highest first, equal ones by their number.
    public let top: [Entry]

    /// The overdue customers of an analysis; `nil` without predictions.
    public init?(_ analysis: Analysis, most: Int) {
        guard let predictions = analysis.predictions else { return nil }
        var entries: [Entry] = []
        var sum = 0.0
        for customer in 0..<analysis.summaries.count {
            guard let row = predictions[customer], row.isOverdue else { continue }
            let atStake = Double(row.clvMinorUnits) * row.churnProbability
            sum += atStake
            entries.append(Entry(customer: customer, atStakeMinorUnits: atStake))
        }
        atStakeMinorUnits = sum
        figures = GroupFigures(entries.lazy.map(\.customer), summaries: analysis.summaries, predictions: predictions)
        entries.sort { ($1.atStakeMinorUnits, $0.customer) < ($0.atStakeMinorUnits, $1.customer) }
        top = Array(entries.prefix(max(0, most)))
    }

    /// The range of the money at stake (80 %), in minor units: as wide for its size as that of the customers' predicted value.
    public var atStakeRangeMinorUnits: ClosedRange<Double>? {
        guard let range = figures.predictedRangeMinorUnits, figures.predictedMinorUnits > 0 else { return nil }
        let total = Double(figures.predictedMinorUnits)
        let low = atStakeMinorUnits * Double(range.lowerBound) / total
        return low...max(low, atStakeMinorUnits * Double(range.upperBound) / total)
    }
}
