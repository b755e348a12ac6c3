public import Facts

/// What is written together, or not at all.
public struct JournalBatch: Sendable {
    /// Facts, in order.
    public var facts: FactWriter
    /// When they are taken in.
    public var recordedAt: Instant
    /// What else is written, in order.
    public var writes: [JournalWrite]

    /// A batch.
    public init(facts: FactWriter = FactWriter(), recordedAt: Instant, writes: [JournalWrite] = []) {
        self.facts = facts
        self.recordedAt = recordedAt
        self.writes = writes
    }

    /// Whether there is nothing to write.
    public var isEmpty: Bool { facts.count == 0 && writes.isEmpty }
}
