/// How one dimension is scored. Borders stand from the highest score down: one fewer than there are levels.
public enum RFMScale: Sendable, Equatable {
    /// By fixed values: of recency, days since the last order at most; of frequency, orders at least; of monetary, whole units of the shop's
    /// currency at least.
    case values([Int])
    /// By the percentile from which on a score is given, 1 to 100: who has more than the value at rank ceil(n p / 100) of the n customers
    /// sorted upwards (of recency: from the longest silent to the most recent). Equal values score alike.
    case percentiles([Int])
    /// By parts of the customers as equal as equal values let them be: the value at rank ceil(k n / levels) is the k-th border from below.
    case equalParts

    /// Whether borders follow from all customers, and are settled over them.
    public var needsEverybody: Bool { if case .values = self { false } else { true } }

    /// The ranks, from 1, of the values that are the borders among so many customers, from the highest score down.
    func ranks(of count: Int, levels: RFMLevels) -> [Int] {
        switch self {
        case .values: []
        case .percentiles(let list): list.map { (count * $0 + 99) / 100 }
        case .equalParts: (1..<levels.rawValue).reversed().map { ($0 * count + levels.rawValue - 1) / levels.rawValue }
        }
    }
}
