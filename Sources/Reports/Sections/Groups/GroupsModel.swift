import CustomerValue

/// The six groups, and how many customers have which of the 27 scores.
struct GroupsModel {
    /// Customers by `recency * 9 + frequency * 3 + monetary`, scores counted from 0; the section shows three levels, others are not counted.
    private(set) var customersByScore = [Int](repeating: 0, count: 27)
    /// The groups with a customer, in their order.
    let groups: [(group: RFMGroup, figures: GroupFigures)]
    /// The borders of the scores.
    let thresholds: RFMScores.Thresholds

    init(_ analysis: Analysis) {
        groups = analysis.figuresByGroup.filter { $0.figures.customers > 0 }
        thresholds = analysis.rfm.thresholds
        let rfm = analysis.rfm
        guard rfm.thresholds.levels == RFMLevels.three.rawValue else { return }
        for customer in 0..<analysis.summaries.count where rfm.recency[customer] > 0 {
            customersByScore[Self.place(rfm.recency[customer], rfm.frequency[customer], rfm.monetary[customer])] += 1
        }
    }

    /// How many customers have three scores, each 1 to 3.
    func customers(recency: UInt8, frequency: UInt8, monetary: UInt8) -> Int {
        let place = Self.place(recency, frequency, monetary)
        return customersByScore.indices.contains(place) ? customersByScore[place] : 0
    }

    private static func place(_ recency: UInt8, _ frequency: UInt8, _ monetary: UInt8) -> Int {
        (Int(recency) - 1) * 9 + (Int(frequency) - 1) * 3 + Int(monetary) - 1
    }
}
