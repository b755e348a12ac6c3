/// The six groups of customers that recency, frequency and monetary scores fall into.
public enum RFMGroup: String, CaseIterable, Sendable {
    case champions = "Champions"
    case loyal = "Loyal"
    case recent = "Recent"
    case needsAttention = "Needs Attention"
    case atRisk = "At Risk"
    case inactive = "Inactive"
}

/// Which group each of the 27 scores belongs to.
public struct RFMGroupMap: Sendable, Equatable {
    /// The group of score `recency * 9 + frequency * 3 + monetary` with scores counted from 0.
    private var groups: [RFMGroup]

    /// Klaviyo's published map ("Understanding scoring and customer groups in the RFM report", copy of 2026-04-21).
    ///
    /// The 27 cells are each named once. One pair of cells looks odd and is kept: 221 is Needs Attention while 231, with a higher
    /// frequency, is At Risk.
    public static let standard = RFMGroupMap(
        scores: [
            .champions: [333, 332, 323],
            .loyal: [321, 322, 331, 232, 233],
            .recent: [311, 312, 313, 222, 223],
            .needsAttention: [213, 221, 123, 132, 133],
            .atRisk: [231, 212, 122, 131, 211],
            .inactive: [111, 112, 113, 121],
        ])

    /// A map from scores written as Klaviyo writes them (`321`: recency 3, frequency 2, monetary 1); scores left out are Inactive.
    public init(scores: [RFMGroup: [Int]]) {
        groups = [RFMGroup](repeating: .inactive, count: 27)
        for (group, list) in scores {
            for score in list {
                let digits = (score / 100, score / 10 % 10, score % 10)
                guard (1...3).contains(digits.0), (1...3).contains(digits.1), (1...3).contains(digits.2) else { continue }
                groups[(digits.0 - 1) * 9 + (digits.1 - 1) * 3 + digits.2 - 1] = group
            }
        }
    }

    /// The group of three scores, each 1 to 3.
    public func group(recency: UInt8, frequency: UInt8, monetary: UInt8) -> RFMGroup {
        let index = (Int(recency) - 1) * 9 + (Int(frequency) - 1) * 3 + Int(monetary) - 1
        return groups.indices.contains(index) ? groups[index] : .inactive
    }
}
