public import Facts

/// Everything read: orders, refunds, and what became of every row.
public struct OrderIntake: Sendable {
    /// The orders that were paid.
    public var orders: OrderTable
    /// Money given back. A customer who has refunds only has no row in ``orders``.
    public var refunds: [RefundRecord]
    /// What was read and what was not.
    public var report: IntakeReport
}

/// How far reading has come.
public struct ReadingProgress: Sendable {
    /// The file as given.
    public var file: String
    /// Bytes of it read, as it lies on the disk.
    public var bytesRead: Int
    /// Its length, where it has one.
    public var totalBytes: Int?
    /// Rows of all files so far.
    public var rows: Int
}
