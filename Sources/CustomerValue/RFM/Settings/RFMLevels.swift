/// How many scores there are in each dimension.
public enum RFMLevels: Int, CaseIterable, Sendable {
    case three = 3
    case five = 5

    /// How many borders lie between the scores.
    public var borders: Int { rawValue - 1 }
}

/// What is scored.
public enum RFMDimension: String, CaseIterable, Sendable {
    /// Days since the last order: fewer are better.
    case recency
    /// Number of orders.
    case frequency
    /// Historic CLV.
    case monetary
}
