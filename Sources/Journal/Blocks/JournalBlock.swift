public import Facts

/// Facts that lie together in the journal.
public struct JournalBlock: Sendable {
    /// The number of the first fact.
    public internal(set) var firstSequence: UInt64
    /// How many facts.
    public internal(set) var count: Int
    /// The facts, as ``FactReader`` reads them.
    public internal(set) var bytes: [UInt8]
    var spans: RecordedSpans

    /// The number of the last fact.
    public var lastSequence: UInt64 { firstSequence + UInt64(count) - 1 }

    /// When the first fact was taken in. Facts of one block may have been taken in at different moments: see ``recordedAt(_:)``.
    public var recordedAt: Instant { spans.instant(of: 0) }

    /// When a fact of this block was taken in.
    public func recordedAt(_ sequence: UInt64) -> Instant {
        spans.instant(of: sequence < firstSequence ? 0 : Int(clamping: sequence - firstSequence))
    }

    /// The block without the facts up to a number; `nil` where none is left.
    func dropping(through sequence: UInt64) throws -> JournalBlock? {
        guard sequence >= firstSequence else { return self }
        guard sequence < lastSequence else { return nil }
        let dropped = Int(sequence - firstSequence) + 1
        var reader = FactReader(bytes)
        for _ in 0..<dropped { _ = try reader.next() }
        return JournalBlock(
            firstSequence: sequence + 1, count: count - dropped, bytes: Array(bytes[reader.offset...]), spans: spans.dropping(dropped))
    }
}
