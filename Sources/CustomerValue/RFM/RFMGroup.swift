/// The six groups of customers that recency, frequency and monetary scores fall into, the best first.
public enum RFMGroup: String, CaseIterable, Sendable {
    case champions = "Champions"
    case loyal = "Loyal"
    case recent = "Recent"
    case needsAttention = "Needs Attention"
    case atRisk = "At Risk"
    case inactive = "Inactive"

    /// Its place among all: 0 is the best.
    public var place: Int {
        switch self {
        case .champions: 0
        case .loyal: 1
        case .recent: 2
        case .needsAttention: 3
        case .atRisk: 4
        case .inactive: 5
        }
    }

    /// The group of a place; `nil` where there is none.
    public init?(place: Int) {
        guard Self.allCases.indices.contains(place) else { return nil }
        self = Self.allCases[place]
    }
}
