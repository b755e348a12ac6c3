import Facts
import GRDB
import Synchronization

extension Journal {
    /// Facts of one batch share a block up to this many bytes.
    static let largestBlock = 2 * mergedBlock

    /// Writes a batch in one transaction. When this returns the batch is on the disk, and readers see it.
    ///
    /// A failure leaves nothing of it behind, and a later batch is taken as soon as the cause is gone. One exception, of which no store is
    /// free: when the disk itself fails during the sync, and the power fails before the next batch, the refused batch may be there again.
    ///
    /// - Returns: the number of the last fact, ``lastSequence``.
    @discardableResult
    public func commit(_ batch: JournalBatch) throws(JournalError) -> UInt64 {
        guard !batch.isEmpty else { return lastSequence }
        if batch.facts.count > 0 { try requireFolder() }
        do {
            return try pool.writeWithoutTransaction { db in
                // Read here, where writers stand in line: two threads never number their facts alike.
                let first = lastSequence + 1
                var blocks = 0
                try db.inTransaction(.immediate) {
                    blocks = try Self.append(batch, from: first, db)
                    for write in batch.writes { try write.perform(db) }
                    return .commit
                }
                let last = first + UInt64(batch.facts.count) - 1
                setLastSequence(last)
                blockCount.withLock { $0 = $0.map { $0 + blocks } }
                return last
            }
        } catch {
            throw JournalError(error, path: files.journal)
        }
    }

    /// Adds the facts as one block, or as several where they are many: a fact is found again by reading its block.
    private static func append(_ batch: JournalBatch, from first: UInt64, _ db: Database) throws -> Int {
        let bytes = batch.facts.bytes
        guard bytes.count > largestBlock else {
            guard batch.facts.count > 0 else { return 0 }
            try bytes.withUnsafeBytes { bytes in
                try BlockTable.insert(db, first: first, count: batch.facts.count, recordedAt: batch.recordedAt, bytes: bytes)
            }
            return 1
        }
        var reader = FactReader(bytes)
        var start = 0
        var inserted = 0
        var count = 0
        var blocks = 0
        func flush() throws {
            try bytes.withUnsafeBytes { bytes in
                try BlockTable.insert(
                    db, first: first + UInt64(inserted), count: count, recordedAt: batch.recordedAt,
                    bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<reader.offset]))
            }
            inserted += count
            start = reader.offset
            count = 0
            blocks += 1
        }
        while try reader.next() != nil {
            count += 1
            if reader.offset - start >= mergedBlock { try flush() }
        }
        if count > 0 { try flush() }
        return blocks
    }
}
