extension Journal {
    /// The bytes that merged blocks aim at: large enough to read fast at start, small enough to find one fact fast.
    static let mergedBlock = 1 << 16
}
